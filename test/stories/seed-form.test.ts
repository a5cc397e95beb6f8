import { readFileSync } from "node:fs";
import path from "node:path";
import type { Disclosure } from "../../src/model/disclosure";
import { blocksOfText } from "../../src/extract/extract-text";
import { extractDocument } from "../../src/extract/extract-document";
import { NotADisclosureError } from "../../src/parse/not-a-disclosure-error";
import { parseDisclosure } from "../../src/parse/parse-disclosure";
import { misplaced } from "../unit/parse/told";
import { differences, figureTable, relationTable } from "./told-figures";

const FILE = path.join(__dirname, "../fixtures/seed-form-disclosure.txt");
const text = readFileSync(FILE, "utf8");

const parse = (changed: string): Disclosure => parseDisclosure({ format: "TEXT", blocks: blocksOfText(changed), messages: [] });
const codes = ({ messages }: Disclosure): string[] => messages.map(({ code, detail }) => `${code} ${detail ?? ""}`);

/** The text of one section of the narrative, heading included. */
function sectionOf(title: string, next: string): string {
  const from = text.lastIndexOf(title);
  const to = text.lastIndexOf(next);
  return text.slice(text.lastIndexOf("\n", from) + 1, text.lastIndexOf("\n", to) + 1);
}

describe("a whole document in the form of the first one", () => {
  const told = parse(text);

  it("says who it is of", () => {
    expect(told.header).toMatchObject({
      unitName: "示例市司法局",
      scope: "UNIT",
      year: 2022,
      kind: "FINAL_ACCOUNTS",
      head: "甲一",
      financeLead: "乙二",
      preparer: "丙三",
      reportedOn: "2023-08",
      phone: "0000-1234567",
    });
    expect(told.profile).toMatchObject({
      nature: "财政拨款的行政单位",
      offices: ["办公室", "立法科", "普法科", "律师工作科", "装备财务科"],
      officeCount: 5,
      memberUnitCount: 1,
    });
  });

  it("tells these figures (万元, counts)", () => {
    const table = `
      REVENUE_TOTAL FINAL 1250
      REVENUE_TOTAL INITIAL_BUDGET 1200
      REVENUE_TOTAL PRIOR_FINAL 1280
      EXPENDITURE_TOTAL PRIOR_FINAL 1280
      CURRENT_YEAR_REVENUE FINAL 1235
      CURRENT_YEAR_REVENUE PRIOR_FINAL 1230
      NON_FISCAL_BALANCE_USED FINAL 0
      OPENING_CARRYOVER FINAL 15
      OPENING_CARRYOVER PRIOR_FINAL 50
      CURRENT_YEAR_EXPENDITURE PRIOR_FINAL 1265
      CLOSING_CARRYOVER FINAL 12
      CLOSING_CARRYOVER PRIOR_FINAL 15
      REVENUE_GENERAL_PUBLIC FINAL 1225
      REVENUE_OTHER FINAL 10
      BASIC_EXPENDITURE FINAL 738
      PROJECT_EXPENDITURE FINAL 500
      FISCAL_APPROPRIATION_REVENUE INITIAL_BUDGET 1195
      FISCAL_APPROPRIATION_EXPENDITURE PRIOR_FINAL 1240
      GENERAL_PUBLIC_EXPENDITURE INITIAL_BUDGET 1195
      GENERAL_PUBLIC_EXPENDITURE[204] INITIAL_BUDGET 980
      GENERAL_PUBLIC_EXPENDITURE[2040601] INITIAL_BUDGET 580
      GENERAL_PUBLIC_EXPENDITURE[2040601] FINAL 600
      GENERAL_PUBLIC_EXPENDITURE[20406:示例新设事项] INITIAL_BUDGET 0
      GENERAL_PUBLIC_EXPENDITURE[20406:示例新设事项] FINAL 10
      GENERAL_PUBLIC_EXPENDITURE[221] INITIAL_BUDGET 70
      PERSONNEL_EXPENSE FINAL 640
      PUBLIC_EXPENSE FINAL 95
      GENERAL_PUBLIC_PROJECT_EXPENDITURE[310] FINAL 13
      THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 20
      OVERSEAS_TRAVEL PRIOR_FINAL 0
      VEHICLE_PURCHASE PRIOR_FINAL 20
      VEHICLE_OPERATION PRIOR_FINAL 15
      VEHICLES_HELD FINAL 6
      OFFICIAL_RECEPTION PRIOR_FINAL 2
      RECEPTION_GUESTS FINAL 86
      GOVERNMENT_FUND_EXPENDITURE FINAL 0
      STATE_CAPITAL_REVENUE FINAL NOT_APPLICABLE
      STATE_CAPITAL_EXPENDITURE FINAL NOT_APPLICABLE
      AGENCY_OPERATING_EXPENSE PRIOR_FINAL 91
      PROCUREMENT_MICRO FINAL 120
      VEHICLES_LAW_ENFORCEMENT FINAL 4
      LARGE_EQUIPMENT FINAL 2
      EVALUATED_PROJECTS FINAL 3
      UNIT_EVALUATED_AMOUNT FINAL 500`;
    expect(differences(table, figureTable(told))).toEqual([]);
    const relations = `
      CHANGE_AMOUNT REVENUE_TOTAL / PRIOR_FINAL -30
      CHANGE_RATE REVENUE_TOTAL / PRIOR_FINAL -2.34
      CHANGE_AMOUNT FISCAL_APPROPRIATION_REVENUE / PRIOR_FINAL 0
      COMPLETION_RATE GENERAL_PUBLIC_EXPENDITURE[20406:示例新设事项] / INITIAL_BUDGET none
      SHARE OFFICIAL_VEHICLES / THREE_PUBLIC_TOTAL 91.89
      SHARE PROCUREMENT_SME_SERVICES / PROCUREMENT_SERVICES 94.67`;
    expect(differences(relations, relationTable(told))).toEqual([]);
  });

  it("names three projects, two with their self-evaluation", () => {
    expect(told.projects.map(({ name, indicators }) => [name, indicators.length])).toEqual([
      ["普法宣传经费", 4],
      ["“便民 惠民”热线运维费", 2],
      ["2022年“青苗”行动经费", 0],
    ]);
  });

  it("cites every number where it stands, and says what it could not do", () => {
    expect(misplaced({ format: "TEXT", blocks: blocksOfText(text), messages: [] }, told)).toEqual([]);
    expect(told.coverage).toMatchObject({ printed: told.coverage.cited, uncited: [] });
    expect(codes(told)).toEqual(["TABLE_ATTACHED 单位决算表", "SUBJECT_UNCODED 20406:示例新设事项"]);
  });
});

describe("the same document, changed", () => {
  const whole = figureTable(parse(text));
  const threePublic = sectionOf("八、财政拨款“三公”经费支出决算情况说明", "九、政府性基金预算财政拨款支出决算情况说明");
  const revenue = sectionOf("二、收入决算情况说明", "三、支出决算情况说明");

  it("with its sections in another order tells the same", () => {
    const body = text.indexOf(threePublic);
    const swapped = text.slice(0, body) + text.slice(body + threePublic.length);
    const moved = swapped.replace(revenue, threePublic + revenue);
    expect(moved).not.toBe(text);
    expect(new Map([...figureTable(parse(moved))].sort())).toEqual(new Map([...whole].sort()));
  });

  it("with its headings numbered otherwise tells the same", () => {
    const renumbered = text.replaceAll("八、财政拨款“三公”", "三、财政拨款“三公”").replaceAll("二、收入决算", "九、收入决算");
    expect(figureTable(parse(renumbered))).toEqual(whole);
  });

  it("with half-width brackets and marks tells the same", () => {
    const narrow = text.replace(/[（）：；，]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0));
    const told = parse(narrow);
    expect(told.header.unitName).toBe("示例市司法局");
    expect(figureTable(told)).toEqual(whole);
  });

  it("without a section lacks its figures, says so, and keeps the others", () => {
    const told = parse(text.replace(threePublic, ""));
    expect(codes(told)).toContain("SECTION_MISSING “三公”经费情况说明");
    const figures = figureTable(told);
    expect([...whole.keys()].filter((key) => !figures.has(key)).every((key) => /TRAVEL|VEHICLE|RECEPTION|THREE_PUBLIC/.test(key))).toBe(
      true,
    );
    expect(figures.get("REVENUE_TOTAL FINAL")).toBe("1250");
  });

  it("with 元 for 万元 tells ten-thousandths: what is printed counts", () => {
    const told = parse(text.replace("机构运行经费支出决算 95.00万元", "机构运行经费支出决算 950,000.00元"));
    expect(figureTable(told)).toEqual(whole);
    const slip = parse(text.replace("机构运行经费支出决算 95.00万元", "机构运行经费支出决算 95.00元"));
    expect(figureTable(slip).get("AGENCY_OPERATING_EXPENSE FINAL")).toBe("0.0095");
  });

  it("cut in the middle tells what stands before the cut, whole, and what is missing", () => {
    const cut = text.slice(0, text.lastIndexOf("（二）财政拨款“三公”经费支出具体情况说明"));
    const told = parse(cut);
    const figures = figureTable(told);
    for (const [key, value] of figures) expect([key, value]).toEqual([key, whole.get(key)]);
    expect(figures.get("GENERAL_PUBLIC_EXPENDITURE[2210201] FINAL")).toBe("70");
    expect(codes(told)).toEqual(expect.arrayContaining(["SECTION_MISSING 政府采购情况说明", "SECTION_MISSING 预算绩效情况说明"]));
  });

  it("cut at any place is read or refused, and never tells another figure", () => {
    for (let length = 100; length < text.length; length += 397) {
      const cut = text.slice(0, length);
      let told: Disclosure;
      try {
        told = parse(cut);
      } catch (error) {
        expect(error).toBeInstanceOf(NotADisclosureError);
        continue;
      }
      expect(misplaced({ format: "TEXT", blocks: blocksOfText(cut), messages: [] }, told)).toEqual([]);
    }
  });

  it("in GB18030 tells the same, in a wrong encoding nothing", async () => {
    const encoded = encodeGb18030(text);
    const document = await extractDocument(encoded, "seed.txt");
    expect(figureTable(parseDisclosure(document))).toEqual(whole);
    await expect(
      extractDocument(Buffer.concat([encoded.subarray(0, 101), Buffer.from([0xff, 0xff]), encoded.subarray(101)]), "seed.txt"),
    ).rejects.toMatchObject({
      code: "ENCODING_REFUSED",
    });
  });
});

/** Node only decodes GB18030: the table of its two-byte characters, turned round. */
function encodeGb18030(plain: string): Buffer {
  const decoder = new TextDecoder("gb18030");
  const codes = new Map<string, Buffer>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const code = Buffer.from([lead, trail]);
      const mark = decoder.decode(code);
      if (trail !== 0x7f && mark.length === 1) codes.set(mark, code);
    }
  }
  return Buffer.concat([...plain].map((mark) => (mark < "\u0080" ? Buffer.from(mark, "latin1") : (codes.get(mark) ?? Buffer.from("?")))));
}
