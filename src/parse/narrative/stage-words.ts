import type { Stage } from "../../model/stage";
import type { DocumentFacts } from "../handler";
import { plainText } from "./plain-text";
import type { StageWord, YearWord } from "./token";
import type { Vocabulary } from "./vocabulary";

/** What of the document the meaning of words depends on. */
export interface TokenFacts {
  readonly year: number;
  readonly kind: DocumentFacts["kind"];
  /** The unit's name, plain. */
  readonly unitName: string;
  readonly plainBudget: Stage;
  /** A budget may tell the year before by its accounts: 二、2021年“三公”经费决算情况. */
  readonly priorAccounts: boolean;
}

export const tokenFacts = (facts: DocumentFacts, vocabulary: Vocabulary, heading: string): TokenFacts => ({
  year: facts.year,
  kind: facts.kind,
  unitName: plainText(facts.unitName).text,
  plainBudget: vocabulary.plainBudget ?? "INITIAL_BUDGET",
  priorAccounts: heading.length < 40 && heading.includes(`${facts.year - 1}年`) && /决算/.test(heading) && !/预算/.test(heading),
});

export function yearWord(text: string, facts: TokenFacts): YearWord {
  if (/^(?:本年|当年)/.test(text)) return "OWN";
  if (/^(?:上|去)/.test(text)) return "PRIOR";
  const year = Number(text.slice(0, 4));
  return year === facts.year ? "OWN" : year === facts.year - 1 ? "PRIOR" : "OTHER";
}

export function stageWord(text: string): StageWord {
  if (text.includes("执行")) return "EXECUTION";
  if (text.startsWith("年初")) return "INITIAL";
  if (/^(?:全年|调整)/.test(text)) return "ADJUSTED";
  return text === "决算" ? "FINAL" : "BUDGET";
}

/** The stage that a word means, given the year beside it; undefined for a year that no stage stands for. */
export function stageOf(word: StageWord | undefined, year: YearWord | undefined, facts: TokenFacts): Stage | undefined {
  const budget = facts.kind === "BUDGET";
  if (year === "OTHER") return undefined;
  if (year === "PRIOR") {
    if (word === "EXECUTION") return budget ? "PRIOR_EXECUTION" : "PRIOR_FINAL";
    if (word === "INITIAL" || word === "ADJUSTED" || word === "BUDGET") return "PRIOR_BUDGET";
    return word === "FINAL" || !budget || facts.priorAccounts ? "PRIOR_FINAL" : "PRIOR_BUDGET";
  }
  switch (word) {
    case "INITIAL":
      return "INITIAL_BUDGET";
    case "ADJUSTED":
      return "ADJUSTED_BUDGET";
    case "BUDGET":
      return budget ? "INITIAL_BUDGET" : facts.plainBudget;
    case "EXECUTION":
      return budget ? "PRIOR_EXECUTION" : "FINAL";
    case "FINAL":
      return "FINAL";
    case undefined:
      return budget ? "INITIAL_BUDGET" : "FINAL";
  }
}

/** What "last year" is compared with: accounts with accounts, a budget with the budget unless its execution is named. */
export function priorStage(facts: TokenFacts, word: StageWord | undefined): Stage {
  if (word === "EXECUTION") return facts.kind === "BUDGET" ? "PRIOR_EXECUTION" : "PRIOR_FINAL";
  if (word === "FINAL") return "PRIOR_FINAL";
  if (word !== undefined) return "PRIOR_BUDGET";
  return facts.kind === "BUDGET" && !facts.priorAccounts ? "PRIOR_BUDGET" : "PRIOR_FINAL";
}
