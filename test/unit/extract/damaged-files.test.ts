import { ExtractionError } from "../../../src/extract/extraction-error";
import { ExtractionPool } from "../../../src/extract/extraction-pool";
import type { DocumentDescription } from "../../support/document-writers/document-description";
import { writeDoc } from "../../support/document-writers/write-doc";
import { writeDocx } from "../../support/document-writers/write-docx";
import { writeHtml } from "../../support/document-writers/write-html";
import { writePdf } from "../../support/document-writers/write-pdf";
import { writeText } from "../../support/document-writers/write-text";
import { writeXls } from "../../support/document-writers/write-xls";
import { writeXlsx } from "../../support/document-writers/write-xlsx";
import { createRandom, mutateBytes } from "../../support/mutate-bytes";

/** More with FUZZ_COUNT=10000, others with FUZZ_SEED. */
const COUNT = Number(process.env["FUZZ_COUNT"] ?? 140);
const FIRST_SEED = Number(process.env["FUZZ_SEED"] ?? 1);

const DESCRIPTION: DocumentDescription = [
  "示例局2023年度部门决算",
  "单位：万元",
  {
    rows: [
      [
        { text: "项目", columnSpan: 2 },
        { text: "合计", rowSpan: 2 },
        { text: "其中", columnSpan: 2 },
      ],
      ["编码", "名称", "基本支出", "项目支出"],
      ["204", { text: "公共安全支出", indent: 1 }, "5,000.00", "3,000.00", "2,000.00"],
      ...Array.from({ length: 20 }, (_, at) => [`20406${at}`, "司法", "12.00", "", "0.00"]),
    ],
  },
  "示例局2023年度收入、支出决算总计1,234.56万元，与上年决算相比，收、支总计各增加100.06万元，增长8.82%，其中人员经费增加较多，公用经费与上年持平。",
];

const FILES: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ["a.txt", Buffer.from(writeText(DESCRIPTION))],
  ["a.docx", writeDocx(DESCRIPTION)],
  ["a.doc", writeDoc(DESCRIPTION)],
  ["a.xlsx", writeXlsx(DESCRIPTION)],
  ["a.xls", writeXls(DESCRIPTION)],
  ["a.html", Buffer.from(writeHtml(DESCRIPTION))],
  ["a.pdf", writePdf(DESCRIPTION)],
];

describe("damaged files", () => {
  const pool = new ExtractionPool({ parallel: 2, process: { cpuSeconds: 10, wallSeconds: 30, heapMegabytes: 256, memoryMegabytes: 700 } });
  afterAll(() => pool.close());

  it(`are read or refused, never a crash and never a hang (${COUNT} from seed ${FIRST_SEED})`, async () => {
    const outcomes = new Map<string, number>();
    const failures: string[] = [];
    const one = async (seed: number): Promise<void> => {
      const [fileName, bytes] = FILES[seed % FILES.length] ?? ["", Buffer.alloc(0)];
      const start = Date.now();
      const outcome = await pool.extract({ bytes: mutateBytes(bytes, createRandom(seed)), fileName }).then(
        () => "READ",
        (error: unknown) =>
          error instanceof ExtractionError && !/the reader ended/.test(error.detail ?? "") ? error.code : `CRASH ${String(error)}`,
      );
      if (outcome.startsWith("CRASH") || Date.now() - start > 25_000) failures.push(`seed ${seed} (${fileName}): ${outcome}`);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    };
    for (let seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed += 20) {
      await Promise.all(Array.from({ length: Math.min(20, FIRST_SEED + COUNT - seed) }, (_, at) => one(seed + at)));
    }
    expect(failures).toEqual([]);
    if (process.env["FUZZ_COUNT"] !== undefined) process.stdout.write(`${JSON.stringify(Object.fromEntries(outcomes))}\n`);
    expect(outcomes.get("READ") ?? 0).toBeGreaterThan(0);
    expect([...outcomes.keys()].length).toBeGreaterThan(1);
  }, 3_600_000);
});
