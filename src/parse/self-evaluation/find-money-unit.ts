import type { MoneyUnit } from "../../model/printed-number";
import { foldLabel } from "./fold-label";

/** "项目资金（万元）", "单位：元" */
export function findMoneyUnit(cells: readonly { readonly text: string }[]): MoneyUnit | undefined {
  for (const { text } of cells) {
    const unit = /[(:](亿元|万元|千元|元)(?:\)|$)/.exec(foldLabel(text))?.[1];
    if (unit !== undefined) return unit as MoneyUnit;
  }
  return undefined;
}
