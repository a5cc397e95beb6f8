import { firstNamed } from "./first-named";
import { foldLabel } from "./fold-label";

/** What a column of the indicator block says. `sense` is 指标性质 or 指标方向: either may hold the direction, the operator, or both. */
export type IndicatorRole = "level1" | "level2" | "name" | "sense" | "target" | "actual" | "unit" | "weight" | "score" | "reason" | "aside";

/** What a column of the fund block says. `label` names the source of the money. */
export type FundRole = "label" | "initialBudget" | "adjustedBudget" | "executed" | "weight" | "executionRate" | "score" | "aside";

/** Names of columns in the order of trial, the particular before the general. `aside` columns are known and belong to no field. */
const indicatorColumn = firstNamed<IndicatorRole>([
  ["level1", /^一级(绩效)?指标/],
  ["level2", /^二级(绩效)?指标/],
  ["name", /^三级(绩效)?指标|^(绩效)?指标名称$|^具体指标$|^指标内容$/],
  ["sense", /^(绩效)?指标(性质|方向|方向性|符号)$|^(性质|方向|符号|运算符号?|计算符号|比较符)$/],
  ["reason", /原因|^(改进措施|备注)$/],
  ["unit", /^(绩效|指标)?(计量|度量)单位$|^指标单位$|^(值)?单位$/],
  ["actual", /实际(完成)?值|^(全年|实际)?完成值$|^(全年|实际)完成(指标值|情况)$|^完成情况$/],
  ["aside", /标准|说明|解释|依据|来源|^绩效指标(\(\d+分?\))?$|^指标类型$|^序号$/],
  ["target", /(年度|年初|绩效|预期|计划|目标)?(指标|目标)值/],
  ["weight", /^(指标)?(分值|权重)(\(.*\))?$|^(标准|满)分$/],
  ["score", /^(自评|指标|实际)?(得分|评分)$/],
]);

const fundColumn = firstNamed<FundRole>([
  ["initialBudget", /年初预算/],
  ["adjustedBudget", /^全年预算(数|金额)?(\(.*\))?$|调整后?预算|^预算数(\(.*\))?$/],
  ["executionRate", /执行率/],
  ["executed", /执行数|^全年执行|^实际(支出|执行)|^决算数/],
  ["weight", /^(分值|权重)(\(.*\))?$/],
  ["score", /^(自评)?得分$/],
  ["aside", /原因|备注|说明/],
]);

export const indicatorRole = (header: string): IndicatorRole | undefined => indicatorColumn(foldLabel(header));

export const fundRole = (header: string): FundRole | undefined => fundColumn(foldLabel(header));
