// Holds the committed schema against the one the code prints: node scripts/check-schema-drift.mjs [COMMITTED [PRINTER]]
// Exit 1 when they differ, with the first lines that do. `npm run write-schema` writes what the code says.
import { execFileSync } from "node:child_process";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const SHOWN = 20;
const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const committedFile = process.argv[2] ?? path.join(root, "schema/schema.graphql");
const printer = process.argv[3] ?? path.join(root, "dist/src/cli/main.js");

const linesOf = (text) => text.replace(/\n$/, "").split("\n");
const printed = linesOf(execFileSync(process.execPath, [printer, "print-schema"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 }));
const committed = linesOf(fs.readFileSync(committedFile, "utf8"));

const differing = Array.from({ length: Math.max(printed.length, committed.length) }, (_, line) => line).filter(
  (line) => printed[line] !== committed[line],
);
for (const line of differing.slice(0, SHOWN)) {
  console.error(`line ${line + 1}\n  - ${committed[line] ?? "(end of file)"}\n  + ${printed[line] ?? "(end of file)"}`);
}
if (differing.length > 0) {
  console.error(`${committedFile} (-) is not what the code prints (+): run npm run write-schema, and read the difference`);
  process.exitCode = 1;
} else {
  console.log(`${committed.length} lines, as the code prints them`);
}
