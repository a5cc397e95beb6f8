import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { ClearError } from "./clear-error";

const READABLE = new Set([".txt", ".docx", ".doc", ".pdf", ".xlsx", ".xls", ".html", ".htm"]);

/** The files that paths name: a file as it is, a folder with everything readable below it, in a stable order, each once. */
export async function collectFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const one of paths) {
    const status = await stat(one).catch(() => {
      throw new ClearError(`There is no file or folder ${one}`);
    });
    for (const file of status.isDirectory() ? await readableBelow(one) : [one]) found.add(path.normalize(file));
  }
  return [...found];
}

async function readableBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && READABLE.has(path.extname(entry.name).toLowerCase()))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
