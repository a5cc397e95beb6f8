import type { Finding } from "../model/finding";
import type { Rule } from "./rule";

/**
 * Words that differ from a table whose own sum does not close, and would close with the number of the words: the table's number is the wrong
 * one, and the finding about its sum says so with the likely number. The words are right, and no finding is about them.
 */
export function trustWords(
  findings: readonly Finding[],
  ruleOf: (code: string) => Rule | undefined,
): { readonly findings: Finding[]; readonly cleared: ReadonlySet<string> } {
  const kept = [...findings];
  const cleared = new Set<string>();
  for (const told of findings) {
    if (!isWordsAgainstTable(ruleOf(told.rule))) continue;
    const mended = kept.flatMap((finding, index) => (closesWith(finding, told) ? [index] : []));
    if (mended.length === 0) continue;
    for (const index of mended) {
      const finding = kept[index];
      if (finding === undefined) continue;
      const spans = told.citations.slice(0, -1);
      kept[index] = {
        ...finding,
        detail: { ...finding.detail, cause: "WORDS_FIT", likely: String(told.published) },
        citations: [...finding.citations, ...spans],
      };
    }
    kept.splice(kept.indexOf(told), 1);
    cleared.add(told.rule);
  }
  for (const { rule } of kept) cleared.delete(rule);
  return { findings: kept, cleared };
}

const isWordsAgainstTable = (rule: Rule | undefined): boolean =>
  rule?.twins?.some(({ between }) => between === "WORDS_AND_TABLES") ?? false;

/** Whether a sum that does not close would, with the words' number in the place of the table's. */
function closesWith(finding: Finding, told: Finding): boolean {
  const { detail, published, recomputed, tolerance, citations } = finding;
  if (detail["wholeCount"] === undefined || detail["table"] === undefined || published === null || recomputed === null) return false;
  if (told.published === null || told.recomputed === null || finding.valueKind !== told.valueKind) return false;
  const table = JSON.stringify(told.citations.at(-1));
  const at = citations.findIndex((span) => JSON.stringify(span) === table);
  if (at < 0) return false;
  const wholes = Number(detail["wholeCount"]);
  const isPart = at >= wholes && at < wholes + Number(detail["partCount"] ?? "0");
  const shift = told.published - told.recomputed;
  return Math.abs(published - recomputed + (isPart ? -shift : shift)) <= (tolerance ?? 0);
}
