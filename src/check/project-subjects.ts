import type { CitedNumber, Project } from "../model/disclosure";
import { slackOf } from "./allowance";
import type { Facts, PrintedReading } from "./facts";
import { projectFinding, slackOfNumber, totalRow } from "./judge-project";
import { figureOf } from "./relation-inputs";
import type { Answer } from "./rule";

const MEASURE = "GENERAL_PUBLIC_EXPENDITURE";
/** 分: smaller amounts, and round ones, meet by chance. */
const LEAST = 20_000_000;
const ROUND = 10_000_000;

/** A budget subject that one project alone pays, as their equal amounts tell. */
interface Pair {
  readonly project: number;
  readonly final: PrintedReading;
  readonly initial: PrintedReading | undefined;
}

const near = (reading: PrintedReading, number: CitedNumber): boolean =>
  Math.abs(reading.value - number.value) <= Math.floor((slackOf(reading) + slackOfNumber(number)) / 2);

const itemsOf = (facts: Facts, stage: PrintedReading["stage"]): PrintedReading[] => {
  const bySubject = new Map<string, PrintedReading>();
  for (const reading of facts.printed) {
    const isItem =
      reading.measure === MEASURE && reading.stage === stage && (reading.subject?.length === 7 || reading.subject?.includes(":"));
    if (isItem && reading.subject !== undefined && !bySubject.has(reading.subject)) bySubject.set(reading.subject, reading);
  }
  return [...bySubject.values()];
};

/** Subject and project with one final amount that neither another subject nor another project has. */
function pairsByFinal(facts: Facts): Pair[] {
  const items = itemsOf(facts, "FINAL");
  return facts.disclosure.projects.flatMap((project, index) => {
    const executed = totalRow(project)?.executed;
    if (executed === undefined || !isTelling(executed.value)) return [];
    const fitting = items.filter((item) => near(item, executed));
    const [final, ...others] = fitting;
    const rivals = facts.disclosure.projects.filter((other) => other !== project && final !== undefined && nearTotal(other, final));
    if (final === undefined || others.length > 0 || rivals.length > 0) return [];
    return [{ project: index, final, initial: facts.figure({ ...figureOf(final), stage: "INITIAL_BUDGET" }) }];
  });
}

const isTelling = (value: number): boolean => value >= LEAST && value % ROUND !== 0;

const nearTotal = (project: Project, item: PrintedReading): boolean => {
  const executed = totalRow(project)?.executed;
  return executed !== undefined && near(item, executed);
};

/** 年初预算 of the subject in words is the project's initial budget; where it equals the year's budget, the stage is named wrongly. */
export function* matchInitialBudgets(facts: Facts): Generator<Answer> {
  const pairs = pairsByFinal(facts);
  if (pairs.length === 0) return yield "CANNOT_TELL";
  for (const { project: index, initial } of pairs) {
    const project = facts.disclosure.projects[index];
    const total = project === undefined ? undefined : totalRow(project);
    if (project === undefined || initial === undefined || total?.initialBudget === undefined) yield "CANNOT_TELL";
    else if (near(initial, total.initialBudget)) yield "HOLDS";
    else {
      const adjusted = total.adjustedBudget !== undefined && near(initial, total.adjustedBudget);
      const draft = projectFinding(
        project,
        "MONEY",
        {
          published: initial.value,
          recomputed: total.initialBudget.value,
          tolerance: Math.floor((slackOf(initial) + slackOfNumber(total.initialBudget)) / 2),
        },
        adjusted ? { cause: "ANOTHER_STAGE", causeStage: "ADJUSTED_BUDGET" } : {},
        [
          initial.citation,
          total.initialBudget.citation,
          ...(adjusted && total.adjustedBudget !== undefined ? [total.adjustedBudget.citation] : []),
        ],
      );
      yield { ...draft, figures: [figureOf(initial)], project: index };
    }
  }
}

/** Subject and project with one budget: what was spent is one amount as well. */
export function* matchFinals(facts: Facts): Generator<Answer> {
  const items = itemsOf(facts, "INITIAL_BUDGET");
  let told = false;
  for (const [index, project] of facts.disclosure.projects.entries()) {
    const total = totalRow(project);
    const executed = total?.executed;
    if (total === undefined || executed === undefined) continue;
    const budgets = [total.initialBudget, total.adjustedBudget].flatMap((one) => one ?? []).filter(({ value }) => isTelling(value));
    const fitting = items.filter((item) => budgets.some((budget) => near(item, budget)));
    const [item, ...others] = fitting;
    if (item === undefined || others.length > 0 || sharesBudget(facts, project, item)) continue;
    const final = facts.figure({ ...figureOf(item), stage: "FINAL" });
    if (final === undefined) continue;
    told = true;
    if (near(final, executed)) yield "HOLDS";
    // Far apart, the equal budgets were chance, or more than the project is paid from the subject.
    else if (Math.abs(final.value - executed.value) * 10 > executed.value) yield "CANNOT_TELL";
    else {
      const numbers = {
        published: final.value,
        recomputed: executed.value,
        tolerance: Math.floor((slackOf(final) + slackOfNumber(executed)) / 2),
      };
      yield {
        ...projectFinding(project, "MONEY", numbers, {}, [final.citation, executed.citation]),
        figures: [figureOf(final)],
        project: index,
      };
    }
  }
  if (!told) yield "CANNOT_TELL";
}

const sharesBudget = (facts: Facts, project: Project, item: PrintedReading): boolean =>
  facts.disclosure.projects.some((other) => {
    const total = totalRow(other);
    return other !== project && [total?.initialBudget, total?.adjustedBudget].some((budget) => budget !== undefined && near(item, budget));
  });

/** Σ 上年结转 of the projects is part of what the unit carried over. */
export function* compareCarryover(facts: Facts): Generator<Answer> {
  const opening = facts.figure({ measure: "OPENING_CARRYOVER", stage: "FINAL" });
  const rows = facts.disclosure.projects.flatMap(({ funds }) => funds.filter(({ source }) => source === "CARRYOVER"));
  const carried = rows.flatMap(({ adjustedBudget, executed }) => adjustedBudget ?? executed ?? []);
  if (carried.length === 0) return yield "DOES_NOT_APPLY";
  if (opening === undefined) return yield "CANNOT_TELL";
  const sum = carried.reduce((all, { value }) => all + value, 0);
  const tolerance = Math.floor(carried.reduce((all, number) => all + slackOfNumber(number), slackOf(opening)) / 2);
  if (sum <= opening.value + tolerance) yield "HOLDS";
  else {
    yield {
      valueKind: "MONEY",
      published: sum,
      recomputed: opening.value,
      tolerance,
      figures: [figureOf(opening)],
      detail: {},
      citations: [opening.citation, ...carried.filter(({ value }) => value !== 0).map(({ citation }) => citation)],
    };
  }
}
