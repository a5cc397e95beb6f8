import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { PACKAGE_ROOT } from "../lib/package-root";
import { checkRelated } from "../check/check-related";
import type { Database } from "../store/open-database";
import { registerUnits } from "../store/register-units";
import type { RegionEntry, UnitEntry } from "../store/register-units";
import { findPublishedDocuments, hasDisclosuresOfOthers } from "../store/disclosed-so-far";
import { findRevisionsOfUnit } from "../store/find-revision";
import { withdrawRevision } from "../store/publish-revision";
import { importDocument } from "./import-document";

const FOLDER = path.join(PACKAGE_ROOT, "samples");

interface SamplePack {
  readonly regions: readonly RegionEntry[];
  readonly units: readonly UnitEntry[];
  readonly documents: readonly { readonly file: string; readonly publishedAt: string; readonly correction?: string }[];
}

const ACTOR = "sample pack";

/**
 * 示例数据: fills an empty hub with the sample pack, published on the days that the pack invents for it, so that the hub has a history from the
 * start. A pack of which a part was loaded is completed; a hub that holds anything else is left as it is.
 *
 * @returns how many documents were loaded.
 */
export async function loadSamplePack(database: Database): Promise<number> {
  if (await hasDisclosuresOfOthers(database, ACTOR)) return 0;
  const pack = await readPack();
  const published = await findPublishedDocuments(database);
  if (published.size >= pack.documents.length) return 0;
  let loaded = 0;
  // In the order of the pack, which is that of its days: a correction follows what it corrects.
  for (const { file, publishedAt, correction } of pack.documents) {
    const bytes = await readFile(path.join(FOLDER, file));
    if (published.has(createHash("sha256").update(bytes).digest("hex"))) continue;
    if (loaded === 0) await registerUnits(database, pack.regions, pack.units);
    const note = correction === undefined ? {} : { note: correction };
    await importDocument(database, { fileName: path.basename(file), bytes }, { publish: true, actor: ACTOR, publishedAt, ...note });
    loaded += 1;
  }
  return loaded;
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
