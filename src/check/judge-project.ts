import type { CitedNumber, FundRow, Project } from "../model/disclosure";
import type { Finding } from "../model/finding";
import type { Span } from "../model/extracted-document";
import type { Facts } from "./facts";
import { mayBeRate, printedInterval, rateOf } from "./interval";
import type { Answer, FindingDraft } from "./rule";

/** Runs a check over every project that has an evaluation or a fund block of its own. */
export function* eachProject(facts: Facts, judge: (project: Project, facts: Facts) => Iterable<Answer>): Generator<Answer> {
  for (const [index, project] of facts.disclosure.projects.entries()) {
    for (const answer of judge(project, facts)) yield typeof answer === "object" ? { ...answer, project: index } : answer;
  }
}

interface Numbers {
  readonly published: number | null;
  readonly recomputed: number | null;
  readonly tolerance: number | null;
}

/** A finding about a project, named by it. */
export function projectFinding(
  project: Project,
  valueKind: Finding["valueKind"],
  numbers: Numbers,
  detail: Readonly<Record<string, string>>,
  citations: readonly Span[],
): FindingDraft {
  return { valueKind, ...numbers, figures: [], detail: { project: project.name, ...detail }, citations };
}

export const slackOfNumber = ({ step }: CitedNumber): number => Math.max(1, Math.round(step));

/** Scores are exact where they are whole points; only printed decimals were rounded. */
export const slackOfScore = ({ step }: CitedNumber): number => (step >= POINT ? 0 : Math.max(1, Math.round(step)));
const POINT = 100;

export const totalRow = (project: Project): FundRow | undefined => project.funds.find(({ source }) => source === "TOTAL");

const COLUMNS = ["initialBudget", "adjustedBudget", "executed"] as const;

/** 年度资金总额 = 财政拨款 + 上年结转 + 其他, in each column. */
export function* sumFundRows(project: Project): Generator<Answer> {
  const total = totalRow(project);
  if (total === undefined) return;
  for (const column of COLUMNS) {
    const whole = total[column];
    if (whole === undefined) continue;
    const rows = project.funds.filter(({ source }) => source !== "TOTAL");
    const parts = rows.flatMap((row) => row[column] ?? []);
    if (parts.length === 0) yield "CANNOT_TELL";
    else if (closes(whole, parts) || closes(whole, firstOfEachSource(rows, column))) yield "HOLDS";
    // A blank cell is zero only where the sum closes with it.
    else if (sum(parts) < whole.value && hasBlank(rows, column)) yield "CANNOT_TELL";
    else yield finding(project, whole, parts, column);
  }
}

const sum = (numbers: readonly CitedNumber[]): number => numbers.reduce((all, { value }) => all + value, 0);

const closes = (whole: CitedNumber, parts: readonly CitedNumber[]): boolean =>
  Math.abs(whole.value - sum(parts)) <= toleranceOf([whole, ...parts]);

const toleranceOf = (numbers: readonly CitedNumber[]): number =>
  Math.floor(numbers.reduce((all, number) => all + slackOfNumber(number), 0) / 2);

/** 财政拨款 may be divided once more (中央、省、市) in rows of the same source: then the first is their sum. */
function firstOfEachSource(rows: readonly FundRow[], column: (typeof COLUMNS)[number]): CitedNumber[] {
  const seen = new Set<FundRow["source"]>();
  return rows.flatMap((row) => {
    const number = row[column];
    if (number === undefined || seen.has(row.source)) return [];
    seen.add(row.source);
    return [number];
  });
}

/** A row with numbers in its other columns and none here. A row without any is one that the form offers and the project does not need. */
const hasBlank = (rows: readonly FundRow[], column: (typeof COLUMNS)[number]): boolean =>
  rows.some((row) => row[column] === undefined && COLUMNS.some((other) => row[other] !== undefined));

const finding = (project: Project, whole: CitedNumber, parts: readonly CitedNumber[], column: string): Answer =>
  projectFinding(
    project,
    "MONEY",
    { published: whole.value, recomputed: sum(parts), tolerance: toleranceOf([whole, ...parts]) },
    { column, partCount: String(parts.length) },
    [whole, ...parts].map(({ citation }) => citation),
  );

/** 执行率 = 全年执行数 ÷ 全年预算数; 得分 = 分值 × 执行率, at most the whole. */
export function* judgeExecution(project: Project): Generator<Answer> {
  for (const row of project.funds) {
    const { adjustedBudget: budget, executed, executionRate, weight, score } = row;
    if (budget === undefined || executed === undefined || (executionRate === undefined && score === undefined)) continue;
    if (budget.value === 0) {
      yield "DOES_NOT_APPLY";
      continue;
    }
    if (executionRate !== undefined) yield judgeRate(project, row.label, executionRate, executed, budget);
    if (score !== undefined && weight !== undefined) yield judgeScore(project, row.label, score, weight, executed, budget);
  }
}

const interval = (number: CitedNumber) => printedInterval(number.value, slackOfNumber(number));

function judgeRate(project: Project, label: string, rate: CitedNumber, executed: CitedNumber, budget: CitedNumber): Answer {
  if (mayBeRate(interval(rate), interval(executed), interval(budget)) !== false) return "HOLDS";
  const numbers = {
    published: rate.value,
    recomputed: rateOf(executed.value, budget.value),
    tolerance: Math.floor(slackOfNumber(rate) / 2),
  };
  return projectFinding(
    project,
    "RATE",
    numbers,
    { row: label, matter: "RATE" },
    [rate, executed, budget].map(({ citation }) => citation),
  );
}

function judgeScore(
  project: Project,
  label: string,
  score: CitedNumber,
  weight: CitedNumber,
  executed: CitedNumber,
  budget: CitedNumber,
): Answer {
  const right =
    executed.value >= budget.value
      ? weight.value
      : Number((BigInt(weight.value) * BigInt(executed.value) * 2n + BigInt(budget.value)) / (BigInt(budget.value) * 2n));
  // What the printed amounts leave open moves the score as well.
  const open = Math.ceil((weight.value * (slackOfNumber(executed) + slackOfNumber(budget))) / Math.max(1, 2 * budget.value));
  const tolerance = Math.ceil(slackOfNumber(score) / 2) + open;
  if (Math.abs(score.value - right) <= tolerance) return "HOLDS";
  return projectFinding(
    project,
    "SCORE",
    { published: score.value, recomputed: right, tolerance },
    { row: label, matter: "SCORE" },
    [score, weight, executed, budget].map(({ citation }) => citation),
  );
}

/** Σ 指标分值 + 资金分值 = 100, or the total printed. */
export function* sumWeights(project: Project): Generator<Answer> {
  const weights = project.indicators.flatMap(({ weight }) => weight ?? []);
  if (weights.length === 0) return;
  if (weights.length < project.indicators.length) return yield "CANNOT_TELL";
  const fund = totalRow(project)?.weight;
  yield judgeTotal(project, project.totalWeight, HUNDRED, weights, fund);
}

const HUNDRED = 10_000;

/** 总分 = Σ 得分 + 资金得分, and 0 ≤ 得分 ≤ 分值. */
export function* sumScores(project: Project): Generator<Answer> {
  for (const [indicator, { weight, score, citation }] of project.indicators.entries()) {
    if (weight === undefined || score === undefined) continue;
    if (score.value >= 0 && score.value <= weight.value) yield "HOLDS";
    else {
      const numbers = { published: score.value, recomputed: weight.value, tolerance: 0 };
      const detail = { indicatorName: project.indicators[indicator]?.name ?? "", telling: "RANGE" };
      yield { ...projectFinding(project, "SCORE", numbers, detail, [score.citation, weight.citation, citation]), indicator };
    }
  }
  const scores = project.indicators.flatMap(({ score }) => score ?? []);
  if (scores.length === 0) return;
  if (project.totalScore === undefined || scores.length < project.indicators.length) return yield "CANNOT_TELL";
  yield judgeTotal(project, project.totalScore, project.totalScore.value, scores, totalRow(project)?.score);
}

/** The funds' own part counts in most provinces, and stands beside 100 points of indicators in some. */
function judgeTotal(
  project: Project,
  printed: CitedNumber | undefined,
  total: number,
  parts: readonly CitedNumber[],
  fund: CitedNumber | undefined,
): Answer {
  const whole = printed?.value ?? total;
  const tolerance = Math.floor([printed, fund, ...parts].reduce((all, one) => all + (one === undefined ? 0 : slackOfScore(one)), 0) / 2);
  const indicators = sum(parts);
  const both = indicators + (fund?.value ?? 0);
  if ([indicators, both].some((made) => Math.abs(whole - made) <= tolerance)) return "HOLDS";
  const numbers = { published: whole, recomputed: both, tolerance };
  const citations = [printed, fund, ...parts].flatMap((one) => (one === undefined ? [] : [one.citation]));
  return projectFinding(project, "SCORE", numbers, { partCount: String(parts.length) }, citations);
}

/** 自评综述 against the table of the same project. */
export function* matchNarrative(project: Project): Generator<Answer> {
  const { narrative, totalScore } = project;
  if (narrative === undefined) return;
  if (project.tableBlock === undefined) return yield "CANNOT_TELL";
  const total = totalRow(project);
  // Where the table contradicts itself, the words may agree with what its own numbers make.
  const scores = [...project.indicators.map(({ score }) => score), total?.score].flatMap((score) => score ?? []);
  const made = totalScore === undefined || scores.length === 0 ? undefined : { ...totalScore, value: sum(scores) };
  yield match(project, "SCORE", "score", narrative.score, totalScore, made);
  yield match(project, "MONEY", "budget", narrative.budget, total?.adjustedBudget);
  yield match(project, "MONEY", "executed", narrative.executed, total?.executed);
  const { adjustedBudget: budget, executed, executionRate: rate } = total ?? {};
  const right = budget === undefined || executed === undefined ? null : rateOf(executed.value, budget.value);
  yield match(
    project,
    "RATE",
    "rate",
    narrative.executionRate,
    rate,
    rate === undefined || right === null ? undefined : { ...rate, value: right },
  );
}

function match(
  project: Project,
  kind: Finding["valueKind"],
  what: string,
  told: CitedNumber | undefined,
  printed: CitedNumber | undefined,
  made: CitedNumber | undefined = printed,
): Answer {
  if (told === undefined) return "DOES_NOT_APPLY";
  if (printed === undefined) return "CANNOT_TELL";
  const slack = kind === "SCORE" ? slackOfScore : slackOfNumber;
  const tolerance = Math.floor((slack(told) + slack(printed)) / 2);
  if ([printed, made].some((one) => one !== undefined && Math.abs(told.value - one.value) <= tolerance)) return "HOLDS";
  const numbers = { published: told.value, recomputed: printed.value, tolerance };
  return projectFinding(project, kind, numbers, { told: what }, [told.citation, printed.citation]);
}
