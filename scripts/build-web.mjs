// Builds the pages (web/) into dist/web: hashed names, each file compressed once here and never again while it is served.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const compressions = {
  ".br": (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } }),
  ".gz": (bytes) => promisify(gzip)(bytes, { level: 9 }),
};

/** What the pages hold in common with the server. */
const SHARED = [
  "src/http/charts/look.ts",
  "src/http/charts/panels.ts",
  "src/http/charts/rule-years-query.ts",
  "src/http/charts/write-number.ts",
];

/**
 * Builds the pages when one of their sources or packages changed. The packages are known by the lockfile.
 *
 * @param writeWhole several commands may build at once: writes a file that appears whole or not at all.
 */
export async function buildWeb(root, writeWhole) {
  const source = path.join(root, "web");
  const target = path.join(root, "dist", "web");
  const sources = fs
    .readdirSync(source, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const shared = SHARED.map((name) => path.join(root, name));
  const inputs = [fileURLToPath(import.meta.url), path.join(root, "package-lock.json"), ...shared, ...sources];
  const recipe = inputs
    .reduce((hash, file) => hash.update(`${path.relative(root, file)}\n`).update(fs.readFileSync(file)), createHash("sha256"))
    .digest("hex");
  const recipeFile = path.join(target, ".recipe");
  if (fs.existsSync(recipeFile) && fs.readFileSync(recipeFile, "utf8") === recipe) return;
  const files = await bundle(source);
  const written = new Set([".recipe"]);
  // The page itself comes after what it names.
  for (const { name, bytes } of files.sort((a, b) => Number(a.name === "index.html") - Number(b.name === "index.html"))) {
    for (const [suffix, compress] of Object.entries(compressions)) writeWhole(path.join(target, name + suffix), await compress(bytes));
    writeWhole(path.join(target, name), bytes);
    for (const suffix of ["", ...Object.keys(compressions)]) written.add(name + suffix);
  }
  for (const entry of fs.readdirSync(target, { withFileTypes: true, recursive: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !entry.name.endsWith(".draft") && !written.has(path.relative(target, file))) fs.rmSync(file, { force: true });
  }
  // Last: what was interrupted is built again.
  writeWhole(recipeFile, recipe);
}

async function bundle(root) {
  // Loaded only now: most builds need none of it.
  const { build } = await import("vite");
  const { output } = await build({
    root,
    configFile: false,
    logLevel: "warn",
    oxc: { jsx: { runtime: "automatic" } },
    build: {
      write: false,
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // ECharts in one piece, loaded when the first plot comes into view.
      chunkSizeWarningLimit: 800,
    },
  });
  return output.map((one) => ({ name: one.fileName, bytes: Buffer.from(one.type === "chunk" ? one.code : one.source) }));
}
