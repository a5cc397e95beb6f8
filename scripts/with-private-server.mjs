// Runs a command beside a private, throw-away database server: node scripts/with-private-server.mjs COMMAND ARGUMENT…
// DATABASE_URL names an empty database on it; server and database are gone when the command ends. Exit code: the command's.
import { spawn } from "node:child_process";
import fs from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "@swc/core";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

// The server is the tests' own (test/support/databases), in TypeScript, and is not part of what is built.
require.extensions[".ts"] = (module, filename) => {
  const { code } = transformSync(fs.readFileSync(filename, "utf8"), {
    filename,
    swcrc: true,
    configFile: path.join(root, ".swcrc"),
    sourceMaps: "inline",
  });
  module._compile(code, filename);
};
const { findServerProgram } = require("../test/support/databases/find-server-program.ts");
const { startPrivateServer } = require("../test/support/databases/start-private-server.ts");
const { createConnection } = require("mysql2/promise");

const [command, ...commandArguments] = process.argv.slice(2);
const program = findServerProgram(process.env.PATH ?? "");
if (command === undefined || program === undefined) {
  console.error(command === undefined ? "Which command?" : "No MariaDB or MySQL server is installed");
  process.exit(1);
}

const server = await startPrivateServer(program);
try {
  const connection = await createConnection({ uri: server.url });
  await connection.query("CREATE DATABASE hub CHARACTER SET utf8mb4");
  await connection.end();
  const child = spawn(command, commandArguments, { stdio: "inherit", env: { ...process.env, DATABASE_URL: `${server.url}/hub` } });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill(signal));
  process.exitCode = await new Promise((resolve, reject) => child.once("error", reject).once("exit", (code) => resolve(code ?? 1)));
} finally {
  await server.stop();
}
