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
  if (found.size === 0) throw new ClearError(`There is nothing to read in ${paths.join(", ")}: only ${FORMATS} are looked for`);
  return [...found];
}

/** What a folder holds beside: told, so that nobody takes it for imported. */
export async function tellPassedOver(paths: readonly string[], tell: (line: string) => void): Promise<void> {
  for (const one of paths) {
    if ((await stat(one).catch(() => undefined))?.isDirectory() !== true) continue;
    const passed = (await filesBelow(one))
      .filter((file) => !isReadable(file))
      .map((file) => path.extname(file).toLowerCase() || "no ending");
    if (passed.length === 0) continue;
    const endings = [...new Set(passed)].sort().map((ending) => `${passed.filter((other) => other === ending).length} ${ending}`);
    tell(
      `${one}: ${passed.length} file${passed.length === 1 ? " is" : "s are"} passed over (${endings.join(", ")}); only ${FORMATS} are read`,
    );
  }
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

const readableBelow = async (folder: string): Promise<string[]> => (await filesBelow(folder)).filter(isReadable).sort();

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}
