import { randomUUID } from "node:crypto";
import { lstat, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import path from "node:path";
import { RELATED_RULES } from "../../check/rule-list";
import { MEASURE_CODES, measureOf } from "../../model/measures";
import type { CarriedRow } from "../../store/package/package-column";
import {
  BLOCKS,
  columnsOf,
  CONTENT_TABLES,
  DENOMINATORS,
  DISCLOSURES,
  LINEAGE,
  MEASURES_TABLE,
  PACKAGE_TABLES,
  PRICES,
  READINGS,
  REGIONS,
  RELATIONS,
  SUBJECTS,
  UNIT_NAMES,
  UNITS,
} from "../../store/package/package-tables";
import type { PackageTable } from "../../store/package/package-tables";
import { compareValues, readContent, readPublishedRegister, withThoseAbove } from "../../store/package/read-published-package";
import type { PublishedRegister } from "../../store/package/read-published-package";
import type { RowReader } from "../../store/row-reader";
import { CsvFile } from "./csv-file";
import type { WrittenFile } from "./csv-file";
import { describePackage, DESCRIPTOR_FILE, describesOwnPackage, PackageError, pathOf } from "./package-descriptor";

export interface WritePackageOptions {
  /** Takes the place of a package that lies there. */
  readonly replace: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (done: number, total: number) => void;
}

export interface WrittenPackage {
  readonly dataVersion: number;
  readonly disclosures: number;
  readonly files: ReadonlyMap<PackageTable, WrittenFile>;
}

/** Disclosures that are read and written at once. */
const BATCH = 25;

/**
 * 导出数据包: writes everything that is published, at one data version, into a folder that is there as a whole or not at all.
 *
 * @throws PackageError where the folder holds anything else, or the signal was given.
 */
export async function writePackage(reader: RowReader, folder: string, options: WritePackageOptions): Promise<WrittenPackage> {
  const target = path.resolve(folder);
  const isThere = await checkTarget(target, options.replace);
  await mkdir(path.dirname(target), { recursive: true });
  const making = `${target}.part-${randomUUID().slice(0, 8)}`;
  await mkdir(making);
  try {
    const written = await writeFiles(reader, making, options);
    await putInPlace(making, target, isThere);
    return written;
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** @returns whether there is a package to be replaced. */
async function checkTarget(target: string, replace: boolean): Promise<boolean> {
  const status = await lstat(target).catch(() => undefined);
  if (!status) return false;
  if (!status.isDirectory()) throw new PackageError(`${target} is no folder; name one that is new or empty`);
  if ((await readdir(target)).length === 0) return false;
  const descriptor = await readFile(path.join(target, DESCRIPTOR_FILE), "utf8").catch(() => "");
  if (!describesOwnPackage(descriptor))
    throw new PackageError(`${target} holds other files, and none of them is touched; name a folder that is new or empty`);
  if (!replace) throw new PackageError(`${target} holds a package already; --replace puts the new one in its place`);
  return true;
}

/** A folder cannot be renamed onto one that is not empty: the old package steps aside first. */
async function putInPlace(made: string, target: string, isThere: boolean): Promise<void> {
  const aside = `${made}.old`;
  if (isThere) await rename(target, aside);
  try {
    await rename(made, target);
  } catch (error) {
    if (isThere) await rename(aside, target);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}

async function writeFiles(reader: RowReader, folder: string, { signal, onProgress }: WritePackageOptions): Promise<WrittenPackage> {
  const register = await readPublishedRegister(reader);
  const { dataVersion, at, disclosures } = register;
  await mkdir(path.join(folder, "data"));
  const files = new Map<PackageTable, CsvFile>();
  try {
    for (const table of PACKAGE_TABLES) files.set(table, await CsvFile.create(path.join(folder, pathOf(table)), columnsOf(table)));
    const add = async (table: PackageTable, rows: readonly CarriedRow[], disclosure?: CarriedRow): Promise<void> =>
      files.get(table)?.add(rows, disclosure);
    await writeRegister(add, register);
    const spoken = new Set<string>();
    const isRelated = (rule: string): boolean => RELATED_RULES.some(({ code }) => code === rule);
    for (let from = 0; from < disclosures.length; from += BATCH) {
      if (signal?.aborted) throw new PackageError("Interrupted: nothing was written");
      const batch = disclosures.slice(from, from + BATCH);
      await add(DISCLOSURES, batch);
      for (const table of [...CONTENT_TABLES, BLOCKS]) {
        const content = await readContent(reader, table, batch, { dataVersion, isRelated });
        for (const disclosure of batch) {
          const rows = content.get(disclosure.revisionId) ?? [];
          await add(table, rows, disclosure);
          if (table === READINGS || table === RELATIONS) for (const row of rows) noteSubjects(row, spoken);
        }
      }
      onProgress?.(Math.min(from + BATCH, disclosures.length), disclosures.length);
    }
    const named = [...spoken].map((code): CarriedRow => ({ code }));
    const subjects = withThoseAbove(named, "code", register.subjects, "parent");
    await add(
      SUBJECTS,
      subjects.sort((a, b) => compareValues(a["code"], b["code"])),
    );
    const written = new Map<PackageTable, WrittenFile>();
    for (const [table, file] of files) written.set(table, await file.finish());
    const descriptor = await open(path.join(folder, DESCRIPTOR_FILE), "wx");
    await descriptor.writeFile(describePackage({ dataVersion, at, files: written }));
    await descriptor.sync();
    await descriptor.close();
    return { dataVersion, disclosures: disclosures.length, files: written };
  } catch (error) {
    for (const file of files.values()) await file.abandon();
    throw error;
  }
}

function noteSubjects({ subject, baseSubject }: CarriedRow, spoken: Set<string>): void {
  for (const key of [subject, baseSubject]) if (typeof key === "string") spoken.add(key);
}

async function writeRegister(
  add: (table: PackageTable, rows: readonly CarriedRow[]) => Promise<void>,
  register: PublishedRegister,
): Promise<void> {
  await add(UNITS, register.units);
  await add(UNIT_NAMES, register.unitNames);
  await add(REGIONS, register.regions);
  await add(LINEAGE, register.lineage);
  await add(DENOMINATORS, register.denominators);
  await add(PRICES, register.prices);
  const stored = MEASURE_CODES.filter((code) => measureOf(code).ratio === undefined);
  await add(
    MEASURES_TABLE,
    stored.map((code): CarriedRow => {
      const { name, nameEn, kind } = measureOf(code);
      return { code, name, nameEn, kind };
    }),
  );
}
