// Transpiles src/ and migrations/ into dist/, only what changed since the last build. The type check is a step of its own (npm run typecheck).
import { transformFileSync } from "@swc/core";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const dist = path.join(root, "dist");
const built = new Set();

function listFiles(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && !entry.name.endsWith(".d.ts"))
    .map((entry) => path.join(entry.parentPath, entry.name));
}

function isFresh(source, target) {
  return fs.existsSync(target) && fs.statSync(target).mtimeMs >= fs.statSync(source).mtimeMs;
}

// Several commands may build at once: a file appears whole or not at all.
function writeWhole(target, text) {
  const draft = `${target}.${process.pid}`;
  fs.writeFileSync(draft, text);
  fs.renameSync(draft, target);
}

for (const source of ["src", "migrations"].flatMap((folder) => listFiles(path.join(root, folder)))) {
  const target = path.join(dist, path.relative(root, source)).replace(/\.ts$/, ".js");
  built.add(target).add(`${target}.map`);
  if (isFresh(source, target)) continue;
  fs.mkdirSync(path.dirname(target), { recursive: true });
  const { code, map } = transformFileSync(source, { swcrc: true, configFile: path.join(root, ".swcrc"), sourceMaps: true });
  writeWhole(`${target}.map`, map);
  writeWhole(target, `${code}\n//# sourceMappingURL=${path.basename(target)}.map\n`);
}

for (const entry of fs.existsSync(dist) ? fs.readdirSync(dist, { withFileTypes: true, recursive: true }) : []) {
  const file = path.join(entry.parentPath, entry.name);
  if (entry.isFile() && /\.js(\.map)?$/.test(entry.name) && !built.has(file) && !file.startsWith(path.join(dist, "explorer")))
    fs.rmSync(file);
}
