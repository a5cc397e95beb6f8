import type { MeasureCode } from "../../model/measures";
import type { LabelPattern } from "./vocabulary";

/** 部门预算支出经济分类, the classes as sentences name them; longer names stand for themselves (资本性支出（基本建设） is 309). */
const ECONOMIC_CLASSES: readonly (readonly [string, string])[] = [
  ["301", "工资福利支出"],
  ["302", "商品和服务支出"],
  ["303", "对个人和家庭的?补助(?:支出)?"],
  ["307", "债务利息及费用支出|债务利息支出"],
  ["309", "资本性支出（基本建设）|基本建设支出"],
  ["310", "资本性支出(?:（其他）)?|其他资本性支出"],
  ["311", "对企业补助（基本建设）"],
  ["312", "对企业补助(?:支出)?"],
  ["313", "对社会保障基金补助(?:支出)?"],
  ["399", "其他支出"],
];

const patternOf = (subject: string, name: string): RegExp => new RegExp(`(?:${name})(?:（${subject}类）|（类）)?`, "y");

/** The economic classes as names of one measure's subjects. */
export const economicClasses = (measure: MeasureCode): LabelPattern[] =>
  ECONOMIC_CLASSES.map(([subject, name]) => ({
    pattern: patternOf(subject, name),
    label: { measures: [measure], subject },
    whole: true,
  }));

/** The same where the sentences say of which measure they are parts; 其他支出 may be a functional class there. */
export const economicClassesWithin = (...partOf: readonly MeasureCode[]): LabelPattern[] =>
  ECONOMIC_CLASSES.filter(([subject]) => subject !== "399").map(([subject, name]) => ({
    pattern: patternOf(subject, name),
    label: { measures: [], subject, partOf },
    whole: true,
  }));
