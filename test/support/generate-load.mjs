// Asks a hub from a process of its own, so that who asks and who answers do not take each other's turns: node generate-load.mjs
// Standard input takes phases, a JSON object a line: { port, seconds, perSecond } begins so many requests a second whether or not answers come,
// { port, seconds, atOnce } keeps so many under way, { port, open, disclosures } opens so many connections, as a balancer holds them, and says how many disclosures each question is about. For each, a line comes back: [[milliseconds since its beginning, status, milliseconds taken], …].
import http from "node:http";
import readline from "node:readline";
import { setTimeout as wait } from "node:timers/promises";

const agent = new http.Agent({ keepAlive: true, maxSockets: 4000, maxFreeSockets: 4000 });
let count = 0;
let asksFor = 10;

/** No two questions are the same text, so that nothing that is kept or shared answers. */
const question = () => `query Load${(count += 1)} {
  compare(where: { years: [2022, 2023, 2024] }, measures: [EXPENDITURE_TOTAL, REVENUE_TOTAL], first: 60) {
    rows { unit { name } cells { value status citation { text } } }
  }
  disclosures(first: ${asksFor}) { nodes { unit { name } figures(measures: [EXPENDITURE_TOTAL]) { value } } }
}`;

/** A status of 0: the connection broke. */
function send(port, method, path, body) {
  const begun = performance.now();
  return new Promise((resolve) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const done = (status) => resolve([begun, status, performance.now() - begun]);
    http
      .request({ port, host: "127.0.0.1", path, method, agent, headers }, (response) => {
        response.resume();
        response.once("end", () => done(response.statusCode));
      })
      .once("error", () => done(0))
      .end(body);
  });
}

const ask = (port) => send(port, "POST", "/graphql", JSON.stringify({ query: question() }));

async function run({ port, seconds, perSecond, atOnce, open = 0, disclosures = asksFor }) {
  asksFor = disclosures;
  const begun = performance.now();
  await Promise.all(Array.from({ length: open }, () => send(port, "GET", "/livez", "")));
  if (open > 0) return [];
  const end = begun + seconds * 1000;
  const asked = [];
  if (atOnce) {
    const lane = async () => {
      while (performance.now() < end) {
        const one = ask(port);
        asked.push(one);
        await one;
      }
    };
    await Promise.all(Array.from({ length: atOnce }, lane));
  } else {
    for (let now = begun; now < end; now = performance.now()) {
      while (asked.length < ((now - begun) / 1000) * perSecond) asked.push(ask(port));
      await wait(2);
    }
  }
  return (await Promise.all(asked)).map(([at, status, taken]) => [at - begun, status, taken].map(Math.round));
}

for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await run(JSON.parse(line)))}\n`);
}
process.exit(0);
