// Does what a newcomer does, with an empty embedded database: node scripts/check-start.mjs [COMMAND ARGUMENT…] (npm start, if none is given)
// The command must say where to go, become ready, answer a query and a browser there, and end when it is told to. Exit 1 otherwise.
import { spawn } from "node:child_process";
import { once } from "node:events";
import fs from "node:fs";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const READY_SECONDS = 120;
const END_SECONDS = 30;

async function findFreePort() {
  const listener = net.createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

const [command = "npm", ...commandArguments] = process.argv.length > 2 ? process.argv.slice(2) : ["npm", "start"];
const port = await findFreePort();
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "hub-start-"));
const { DATABASE_URL: _url, SAMPLE_DATA: _sample, ...environment } = process.env;
const began = Date.now();
// A group of its own, so that npm, its shell and the server all hear the end.
const hub = spawn(command, commandArguments, {
  detached: true,
  env: { ...environment, PORT: String(port), DATA_DIR: path.join(folder, "data") },
  stdio: ["ignore", "pipe", "pipe"],
});
let output = "";
for (const stream of [hub.stdout, hub.stderr]) stream.setEncoding("utf8").on("data", (text) => (output += text));
const ended = once(hub, "exit");
const isRunning = () => hub.exitCode === null && hub.signalCode === null;
const origin = `http://localhost:${port}`;

async function waitUntilReady() {
  while (Date.now() - began < READY_SECONDS * 1000) {
    if (!isRunning()) throw new Error("It ended before it was ready");
    const answer = await fetch(`${origin}/readyz`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(100);
  }
  throw new Error(`It was not ready within ${READY_SECONDS} seconds`);
}

async function expectAnswer(what, request, isRight) {
  const answer = await request;
  const body = await answer.text();
  if (!answer.ok || !isRight(body)) throw new Error(`${what}: ${answer.status} ${body.slice(0, 500)}`);
}

try {
  await waitUntilReady();
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const query = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query: "{ __typename }" }) };
  await expectAnswer("A query", fetch(`${origin}/graphql`, query), (body) => body.includes(`"__typename":"Query"`));
  await expectAnswer("The front page", fetch(`${origin}/`, { headers: { accept: "text/html" } }), (body) => /<html/i.test(body));
  if (!output.includes(`${origin}/graphql`)) throw new Error(`It does not say to go to ${origin}/graphql`);
  process.kill(-hub.pid, "SIGTERM");
  if (!(await Promise.race([ended, wait(END_SECONDS * 1000, undefined, { ref: false })])))
    throw new Error(`It did not end within ${END_SECONDS} seconds`);
  console.log(`Ready after ${seconds} s, answered, ended`);
} catch (error) {
  console.error(`${output}\n${error.message}`);
  process.exitCode = 1;
} finally {
  if (isRunning()) process.kill(-hub.pid, "SIGKILL");
  await ended;
  fs.rmSync(folder, { recursive: true, force: true });
}
