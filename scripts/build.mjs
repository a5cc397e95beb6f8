// Transpiles src/, migrations/, the client and the examples into dist/, only what changed since the last build, and copies what else lies in
// src/ (but for its READMEs).
// The type check is a step of its own (npm run typecheck).
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { transformFileSync } from "@swc/core";
import { buildExplorer } from "./build-explorer.mjs";
import { buildWeb } from "./build-web.mjs";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");
const swcrc = path.join(root, ".swcrc");
const folders = ["src", "migrations", "clients/typescript", "examples"];

function listFiles(folder) {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

/** A built file carries the time of its source (to what file systems keep of it), so that an older source put back is seen as well as a newer one. */
function isFresh(source, target) {
  return fs.existsSync(target) && Math.abs(fs.statSync(target).mtimeMs - fs.statSync(source).mtimeMs) < 2;
}

/** Several commands may build at once: a file appears whole or not at all. */
function writeWhole(target, content, time = new Date()) {
  const draft = `${target}.${process.pid}.draft`;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  fs.writeFileSync(draft, content);
  fs.utimesSync(draft, time, time);
  fs.renameSync(draft, target);
}

/** What was built under another recipe (settings, transpiler, this script) is not fresh, whatever its time. */
const recipeFile = path.join(dist, ".recipe");
const recipe = [swcrc, fileURLToPath(import.meta.url), path.join(root, "package-lock.json")]
  .reduce((hash, file) => hash.update(fs.readFileSync(file)), createHash("sha256"))
  .digest("hex");
const isSameRecipe = fs.existsSync(recipeFile) && fs.readFileSync(recipeFile, "utf8") === recipe;

const built = new Set();

for (const source of folders.flatMap((folder) => listFiles(path.join(root, folder)))) {
  if (source.endsWith(".d.ts") || source.endsWith(".md")) continue;
  const isTypeScript = source.endsWith(".ts");
  if (!isTypeScript && !source.startsWith(path.join(root, "src", path.sep))) continue;
  const target = path.join(dist, path.relative(root, source)).replace(/\.ts$/, ".js");
  built.add(target);
  if (isTypeScript) built.add(`${target}.map`);
  if (isSameRecipe && isFresh(source, target)) continue;
  // Read before the content: an edit in between makes the next build do it again.
  const time = fs.statSync(source).mtime;
  if (!isTypeScript) {
    writeWhole(target, fs.readFileSync(source), time);
    continue;
  }
  const { code, map } = transformFileSync(source, { swcrc: true, configFile: swcrc, sourceMaps: true });
  writeWhole(`${target}.map`, map);
  writeWhole(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`, time);
}

// Sources that are gone leave nothing behind. Drafts belong to a build that is at work, or was interrupted an hour ago.
const isForgottenDraft = (file) =>
  file.endsWith(".draft") && Date.now() - fs.statSync(file, { throwIfNoEntry: false })?.mtimeMs > 3_600_000;
for (const file of folders.flatMap((folder) => listFiles(path.join(dist, folder)))) {
  if (file.endsWith(".draft") ? isForgottenDraft(file) : !built.has(file)) fs.rmSync(file, { force: true });
}

if (!isSameRecipe) writeWhole(recipeFile, recipe);

buildExplorer(root, writeWhole);
await buildWeb(root, writeWhole);
