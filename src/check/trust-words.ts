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
  const kept: (Finding | undefined)[] = [...findings];
  const sums = sumsByPlace(findings);
  const cleared = new Set<string>();
  for (const [at, told] of findings.entries()) {
    if (!isWordsAgainstTable(ruleOf(told.rule))) continue;
    const mended = (sums.get(JSON.stringify(told.citations.at(-1))) ?? []).filter((index) => closesWith(findings[index], told));
    if (mended.length === 0) continue;
    for (const index of mended) kept[index] = withWords(kept[index], told);
    kept[at] = undefined;
    cleared.add(told.rule);
  }
  const left = kept.filter((finding) => finding !== undefined);
  for (const { rule } of left) cleared.delete(rule);
  return { findings: left, cleared };
}

/** Findings about the sums of tables, by the places of the numbers that take part. */
function sumsByPlace(findings: readonly Finding[]): Map<string, number[]> {
  const byPlace = new Map<string, number[]>();
  for (const [index, { detail, citations }] of findings.entries()) {
    if (detail["wholeCount"] === undefined || detail["table"] === undefined) continue;
    for (const span of citations) {
      const key = JSON.stringify(span);
      const known = byPlace.get(key);
      if (known === undefined) byPlace.set(key, [index]);
      else known.push(index);
    }
  }
  return byPlace;
}

const withWords = (finding: Finding | undefined, told: Finding): Finding | undefined =>
  finding && {
    ...finding,
    detail: { ...finding.detail, cause: "WORDS_FIT", likely: String(told.published) },
    citations: [...finding.citations, ...told.citations.slice(0, -1)],
  };

const isWordsAgainstTable = (rule: Rule | undefined): boolean =>
  rule?.twins?.some(({ between }) => between === "WORDS_AND_TABLES") ?? false;

/** Whether a sum that does not close would, with the words' number in the place of the table's. */
function closesWith(finding: Finding | undefined, told: Finding): boolean {
  if (finding === undefined || told.published === null || told.recomputed === null || finding.valueKind !== told.valueKind) return false;
  const { detail, published, recomputed, tolerance, citations } = finding;
  if (published === null || recomputed === null) return false;
  const table = JSON.stringify(told.citations.at(-1));
  const at = citations.findIndex((span) => JSON.stringify(span) === table);
  const wholes = Number(detail["wholeCount"]);
  const isPart = at >= wholes && at < wholes + Number(detail["partCount"] ?? "0");
  const shift = told.published - told.recomputed;
  // Words are coarser than the table: what they leave open is allowed beside what the sum does.
  return Math.abs(published - recomputed + (isPart ? -shift : shift)) <= (tolerance ?? 0) + (told.tolerance ?? 0);
}
