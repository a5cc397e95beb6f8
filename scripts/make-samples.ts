import fs from "node:fs";
import path from "node:path";
import { samplePackFiles } from "../test/support/disclosure-generator/sample-pack";

export const SAMPLES_FOLDER = path.join(__dirname, "..", "samples");

/**
 * Writes the sample pack into samples/: every document, and pack.json. Run it with
 * `UPDATE_SAMPLES=1 npx jest test/unit/disclosure-generator/sample-pack`, which compares otherwise.
 */
export function makeSamples(folder = SAMPLES_FOLDER): void {
  const files = samplePackFiles();
  for (const old of listSamples(folder)) if (!files.has(old)) fs.rmSync(path.join(folder, old));
  for (const [name, text] of files) {
    const file = path.join(folder, name);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, text);
  }
}

/** The files of the pack that are there, by their names within the folder. */
export function listSamples(folder = SAMPLES_FOLDER): string[] {
  if (!fs.existsSync(folder)) return [];
  return fs
    .readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.split(path.sep).join("/"))
    .filter((name) => /\.txt$|^pack\.json$/.test(name))
    .sort();
}
