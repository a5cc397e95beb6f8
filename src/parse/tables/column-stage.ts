import type { Stage } from "../../model/stage";
import type { DocumentFacts } from "../handler";

/** A label that only tells which of the year's numbers a column holds: 预算数, 2026年预算数, 年初预算数（万元）, 金额. */
const STAGE_ONLY =
  /^(?:(?:19|20)\d\d年?度?|本年度?|上年度?|去年|当年|今年|全年|年初|调整后?|当年)*(?:年初|全年|调整后?|当年)?(?:收入|支出|执行)?(?:预算|决算|执行|实际|完成|预计|快报|统计|支出|发生)?(?:金额|数额|数|额)?(?:（[^（）]*元）)?$/;

/** Labels that are made of the words above and name a quantity all the same. */
const QUANTITIES = new Set(["本年收入", "本年支出", "收入", "支出", "当年收入", "当年支出"]);

export const isStageLabel = (label: string): boolean => label !== "" && !QUANTITIES.has(label) && STAGE_ONLY.test(label);

/**
 * The stage of a column by the words of its header. Without a word: 决算 in final accounts, the budget itself in a budget. In final accounts
 * a bare 预算数 is the adjusted budget of the year, as the national note to the tables says.
 */
export function stageOfColumn(path: readonly string[], facts: Pick<DocumentFacts, "kind" | "year">): Stage {
  const words = path.join("/");
  const prior = isPriorYear(words, facts.year);
  if (prior) {
    if (/执行|完成|快报/.test(words)) return facts.kind === "BUDGET" ? "PRIOR_EXECUTION" : "PRIOR_FINAL";
    if (/决算/.test(words)) return "PRIOR_FINAL";
    return facts.kind === "BUDGET" || /预算数|预算$/.test(words) ? "PRIOR_BUDGET" : "PRIOR_FINAL";
  }
  const stageWords = path.filter(
    (label) => /预算数|预算金额|预算$|决算|执行|实际|年初|全年|调整/.test(label) && !/公共预算$|基金预算$|经营预算$|结转/.test(label),
  );
  const told = stageWords.join("/");
  if (facts.kind === "BUDGET") return /执行|决算/.test(told) && !/预算/.test(told) ? "FINAL" : "INITIAL_BUDGET";
  if (/年初预算/.test(told)) return "INITIAL_BUDGET";
  if (/(?:全年|调整后?)预算/.test(told)) return "ADJUSTED_BUDGET";
  if (/决算数|执行数|实际/.test(told)) return "FINAL";
  return /预算(?:数|金额|额)(?:（[^（）]*）)?$/.test(told) ? "ADJUSTED_BUDGET" : "FINAL";
}

function isPriorYear(words: string, year: number): boolean {
  if (/上年度?(?:结转|结余|末)/.test(words)) return false;
  if (/上年|去年|上一年/.test(words)) return true;
  const years = [...words.matchAll(/(?:19|20)\d\d/g)].map(([printed]) => Number(printed));
  return years.length > 0 && years.every((printed) => printed === year - 1);
}
