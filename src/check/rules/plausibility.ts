import { ownRule } from "../declare-rule";
import { findDigitSlips, findExtremes, findLargeAdjustments, findNegatives, findUnitSlips } from "../plausibility";
import { FINAL_ACCOUNTS_ONLY, type Rule } from "../rule";

const category = "PLAUSIBILITY";

/** 合理性: numbers that contradict nothing by themselves, and are hard to believe. */
export const PLAUSIBILITY_RULES: readonly Rule[] = [
  ownRule({
    code: "X_UNIT_SCALE",
    category,
    title: "元 and 万元 are not taken for each other",
    titleZh: "金额单位（元、万元）未混淆",
    identity: "同一事实两处之比 ≠ 10⁴、10⁻⁴",
    tolerance: "PRINTED",
    sentence: {
      en: "{figure} is {published} {place} and {recomputed} {otherPlace}: ten thousand times the other, so the unit is wrong in one of them",
      zh: "{figure}在{place}为{published}，在{otherPlace}为{recomputed}，相差一万倍，其一金额单位有误",
    },
    evaluate: findUnitSlips,
  }),
  ownRule({
    code: "X_DIGIT_SLIP",
    category,
    severity: "INFO",
    title: "A difference that one slip of the pen explains",
    titleZh: "差异可由一位数字之误解释",
    identity: "不符之数 = 多写、漏写、颠倒一位，或相差10倍",
    tolerance: "NONE",
    sentence: {
      en: "{figure} is {published} {place} and {recomputed} {otherPlace}{cause}",
      zh: "{figure}在{place}为{published}，在{otherPlace}为{recomputed}{cause}",
    },
    evaluate: findDigitSlips,
  }),
  ownRule({
    code: "X_NEGATIVE",
    category,
    severity: "WARNING",
    title: "No negative number where the line cannot be negative",
    titleZh: "不应为负的数不为负",
    identity: "不可为负的指标 ≥ 0",
    tolerance: "EXACT",
    sentence: {
      en: "{figure} is {published} {place}; it cannot be negative",
      zh: "{place}{figure}为{published}，该项不应为负",
    },
    evaluate: findNegatives,
  }),
  ownRule({
    code: "X_GROWTH_EXTREME",
    category,
    severity: "INFO",
    title: "Growth is possible and within what is usual; the year's total is not zero",
    titleZh: "增减幅度可能且在通常范围，总计不为零",
    identity: "增长率 ≥ −100%，且在设定范围内；支出总计 ≠ 0",
    tolerance: "BAND",
    sentence: {
      en: "{figure}: {published} is not possible, or far from what is usual",
      zh: "{figure}的{published}不可能出现或远超通常范围",
    },
    evaluate: findExtremes,
  }),
  ownRule({
    code: "X_ADJUSTMENT_RATE",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "INFO",
    title: "The budget was not adjusted by more than 30 %",
    titleZh: "预算调整幅度不超过30%",
    identity: "|全年预算 − 年初预算| ÷ 年初预算 ≤ 30%",
    tolerance: "BAND",
    sentence: {
      en: "{figure}{project}: the budget was adjusted by {published} of the initial one",
      zh: "{figure}{project}的预算较年初{change}",
    },
    evaluate: findLargeAdjustments,
  }),
];
