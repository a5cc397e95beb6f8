import type { Finding } from "../model/finding";
import { measureOf, MEASURE_CODES } from "../model/measures";
import { agree, allowanceOf, isUnitSlip, slackOf, valueKindOf } from "./allowance";
import { slipOf } from "./cause";
import type { Address, Facts, PrintedReading } from "./facts";
import { rateOf } from "./interval";
import { projectFinding, totalRow } from "./judge-project";
import { EXTREME_GROWTH, LARGE_ADJUSTMENT } from "./plausibility-bands";
import { changesBeside, figureOf, isPrintedRelation } from "./relation-inputs";
import type { Answer } from "./rule";
import { addressesOf, twinFinding } from "./twins";

/** The facts that are told more than once. */
const toldTwice = (facts: Facts): readonly Address[] =>
  facts.once("told twice", () =>
    addressesOf(facts, { measures: MEASURE_CODES, of: "ALL" }).filter((address) => facts.at(address, "ANYWHERE").length > 1),
  );

/** Whether any fact is told twice at all: without that nothing was compared. */
const comparedAny = (facts: Facts): Answer => (toldTwice(facts).length > 0 ? "HOLDS" : "CANNOT_TELL");

/** Pairs of printings of one fact that are not the same number. */
function* differingPrintings(facts: Facts): Generator<{ readonly one: PrintedReading; readonly standing: PrintedReading }> {
  for (const address of toldTwice(facts)) {
    const standing = facts.figure(address);
    if (standing === undefined) continue;
    const told = new Set<number>();
    for (const one of facts.at(address, "ANYWHERE")) {
      if (one === standing || told.has(one.value) || agree(one, standing)) continue;
      told.add(one.value);
      yield { one, standing };
    }
  }
}

/** 元 and 万元 taken for each other. */
export function* findUnitSlips(facts: Facts): Generator<Answer> {
  for (const { one, standing } of differingPrintings(facts)) {
    if (isUnitSlip(one, standing)) {
      const draft = twinFinding([one], standing, one.value);
      yield { ...draft, detail: { ...draft.detail, cause: "TIMES_10000" } };
    }
  }
  yield comparedAny(facts);
}

/** A difference that one slip of the pen explains. */
export function* findDigitSlips(facts: Facts): Generator<Answer> {
  for (const { one, standing } of differingPrintings(facts)) {
    if (isUnitSlip(one, standing) || valueKindOf(one.measure) !== "MONEY") continue;
    const step = Math.max(slackOf(one), slackOf(standing));
    // A coarser printing of the standing number is what the slip started from.
    const cause = slipOf(one.value, Math.round(standing.value / step) * step, step);
    if (cause === undefined) continue;
    const draft = twinFinding([one], standing, one.value);
    yield { ...draft, detail: { ...draft.detail, cause, likely: String(standing.value) } };
  }
  yield comparedAny(facts);
}

/** Negative where the line cannot be. */
export function* findNegatives(facts: Facts): Generator<Answer> {
  for (const reading of facts.printed) {
    if (reading.origin === "SELF_EVALUATION" || measureOf(reading.measure).mayBeNegative) continue;
    if (reading.value >= 0) yield "HOLDS";
    else {
      yield {
        valueKind: valueKindOf(reading.measure),
        published: reading.value,
        recomputed: null,
        tolerance: null,
        figures: [figureOf(reading)],
        detail: reading.table === undefined ? { section: reading.section } : { table: reading.table },
        citations: [reading.citation],
      };
    }
  }
}

const HUNDRED_PERCENT = 1_000_000;

/** Growth that cannot be, or is far from usual; a year without any money. */
export function* findExtremes(facts: Facts): Generator<Answer> {
  const told = new Set<string>();
  for (const relation of facts.disclosure.relations) {
    if (relation.form !== "CHANGE_RATE" || !isPrintedRelation(relation)) continue;
    const change = changesBeside(facts, relation)[0];
    const large = change !== undefined && Math.abs(change.value) >= EXTREME_GROWTH.leastChange;
    const place = JSON.stringify(relation.citation);
    if (relation.value >= -HUNDRED_PERCENT && !(relation.value > EXTREME_GROWTH.rate && large)) yield "HOLDS";
    else if (!told.has(place)) {
      told.add(place);
      yield {
        ...simple("RATE", relation.value),
        figures: [figureOf(relation)],
        detail: { section: relation.section },
        citations: [relation.citation],
      };
    }
  }
  const total = facts.figure({ measure: "EXPENDITURE_TOTAL", stage: facts.ownStage });
  if (total?.value === 0) yield { ...simple("MONEY", 0), figures: [figureOf(total)], detail: {}, citations: [total.citation] };
}

const simple = (valueKind: Finding["valueKind"], published: number) => ({ valueKind, published, recomputed: null, tolerance: null });

/** Budgets that were adjusted by more than is usual. */
export function* findLargeAdjustments(facts: Facts): Generator<Answer> {
  for (const adjusted of facts.printed) {
    if (adjusted.stage !== "ADJUSTED_BUDGET" || adjusted.subject !== undefined || valueKindOf(adjusted.measure) !== "MONEY") continue;
    const initial = facts.figure({ measure: adjusted.measure, stage: "INITIAL_BUDGET" });
    if (initial === undefined || initial.value <= 0 || facts.figure(figureOf(adjusted)) !== adjusted) continue;
    const rate = rateOf(adjusted.value - initial.value, initial.value) ?? 0;
    const apart = Math.abs(adjusted.value - initial.value) > allowanceOf([slackOf(adjusted), slackOf(initial)]);
    if (Math.abs(rate) <= LARGE_ADJUSTMENT || !apart) yield "HOLDS";
    else
      yield {
        ...simple("RATE", rate),
        figures: [adjusted, initial].map(figureOf),
        detail: {},
        citations: [adjusted.citation, initial.citation],
      };
  }
  for (const [index, project] of facts.disclosure.projects.entries()) {
    const { initialBudget: initial, adjustedBudget: adjusted } = totalRow(project) ?? {};
    if (initial === undefined || adjusted === undefined || initial.value <= 0) continue;
    const rate = rateOf(adjusted.value - initial.value, initial.value) ?? 0;
    if (Math.abs(rate) <= LARGE_ADJUSTMENT) yield "HOLDS";
    else yield { ...projectFinding(project, "RATE", simple("RATE", rate), {}, [adjusted.citation, initial.citation]), project: index };
  }
}
