// The hub against a GraphQL layer that makes a graph of any MySQL tables by itself (GraphQL Mesh's MySQL handler), over the same MariaDB:
// node scripts/bench/off-the-shelf.mjs [--quick]
// The layer is installed into a temporary folder and is no dependency of the project. It knows tables and no comparison: a client asks it for
// units, figures and readings one after the other, and has every change, share, rank and median still to work out, which is not counted here.
import { execFileSync, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import os from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import mysql from "mysql2/promise";
import { COMPARED_CODES, generateUnits, loadHub, YEARS } from "./generate.mjs";
import { alternate, post } from "./rounds.mjs";
import { startServer } from "./start-server.mjs";

const require = createRequire(import.meta.url);
require("reflect-metadata");
const { MEASURES } = require("../../dist/src/model/measures.js");
const { migrate } = require("../../dist/src/store/migrate.js");
const { openDatabase } = require("../../dist/src/store/open-database.js");

const LAYER = "@omnigraph/mysql@0.12.1";
const isQuick = parseArgs({ options: { quick: { type: "boolean" } } }).values.quick === true;
const UNITS = isQuick ? 1000 : 5000;
const SIZES = [10, 100];

/** What runs in the layer's own folder: its executor behind a bare node:http handler. */
const SERVE_LAYER = `
const http = require("node:http");
const { getMySQLExecutor, loadGraphQLSchemaFromMySQL } = require("@omnigraph/mysql");
const { parse } = require("graphql");
const mysql = require("mysql");
const url = new URL(process.env.DATABASE_URL);
const pool = mysql.createPool({ host: url.hostname, port: url.port, user: url.username, password: url.password, database: url.pathname.slice(1), charset: "utf8mb4", connectionLimit: 10 });
loadGraphQLSchemaFromMySQL("hub", { endpoint: url.href, tables: ["unit", "figure", "reading"] }).then((subgraph) => {
  const execute = getMySQLExecutor({ subgraph, pool });
  const server = http.createServer(async (request, response) => {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { query, variables } = JSON.parse(Buffer.concat(chunks));
    const answer = JSON.stringify(await execute({ document: parse(query), variables, context: {} }));
    response.writeHead(200, { "content-type": "application/json" }).end(answer);
  });
  server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
});
process.on("disconnect", () => process.exit(0));
`;

const listOf = (values) => JSON.stringify(`(${values.join(",")})`);
const MEASURE_IDS = listOf(COMPARED_CODES.map((code) => MEASURES[code].id));
const VISIBLE = 'kind: "2", visible_from: "<=1", visible_to: ">1"';

/** The three questions whose answers hold the facts of query 03. */
async function askLayer(url, names) {
  const ask = async (query) => {
    const answer = JSON.parse(await post(url, JSON.stringify({ query })));
    if (answer.errors) throw new Error(`The layer answered ${JSON.stringify(answer.errors).slice(0, 500)}`);
    return answer.data;
  };
  const { unit } = await ask(`{ unit(limit: 1000, where: { name: ${listOf(names)} }) { id name } }`);
  const years = listOf([YEARS[0] - 1, ...YEARS]);
  const { figure } = await ask(`{
    figure(limit: 100000, where: { unit_id: ${listOf(unit.map(({ id }) => id))}, measure_id: ${MEASURE_IDS}, subject_id: "0", stage: "(3,4)", fiscal_year: ${years}, ${VISIBLE} }) {
      revision_id unit_id fiscal_year measure_id stage value status reading
    }
  }`);
  const revisions = listOf([...new Set(figure.map(({ revision_id }) => revision_id))]);
  const { reading } = await ask(`{
    reading(limit: 100000, where: { revision_id: ${revisions}, measure_id: ${MEASURE_IDS}, subject_id: "0", stage: "3" }) {
      revision_id seq section_title text
    }
  }`);
  return { units: unit.length, figures: figure.length, readings: reading.length };
}

async function startProcess(file, environment) {
  const child = fork(file, { env: { PATH: process.env.PATH, NODE_ENV: "production", ...environment } });
  const [{ port }] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error(`${file} ended before it was ready`);
    }),
  ]);
  return { url: `http://127.0.0.1:${port}`, end: () => child.disconnect() };
}

const folder = mkdtempSync(path.join(os.tmpdir(), "hub-layer-"));
const running = [];
let server;
try {
  writeFileSync(path.join(folder, "package.json"), '{ "private": true }');
  writeFileSync(path.join(folder, "serve.cjs"), SERVE_LAYER);
  // A dependency of it asks for a newer Node than 20 and works on it all the same.
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error", LAYER, "graphql@16.15.0"], {
    cwd: folder,
  });
  server = await startServer({ bufferPool: isQuick ? "512M" : "2G" });
  const connection = await mysql.createConnection({ uri: server.url, charset: "utf8mb4" });
  await connection.query("CREATE DATABASE hub CHARACTER SET utf8mb4");
  await connection.changeUser({ database: "hub" });
  const url = `${server.url}/hub`;
  const database = await openDatabase({ url, dataDir: "", poolSize: 2 });
  await migrate(database);
  await database.destroy();
  const units = generateUnits({ count: UNITS, thin: isQuick });
  await loadHub(connection, units, { withProjects: false });
  await connection.end();

  const settings = { HOST: "127.0.0.1", PORT: "0", LOG_LEVEL: "error", SAMPLE_DATA: "false", RESPONSE_CACHE_MB: "0" };
  const hub = await startProcess(new URL("serve-hub.mjs", import.meta.url), { DATABASE_URL: url, ...settings });
  running.push(hub);
  const layer = await startProcess(path.join(folder, "serve.cjs"), { DATABASE_URL: url.replace("mariadb:", "mysql:") });
  running.push(layer);

  const query = readFileSync(new URL("../../schema/operations/03-compare.graphql", import.meta.url), "utf8");
  for (const size of SIZES) {
    const names = Array.from({ length: size }, (_, index) => units[index * Math.floor(UNITS / size)].name);
    const facts = await askLayer(layer.url, names);
    if (facts.units !== size || facts.readings === 0) throw new Error(`The layer found other facts: ${JSON.stringify(facts)}`);
    const body = JSON.stringify({ query, variables: { units: names, years: YEARS } });
    const [own, theirs] = await alternate([() => post(`${hub.url}/graphql`, body), () => askLayer(layer.url, names)], {
      seconds: isQuick ? 2 : 6,
      rounds: 5,
    });
    console.log(
      `${LAYER}, ${size} units × ${YEARS.length} years: its facts alone ÷ compare's answer ${(theirs / own).toFixed(2)} (${theirs.toFixed(1)} ms ÷ ${own.toFixed(1)} ms)`,
    );
  }
} finally {
  for (const one of running) one.end();
  await server?.stop();
  rmSync(folder, { recursive: true, force: true });
}
