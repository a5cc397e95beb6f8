// How fast the hub answers, in ratios that hold on any machine: npm run bench [-- --quick] [-- --json]
// A private MariaDB is filled with a hub of 5,000 units × 5 years (--quick: a tenth of its figures) and gone afterwards. Both sides of a ratio are
// measured in one run, in turn, as medians. With --json the last line is one JSON object.
import { fork } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseArgs } from "node:util";
import mysql from "mysql2/promise";
import { assertSameAnswer } from "./assert-same-answer.mjs";
import { generateUnits, loadHub, PROVINCES, YEARS } from "./generate.mjs";
import { alternate, median, post, throughput } from "./rounds.mjs";
import { startServer } from "./start-server.mjs";

const require = createRequire(import.meta.url);
require("reflect-metadata");
const { migrate } = require("../../dist/src/store/migrate.js");
const { openDatabase } = require("../../dist/src/store/open-database.js");

const { values: options } = parseArgs({
  options: { quick: { type: "boolean" }, smallest: { type: "boolean" }, json: { type: "boolean" } },
});
/** The smallest says nothing of speed: it is for the test that all of it runs. */
const PLANS = {
  whole: { unitCount: 5000, thin: false, seconds: 6, rounds: 9, bufferPool: "2G" },
  quick: { unitCount: 1000, thin: true, seconds: 1, rounds: 5, bufferPool: "512M" },
  smallest: { unitCount: 160, thin: true, seconds: 0, rounds: 1, bufferPool: "64M" },
};
const PLAN = PLANS[options.smallest ? "smallest" : options.quick ? "quick" : "whole"];
const UNITS = PLAN.unitCount;
const SIZES = [10, 100, 1000];
const GROWTH = [1, 4, 16];
const CONNECTIONS = 32;
/** Units of the question that is asked while the hub grows: even the smallest hub holds them. */
const FIXED = Math.min(50, UNITS / 16);

const QUERY_03 = readFileSync(new URL("../../schema/operations/03-compare.graphql", import.meta.url), "utf8");
/** The same answer for units that are selected by their regions: a list names at most 250. */
const QUERY_03_BY_REGION = QUERY_03.replace("$units: [String!]!", "$regions: [String!]!").replace("units: $units", "regions: $regions");
const RANK_ALL = `query RankAll($year: Int!) {
  compare(where: { years: [$year] }, measures: [THREE_PUBLIC_TOTAL], orderBy: { measure: THREE_PUBLIC_TOTAL, direction: DESC }, first: 10) {
    totalCount
    rows { unit { name } cells { value rank peerMedian } }
    pageInfo { hasNextPage endCursor }
  }
}`;

const say = (text) => console.log(text);
const rounded = (value, digits = 2) => Number(value.toFixed(digits));

async function createHub(serverUrl, name, units, withProjects) {
  const connection = await mysql.createConnection({ uri: serverUrl });
  await connection.query(`CREATE DATABASE ${name} CHARACTER SET utf8mb4`);
  await connection.end();
  const url = `${serverUrl}/${name}`;
  const database = await openDatabase({ url, dataDir: "", poolSize: 2 });
  await migrate(database);
  await database.destroy();
  const loader = await mysql.createConnection({ uri: url, charset: "utf8mb4" });
  const counts = await loadHub(loader, units, { withProjects });
  await loader.end();
  return { url, counts };
}

const children = [];

async function startChild(file, environment) {
  const child = fork(new URL(file, import.meta.url), {
    env: {
      PATH: process.env.PATH,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: "0",
      LOG_LEVEL: "error",
      SAMPLE_DATA: "false",
      ...environment,
    },
  });
  children.push(child);
  const [first] = await Promise.race([
    once(child, "message"),
    once(child, "exit").then(() => {
      throw new Error(`${file} ended before it was ready`);
    }),
  ]);
  return {
    url: `http://127.0.0.1:${first.port}`,
    ask: async () => {
      child.send("tell");
      const [told] = await once(child, "message");
      return told;
    },
  };
}

const startHub = (url, cache) => startChild("serve-hub.mjs", { DATABASE_URL: url, RESPONSE_CACHE_MB: cache ? "64" : "0" });

/** Names spread over the whole hub. */
function questionOf(size, units) {
  if (size > 250) {
    const perProvince = units.length / PROVINCES.length;
    return { regions: PROVINCES.slice(0, Math.ceil(size / perProvince)), years: YEARS };
  }
  const step = Math.floor(units.length / size);
  return { units: Array.from({ length: size }, (_, index) => units[index * step].name), years: YEARS };
}

const graphqlBody = (question) => JSON.stringify({ query: question.units ? QUERY_03 : QUERY_03_BY_REGION, variables: question });

async function measure(serverUrl) {
  const units = generateUnits({ count: UNITS, thin: PLAN.thin });
  const begun = performance.now();
  const hubs = [];
  for (const times of GROWTH) {
    const isWhole = times === GROWTH.at(-1);
    hubs.push(await createHub(serverUrl, `hub_${times}`, units.slice(0, Math.floor((UNITS * times) / GROWTH.at(-1))), isWhole));
  }
  const whole = hubs.at(-1);
  const rows = Object.values(whole.counts).reduce((sum, count) => sum + count, 0);
  const took = (performance.now() - begun) / 1000;
  say(
    `${UNITS} units × ${YEARS.length} years: ${whole.counts.figure} figures, ${whole.counts.indicator} indicators, ${rows} rows; loaded in ${rounded(took, 1)} s`,
  );

  const hub = await startHub(whole.url, false);
  const baselines = await startChild("serve-baselines.mjs", { DATABASE_URL: whole.url });
  const graphql = `${hub.url}/graphql`;
  const result = { units: UNITS, figures: whole.counts.figure, compareVsHandwrittenSql: {}, milliseconds: {} };

  for (const size of SIZES) {
    const question = questionOf(size, units);
    const ours = graphqlBody(question);
    const theirs = JSON.stringify(question);
    assertSameAnswer(`N = ${size}`, await post(graphql, ours), await post(`${baselines.url}/handwritten`, theirs));
    const [own, handwritten] = await alternate([() => post(graphql, ours), () => post(`${baselines.url}/handwritten`, theirs)], {
      ...PLAN,
      seconds: PLAN.seconds * (size === 1000 ? 2 : 1),
    });
    result.compareVsHandwrittenSql[size] = rounded(own / handwritten);
    result.milliseconds[size] = { ours: rounded(own), handwritten: rounded(handwritten) };
  }

  const hundred = questionOf(100, units);
  assertSameAnswer("naive", await post(graphql, graphqlBody(hundred)), await post(`${baselines.url}/naive`, JSON.stringify(hundred)));
  const [own, naive] = await alternate(
    [() => post(graphql, graphqlBody(hundred)), () => post(`${baselines.url}/naive`, JSON.stringify(hundred))],
    PLAN,
  );
  result.naiveVsCompare = rounded(naive / own);

  const before = await hub.ask();
  await post(graphql, graphqlBody(hundred));
  result.sqlStatements = (await hub.ask()).statements - before.statements;

  const rankAll = JSON.stringify({ query: RANK_ALL, variables: { year: YEARS.at(-1) } });
  const ranked = JSON.parse(await post(graphql, rankAll));
  if (ranked.errors || ranked.data.compare.rows.length !== 10)
    throw new Error(`The ten first were not answered: ${JSON.stringify(ranked)}`);
  [result.rankAll] = (await alternate([() => post(graphql, rankAll)], PLAN)).map((one) => rounded(one));

  const small = [];
  for (const { url } of hubs.slice(0, -1)) small.push(await startHub(url, false));
  const fixed = graphqlBody({ units: units.slice(0, FIXED).map(({ name }) => name), years: YEARS });
  const grown = await alternate(
    [...small, hub].map(
      ({ url }) =>
        () =>
          post(`${url}/graphql`, fixed),
    ),
    { ...PLAN, seconds: PLAN.seconds * 2 },
  );
  result.growth = Object.fromEntries(GROWTH.map((times, index) => [`${times}x`, rounded(grown[index] / grown[0])]));
  result.peakRssMegabytes = Math.round((await hub.ask()).peakBytes / 2 ** 20);

  const cached = await startHub(whole.url, true);
  const ten = graphqlBody(questionOf(10, units));
  const answer = await post(`${cached.url}/graphql`, ten);
  await post(`${baselines.url}/put`, answer);
  const [ofCache, raw] = [[], []];
  for (let round = 0; round < PLAN.rounds; round += 1) {
    ofCache.push(await throughput(`${cached.url}/graphql`, ten, CONNECTIONS, PLAN.seconds * 120 + 100));
    raw.push(await throughput(`${baselines.url}/raw`, ten, CONNECTIONS, PLAN.seconds * 120 + 100));
  }
  result.cachedVsRawHttp = rounded(median(ofCache) / median(raw));
  result.answersPerSecond = { cached: Math.round(median(ofCache)), rawHttp: Math.round(median(raw)) };
  return result;
}

function printTable(result) {
  const lines = [
    ...SIZES.map((size) => [
      `compare ÷ one hand-written statement, ${size} units × ${YEARS.length} years × 5 measures`,
      result.compareVsHandwrittenSql[size],
      `${result.milliseconds[size].ours} ms ÷ ${result.milliseconds[size].handwritten} ms`,
    ]),
    ["naive TypeORM relations ÷ compare, 100 units", result.naiveVsCompare, ""],
    [
      "answers a second from the cache ÷ bare node:http",
      result.cachedVsRawHttp,
      `${result.answersPerSecond.cached} ÷ ${result.answersPerSecond.rawHttp}`,
    ],
    ["SQL statements of a comparison", result.sqlStatements, ""],
    [`the ten first of all ${UNITS} units, uncached`, result.rankAll, "ms"],
    [`the same ${FIXED} units in a hub 4 times as large`, result.growth["4x"], ""],
    [`the same ${FIXED} units in a hub 16 times as large`, result.growth["16x"], ""],
    ["peak memory of the hub", result.peakRssMegabytes, "MB"],
  ];
  for (const [what, value, how] of lines) say(`${what.padEnd(72)} ${String(value).padStart(8)}  ${how}`);
}

const server = await startServer({ bufferPool: PLAN.bufferPool });
try {
  const result = await measure(server.url);
  printTable(result);
  if (options.json) say(JSON.stringify(result));
} finally {
  for (const child of children) child.disconnect();
  await server.stop();
}
