// Names what the schema takes away from those who query it: node scripts/check-released-schema.mjs [RELEASED] [CURRENT] [ACCEPTED]
// A break that is meant stands in schema/accepted-breaks.txt as the line printed here, with its reason after a # on the line above, until the
// next release makes the current schema the released one. Exit 1: a break that nobody accepted, or an accepted one that is no break (any more).
import fs from "node:fs";
import { buildSchema, findBreakingChanges, findDangerousChanges } from "graphql";

const [releasedFile = "schema/released.graphql", currentFile = "schema/schema.graphql", acceptedFile = "schema/accepted-breaks.txt"] =
  process.argv.slice(2);

const readSchema = (file) => buildSchema(fs.readFileSync(file, "utf8"));
const acceptedLines = fs.existsSync(acceptedFile) ? fs.readFileSync(acceptedFile, "utf8").split("\n") : [];
const accepted = new Set(acceptedLines.map((line) => line.trim()).filter((line) => line !== "" && !line.startsWith("#")));

const released = readSchema(releasedFile);
const current = readSchema(currentFile);
const breaks = findBreakingChanges(released, current).map(({ type, description }) => `${type}: ${description}`);
const unaccepted = breaks.filter((line) => !accepted.has(line));
const stale = [...accepted].filter((line) => !breaks.includes(line));

for (const { type, description } of findDangerousChanges(released, current)) console.log(`May surprise a client: ${type}: ${description}`);
for (const line of breaks) if (accepted.has(line)) console.log(`Accepted: ${line}`);
for (const line of unaccepted) console.error(`Breaking: ${line}`);
for (const line of stale) console.error(`Accepted, but no break of the released schema: ${line}`);
console.log(`${breaks.length} breaking changes against ${releasedFile}, ${unaccepted.length} not accepted`);
if (unaccepted.length + stale.length > 0) process.exitCode = 1;
