import { allowanceOf, slackOf, valueKindOf } from "./allowance";
import type { Facts, PrintedReading } from "./facts";
import { figureOf } from "./relation-inputs";
import type { Answer } from "./rule";

const WORDS = /(?:决算|支出)(?:数|额)?(大于|高于|超过|多于|小于|低于|少于|等于)(?:年初|全年|调整后?)?预算/g;

const DIRECTIONS: Readonly<Record<string, "INCREASE" | "DECREASE" | "EQUAL">> = {
  大于: "INCREASE",
  高于: "INCREASE",
  超过: "INCREASE",
  多于: "INCREASE",
  小于: "DECREASE",
  低于: "DECREASE",
  少于: "DECREASE",
  等于: "EQUAL",
};

/** 决算数大于（小于、等于）预算数: the word against the two numbers that stand before it in the same paragraph. */
export function* findTurnedComparisons(facts: Facts): Generator<Answer> {
  for (const { from, to } of facts.disclosure.sections) {
    for (let block = from; block < to; block += 1) {
      const paragraph = facts.document.blocks[block];
      if (paragraph?.kind !== "PARAGRAPH") continue;
      for (const match of paragraph.text.matchAll(WORDS)) {
        yield judge(facts, DIRECTIONS[match[1] ?? ""] ?? "EQUAL", { block, start: match.index, end: match.index + match[0].length });
      }
    }
  }
}

function judge(
  facts: Facts,
  direction: "INCREASE" | "DECREASE" | "EQUAL",
  span: { readonly block: number; readonly start: number; readonly end: number },
): Answer {
  const before = facts.printed.filter(({ citation }) => citation.block === span.block && citation.start < span.start);
  const final = before.findLast(({ stage }) => stage === "FINAL");
  if (final === undefined) return "CANNOT_TELL";
  const budget = before.findLast(
    ({ stage, measure, subject }) =>
      (stage === "INITIAL_BUDGET" || stage === "ADJUSTED_BUDGET") && measure === final.measure && subject === final.subject,
  );
  if (budget === undefined) return "CANNOT_TELL";
  const apart = final.value - budget.value;
  const holds =
    Math.abs(apart) <= allowanceOf([slackOf(final), slackOf(budget)]) ||
    (direction === "EQUAL" ? false : apart > 0 === (direction === "INCREASE"));
  return holds ? "HOLDS" : finding(direction, apart, final, budget, span);
}

const finding = (
  direction: string,
  apart: number,
  final: PrintedReading,
  budget: PrintedReading,
  span: { readonly block: number; readonly start: number; readonly end: number },
): Answer => ({
  valueKind: valueKindOf(final.measure),
  published: null,
  recomputed: apart,
  tolerance: allowanceOf([slackOf(final), slackOf(budget)]),
  figures: [final, budget].map(figureOf),
  detail: { baseStage: budget.stage, section: final.section, direction },
  citations: [span, final.citation, budget.citation],
});
