import { printHundredths, sum } from "./amounts";
import type { Work } from "./fields";
import type { Random } from "./random";
import type { UnitProfile } from "./simulate-unit";
import type { ProjectFund, ProjectIndicator, ProjectYear } from "./unit-year";

/** A project's evaluation: a met target has its full weight, a missed one its proportion and a reason. */
export function simulateProject(profile: UnitProfile, work: Work, funds: readonly ProjectFund[], random: Random): ProjectYear {
  const indicators = simulateIndicators(profile, work, funds, random);
  const missed = indicators.filter(({ weight, score }) => score < weight);
  const [quantity] = indicators;
  const told = `全年${quantity?.name ?? ""}为${quantity?.actual ?? ""}${quantity?.unit ?? ""}`;
  return {
    name: work.project,
    code: work.code,
    implementingUnit: profile.name,
    supervisingUnit: profile.supervisingUnit,
    funds,
    goal: `${work.goal}。`,
    completion: missed.length === 0 ? `${told}，各项任务按计划完成。` : `${told}，另有${missed.length}项指标未达到预期。`,
    problems: `${work.problem}。`,
    nextSteps: `${work.nextStep}。`,
    indicators,
  };
}

interface Draft {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly unit: string;
  readonly weight: number;
  readonly target: number;
  /** Percentages or whole things; the target never leaves what is possible. */
  readonly limit?: number;
}

function simulateIndicators(profile: UnitProfile, work: Work, funds: readonly ProjectFund[], random: Random): ProjectIndicator[] {
  const growing = (usual: number): number => Math.max(1, Math.floor((usual * random.integer(90, 110)) / 100));
  const [first, second] = work.quantities;
  const drafts: readonly Draft[] = [
    { level1: "产出指标", level2: "数量指标", name: first[0], unit: first[1], weight: 1000, target: growing(first[2]) },
    { level1: "产出指标", level2: "数量指标", name: second[0], unit: second[1], weight: 1000, target: growing(second[2]) },
    { level1: "产出指标", level2: "质量指标", name: work.quality, unit: "%", weight: 1000, target: random.pick([90, 92, 95]), limit: 100 },
    { level1: "产出指标", level2: "时效指标", name: work.timeliness, unit: "%", weight: 1000, target: random.pick([90, 95]), limit: 100 },
  ];
  const satisfaction: Draft = {
    level1: "满意度指标",
    level2: "服务对象满意度",
    name: work.beneficiaries,
    unit: "%",
    weight: 1000,
    target: 90,
    limit: 100,
  };
  return [
    ...drafts.map((draft) => positive(profile, draft, random)),
    cost(funds),
    inWords("社会效益", work.benefit, "有所提升", profile, random),
    inWords("可持续影响", work.lasting, "逐步健全", profile, random),
    positive(profile, satisfaction, random),
  ];
}

function positive(profile: UnitProfile, { target, limit, ...draft }: Draft, random: Random): ProjectIndicator {
  const isMissed = random.chance(profile.missChance);
  const reached = isMissed ? Math.floor((target * random.integer(45, 93)) / 100) : Math.ceil((target * random.integer(100, 124)) / 100);
  const actual = limit === undefined ? reached : Math.min(limit, isMissed ? reached : target + random.integer(0, limit - target));
  const score = actual >= target ? draft.weight : Math.floor((draft.weight * actual) / target / 10) * 10;
  return {
    ...draft,
    direction: "POSITIVE",
    comparator: "GE",
    target: String(target),
    actual: String(actual),
    score,
    reason: actual >= target ? "" : random.pick(REASONS),
  };
}

const REASONS = [
  "前期准备时间较长，部分任务延后，下年提前安排。",
  "参与单位配合不够，已建立联络机制。",
  "年初目标定得偏高，下年按实际需要调整。",
  "人手调整影响进度，已补充力量。",
];

/** 项目总成本: what was spent stays within what was at hand. */
function cost(funds: readonly ProjectFund[]): ProjectIndicator {
  const wan = (amount: number): string => printHundredths(amount / 10_000, { trimmed: true });
  return {
    level1: "产出指标",
    level2: "成本指标",
    name: "项目总成本",
    direction: "NEGATIVE",
    comparator: "LE",
    target: wan(sum(funds.map(({ adjusted }) => adjusted))),
    actual: wan(sum(funds.map(({ executed }) => executed))),
    unit: "万元",
    weight: 1000,
    score: 1000,
    reason: "",
  };
}

function inWords(level2: string, name: string, target: string, profile: UnitProfile, random: Random): ProjectIndicator {
  const isMissed = random.chance(Math.floor(profile.missChance / 2));
  return {
    level1: "效益指标",
    level2,
    name,
    direction: "QUALITATIVE",
    target,
    actual: isMissed ? "尚待加强" : target,
    unit: "",
    weight: 1500,
    score: isMissed ? 1200 : 1500,
    reason: isMissed ? "见效需要时间，下年继续跟踪。" : "",
  };
}
