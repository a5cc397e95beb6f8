// The hub as it is served, in a process of its own: node serve-hub.mjs (on or off), with DATABASE_URL. Tells its port to whoever forked it, then on
// every message how many statements it has sent to the database and how much memory it has held at most.
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
require("reflect-metadata");
const { readConfig } = require("../../dist/src/config/read-config.js");
const { startHttpServer } = require("../../dist/src/http/start-http-server.js");
const { openDatabase } = require("../../dist/src/store/open-database.js");

const config = readConfig();
const database = await openDatabase(config.database);
let statements = 0;
// Of every connection, whoever took it from the pool.
const { prototype } = require(path.join(path.dirname(require.resolve("mysql2/package.json")), "lib/base/connection.js"));
const { query } = prototype;
prototype.query = function (...given) {
  statements += 1;
  return query.apply(this, given);
};

const server = await startHttpServer({ database, config });
process.on("message", () => process.send({ statements, peakBytes: process.resourceUsage().maxRSS * 1024 }));
process.on("disconnect", () => process.exit(0));
process.send({ port: server.port });
