// Keeps a database server for as long as whoever started this process lives: node keep-server.mjs FOLDER SERVER ARGUMENT…
// The end of standard input is the sign to stop the server and remove its folder. A pipe closes whichever way its owner ends, so that a
// test run that is killed leaves no server behind.
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const [folder, program, ...programArguments] = process.argv.slice(2);
let server;
let isStopping = false;

// A server that was killed comes back over the same data, as an init system would have it.
const start = () => {
  server = spawn(program, programArguments, { stdio: "ignore" })
    .on("error", () => leave(1))
    .on("exit", (code, signal) => (signal === "SIGKILL" && !isStopping ? start() : leave(code ?? 1)));
};
const stop = () => {
  isStopping = true;
  server.kill("SIGTERM");
  setTimeout(() => server.kill("SIGKILL"), 10_000).unref();
};
const leave = (code) => {
  rmSync(folder, { recursive: true, force: true });
  process.exit(code);
};

start();
process.stdin.on("end", stop).on("error", stop).resume();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, stop);
