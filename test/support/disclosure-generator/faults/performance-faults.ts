import { HUNDRED_YUAN, WAN_YUAN } from "../amounts";
import type { DisclosureRequest } from "../generate-disclosure";
import { evaluatedProjects } from "../unit-year-sums";
import { add, proportionOf, together, turn, withIndicator, type DocumentForm, type Fault } from "./fault";

const OFFICIAL: readonly DocumentForm[] = ["OFFICIAL", "ATTACHED"];

/** Of the simulated indicators: the first counts things, the last but one of the outputs is the project's cost, the last asks for satisfaction. */
const QUANTITY = 0;
const COST = 4;
const SATISFACTION = 7;

/** The first indicator misses its target: seven tenths of it are reached. */
const miss = (request: DisclosureRequest, score: "FULL" | "PROPORTION" | "MORE", reason: string) =>
  withIndicator(request, QUANTITY, (indicator) => {
    const actual = Math.floor((Number(indicator.target) * 7) / 10);
    const points = { FULL: indicator.weight, PROPORTION: proportionOf(indicator, actual), MORE: indicator.weight - 10 }[score];
    return { actual: String(actual), score: points, reason };
  });

const isAlone = ({ year }: DisclosureRequest): boolean => {
  const [first] = evaluatedProjects(year);
  return year.projects.filter(({ code }) => code === first?.code).length === 1;
};

/** Self-evaluations of projects: the first project of the document. */
export const PERFORMANCE_FAULTS = {
  "fund-rows-not-sum": {
    what: "年度资金总额 is not the sum of its rows",
    rule: "P_FUND_ROWS_SUM",
    in: OFFICIAL,
    plant: () => add({ kind: "PROJECT", project: 0, detail: "fund/OTHER/executed" }, 2 * WAN_YUAN),
  },
  "wrong-execution-rate": {
    what: "执行率 does not follow from executed and adjusted",
    rule: "P_EXECUTION_RATE_SCORE",
    in: OFFICIAL,
    plant: () => add({ kind: "PROJECT", project: 0, detail: "fund/TOTAL/rate" }, -640),
  },
  "weights-not-hundred": {
    what: "the weights do not add up to 100",
    rule: "P_WEIGHTS_SUM",
    in: OFFICIAL,
    given: (request) => withIndicator(request, COST, ({ weight }) => ({ weight: weight + 500, score: weight + 500 })),
  },
  "score-not-sum": {
    what: "总分 is not the sum of the scores",
    rule: "P_SCORE_SUM",
    in: OFFICIAL,
    plant: () => add({ kind: "PROJECT", project: 0, detail: "total/score" }, -300),
  },
  "full-marks-on-missed-target": {
    what: "a missed target has its full weight",
    rule: "P_MISSED_FULL_MARKS",
    in: OFFICIAL,
    given: (request) => miss(request, "FULL", "准备时间不足。"),
  },
  "missing-deviation-reason": {
    what: "a missed target has no reason",
    rule: "P_MISSED_NO_REASON",
    in: OFFICIAL,
    given: (request) => miss(request, "PROPORTION", ""),
  },
  "score-above-proportion": {
    what: "a missed target scores more than the proportion reached",
    rule: "P_SCORE_ABOVE_PROPORTION",
    in: OFFICIAL,
    given: (request) => miss(request, "MORE", "准备时间不足。"),
  },
  "target-far-exceeded": {
    what: "twice the target is reached",
    rule: "P_OVERACHIEVED",
    in: OFFICIAL,
    given: (request) =>
      withIndicator(request, QUANTITY, ({ target, weight }) => ({ actual: String(Number(target) * 2), score: weight, reason: "" })),
  },
  "cost-differs-from-funds": {
    what: "项目总成本 is not what the project executed",
    rule: "P_ACTUAL_VS_FUNDS",
    in: OFFICIAL,
    given: (request) => withIndicator(request, COST, ({ actual }) => ({ actual: String(Math.floor(Number(actual) * 0.9)) })),
  },
  "reason-counts-otherwise": {
    what: "the reason gives another distance from the target than the numbers",
    rule: "P_ACTUAL_VS_REASON",
    in: OFFICIAL,
    given: (request) =>
      withIndicator(request, SATISFACTION, (indicator) => ({
        actual: "80",
        score: proportionOf(indicator, 80),
        reason: "低于目标值6%，下年改进服务。",
      })),
  },
  "target-cannot-fail": {
    what: "a target of ≥ 0",
    rule: "P_TARGET_CANNOT_FAIL",
    in: OFFICIAL,
    plant: () => turn("target-cannot-fail/0/0"),
  },
  "wrong-direction": {
    what: "反向 stands beside 大于等于",
    rule: "P_DIRECTION_OPERATOR",
    in: OFFICIAL,
    needs: ({ evaluations }) => evaluations !== "OPERATOR_IN_TARGET",
    plant: () => turn("wrong-direction/0/0"),
  },
  "narrative-score-differs": {
    what: "the score in words is not the table's",
    rule: "P_NARRATIVE_MATCH",
    in: OFFICIAL,
    plant: () => add({ kind: "PROJECT", project: 0, detail: "narrative/score" }, -100),
  },
  "initial-budget-of-project-differs": {
    what: "年初预算 of a subject in words is not that of the one project it pays",
    rule: "P_SUBJECT_INITIAL_MATCH",
    in: OFFICIAL,
    needs: isAlone,
    plant: () =>
      together(
        add({ kind: "PROJECT", project: 0, detail: "fund/FISCAL/initial" }, -130 * HUNDRED_YUAN),
        add({ kind: "PROJECT", project: 0, detail: "fund/TOTAL/initial" }, -130 * HUNDRED_YUAN),
      ),
  },
  "budget-adjusted-by-half": {
    what: "全年预算 is twice 年初预算",
    rule: "X_ADJUSTMENT_RATE",
    in: OFFICIAL,
    given: (request) => {
      const { year } = request;
      const [first] = evaluatedProjects(year);
      const adjusted = first?.funds.find(({ source }) => source === "FISCAL")?.adjusted ?? 0;
      const initial = Math.floor(adjusted / 2 / HUNDRED_YUAN) * HUNDRED_YUAN;
      const items = year.items.map((item) => (item.code === first?.code ? { ...item, initial } : item));
      const projects = year.projects.map((project) =>
        project !== first
          ? project
          : { ...project, funds: project.funds.map((fund) => (fund.source === "FISCAL" ? { ...fund, initial } : fund)) },
      );
      return { year: { ...year, items, projects } };
    },
  },
  "missing-evaluation": {
    what: "a declared evaluation has no table",
    rule: "EVALUATED_PROJECTS_PRESENT",
    in: OFFICIAL,
    plant: ({ year }) => turn(`missing-evaluation/${evaluatedProjects(year).length - 1}`),
  },
} as const satisfies Record<string, Fault>;
