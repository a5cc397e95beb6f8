import { readFile } from "node:fs/promises";
import path from "node:path";
import { PACKAGE_ROOT } from "../lib/package-root";
import { checkRelated } from "../check/check-related";
import type { Database } from "../store/open-database";
import { registerUnits } from "../store/register-units";
import type { RegionEntry, UnitEntry } from "../store/register-units";
import { countDisclosures } from "../store/count-disclosures";
import { findRevisionsOfUnit } from "../store/find-revision";
import { withdrawRevision } from "../store/publish-revision";
import { importDocument } from "./import-document";

const FOLDER = path.join(PACKAGE_ROOT, "samples");

interface SamplePack {
  readonly regions: readonly RegionEntry[];
  readonly units: readonly UnitEntry[];
  readonly documents: readonly { readonly file: string }[];
}

/**
 * 示例数据: fills an empty hub with the sample pack, published. A hub that holds anything is left as it is.
 *
 * @returns how many documents were loaded.
 */
export async function loadSamplePack(database: Database): Promise<number> {
  if ((await countDisclosures(database)) > 0) return 0;
  const pack = await readPack();
  await registerUnits(database, pack.regions, pack.units);
  // In the order of the pack: a correction follows what it corrects.
  for (const { file } of pack.documents) {
    const bytes = await readFile(path.join(FOLDER, file));
    await importDocument(database, { fileName: path.basename(file), bytes }, { publish: true, actor: "sample pack" });
  }
  return pack.documents.length;
}

const readPack = async (): Promise<SamplePack> => JSON.parse(await readFile(path.join(FOLDER, "pack.json"), "utf8")) as SamplePack;

/**
 * Withdraws what the units of the sample pack publish: they are invented, and nobody else discloses under their names.
 *
 * @returns how many disclosures were withdrawn.
 */
export async function withdrawSamplePack(database: Database): Promise<number> {
  let withdrawn = 0;
  for (const { name } of (await readPack()).units) {
    const known = await findRevisionsOfUnit(database, name);
    for (const { id, status } of known?.revisions ?? []) {
      if (status !== "PUBLISHED") continue;
      await withdrawRevision(database, id, checkRelated, { note: "the sample pack was removed" });
      withdrawn += 1;
    }
  }
  return withdrawn;
}
