// What the hub is held against, behind bare node:http handlers in a process of its own: one hand-written statement (/handwritten), naive
// relations (/naive), and the bytes that were last put there (/raw).
import { createServer } from "node:http";
import mysql from "mysql2";
import { comparisonSql, readComparison } from "./handwritten.mjs";
import { naiveAnswer, openNaive } from "./naive.mjs";

const url = process.env.DATABASE_URL;
const pool = mysql.createPool({ uri: url, charset: "utf8mb4", connectionLimit: 10, supportBigNumbers: true });
const naive = await openNaive(url);
let bytes = Buffer.alloc(0);

async function readBody(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function conditionOf({ units, regions }) {
  if (units) return `u.name IN (${units.map((name) => mysql.escape(name)).join(", ")})`;
  return `(${regions.map((code) => `u.region_code LIKE ${mysql.escape(`${code.slice(0, 2)}%`)}`).join(" OR ")})`;
}

const HANDLERS = {
  "/handwritten": async (body) => {
    const question = JSON.parse(body);
    return readComparison(pool, comparisonSql(conditionOf(question), question.years, question.units !== undefined));
  },
  "/naive": (body) => naiveAnswer(naive, JSON.parse(body)),
  "/put": async (body) => {
    bytes = body;
    return "";
  },
};

const JSON_HEADERS = { "content-type": "application/json; charset=utf-8" };

const server = createServer((request, response) => {
  if (request.url === "/raw") {
    request.resume();
    response.writeHead(200, { ...JSON_HEADERS, "content-length": bytes.length });
    response.end(bytes);
    return;
  }
  readBody(request)
    .then((body) => HANDLERS[request.url](body))
    .then((text) => {
      response.writeHead(200, { ...JSON_HEADERS, "content-length": Buffer.byteLength(text) });
      response.end(text);
    })
    .catch((error) => response.writeHead(500).end(String(error?.stack ?? error)));
});
server.listen(0, "127.0.0.1", () => process.send({ port: server.address().port }));
process.on("disconnect", () => process.exit(0));
