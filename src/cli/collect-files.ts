import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { ClearError } from "./clear-error";
import { expandPattern, isPattern } from "./expand-pattern";

const READABLE = new Set([".txt", ".docx", ".doc", ".pdf", ".xlsx", ".xls", ".html", ".htm", ".mht", ".mhtml"]);

const FORMATS = "docx, doc, pdf, xlsx, xls, html, txt";

/** What Word and Excel leave beside a document that is open (~$名称.docx), and macOS beside any (._名称.docx), is none. */
const isReadable = (file: string): boolean => READABLE.has(path.extname(file).toLowerCase()) && !/^(?:~\$|\._)/.test(path.basename(file));

/**
 * The files that paths name: a file as it is, a folder with everything readable below it, a pattern (2023/*.pdf) with everything readable that
 * fits it; in a stable order, each once.
 */
export async function collectFiles(paths: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  for (const one of paths) for (const file of await filesOf(one)) found.add(path.normalize(file));
  if (found.size === 0) throw new ClearError(`There is nothing to read in ${paths.join(", ")} (${FORMATS})`);
  return [...found];
}

async function filesOf(one: string): Promise<string[]> {
  // A file whose name has brackets in it comes before the pattern that they could be.
  const status = await stat(one).catch(() => undefined);
  if (status !== undefined) return status.isDirectory() ? readableBelow(one) : [one];
  if (!isPattern(one)) throw new ClearError(`There is no file or folder ${one}`);
  const files = (await expandPattern(one)).filter(isReadable);
  if (files.length === 0) throw new ClearError(`Nothing readable fits ${one} (${FORMATS})`);
  return files;
}

async function readableBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && isReadable(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}
