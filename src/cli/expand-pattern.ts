import type { Dirent } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";

const MAGIC = /[*?{[]/;

export const isPattern = (text: string): boolean => MAGIC.test(text);

/**
 * The files that a pattern names where no shell expanded it (it was quoted, or the shell has none): `*` and `?` within a name, `**` for any
 * depth of folders, `{a,b}`, `[0-9]`. Names that begin with a dot are only met by a part that begins with one. In the order of their names.
 */
export async function expandPattern(pattern: string): Promise<string[]> {
  const files = new Set<string>();
  for (const plain of expandBraces(pattern)) {
    const { root } = path.parse(plain);
    const parts = plain.slice(root.length).split(path.sep === "/" ? /\/+/ : /[\\/]+/);
    for (const file of await filesBelow(
      root,
      parts.filter((part) => part !== "" && part !== "."),
    ))
      files.add(file);
  }
  return [...files].sort();
}

/** a{b,c}d → abd, acd; braces may stand within braces. */
function expandBraces(pattern: string): string[] {
  const braces = /\{([^{}]*,[^{}]*)\}/.exec(pattern);
  if (braces === null) return [pattern];
  const before = pattern.slice(0, braces.index);
  const after = pattern.slice(braces.index + braces[0].length);
  return (braces[1] ?? "").split(",").flatMap((choice) => expandBraces(`${before}${choice}${after}`));
}

async function filesBelow(folder: string, parts: readonly string[]): Promise<string[]> {
  const [part, ...rest] = parts;
  if (part === undefined) return [];
  if (!isPattern(part) && rest.length > 0) return filesBelow(path.join(folder, part), rest);
  const entries = await entriesOf(folder);
  if (part === "**") {
    const deeper = entries.filter((entry) => entry.isDirectory() && !entry.name.startsWith("."));
    const here = await filesBelow(folder, rest.length > 0 ? rest : ["*"]);
    const below = await Promise.all(deeper.map(({ name }) => filesBelow(path.join(folder, name), parts)));
    return [...here, ...below.flat()];
  }
  const named = expressionOf(part);
  const matching = entries.filter(({ name }) => named.test(name) && (part.startsWith(".") || !name.startsWith(".")));
  if (rest.length === 0) return matching.filter((entry) => !entry.isDirectory()).map(({ name }) => path.join(folder, name));
  const below = matching.filter((entry) => !entry.isFile()).map(({ name }) => filesBelow(path.join(folder, name), rest));
  return (await Promise.all(below)).flat();
}

/** A folder that is none, or that may not be read, holds nothing. */
const entriesOf = (folder: string): Promise<Dirent[]> => readdir(folder === "" ? "." : folder, { withFileTypes: true }).catch(() => []);

function expressionOf(part: string): RegExp {
  const source = part.replace(/\[!?[^\]]+\]|[\s\S]/g, (piece) => {
    if (piece === "*") return "[^/]*";
    if (piece === "?") return "[^/]";
    if (piece.length > 1) return `[${piece.slice(1, -1).replace(/^!/, "^").replace(/\\/g, "\\\\")}]`;
    return piece.replace(/[\\^$.*+?()[\]{}|/]/, "\\$&");
  });
  return new RegExp(`^${source}$`, "u");
}
