import { checkRelated } from "../../check/check-related";
import type { Block, DocumentFormat } from "../../model/extracted-document";
import type { PackageColumn } from "../../store/package/package-column";
import { COMMAND_LINE } from "../../store/audit-trail";
import type { Database } from "../../store/open-database";
import { loadCarriedRegister } from "../../store/package/load-carried-register";
import type { CarriedRegister, LoadedRegister } from "../../store/package/load-carried-register";
import type { CarriedRow } from "../../store/package/package-column";
import {
  BLOCKS,
  CONTENT_TABLES,
  DENOMINATORS,
  DISCLOSURES,
  FIGURES,
  FINDINGS,
  KEY_COLUMNS,
  LINEAGE,
  PRICES,
  PROJECTS,
  REGIONS,
  SUBJECTS,
  UNIT_NAMES,
  UNITS,
} from "../../store/package/package-tables";
import type { ContentTable, PackageTable } from "../../store/package/package-tables";
import { saveCarriedDisclosure } from "../../store/package/save-carried-disclosure";
import type { ImportedDocument } from "../../store/save-document";
import type { SavedRevision } from "../../store/save-revision";
import { describeFailure } from "../describe-failure";
import type { Failure } from "../describe-failure";
import { publishSaved } from "../publish-saved";
import type { SavedPublication } from "../publish-saved";
import { checkContent, describeSubjects, readBlocks } from "./carried-disclosure";
import { PackageError } from "./package-descriptor";
import { recheckCarried } from "./recheck-carried";
import type { Recheck } from "./recheck-carried";
import { compareKeys, PackageRows, UnreadableRowsError } from "./package-rows";
import type { VerifiedPackage } from "./verify-package";

export interface ImportPackageOptions {
  readonly publish: boolean;
  readonly acceptLoss?: boolean;
  /** Once aborted, what is under way is finished and nothing new is begun. */
  readonly signal?: AbortSignal;
  readonly onDisclosure: (disclosure: CarriedImport) => void;
}

/** What became of a disclosure of a package. */
export interface CarriedImport {
  /** Code, year, kind and scope. */
  readonly key: readonly [unit: string, year: string, kind: string, scope: string];
  readonly unitName: string;
  readonly result: (SavedPublication & CarriedCounts & { readonly saved: SavedRevision }) | Failure;
}

export interface CarriedCounts {
  readonly recheck: Recheck["outcome"];
  readonly fileName: string;
  readonly sha256: string;
  readonly figures: number;
  readonly projects: number;
  readonly findings: number;
  readonly numbersPrinted: number;
  readonly numbersCited: number;
}

export interface ImportedPackage {
  /** undefined without publishing: units, lineage and denominators have no drafts. */
  readonly register: LoadedRegister | undefined;
  /** Disclosures that were not begun. */
  readonly left: number;
}

/**
 * 导入数据包: every disclosure lands whole or not at all, through the path of a document; one that cannot be read stops no other. What was imported
 * before changes nothing.
 *
 * @throws PackageError where the package itself does not hold together.
 */
export async function importPackage(
  database: Database,
  verified: VerifiedPackage,
  options: ImportPackageOptions,
): Promise<ImportedPackage> {
  const register = await readRegister(verified);
  const units = new Map(register.units.map((row) => [row["code"], row]));
  const subjects = new Map((await readAll(verified, SUBJECTS)).map((row) => [String(row["code"]), row]));
  const from = { actor: COMMAND_LINE, name: `data package of data version ${verified.dataVersion}`, sha256: verified.sha256 };
  const loaded = options.publish ? await loadCarriedRegister(database, register, checkRelated, from) : undefined;
  const total = verified.files.get(DISCLOSURES)?.rows ?? 0;
  let done = 0;
  const disclosures = new PackageRows(verified.folder, DISCLOSURES);
  const files = [...CONTENT_TABLES, BLOCKS].map((table) => [table, new PackageRows(verified.folder, table)] as const);
  try {
    let before: CarriedRow | undefined;
    for (let next = await disclosures.takeDisclosure(); next; next = await disclosures.takeDisclosure()) {
      if (options.signal?.aborted) return { register: loaded, left: total - done };
      const { key, row } = next;
      if (before && compareKeys(before, key) >= 0)
        throw new PackageError(`data/disclosures.csv: ${tellKey(key).join(" ")} stands out of order`);
      before = key;
      const unit = units.get(key["unit"]);
      const read = await readContent(files, key, row);
      const result = await importOne(database, { unit, read, subjects, verified }, options).catch(tellFailure);
      options.onDisclosure({ key: tellKey(key), unitName: String(unit?.["name"] ?? ""), result });
      done += 1;
    }
    for (const [, rows] of files) await rows.finish();
    return { register: loaded, left: 0 };
  } finally {
    await disclosures.close();
    for (const [, rows] of files) await rows.close();
  }
}

const tellFailure = (error: unknown): Failure =>
  error instanceof UnreadableRowsError
    ? { code: "PACKAGE_UNREADABLE", text: `${error.message}; nothing of it was kept` }
    : describeFailure(error);

const tellKey = (key: CarriedRow): CarriedImport["key"] => {
  const [unit = "", year = "", kind = "", scope = ""] = KEY_COLUMNS.map((column: PackageColumn) => column.write(key));
  return [unit, year, kind, scope];
};

interface ReadDisclosure {
  readonly cover: CarriedRow;
  readonly content: ReadonlyMap<ContentTable, readonly CarriedRow[]>;
}

/** All rows of a disclosure, so that every file stands at the next one afterwards, whether they can be read or not. */
async function readContent(
  files: readonly (readonly [ContentTable, PackageRows])[],
  key: CarriedRow,
  cover: CarriedRow | UnreadableRowsError,
): Promise<ReadDisclosure | UnreadableRowsError> {
  let unreadable = cover instanceof UnreadableRowsError ? cover : undefined;
  const content = new Map<ContentTable, readonly CarriedRow[]>();
  for (const [table, rows] of files) {
    try {
      content.set(table, await rows.takeOf(key));
    } catch (error) {
      if (!(error instanceof UnreadableRowsError)) throw error;
      unreadable ??= error;
    }
  }
  return unreadable ?? { cover: cover as CarriedRow, content };
}

interface ToImport {
  readonly unit: CarriedRow | undefined;
  readonly read: ReadDisclosure | UnreadableRowsError;
  readonly subjects: ReadonlyMap<string, CarriedRow>;
  readonly verified: VerifiedPackage;
}

async function importOne(
  database: Database,
  { unit, read, subjects, verified }: ToImport,
  { publish, acceptLoss = false }: ImportPackageOptions,
): Promise<Exclude<CarriedImport["result"], Failure>> {
  if (read instanceof UnreadableRowsError) throw read;
  if (!unit) throw new UnreadableRowsError("data/units.csv does not have its unit");
  const { cover, content } = read;
  checkContent(content);
  const document = documentOf(cover, readBlocks(content.get(BLOCKS) ?? []));
  const fingerprint = String(cover["fingerprint"]);
  const recheck = recheckCarried(document.extracted, content, fingerprint);
  const saved = await saveCarriedDisclosure(database, {
    cover,
    unit,
    content,
    document,
    fingerprint,
    ...(recheck.outcome === "RECHECKED" && { content: recheck.content, fingerprint: recheck.fingerprint }),
    subjects: describeSubjects(content, subjects),
    origin: { package: verified.sha256, dataVersion: verified.dataVersion },
  });
  const note = cover["note"];
  const publication = await publishSaved(database, saved, { publish, acceptLoss, ...(typeof note === "string" && { note }) });
  return {
    saved,
    ...publication,
    recheck: recheck.outcome,
    fileName: document.fileName,
    sha256: document.sha256,
    // As a document's report counts them: without those that the hub computes.
    figures: (content.get(FIGURES) ?? []).filter(({ reading }) => Number(reading) >= 0).length,
    projects: content.get(PROJECTS)?.length ?? 0,
    findings: ((recheck.outcome === "RECHECKED" ? recheck.content : content).get(FINDINGS) ?? []).length,
    numbersPrinted: Number(cover["numbersPrinted"]),
    numbersCited: Number(cover["numbersCited"]),
  };
}

const documentOf = (cover: CarriedRow, blocks: readonly Block[]): ImportedDocument => ({
  sha256: String(cover["sha256"]),
  fileName: String(cover["documentName"]),
  byteLength: Number(cover["documentBytes"]),
  // The word was checked with the column.
  extracted: { format: cover["documentFormat"] as DocumentFormat, blocks, messages: [] },
});

async function readRegister(verified: VerifiedPackage): Promise<CarriedRegister> {
  const units = await readAll(verified, UNITS);
  const register = {
    units,
    unitNames: await readAll(verified, UNIT_NAMES),
    regions: await readAll(verified, REGIONS),
    lineage: await readAll(verified, LINEAGE),
    denominators: await readAll(verified, DENOMINATORS),
    prices: await readAll(verified, PRICES),
  };
  const codes = new Set(units.map(({ code }) => code));
  const named: readonly (readonly [PackageTable, readonly CarriedRow[], readonly string[]])[] = [
    [UNITS, units, ["parent"]],
    [UNIT_NAMES, register.unitNames, ["unit"]],
    [LINEAGE, register.lineage, ["predecessor", "successor"]],
    [DENOMINATORS, register.denominators, ["unit"]],
  ];
  for (const [table, rows, properties] of named) {
    for (const row of rows)
      for (const property of properties)
        if (row[property] !== null && !codes.has(row[property]))
          throw new PackageError(`data/${table.name}.csv names the unit ${row[property]}, which data/units.csv does not have`);
  }
  return register;
}

async function readAll({ folder }: VerifiedPackage, table: PackageTable): Promise<CarriedRow[]> {
  try {
    return await new PackageRows(folder, table).takeAll();
  } catch (error) {
    throw error instanceof UnreadableRowsError ? new PackageError(`${error.message}; nothing was imported`) : error;
  }
}
