import { reading } from "../check-fixtures";
import { fundRow, indicator, money, percent, points, project, type TestIndicator, type TestProject } from "../project-fixtures";
import type { RuleCases } from "./rule-case";

const one = (given: TestProject) => ({ projects: [project(given)] });
export const oneIndicator = (given: TestIndicator, more: TestProject = {}) =>
  one({ ...more, indicators: [indicator({ weight: 5, score: 5, actual: "10", ...given })] });
const sources = (fiscal: number, carried: number) => [fundRow("FISCAL", { executed: fiscal }), fundRow("CARRYOVER", { executed: carried })];
const reasons = { reason: "活动延后" };
const item = { subject: "2040605", section: "GENERAL_PUBLIC" } as const;
const subjectOf = (initial: number, final: number) => [
  reading("GENERAL_PUBLIC_EXPENDITURE", initial, { ...item, stage: "INITIAL_BUDGET" }),
  reading("GENERAL_PUBLIC_EXPENDITURE", final, item),
];
const grades = (average: number) => [
  reading("EVALUATED_PROJECTS", 4, { section: "PERFORMANCE" }),
  reading("EVALUATED_EXCELLENT", 4, { section: "PERFORMANCE" }),
  { ...reading("EVALUATED_AVERAGE_SCORE", average, { section: "PERFORMANCE" }), step: 1 },
];

export const PERFORMANCE_CASES: RuleCases = {
  P_FUND_ROWS_SUM: {
    holds: one({ total: { executed: 89_213 }, rows: sources(89_036, 177) }),
    fails: one({ total: { executed: 89_213 }, rows: sources(89_036, 477) }),
    finding: { published: 892_130_000, recomputed: 895_130_000, project: 0 },
    cannotTell: one({ total: { executed: 89_213 } }),
  },
  P_EXECUTION_RATE_SCORE: {
    holds: one({ total: { adjusted: 89_277, executed: 89_213, weight: 10, rate: 9993, score: 9.99 } }),
    fails: one({ total: { adjusted: 89_277, executed: 89_213, weight: 10, rate: 9793, score: 9.99 } }),
    finding: { published: 979_300, project: 0 },
    cannotTell: one({ total: { executed: 89_213, rate: 9993 } }),
  },
  P_WEIGHTS_SUM: {
    holds: one({ total: { weight: 10 }, indicators: [indicator({ weight: 50 }), indicator({ weight: 40 })] }),
    fails: one({ total: { weight: 10 }, indicators: [indicator({ weight: 50 }), indicator({ weight: 45 })] }),
    finding: { published: 10_000, recomputed: 10_500 },
    cannotTell: one({ total: { weight: 10 }, indicators: [indicator({ weight: 50 }), indicator({})] }),
  },
  P_SCORE_SUM: {
    holds: one({
      total: { score: 9.99 },
      indicators: [indicator({ weight: 50, score: 50 }), indicator({ weight: 40, score: 38.3 })],
      totalScore: 98.29,
    }),
    fails: one({
      total: { score: 9.99 },
      indicators: [indicator({ weight: 50, score: 50 }), indicator({ weight: 40, score: 38.3 })],
      totalScore: 95.29,
    }),
    finding: { published: 9529, recomputed: 9829 },
    cannotTell: one({ total: { score: 9.99 }, indicators: [indicator({ score: 50 }), indicator({ score: 38.3 })] }),
  },
  P_MISSED_FULL_MARKS: {
    holds: oneIndicator({ actual: "8", score: 4 }),
    fails: oneIndicator({ actual: "8", score: 5 }),
    finding: { published: 500, project: 0, indicator: 0 },
    cannotTell: oneIndicator({ target: "按时", actual: "已完成" }),
  },
  P_MISSED_NO_REASON: {
    holds: oneIndicator({ actual: "8", score: 4, ...reasons }),
    fails: one({
      indicators: [indicator({ weight: 5, score: 5, actual: "12", ...reasons }), indicator({ weight: 5, score: 4, actual: "8" })],
    }),
    finding: { indicator: 1 },
    cannotTell: oneIndicator({ actual: "8", score: 4 }),
  },
  P_SCORE_ABOVE_PROPORTION: {
    holds: oneIndicator({ actual: "8", score: 4 }),
    fails: oneIndicator({ actual: "4", score: 3 }),
    finding: { published: 300, recomputed: 200 },
    cannotTell: oneIndicator({ target: "按时", actual: "已完成" }),
  },
  P_DIRECTION_OPERATOR: {
    holds: oneIndicator({ direction: "NEGATIVE", comparator: "LE" }),
    fails: oneIndicator({ direction: "NEGATIVE", comparator: "GE" }),
    cannotTell: oneIndicator({ direction: "QUALITATIVE" }),
    then: "NOT_APPLICABLE",
  },
  P_TARGET_CANNOT_FAIL: {
    holds: oneIndicator({ target: "95", measurementUnit: "%" }),
    fails: oneIndicator({ target: "0" }),
    finding: { detail: { project: "普法宣传项目", indicatorName: "培训场次", target: "≥0场", actual: "10场", bound: "ZERO" } },
    cannotTell: oneIndicator({ target: "按时" }),
    then: "NOT_APPLICABLE",
  },
  P_OVERACHIEVED: {
    holds: oneIndicator({ actual: "12" }),
    fails: oneIndicator({ actual: "60" }),
    cannotTell: oneIndicator({ target: "按时" }),
    then: "NOT_APPLICABLE",
  },
  P_ACTUAL_VS_FUNDS: {
    holds: oneIndicator(
      { target: "100", actual: "98.5", measurementUnit: "万元", comparator: "LE" },
      { total: { initial: 10_000, executed: 9850 } },
    ),
    fails: oneIndicator(
      { target: "100", actual: "93.5", measurementUnit: "万元", comparator: "LE" },
      { total: { initial: 10_000, executed: 9850 } },
    ),
    finding: { published: 93_500_000, recomputed: 98_500_000 },
    cannotTell: oneIndicator({ target: "100", actual: "93.5", measurementUnit: "万元", comparator: "LE" }),
    then: "NOT_APPLICABLE",
  },
  P_ACTUAL_VS_REASON: {
    holds: oneIndicator({ target: "86.4", actual: "87.19", measurementUnit: "万", comparator: "LE", reason: "超出年度目标值0.79万元。" }),
    fails: oneIndicator({ target: "86.4", actual: "87.19", measurementUnit: "万", comparator: "LE", reason: "超出年度目标值1.29万元。" }),
    cannotTell: oneIndicator({ reason: "活动延后" }),
    then: "NOT_APPLICABLE",
  },
  P_NARRATIVE_MATCH: {
    holds: one({
      tableBlock: 3,
      total: { adjusted: 89_277, executed: 89_213 },
      totalScore: 98.25,
      narrative: { score: points(98.25), budget: money(89_277), executed: money(89_213), executionRate: percent(9993) },
    }),
    fails: one({ tableBlock: 3, total: { adjusted: 89_277, executed: 89_213 }, totalScore: 98.25, narrative: { score: points(97.25) } }),
    finding: { published: 9725, recomputed: 9825 },
    cannotTell: one({ narrative: { score: points(98.25) } }),
  },
  P_SUBJECT_INITIAL_MATCH: {
    holds: { ...one({ total: { initial: 89_214, adjusted: 89_277, executed: 89_213 } }), readings: subjectOf(89_214, 89_213) },
    fails: { ...one({ total: { initial: 89_214, adjusted: 89_277, executed: 89_213 } }), readings: subjectOf(89_277, 89_213) },
    finding: {
      published: 892_770_000,
      recomputed: 892_140_000,
      detail: { project: "普法宣传项目", cause: "ANOTHER_STAGE", causeStage: "ADJUSTED_BUDGET" },
    },
    cannotTell: { ...one({ total: { initial: 89_214 } }), readings: subjectOf(89_214, 89_213) },
  },
  P_SUBJECT_FINAL_MATCH: {
    holds: { ...one({ total: { initial: 89_214, executed: 89_013 } }), readings: subjectOf(89_214, 89_013) },
    fails: { ...one({ total: { initial: 89_214, executed: 89_013 } }), readings: subjectOf(89_214, 88_013) },
    finding: { published: 880_130_000, recomputed: 890_130_000 },
    cannotTell: { ...one({ total: { initial: 70_001, executed: 69_001 } }), readings: subjectOf(89_214, 88_013) },
  },
  P_CARRYOVER_VS_UNIT: {
    holds: { ...one({ rows: [fundRow("CARRYOVER", { adjusted: 177 })] }), readings: [reading("OPENING_CARRYOVER", 200)] },
    fails: { ...one({ rows: [fundRow("CARRYOVER", { adjusted: 177 })] }), readings: [reading("OPENING_CARRYOVER", 0)] },
    finding: { published: 1_770_000, recomputed: 0 },
    cannotTell: one({ rows: [fundRow("CARRYOVER", { adjusted: 177 })] }),
  },
  P_GRADE_FITS_SCORE: {
    holds: { readings: grades(9943) },
    fails: { readings: grades(8143) },
    finding: { published: 8143 },
    cannotTell: { readings: grades(9943).slice(1) },
  },
};
