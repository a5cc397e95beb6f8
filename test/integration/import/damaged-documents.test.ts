import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkDisclosure } from "../../../src/check/check-disclosure";
import { extractInChild } from "../../../src/extract/extract-in-child";
import { ExtractionError } from "../../../src/extract/extraction-error";
import { mapInLanes } from "../../../src/lib/map-in-lanes";
import type { Disclosure } from "../../../src/model/disclosure";
import type { ExtractedDocument } from "../../../src/model/extracted-document";
import { NotADisclosureError } from "../../../src/parse/not-a-disclosure-error";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";
import { DisclosureRevisionRow } from "../../../src/store/entities/disclosure-revision.entity";
import { FindingRow } from "../../../src/store/entities/finding.entity";
import { ProjectRow } from "../../../src/store/entities/project.entity";
import { ReadingRow } from "../../../src/store/entities/reading.entity";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import type { Database } from "../../../src/store/open-database";
import { saveDisclosure } from "../../../src/store/save-disclosure";
import { FILE_WRITERS, generatedFile } from "../../support/generated-files";
import { createRandom, mutateBytes } from "../../support/mutate-bytes";
import { invalidParts } from "../../support/reading-truth";

/** `npm run fuzz` sets both; a failure tells the seed and the number of its document. */
const COUNT = Number(process.env["FUZZ_COUNT"] ?? 42);
const SEED = Number(process.env["FUZZ_SEED"] ?? 3);
/** The reading child is given up after thirty seconds; everything together takes far less. */
const HANG_MILLISECONDS = 60_000;
const LANES = 2;

describe(`${COUNT} damaged documents (FUZZ_SEED=${SEED})`, () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hub-damaged-"));
  const endings = Object.keys(FILE_WRITERS);
  const originals = endings.flatMap((ending, at) => [at, at + 7].map((number) => generatedFile(number, ending)));
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase({ dataDir: folder });
    await migrate(database);
  });
  afterAll(async () => {
    await database.destroy();
    rmSync(folder, { recursive: true });
  });

  /** Text forms are damaged in their characters as well: bytes alone mostly break the encoding, and nothing behind the extraction is seen. */
  function damaged(number: number): { fileName: string; bytes: Buffer } {
    const random = createRandom(SEED * 1_000_003 + number);
    const { fileName, bytes } = originals[number % originals.length] ?? generatedFile(0);
    if (!/.(?:txt|html)$/.test(fileName) || random() < 0.3) return { fileName, bytes: mutateBytes(bytes, random) };
    let text = Buffer.from(bytes).toString();
    for (let rounds = 1 + Math.floor(random() * 6); rounds > 0; rounds -= 1) {
      const at = Math.floor(random() * text.length);
      const length = Math.floor(random() * 400);
      const piece =
        ["", text.slice(at, at + length), "-", "，", "99999999999999999999", "万元", "表", "\n", "\t", "…", "（"][
          Math.floor(random() * 11)
        ] ?? "";
      text = text.slice(0, at) + piece + text.slice(at + (random() < 0.5 ? length : 0));
    }
    return { fileName, bytes: Buffer.from(text) };
  }

  type Outcome = "SAVED" | "UNCHANGED" | "REFUSED";

  async function readOne(number: number): Promise<Outcome> {
    const { fileName, bytes } = damaged(number);
    let extracted: ExtractedDocument;
    let disclosure: Disclosure;
    try {
      extracted = await extractInChild({ bytes, fileName });
      disclosure = parseDisclosure(extracted);
    } catch (error) {
      if (error instanceof ExtractionError || error instanceof NotADisclosureError) return "REFUSED";
      throw error;
    }
    const problems = invalidParts(extracted, disclosure);
    if (problems.length > 0) throw new Error(problems.join("; "));
    const checked = checkDisclosure(disclosure, extracted);
    const imported = { sha256: String(number).padStart(64, "0"), fileName, byteLength: bytes.length, extracted };
    const { outcome, revisionId } = await saveDisclosure(database, imported, disclosure, checked);
    if (outcome === "UNCHANGED") return outcome;
    const [readings, findings, projects] = await Promise.all([
      database.manager.countBy(ReadingRow, { revisionId }),
      database.manager.countBy(FindingRow, { revisionId }),
      database.manager.countBy(ProjectRow, { revisionId }),
    ]);
    const told = [disclosure.readings.length, checked.findings.length, disclosure.projects.length];
    if (String([readings, findings, projects]) !== String(told))
      throw new Error(`of ${told.join("/")} are stored ${[readings, findings, projects].join("/")}`);
    return outcome;
  }

  it(
    "are saved whole or refused with a reason: no crash, no hang, no part",
    async () => {
      const counts: Record<Outcome, number> = { SAVED: 0, UNCHANGED: 0, REFUSED: 0 };
      const problems: string[] = [];
      await mapInLanes([...Array(COUNT).keys()], LANES, async (number) => {
        const began = Date.now();
        try {
          counts[await readOne(number)] += 1;
        } catch (error) {
          problems.push(`document ${number}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        }
        if (Date.now() - began > HANG_MILLISECONDS) problems.push(`document ${number}: ${Date.now() - began} ms`);
      });
      if (process.env["FUZZ_COUNT"] !== undefined) process.stderr.write(`${JSON.stringify({ seed: SEED, ...counts })}\n`);
      expect(problems).toEqual([]);
      expect(counts.SAVED).toBeGreaterThan(0);
      expect(counts.REFUSED).toBeGreaterThan(0);
      expect(counts.SAVED + counts.UNCHANGED + counts.REFUSED).toBe(COUNT);
      // What was refused left nothing behind.
      expect(await database.manager.count(DisclosureRevisionRow)).toBe(counts.SAVED);
    },
    30_000 + COUNT * 1_000,
  );
});
