import type { Table } from "../../../src/model/extracted-document";
import { reading, relation, type Where } from "../check-fixtures";
import type { RuleCases } from "./rule-case";

const GENERAL = "GENERAL_PUBLIC_EXPENDITURE";
const WORDS: Where = { section: "GENERAL_PUBLIC" };
const TABLE: Where = { table: "GENERAL_PUBLIC" };
const told = (subject: string, amount: number) => reading(GENERAL, amount, { ...WORDS, subject });
const printed = (subject: string, amount: number) => reading(GENERAL, amount, { ...TABLE, subject });
const change = { base: { stage: "PRIOR_FINAL" } } as const;

const basicTable: Table = { kind: "TABLE", rows: [] };
const BASIC = "GENERAL_PUBLIC_BASIC_EXPENDITURE";
const economic = (welfare: number) =>
  (
    [
      ["30101", 500],
      ["30102", 400],
      ["30201", 50],
      ["30211", 30],
      ["30229", welfare],
    ] as const
  ).map(([subject, amount]) => reading(BASIC, amount, { table: "GENERAL_PUBLIC_BASIC", subject, block: 3 }));
const basicWords = {
  sections: [{ kind: "GENERAL_PUBLIC_BASIC", title: "基本支出情况说明", from: 0, to: 2 }],
  blocks: [
    { kind: "PARAGRAPH", text: "六、基本支出情况说明" },
    { kind: "PARAGRAPH", text: "公用经费主要包括：办公费、差旅费、福利费等。" },
    { kind: "PARAGRAPH", text: "" },
    basicTable,
  ],
} as const;

export const NARRATIVE_CASES: RuleCases = {
  N_ITEM_COVERAGE: {
    holds: { readings: [told("2040601", 500), told("2040602", 100), printed("2040601", 500), printed("2040602", 100)] },
    fails: { readings: [told("2040601", 500), printed("2040601", 500), printed("2040602", 100)] },
    finding: { published: 1_000_000, detail: { coverage: "UNTOLD" } },
    cannotTell: { readings: [told("2040601", 500)] },
  },
  N_CHANGE_ITEMS_SUM: {
    holds: {
      relations: [
        relation("CHANGE_AMOUNT", "THREE_PUBLIC_TOTAL", -150, change),
        relation("CHANGE_AMOUNT", "OVERSEAS_TRAVEL", 0, change),
        relation("CHANGE_AMOUNT", "OFFICIAL_VEHICLES", -180, change),
        relation("CHANGE_AMOUNT", "OFFICIAL_RECEPTION", 30, change),
      ],
    },
    fails: {
      relations: [
        relation("CHANGE_AMOUNT", "THREE_PUBLIC_TOTAL", -250, change),
        relation("CHANGE_AMOUNT", "OVERSEAS_TRAVEL", 0, change),
        relation("CHANGE_AMOUNT", "OFFICIAL_VEHICLES", -180, change),
        relation("CHANGE_AMOUNT", "OFFICIAL_RECEPTION", 30, change),
      ],
    },
    finding: { published: -2_500_000, recomputed: -1_500_000 },
    cannotTell: { relations: [relation("CHANGE_AMOUNT", "THREE_PUBLIC_TOTAL", -250, change)] },
  },
  N_ZERO_COMPONENT_NAMED: {
    holds: { ...basicWords, readings: economic(20) },
    fails: { ...basicWords, readings: economic(0) },
    finding: { detail: { subjects: "30229" } },
    cannotTell: { ...basicWords, readings: [] },
  },
};
