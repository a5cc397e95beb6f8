import { compareDepartment, compareUnitList, matchCarryovers, matchExpectedExecution, matchStages } from "../compare-across";
import { ownRule } from "../declare-rule";
import { FINAL_ACCOUNTS_ONLY, type Rule } from "../rule";
import { checkCodeNames, compareItemNames } from "../subject-names";

const category = "ACROSS_DISCLOSURES";
const OTHER_DOCUMENT: Rule["sentence"] = {
  en: "{figure} is {published} here; {otherUnit} published {recomputed} for {otherYear}{cause}",
  zh: "文中所述{figure}为{published}，而{otherUnit}{otherYear}年公开数为{recomputed}，相差{difference}{cause}",
};

/** 跨年度、跨文件与汇总: a document against what was published before and beside it, and against the year's list of subjects. */
export const ACROSS_RULES: readonly Rule[] = [
  ownRule({
    code: "PRIOR_YEAR_MATCH",
    category,
    severity: "WARNING",
    needsRelated: "priorYear",
    title: "Last year's number, as told this year, is the one that was published",
    titleZh: "所述上年数与上年公开数一致",
    identity: "本年数 − 增减额 = 上年公开数（决算对决算，预算对预算）",
    tolerance: "PRINTED",
    sentence: OTHER_DOCUMENT,
    evaluate: (facts, { priorYear }) =>
      facts.kind === "BUDGET"
        ? matchStages(facts, priorYear, "PRIOR_BUDGET", "INITIAL_BUDGET")
        : matchStages(facts, priorYear, "PRIOR_FINAL", "FINAL"),
  }),
  ownRule({
    code: "OPENING_EQ_PRIOR_CLOSING",
    category,
    severity: "WARNING",
    kinds: FINAL_ACCOUNTS_ONLY,
    needsRelated: "priorYear",
    title: "The opening carry-over is last year's closing one",
    titleZh: "年初结转等于上年年末结转",
    identity: "年初结转和结余 = 上年年末结转和结余（全部、财政拨款、各类预算）",
    tolerance: "PRINTED",
    sentence: OTHER_DOCUMENT,
    evaluate: matchCarryovers,
  }),
  ownRule({
    code: "INITIAL_EQ_PUBLISHED_BUDGET",
    category,
    severity: "WARNING",
    kinds: FINAL_ACCOUNTS_ONLY,
    needsRelated: "sameYearBudget",
    title: "The initial budget in final accounts is the budget that was published",
    titleZh: "决算所述年初预算与公开的预算一致",
    identity: "决算中的年初预算 = 当年公开预算（合计、“三公”、各项）",
    tolerance: "PRINTED",
    sentence: OTHER_DOCUMENT,
    evaluate: (facts, { sameYearBudget }) => matchStages(facts, sameYearBudget, "INITIAL_BUDGET", "INITIAL_BUDGET"),
  }),
  ownRule({
    code: "BUDGET_PRIOR_EXECUTION",
    category,
    severity: "INFO",
    kinds: ["BUDGET"],
    needsRelated: "priorFinalAccounts",
    title: "The execution that a budget expects is near the final accounts",
    titleZh: "预算所列上年执行数与上年决算接近",
    identity: "上年预算执行数 ≈ 上年决算数（相差不超过10%）",
    tolerance: "BAND",
    sentence: OTHER_DOCUMENT,
    evaluate: matchExpectedExecution,
  }),
  ownRule({
    code: "DEPARTMENT_EQ_SUM_OF_UNITS",
    category,
    severity: "WARNING",
    needsRelated: "memberUnits",
    title: "A department is the sum of its units, and never less than one of them",
    titleZh: "部门汇总等于所属单位之和，且不小于任一单位",
    identity: "部门 = Σ 所属单位 − 单位间往来；部门 ≥ 各单位",
    tolerance: "PRINTED",
    sentence: {
      en: "{figure} of the department is {published}, its units ({otherUnit}) have {recomputed}{cause}",
      zh: "部门{figure}为{published}，而所属单位（{otherUnit}）为{recomputed}，相差{difference}{cause}",
    },
    evaluate: compareDepartment,
  }),
  ownRule({
    code: "DEPARTMENT_UNIT_LIST",
    category,
    severity: "WARNING",
    needsRelated: "memberUnits",
    title: "The number of member units is that of the units listed",
    titleZh: "声明的所属单位数与所列单位一致",
    identity: "声明的单位数 = 所列单位数 = 公开的单位数（并入本级的不单独公开）",
    tolerance: "EXACT",
    sentence: {
      en: "The document declares {published} units and lists {recomputed}",
      zh: "声明所属单位{published}家，所列为{recomputed}家",
    },
    evaluate: compareUnitList,
  }),
  ownRule({
    code: "SUBJECT_CODE_NAME_YEAR",
    category,
    severity: "WARNING",
    title: "Code and name of a subject are a pair of the year's list",
    titleZh: "科目编码与名称对应",
    identity: "（编码，名称）∈ 当年政府收支分类科目",
    tolerance: "NONE",
    sentence: {
      en: "The code {code} is {name}, but the table names it {words}",
      zh: "科目{code}应为“{name}”，表中为“{words}”",
    },
    evaluate: checkCodeNames,
  }),
  ownRule({
    code: "SUBJECT_NAME_MATCH",
    category,
    severity: "WARNING",
    title: "An item has the same name in words and in the table",
    titleZh: "同一支出在文字与表中科目一致",
    identity: "文字中的科目名称 = 表中同一编码的科目名称",
    tolerance: "NONE",
    sentence: {
      en: "{published} stands under {twoSubjects}: one is the words', the other the table's",
      zh: "同一金额{published}在文字与表中列于不同科目：{twoSubjects}",
    },
    otherSentences: {
      CODE: {
        en: "The words call the code {code} “{words}”, the table “{name}”",
        zh: "文字中科目{code}称“{words}”，表中为“{name}”",
      },
    },
    evaluate: compareItemNames,
  }),
];
