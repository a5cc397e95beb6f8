import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { PackageTable } from "../../store/package/package-tables";
import type { WrittenFile } from "./csv-file";
import { checkColumns, DESCRIPTOR_FILE, PackageError, pathOf, readDescriptor } from "./package-descriptor";
import type { ReadDescriptor } from "./package-descriptor";

/** A package whose files are what its descriptor says. */
export interface VerifiedPackage extends ReadDescriptor {
  readonly folder: string;
  /** Of the descriptor, which holds the hashes of all else. */
  readonly sha256: string;
}

/**
 * Reads every byte of a package before anything of it is stored.
 *
 * @throws PackageError with everything that is wrong
 */
export async function verifyPackage(folder: string): Promise<VerifiedPackage> {
  const file = path.join(folder, DESCRIPTOR_FILE);
  const text = await readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new PackageError(
      error.code === "ENOENT"
        ? `There is no ${DESCRIPTOR_FILE} in ${folder}; name the folder of a package`
        : `Cannot read ${file}: ${error.message}`,
    );
  });
  const descriptor = readDescriptor(text);
  const problems: string[] = [];
  for (const [table, wanted] of descriptor.files) {
    const problem = await findProblem(folder, table, wanted);
    if (problem !== undefined) problems.push(problem);
  }
  if (problems.length > 0) throw new PackageError(`${folder} is not as it was exported; nothing was imported\n  ${problems.join("\n  ")}`);
  return { ...descriptor, folder, sha256: createHash("sha256").update(text).digest("hex") };
}

const LINE_FEED = 0x0a;
const QUOTE = 0x22;

async function findProblem(folder: string, table: PackageTable, wanted: WrittenFile): Promise<string | undefined> {
  const name = pathOf(table);
  const hash = createHash("sha256");
  let [bytes, lines, isQuoted, head] = [0, 0, false, ""];
  try {
    for await (const piece of createReadStream(path.join(folder, name), { highWaterMark: 1 << 20 }) as AsyncIterable<Buffer>) {
      hash.update(piece);
      bytes += piece.length;
      if (lines === 0) head += piece.toString("latin1");
      for (const byte of piece) {
        if (byte === QUOTE) isQuoted = !isQuoted;
        else if (byte === LINE_FEED && !isQuoted) lines += 1;
      }
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === "ENOENT" ? `${name} is missing; copy the whole folder again` : `${name} cannot be read: ${message}`;
  }
  const rows = Math.max(0, lines - 1);
  const names = head.split("\n", 1)[0] ?? "";
  if (bytes !== wanted.bytes) return `${name} has ${bytes} bytes and ${rows} rows, not ${wanted.bytes} and ${wanted.rows}; copy it again`;
  if (hash.digest("hex") !== wanted.sha256) return `${name} was changed: its SHA-256 is not ${wanted.sha256}; copy it again`;
  if (rows !== wanted.rows) return `${name} has ${rows} rows, and ${DESCRIPTOR_FILE} says ${wanted.rows}; export the package again`;
  try {
    checkColumns(name, table, names.split(","));
  } catch (error) {
    if (error instanceof PackageError) return error.message;
    throw error;
  }
  return undefined;
}
