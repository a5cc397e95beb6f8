/** Words that sentences choose by a detail of the finding: {word:coverage} with coverage = UNTOLD. */
export const FINDING_WORDS: Readonly<Record<string, Readonly<Record<string, readonly [english: string, chinese: string]>>>> = {
  coverage: {
    UNTOLD: ["is in the table, and the words do not tell it", "列于表中，但文字未作说明"],
    NOT_IN_TABLE: ["is told in words, and the table does not print it", "见于文字说明，但表中未列"],
  },
  direction: {
    INCREASE: ["said to be above", "增加（大于）"],
    DECREASE: ["said to be below", "减少（小于）"],
    EQUAL: ["said to equal", "持平（等于）"],
  },
  bound: {
    ZERO: ["at least zero", "不低于零"],
    WHOLE: ["at most 100 %", "不高于100%"],
    YEAR: ["no later than the year itself or one after it", "期限不早于本年年末"],
  },
  column: {
    initialBudget: ["an initial budget", "年初预算数"],
    adjustedBudget: ["a budget of the year", "全年预算数"],
    executed: ["an execution", "全年执行数"],
  },
  matter: {
    RATE: ["execution rate", "执行率"],
    SCORE: ["score", "得分"],
  },
  told: {
    score: ["score", "得分"],
    budget: ["budget of the year", "全年预算数"],
    executed: ["execution", "执行数"],
    rate: ["execution rate", "完成率"],
  },
  emptiness: {
    UNSTATED: ["no number stands, and nothing says that there is none, in", "没有数据，也未注明为空"],
    CONTRARY: ["said not to exist, and printed with an amount:", "注明不存在，却列有金额"],
  },
  yearPlace: {
    COMPARISON: ["the year is compared with itself", "与本年度自身相比，年份有误"],
    TITLE: ["a title names another year than the document's", "标题年份与文件年度不符"],
    PERIOD: ["a project of this year's budget ends before the year", "列入本年度预算的项目实施周期早于本年度"],
  },
  printing: {
    UNIT: ["its monetary unit", "金额单位"],
    PERCENT: ["its percent sign", "百分号"],
  },
};
