// The licences of every package that runs in production: npm run licences [-- LOCKFILE]. Exit 1 where one is not known to be allowed.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** Licences that ask for no more than their notice to be kept. */
const ALLOWED_LICENCES = new Set([
  "MIT",
  "ISC",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "0BSD",
  "BlueOak-1.0.0",
  "Zlib",
  "Unlicense",
]);

const isAllowed = (expression) =>
  expression
    .replace(/^\((.*)\)$/, "$1")
    .split(" AND ")
    .every((licence) => ALLOWED_LICENCES.has(licence));

const [lockfile = path.join(root, "package-lock.json")] = process.argv.slice(2);
const { packages } = JSON.parse(fs.readFileSync(lockfile, "utf8"));
const found = Object.entries(packages)
  .filter(([where, { dev }]) => where !== "" && !dev)
  .map(([where, { version, license = "none stated" }]) => ({ name: where.replace(/^.*node_modules\//, ""), version, licence: license }))
  .sort((one, other) => one.name.localeCompare(other.name));

for (const { name, version, licence } of found) console.log(`${name} ${version}: ${licence}`);
const refused = found.filter(({ licence }) => !isAllowed(licence));
for (const { name, licence } of refused) console.error(`The licence of ${name} is not known to be allowed: ${licence}`);
process.exitCode = refused.length > 0 ? 1 : 0;
