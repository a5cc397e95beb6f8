// Imports every published document that lies beside the project through the built program into a fresh embedded database, and fails where one
// of them fails, is read worse than it was, or is not the same when it is imported again.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.join(import.meta.dirname, "..");
const MAIN = path.join(ROOT, "dist/src/cli/main.js");
const FOLDER =
  process.env.SHARED_DIR === undefined ? path.join(ROOT, "../shared/disclosures") : path.join(process.env.SHARED_DIR, "disclosures");
/** Notes about the documents, not documents. */
const isDocument = (file) => !file.endsWith(".md");
/** The least coverage in percent: a text keeps all that a PDF may lose. */
const floorOf = (file) => (file.endsWith(".pdf") ? 98 : 99);

const scratch = mkdtempSync(path.join(tmpdir(), "check-shared-"));
const environment = { ...process.env, DATA_DIR: path.join(scratch, "data"), DATABASE_URL: undefined };

/** Gives the reports of `--json`, or what the command printed. */
function importAll(...options) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, "import", ...options, ...files], {
    env: environment,
    encoding: "utf8",
    maxBuffer: 64 << 20,
  });
  if (status !== 0) problems.push(`import ${options.join(" ")} ended with ${status}: ${stderr.trim()}`);
  return stdout;
}

const reportsOf = (stdout) =>
  stdout
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line));

const files = readdirSync(FOLDER)
  .filter(isDocument)
  .map((file) => path.join(FOLDER, file));
const problems = [];
try {
  if (files.length === 0) problems.push(`there is no document in ${FOLDER}`);
  const first = reportsOf(importAll("--publish", "--json"));
  if (first.length !== files.length) problems.push(`${first.length} of ${files.length} documents were reported`);
  for (const { file, status, coverage, messages } of first) {
    const name = path.basename(file);
    if (status !== "IMPORTED") problems.push(`${name} is ${status}: ${messages.map(({ text }) => text).join("; ")}`);
    else if (coverage < floorOf(file))
      problems.push(`${name}: ${coverage} % of its numbers are cited, at least ${floorOf(file)} % must be`);
  }
  for (const { file, status } of reportsOf(importAll("--json"))) {
    if (status !== "UNCHANGED") problems.push(`${path.basename(file)} imported again is ${status}`);
  }
  console.log(importAll());
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
