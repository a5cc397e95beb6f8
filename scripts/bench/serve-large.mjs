// A large hub to try the pages on: node scripts/bench/serve-large.mjs [--units 1000] [--port 0]. A private MariaDB is filled with made-up units × 5 years,
// with findings besides, and is gone when the process ends (Ctrl-C, or the end of whoever forked it). Prints the address, and tells it to whoever forked it.
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import mysql from "mysql2/promise";
import { generateUnits, loadHub } from "./generate.mjs";
import { startServer } from "./start-server.mjs";

const require = createRequire(import.meta.url);
require("reflect-metadata");
const { startHttpServer } = require("../../dist/src/http/start-http-server.js");
const { MEASURES } = require("../../dist/src/model/measures.js");
const { migrate } = require("../../dist/src/store/migrate.js");
const { openDatabase } = require("../../dist/src/store/open-database.js");

const { values: options } = parseArgs({
  options: { units: { type: "string", default: "1000" }, port: { type: "string", default: "0" } },
});

/** What a comparison does not read and the pages show: the document, who passed which check, and a finding in every ninth disclosure. */
const SHOWN = [
  `INSERT INTO source_document (id, sha256, file_name, format, byte_length, imported_at)
    VALUES (1, '${"0".repeat(64)}', 'made-up.txt', 'TEXT', 1, '2024-01-01T00:00:00.000Z')`,
  "UPDATE disclosure_revision SET published_at = '2024-01-01T00:00:00.000Z'",
  `INSERT INTO rule_outcome (revision_id, rule, outcome)
    SELECT id, 'THREE_PUBLIC_SUM', IF(id % 9 = 0, 'FAIL', 'PASS') FROM disclosure_revision`,
  ...[
    ["CHECKS_PASSED", "80 + id % 15"],
    ["CHECKS_FAILED", "IF(id % 9 = 0, 1 + id % 14, 0)"],
  ].map(
    ([measure, value]) =>
      `INSERT INTO figure (revision_id, measure_id, subject_id, stage, unit_id, fiscal_year, kind, scope, value, status, derived, reading, visible_from, visible_to)
        SELECT r.id, ${MEASURES[measure].id}, 0, f.stage, r.unit_id, r.fiscal_year, r.kind, r.scope, ${value.replaceAll("id", "r.id")}, 1, 1, -1, 1, r.visible_to
        FROM disclosure_revision r JOIN (SELECT MIN(stage) stage FROM figure WHERE measure_id = ${MEASURES.PERSONNEL_EXPENSE.id}) f`,
  ),
  `INSERT INTO finding (revision_id, seq, unit_id, fiscal_year, rule, severity, value_kind, published, recomputed, tolerance, detail, figures, citations, visible_from, visible_to)
    SELECT id, 0, unit_id, fiscal_year, 'THREE_PUBLIC_SUM', IF(id % 2 = 0, 'ERROR', 'WARNING'), 'MONEY', 250000000, 230000000, 15000,
      '{"wholeCount":"1","partCount":"2","table":"THREE_PUBLIC"}',
      '[{"measure":"THREE_PUBLIC_TOTAL","stage":"FINAL"},{"measure":"OFFICIAL_VEHICLES","stage":"FINAL"},{"measure":"OFFICIAL_RECEPTION","stage":"FINAL"}]',
      '[]', 1, visible_to
    FROM disclosure_revision WHERE id % 9 = 0`,
];

const server = await startServer({ bufferPool: "512M" });
let isStopping = false;
const stop = async (status) => {
  if (isStopping) return;
  isStopping = true;
  await server.stop();
  process.exit(status);
};
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => void stop(0));
process.on("disconnect", () => void stop(0));

try {
  const begun = performance.now();
  const creator = await mysql.createConnection({ uri: server.url });
  await creator.query("CREATE DATABASE large CHARACTER SET utf8mb4");
  await creator.end();
  const url = `${server.url}/large`;
  const database = await openDatabase({ url, dataDir: "", poolSize: 10 });
  await migrate(database);
  const loader = await mysql.createConnection({ uri: url, charset: "utf8mb4" });
  const units = generateUnits({ count: Number(options.units), thin: true });
  await loadHub(loader, units, { withProjects: true });
  for (const statement of SHOWN) await loader.query(statement);
  await loader.end();
  const http = await startHttpServer({
    database,
    config: {
      host: "127.0.0.1",
      port: Number(options.port),
      lameDuckSeconds: 0,
      responseCache: { maxBytes: 2 ** 26, redisUrl: undefined },
    },
  });
  const address = `http://127.0.0.1:${http.port}`;
  console.log(`${units.length} units at ${address}, loaded in ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  process.send?.({ url: address });
} catch (error) {
  console.error(error);
  await stop(1);
}
