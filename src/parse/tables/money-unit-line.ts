import { MONEY_UNITS, type MoneyUnit } from "../../model/printed-number";
import { plainLabel } from "./plain-label";

/** The unit that a line states for its table: 单位：万元, 金额单位：元, （单位：人民币万元）. */
export function readMoneyUnitLine(line: string): MoneyUnit | undefined {
  const unit = /(?:单位|金额单位|计量单位)[：（]?(?:人民币)?(亿元|百万元|万元|千元|百元|元)/.exec(plainLabel(line))?.[1];
  return isMoneyUnit(unit) ? unit : undefined;
}

/** The unit that a header states for its column: 决算数（万元）, 金额（元）. */
export function readColumnUnit(header: string): MoneyUnit | undefined {
  const unit = /（(?:单位：)?(亿元|百万元|万元|千元|百元|元)）/.exec(header)?.[1];
  return isMoneyUnit(unit) ? unit : undefined;
}

const isMoneyUnit = (unit: string | undefined): unit is MoneyUnit => unit !== undefined && Object.hasOwn(MONEY_UNITS, unit);
