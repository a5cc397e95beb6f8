import type { MeasureCode } from "../../model/measures";
import type { DocumentFacts, LocatedSection, Parsed, SectionHandler } from "../handler";
import { functionalSubjects } from "../narrative/functional-subjects";
import { paragraphsOf } from "../narrative/read-section";
import { readNarrative } from "../narrative/read-narrative";
import { labelled, labelledWhole, type Vocabulary } from "../narrative/vocabulary";
import { REVENUE_SOURCES } from "./revenue.section";

const GRANT = "(?:财政)?拨款";

/** 预算编制说明: a budget tells totals, sources and every item in one section. */
export const BUDGET_OVERVIEW_VOCABULARY: Vocabulary = {
  labels: [
    ...labelledWhole(["REVENUE_TOTAL", "EXPENDITURE_TOTAL"], "收(?:入)?(?:、|和)?支(?:出)?(?:预算)?(?:总计|总额|总体)"),
    ...labelledWhole("REVENUE_TOTAL", "收入预算(?:总计|总额|合计)?", "收入总计", "总收入"),
    ...labelledWhole("EXPENDITURE_TOTAL", "支出预算(?:总计|总额|合计)?", "支出总计", "总支出"),
    ...labelled(["REVENUE_FISCAL_APPROPRIATION", "FISCAL_APPROPRIATION_EXPENDITURE"], "财政拨款收入(?:、|和|与)?支出"),
    ...labelled("FISCAL_APPROPRIATION_EXPENDITURE", "财政拨款支出(?:预算)?"),
    ...labelled("GENERAL_PUBLIC_EXPENDITURE", `一般公共预算${GRANT}支出(?:预算)?`),
    ...labelled("GOVERNMENT_FUND_EXPENDITURE", `政府性基金(?:预算)?${GRANT}支出(?:预算)?`),
    ...labelled("STATE_CAPITAL_EXPENDITURE", `国有资本经营(?:预算)?${GRANT}支出(?:预算)?`),
    ...REVENUE_SOURCES,
  ],
  main: [],
};

export const budgetOverviewSection: SectionHandler = {
  kind: "BUDGET_OVERVIEW",
  parse(section: LocatedSection, facts: DocumentFacts): Parsed {
    const paragraphs = paragraphsOf(section, facts);
    const read = (measure: MeasureCode): Parsed => {
      const subjects = functionalSubjects(measure, facts);
      return subjects.complete(
        readNarrative(paragraphs, { ...BUDGET_OVERVIEW_VOCABULARY, findLabel: subjects.findLabel }, section.kind, facts),
      );
    };
    // 财政拨款支出主要内容: with nothing in the two other budgets, what is told item by item is the general public budget's.
    const parsed = read("GENERAL_PUBLIC_EXPENDITURE");
    return othersAreEmpty(parsed) ? parsed : read("FISCAL_CURRENT_EXPENDITURE");
  },
};

function othersAreEmpty(parsed: Parsed): boolean {
  const others: readonly MeasureCode[] = ["GOVERNMENT_FUND_EXPENDITURE", "STATE_CAPITAL_EXPENDITURE"];
  return others.every((measure) =>
    (parsed.readings ?? []).some(
      (reading) => reading.measure === measure && reading.stage === "INITIAL_BUDGET" && (reading.value ?? 0) === 0,
    ),
  );
}
