import type { MeasureCode } from "../../model/measures";
import type { ColumnRule } from "./column-rules";

/** The measures of one of the two smaller budgets. */
export interface FundMeasures {
  readonly opening: MeasureCode;
  readonly revenue: MeasureCode;
  readonly expenditure: MeasureCode;
  readonly basic: MeasureCode;
  readonly project: MeasureCode;
  readonly closing: MeasureCode;
}

/** 年初结转和结余 · 本年收入 · 本年支出（小计、基本支出、项目支出）· 年末结转和结余; a budget prints the expenditure alone. */
export function fundColumns(measures: FundMeasures): readonly ColumnRule[] {
  return [
    [/(?:年初|上年)[^/]*结[转余][^/]*(?:\/(?:小计|合计))?$/, measures.opening],
    [/(?:年末|结转下年)[^/]*(?:\/(?:小计|合计))?$/, measures.closing],
    [/本年收入(?:\/(?:小计|合计))?$|本年(?:财政)?拨款收入$/, measures.revenue],
    [/结[转余]|本年收入\//, "NO_MEASURE"],
    [/基本支出(?:\/(?:小计|合计))?$/, measures.basic],
    [/项目支出(?:\/(?:小计|合计))?$/, measures.project],
    [/^(?!.*(?:基本支出|项目支出)).*(?:合计|小计|总计|支出)$|^$/, measures.expenditure],
  ];
}
