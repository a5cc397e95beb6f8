import type { Disclosure, Section, StatutoryTable } from "../../../src/model/disclosure";
import type { Block } from "../../../src/model/extracted-document";
import type { SectionKind } from "../../../src/model/section-kind";
import type { StatutoryTableKind } from "../../../src/model/statutory-table-kind";
import { reading, relation } from "../check-fixtures";
import { project } from "../project-fixtures";
import type { RuleCases } from "./rule-case";

const paragraph = (text: string): Block => ({ kind: "PARAGRAPH", text });

/** A document of sections: each its heading and one paragraph. */
function sections(...parts: readonly (readonly [kind: SectionKind, title: string, text: string])[]): {
  readonly sections: Section[];
  readonly blocks: Block[];
} {
  return {
    sections: parts.map(([kind, title], at) => ({ kind, title, from: 2 * at, to: 2 * at + 2 })),
    blocks: parts.flatMap(([, title, text]) => [paragraph(title), paragraph(text)]),
  };
}

const table = (kind: StatutoryTableKind, title: string, statedEmpty = false): StatutoryTable => ({ kind, title, block: 9, statedEmpty });
const message = (code: "TEMPLATE_RESIDUE" | "YEAR_DOUBTFUL" | "TABLE_ATTACHED", detail: string): Disclosure["messages"][number] => ({
  code,
  detail,
  span: { block: 1, start: 0, end: 4 },
});

const MAIN: readonly (readonly [SectionKind, string, string])[] = [
  ["TOTALS", "收入支出决算总体情况说明", "收入总计10万元。"],
  ["THREE_PUBLIC", "“三公”经费情况说明", "无。"],
  ["OPERATING_EXPENSE", "机关运行经费情况说明", "无。"],
  ["PROCUREMENT", "政府采购情况说明", "无。"],
  ["STATE_ASSETS", "国有资产占用情况说明", "无。"],
];
const REST: readonly (readonly [SectionKind, string, string])[] = [
  ["PERFORMANCE", "预算绩效情况说明", "已开展。"],
  ["GLOSSARY", "名词解释", "一、财政拨款收入：指从财政取得的资金。"],
];
const contents = (name: string): readonly [SectionKind, string, string] => ["CONTENTS", "目录", name];

const operating = (text: string) => sections(["OPERATING_EXPENSE", "机关运行经费情况说明", text]);
const law = "GENERAL_PUBLIC_EXPENDITURE";
const items = (...codes: string[]) => ({ readings: codes.map((subject) => reading(law, 100, { section: "GENERAL_PUBLIC", subject })) });

export const COMPLETENESS_CASES: RuleCases = {
  REQUIRED_TABLES: {
    holds: { ...sections(contents("一、收入支出决算总表……3")), tables: [table("TOTALS", "2023年度收入支出决算总表")] },
    fails: { ...sections(contents("三、支出决算表")), tables: [table("TOTALS", "收入支出决算总表")] },
    finding: { detail: { name: "支出决算表", lack: "TABLE" } },
    cannotTell: {
      ...sections(contents("三、支出决算表")),
      tables: [table("TOTALS", "收入支出决算总表")],
      messages: [message("TABLE_ATTACHED", "见附件")],
    },
  },
  REQUIRED_SECTIONS: {
    holds: sections(...MAIN, ...REST),
    fails: sections(...MAIN, ["GLOSSARY", "名词解释", "一、财政拨款收入：指从财政取得的资金。"]),
    finding: { detail: { name: "预算绩效情况说明", lack: "SECTION" } },
    cannotTell: sections(["TOTALS", "收入支出决算总体情况说明", "收入总计10万元。"]),
  },
  EMPTY_TABLE_STATEMENT: {
    holds: { tables: [table("GOVERNMENT_FUND", "政府性基金预算财政拨款收入支出决算表", true)] },
    fails: {
      tables: [table("GOVERNMENT_FUND", "政府性基金预算财政拨款收入支出决算表", true)],
      readings: [
        reading("GOVERNMENT_FUND_EXPENDITURE", 0, { status: "NOT_APPLICABLE", table: "GOVERNMENT_FUND" }),
        reading("GOVERNMENT_FUND_EXPENDITURE", 500),
      ],
    },
    finding: { published: 5_000_000 },
    cannotTell: {
      tables: [table("GOVERNMENT_FUND", "政府性基金预算财政拨款收入支出决算表")],
      uncited: [{ block: 9, row: 1, cell: 1, start: 0, end: 3 }],
    },
  },
  EVALUATED_PROJECTS_PRESENT: {
    holds: { readings: [reading("REPORTED_EVALUATIONS", 1)], projects: [project({ tableBlock: 4 })] },
    fails: { readings: [reading("REPORTED_EVALUATIONS", 14)], projects: [project({ tableBlock: 4 }), project({ name: "另一项目" })] },
    finding: { published: 14, recomputed: 1 },
    cannotTell: { projects: [project({ tableBlock: 4 })] },
  },
  YEAR_CONSISTENT: {
    holds: { relations: [relation("CHANGE_AMOUNT", "AGENCY_OPERATING_EXPENSE", 5)], tables: [table("TOTALS", "2023年度收入支出决算总表")] },
    fails: { messages: [message("YEAR_DOUBTFUL", "比2023年")] },
    finding: { detail: { words: "比2023年", yearPlace: "COMPARISON" } },
    cannotTell: {},
  },
  UNIT_NAME_CONSISTENT: {
    holds: operating("示例市司法局2023年度机关运行经费支出10万元。"),
    fails: operating("示例市民政局2023年度机关运行经费支出10万元。"),
    finding: { detail: { words: "示例市民政局", name: "示例市司法局", section: "OPERATING_EXPENSE" } },
    cannotTell: operating("机关运行经费支出10万元。"),
  },
  TEMPLATE_RESIDUE: {
    holds: operating("机关运行经费支出10万元。"),
    fails: operating("机关运行经费支出XX万元。"),
    finding: { detail: { words: "XX" } },
    cannotTell: {},
  },
  PRINTING_COMPLETE: {
    holds: operating("机关运行经费支出10.50万元，比上年增长3.5%。"),
    fails: operating("机关运行经费支出10.50，比上年增长3.5%。"),
    finding: { detail: { words: "支出10.50", printing: "UNIT", section: "OPERATING_EXPENSE" } },
    cannotTell: {},
  },
  PURPOSE_FITS_SUBJECT: {
    holds: items("2040601", "2040602", "2040605"),
    fails: items("2040201", "2040602", "2040604", "2040605"),
    finding: { detail: { subjects: "2040601" } },
    cannotTell: {},
  },
  PUBLISHED_IN_TIME: {
    holds: sections(["COVER", "", "批复时间：2023年09月08日 公开时间：2023年09月26日"]),
    fails: sections(["COVER", "", "批复时间：2023年09月08日 公开时间：2023年10月26日"]),
    finding: { published: 48, recomputed: 20 },
    cannotTell: sections(["COVER", "", "公开时间：2023年10月26日"]),
  },
};
