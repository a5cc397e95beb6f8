// How fast documents are imported: npm run bench:import [-- --json] [-- --documents 200]
// Generated disclosures in every form are imported by the built command into a fresh embedded database; then one text and one PDF of thirty pages
// or more are read, parsed and checked in this process, set as the reading children are, for their CPU alone. With --json the last line is one JSON object.
import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { transformFileSync } from "@swc/core";

const require = createRequire(import.meta.url);
const ROOT = path.join(import.meta.dirname, "../..");
// The generator is TypeScript of the tests.
require.extensions[".ts"] = (module, file) =>
  module._compile(transformFileSync(file, { swcrc: true, configFile: path.join(ROOT, ".swcrc") }).code, file);
const { generatedFile } = require("../../test/support/generated-files.ts");
const { describeDocument } = require("../../test/support/disclosure-generator/describe-document.ts");
const { writePdf } = require("../../test/support/document-writers/write-pdf.ts");
const { optimiseLate } = require("../../dist/src/extract/optimise-late.js");
const { extractDocument } = require("../../dist/src/extract/extract-document.js");
const { parseDisclosure } = require("../../dist/src/parse/parse-disclosure.js");
const { checkDisclosure } = require("../../dist/src/check/check-disclosure.js");

const { values: options } = parseArgs({ options: { json: { type: "boolean" }, documents: { type: "string", default: "200" } } });
const DOCUMENTS = Number(options.documents);
const LEAST_PAGES = 30;
const ROUNDS = 5;

const scratch = mkdtempSync(path.join(tmpdir(), "bench-import-"));
const result = { documents: DOCUMENTS };
try {
  const bytes = Array.from({ length: DOCUMENTS }, (_, number) => generatedFile(number)).map((file) => {
    writeFileSync(path.join(scratch, file.fileName), file.bytes);
    return file.bytes.length;
  });
  result.megabytes = tenths(bytes.reduce((sum, length) => sum + length, 0) / 1e6);
  Object.assign(result, await measureImport());
  optimiseLate();
  result.textCpuSeconds = await cpuOf(generatedFile(0, "txt"));
  const pdf = longPdf();
  result.pdfPages = pdf.pages;
  result.pdfCpuSeconds = await cpuOf(pdf);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(
  [
    `${result.documents} documents (${result.megabytes} MB) in ${result.seconds} s: ${result.documentsPerSecond} documents/s`,
    `peak memory: ${result.parentMegabytes} MB, and ${result.childrenMegabytes} MB in ${result.children} reading children together`,
    `CPU of one text document ${result.textCpuSeconds} s, of one PDF of ${result.pdfPages} pages ${result.pdfCpuSeconds} s`,
  ].join("\n"),
);
if (options.json) console.log(JSON.stringify(result));

async function measureImport() {
  const env = { ...process.env, DATA_DIR: path.join(scratch, "data") };
  delete env.DATABASE_URL;
  const began = performance.now();
  const hub = spawn(process.execPath, [path.join(ROOT, "dist/src/cli/main.js"), "import", "--json", scratch], { env });
  let output = "";
  hub.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  hub.stderr.pipe(process.stderr);
  const peaks = new Map();
  const watch = setInterval(() => {
    for (const pid of [hub.pid, ...childrenOf(hub.pid)]) peaks.set(pid, Math.max(peaks.get(pid) ?? 0, peakOf(pid)));
  }, 100);
  const status = await new Promise((resolve) => hub.once("close", resolve));
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1000;
  const failed = output.split("\n").filter((line) => line !== "" && JSON.parse(line).status !== "IMPORTED");
  if (status !== 0 || failed.length > 0) throw new Error(`The import ended with ${status}: ${failed.join("\n")}`);
  const parent = peaks.get(hub.pid) ?? 0;
  peaks.delete(hub.pid);
  return {
    seconds: tenths(seconds),
    documentsPerSecond: tenths(DOCUMENTS / seconds),
    parentMegabytes: Math.round(parent),
    children: peaks.size,
    childrenMegabytes: Math.round([...peaks.values()].reduce((sum, megabytes) => sum + megabytes, 0)),
  };
}

/** Linux only: elsewhere there is nothing to read, and the peaks are 0. */
function childrenOf(pid) {
  return (read(`/proc/${pid}/task/${pid}/children`) ?? "").split(" ").filter(Boolean).map(Number);
}

function peakOf(pid) {
  return Number(/VmHWM:\s+(\d+) kB/.exec(read(`/proc/${pid}/status`) ?? "")?.[1] ?? 0) / 1024;
}

function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

/** Median CPU of reading, parsing and checking, after one round that loads the catalogues. */
async function cpuOf({ bytes, fileName }) {
  const times = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = process.cpuUsage();
    const extracted = await extractDocument(bytes, fileName);
    checkDisclosure(parseDisclosure(extracted), extracted);
    const { user, system } = process.cpuUsage(began);
    if (round > 0) times.push((user + system) / 1e6);
  }
  return Math.round(times.sort((a, b) => a - b)[Math.floor(times.length / 2)] * 1000) / 1000;
}

/** A disclosure printed again and again until it is long enough. */
function longPdf() {
  const description = describeDocument(generatedFile(2, "pdf").generated.blocks);
  for (let times = 1; ; times += 1) {
    const bytes = writePdf(Array.from({ length: times }, () => description).flat());
    const pages = bytes.toString("latin1").split(/\/Type\s*\/Page\b/).length - 1;
    if (pages >= LEAST_PAGES) return { bytes, fileName: "long.pdf", pages };
  }
}

function tenths(value) {
  return Math.round(value * 10) / 10;
}
