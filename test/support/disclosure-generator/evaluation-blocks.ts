import { HUNDRED_YUAN, divideRounded, hundredthsOfPercent, printHundredths } from "./amounts";
import type { DescribedCell, Printer } from "./printer";
import type { ProjectFund, ProjectIndicator, ProjectYear } from "./unit-year";
import { fundScore, projectFunds, projectScore } from "./unit-year-sums";

/** What reading the evaluation of a project must give, as printed. */
export interface ExpectedProject {
  readonly name: string;
  /** Hundredths; as the table prints it. */
  readonly score: number;
  readonly initial: number;
  readonly adjusted: number;
  readonly executed: number;
  readonly indicators: readonly {
    readonly name: string;
    readonly weight: number;
    readonly score: number;
    readonly target: string;
    readonly actual: string;
  }[];
  readonly narrativeScore: number;
}

const LABELS: Readonly<Record<ProjectFund["source"] | "TOTAL", string>> = {
  TOTAL: "年度资金总额",
  FISCAL: "其中：财政拨款",
  CARRYOVER: "上年结转资金",
  OTHER: "其他资金",
  SPECIAL_ACCOUNT: "财政专户管理资金",
  UNIT_OWN: "单位资金",
};

const DIRECTIONS = { POSITIVE: "正向", NEGATIVE: "反向", QUALITATIVE: "定性" } as const;
const COMPARATORS = { GE: "大于等于", LE: "小于等于", EQ: "等于", GT: "大于", LT: "小于" } as const;
const SIGNS = { GE: "≥", LE: "≤", EQ: "=", GT: ">", LT: "<" } as const;

/** How a province prints its evaluation tables. */
export type EvaluationForm = "SEED" | "OPERATOR_IN_TARGET";

/** 项目自评综述 and 项目支出绩效自评表 of one project. */
export function printEvaluation(
  print: Printer,
  project: ProjectYear,
  at: number,
  year: number,
  form: EvaluationForm = "SEED",
): ExpectedProject {
  const funds = projectFunds(project);
  const alter = (detail: string, value: number): number => print.alterProject(at, detail, value);
  const wan = (detail: string, amount: number): string => printHundredths(divideRounded(alter(detail, amount), HUNDRED_YUAN));
  const score = projectScore(project);
  const narrativeScore = alter("narrative/score", score);
  const rate = hundredthsOfPercent(funds.executed, funds.adjusted) ?? 0;
  print.say(
    `${at + 1}.${project.name}项目自评综述：本项目自评得分${printHundredths(narrativeScore, { trimmed: true })}分。全年执行数为${wan("narrative/executed", funds.executed)}万元，全年预算数为${wan("narrative/budget", funds.adjusted)}万元，预算执行率为${printHundredths(alter("narrative/rate", rate), { trimmed: true })}%。绩效目标完成情况：${project.completion}存在的主要问题及原因：${project.problems}下一步工作措施：${project.nextSteps}`,
  );
  if (!print.has(`missing-evaluation/${at}`)) print.table(rowsOf(print, project, at, year, form), "ABSENT");
  return {
    name: project.name,
    score: alter("total/score", score),
    initial: alter("fund/TOTAL/initial", funds.initial),
    adjusted: alter("fund/TOTAL/adjusted", funds.adjusted),
    executed: alter("fund/TOTAL/executed", funds.executed),
    indicators: project.indicators.map((indicator, order) => ({
      name: indicator.name,
      weight: alter(`indicator/${order}/weight`, indicator.weight),
      score: alter(`indicator/${order}/score`, indicator.score),
      target: indicator.target,
      actual: indicator.actual,
    })),
    narrativeScore,
  };
}

function rowsOf(print: Printer, project: ProjectYear, at: number, year: number, form: EvaluationForm): DescribedCell[][] {
  const columns = form === "SEED" ? 12 : 9;
  const half = Math.floor(columns / 2);
  const funds = projectFunds(project);
  const total = { source: "TOTAL", ...funds } as const;
  return [
    [{ text: `项目支出绩效自评表\n（${year}年度）`, columns }],
    ["项目名称", { text: project.name, columns: columns - 1 }],
    [
      "主管部门",
      { text: project.supervisingUnit, columns: half - 1 },
      "实施单位",
      { text: project.implementingUnit, columns: columns - half - 1 },
    ],
    [
      { text: "项目资金\n（万元）", rows: 5 },
      ...spread(["", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率（%）", "得分"], columns - 1),
    ],
    ...[total, ...project.funds].map((fund) => spread(fundCells(print, project, at, fund), columns - 1)),
    [
      { text: "年度总体目标", rows: 2 },
      { text: "预期目标", columns: half - 1 },
      { text: "实际完成情况", columns: columns - half },
    ],
    [
      { text: project.goal, columns: half - 1 },
      { text: project.completion, columns: columns - half },
    ],
    ...(form === "SEED" ? seedIndicators(print, project, at) : plainIndicators(print, project, at)),
    totalRow(print, project, at, columns),
  ];
}

/** Seven texts over the columns of the table: the first takes what is left. */
function spread(texts: readonly string[], columns: number): DescribedCell[] {
  const [first = "", ...rest] = texts;
  const lack = columns - rest.length;
  return [lack > 1 ? { text: first, columns: lack } : first, ...rest];
}

function fundCells(
  print: Printer,
  project: ProjectYear,
  at: number,
  fund: {
    readonly source: ProjectFund["source"] | "TOTAL";
    readonly initial: number;
    readonly adjusted: number;
    readonly executed: number;
  },
): string[] {
  const alter = (field: string, value: number): number => print.alterProject(at, `fund/${fund.source}/${field}`, value);
  const wan = (field: string, amount: number): string => printHundredths(divideRounded(alter(field, amount), HUNDRED_YUAN));
  const rate = hundredthsOfPercent(fund.executed, fund.adjusted);
  const isTotal = fund.source === "TOTAL";
  return [
    LABELS[fund.source],
    wan("initial", fund.initial),
    wan("adjusted", fund.adjusted),
    wan("executed", fund.executed),
    isTotal ? printHundredths(alter("weight", 1000), { trimmed: true }) : "——",
    rate === undefined ? "——" : printHundredths(alter("rate", rate)),
    isTotal ? printHundredths(alter("score", fundScore(project)), { trimmed: true }) : "——",
  ];
}

/** Merged levels: the first row of a level names it, the rows below are covered. */
function levelCells(indicators: readonly ProjectIndicator[], order: number): DescribedCell[] {
  const same = (key: "level1" | "level2", from: number): number => {
    let to = from;
    const first = indicators[from];
    while (indicators[to]?.level1 === first?.level1 && (key === "level1" || indicators[to]?.level2 === first?.level2)) to += 1;
    return to - from;
  };
  const indicator = indicators[order];
  const above = indicators[order - 1];
  if (indicator === undefined) return [];
  const cells: DescribedCell[] = [];
  if (order === 0) cells.push({ text: "绩效指标", rows: indicators.length });
  if (indicator.level1 !== above?.level1) cells.push({ text: indicator.level1, rows: same("level1", order) });
  if (indicator.level1 !== above?.level1 || indicator.level2 !== above.level2)
    cells.push({ text: indicator.level2, rows: same("level2", order) });
  return cells;
}

function seedIndicators(print: Printer, project: ProjectYear, at: number): DescribedCell[][] {
  const header = [
    "绩效指标",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标性质",
    "指标方向",
    "年度指标值",
    "实际完成值",
    "计量单位",
    "分值",
    "得分",
    "偏差原因分析及改进措施",
  ];
  const rows = project.indicators.map((indicator, order): DescribedCell[] => {
    const { direction, comparator, target } = shown(print, indicator, at, order);
    return [
      ...levelCells(project.indicators, order),
      indicator.name,
      DIRECTIONS[direction],
      comparator === undefined ? "" : COMPARATORS[comparator],
      target,
      indicator.actual,
      indicator.unit,
      ...scoreCells(print, indicator, at, order),
    ];
  });
  return [header, ...rows];
}

function plainIndicators(print: Printer, project: ProjectYear, at: number): DescribedCell[][] {
  const header = ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"];
  const rows = project.indicators.map((indicator, order): DescribedCell[] => {
    const { comparator, target } = shown(print, indicator, at, order);
    return [
      ...levelCells(project.indicators, order),
      indicator.name,
      comparator === undefined ? target : `${SIGNS[comparator]}${target}${indicator.unit}`,
      indicator.actual,
      ...scoreCells(print, indicator, at, order),
    ];
  });
  return [header, ...rows];
}

function shown(print: Printer, indicator: ProjectIndicator, at: number, order: number): ProjectIndicator {
  if (print.has(`target-cannot-fail/${at}/${order}`)) return { ...indicator, target: "0" };
  if (print.has(`wrong-direction/${at}/${order}`)) return { ...indicator, direction: "NEGATIVE" };
  return indicator;
}

function scoreCells(print: Printer, indicator: ProjectIndicator, at: number, order: number): string[] {
  const weight = print.alterProject(at, `indicator/${order}/weight`, indicator.weight);
  const score = print.alterProject(at, `indicator/${order}/score`, indicator.score);
  const reason = print.has(`missing-deviation-reason/${at}/${order}`) ? "" : indicator.reason;
  return [printHundredths(weight, { trimmed: true }), printHundredths(score, { trimmed: true }), reason];
}

function totalRow(print: Printer, project: ProjectYear, at: number, columns: number): DescribedCell[] {
  const score = print.alterProject(at, "total/score", projectScore(project));
  return [{ text: "总分", columns: columns - 3 }, "100", printHundredths(score, { trimmed: true }), ""];
}
