import { readFile, readdir } from "node:fs/promises";
import path from "node:path";
import { mapInLanes } from "../lib/map-in-lanes";
import { PACKAGE_ROOT } from "../lib/package-root";
import type { Database } from "../store/open-database";
import { registerUnits } from "../store/register-units";
import type { RegionEntry, UnitEntry } from "../store/register-units";
import { countDisclosures } from "../store/count-disclosures";
import { importDocument } from "./import-document";

const FOLDER = path.join(PACKAGE_ROOT, "samples");
const LANES = 2;

/**
 * 示例数据: fills an empty hub with the sample pack, published. A hub that holds anything is left as it is.
 *
 * @returns how many documents were loaded.
 */
export async function loadSamplePack(database: Database): Promise<number> {
  if ((await countDisclosures(database)) > 0) return 0;
  const pack = JSON.parse(await readFile(path.join(FOLDER, "pack.json"), "utf8")) as { regions: RegionEntry[]; units: UnitEntry[] };
  await registerUnits(database, pack.regions, pack.units);
  const entries = await readdir(FOLDER, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".txt"))
    .map((entry) => path.join(entry.parentPath, entry.name));
  await mapInLanes(files.sort(), LANES, async (file) => {
    await importDocument(database, { fileName: path.basename(file), bytes: await readFile(file) }, { publish: true });
  });
  return files.length;
}
