import { describeDocument } from "./disclosure-generator/describe-document";
import { generateDisclosure } from "./disclosure-generator/generate-disclosure";
import type { GeneratedDisclosure } from "./disclosure-generator/generate-disclosure";
import * as units from "./disclosure-generator/sample-units";
import { simulateUnit } from "./disclosure-generator/simulate-unit";
import { writeText } from "./disclosure-generator/write-text";
import { writeDoc } from "./document-writers/write-doc";
import { writeDocx } from "./document-writers/write-docx";
import { writeHtml } from "./document-writers/write-html";
import { writePdf } from "./document-writers/write-pdf";
import { writeXls } from "./document-writers/write-xls";
import { writeXlsx } from "./document-writers/write-xlsx";

type Blocks = GeneratedDisclosure["blocks"];

/** Writers of every form, by the ending of their files. */
export const FILE_WRITERS: Readonly<Record<string, (blocks: Blocks) => Uint8Array>> = {
  txt: (blocks) => Buffer.from(writeText(blocks)),
  docx: (blocks) => writeDocx(describeDocument(blocks)),
  pdf: (blocks) => writePdf(describeDocument(blocks)),
  doc: (blocks) => writeDoc(describeDocument(blocks)),
  xlsx: (blocks) => writeXlsx(describeDocument(blocks)),
  html: (blocks) => Buffer.from(writeHtml(describeDocument(blocks))),
  xls: (blocks) => writeXls(describeDocument(blocks)),
};

const ENDINGS = Object.keys(FILE_WRITERS);

const UNITS = [
  units.YUNXI_JUSTICE_OWN,
  units.YUNXI_LEGAL_AID,
  units.YUNXI_FINANCE,
  units.YUNXI_CULTURE,
  units.YUNXI_COMMERCE,
  units.QINGLAN_JUSTICE,
  units.QINGLAN_URBAN,
];

const FIRST_YEAR = 2022;
const YEARS = 3;

export interface GeneratedFile {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly ending: string;
  readonly unitName: string;
  readonly year: number;
  readonly generated: GeneratedDisclosure;
}

/**
 * The disclosure with a number: one after the other goes through the forms of file, the fields, the years and the layouts. Each is of a unit and
 * year of its own, and the same number gives the same bytes.
 */
export function generatedFile(number: number, ending = ENDINGS[number % ENDINGS.length] ?? "txt"): GeneratedFile {
  const unit = UNITS[Math.floor(number / ENDINGS.length) % UNITS.length] ?? units.YUNXI_FINANCE;
  const unitName = `${unit.identity.name.replace(/（示例）$/, "")}第${Math.floor(number / YEARS) + 1}分局（示例）`;
  const year = FIRST_YEAR + (number % YEARS);
  const identity = { ...unit.identity, name: unitName };
  const years = simulateUnit({ ...unit.profile, seed: `${unitName}/${number}`, name: unitName, supervisingUnit: unitName }, year);
  const [prior, current] = years.slice(-2);
  if (prior === undefined || current === undefined) throw new Error("a unit has a year and the one before");
  const generated = generateDisclosure({
    unit: identity,
    kind: number % 10 === 9 ? "BUDGET" : "FINAL_ACCOUNTS",
    year: current,
    prior,
    form: number % 4 === 3 ? "SHANGHAI" : "OFFICIAL",
    tableUnit: number % 5 === 4 ? "元" : "万元",
  });
  const write = FILE_WRITERS[ending];
  if (write === undefined) throw new Error(`no writer for ${ending}`);
  const fileName = `${String(number).padStart(3, "0")}-${year}.${ending}`;
  return { fileName, bytes: write(generated.blocks), ending, unitName, year, generated };
}
