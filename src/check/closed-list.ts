import type { Span } from "../model/extracted-document";
import type { Facts, PrintedReading } from "./facts";

const HUNDRED_PERCENT = 1_000_000;
const NUMBERED = /^[\s\u3000]*(?:[（(][一二三四五六七八九十\d]+[）)]|\d+\s*[．.、]|[一二三四五六七八九十]+、)/;

/**
 * Whether a list in words claims to be complete: its shares make 100 %, or it goes line by line with numbers. 其中, 主要包括, 等 within a sentence
 * claim nothing: their parts may only not exceed the whole.
 */
export function isClosedList(facts: Facts, whole: PrintedReading, parts: readonly PrintedReading[]): boolean {
  return hasAllShares(facts, whole, parts) || isNumberedList(facts, whole, parts);
}

function hasAllShares(facts: Facts, whole: PrintedReading, parts: readonly PrintedReading[]): boolean {
  let total = 0;
  let slack = 0;
  for (const part of parts) {
    const share = facts.disclosure.relations.find(
      ({ form, measure, subject, stage, base, value }) =>
        form === "SHARE" &&
        value !== null &&
        measure === part.measure &&
        subject === part.subject &&
        stage === part.stage &&
        "measure" in base &&
        base.measure === whole.measure,
    );
    if (share?.value == null) return false;
    total += share.value;
    slack += Math.max(1, Math.round(share.step));
  }
  return parts.length > 0 && Math.abs(total - HUNDRED_PERCENT) <= slack;
}

function isNumberedList(facts: Facts, whole: PrintedReading, parts: readonly PrintedReading[]): boolean {
  return areNumberedLines(
    facts,
    whole.citation,
    parts.map(({ citation }) => citation),
  );
}

/** Parts that stand in numbered lines of their own below the whole. */
export function areNumberedLines(facts: Facts, whole: Span, parts: readonly Span[]): boolean {
  return parts.length > 1 && parts.every(({ block }) => block !== whole.block && isNumbered(facts, block));
}

/** The line itself begins with a number, or the heading above it does: （一）公共安全（类）. */
const isNumbered = (facts: Facts, block: number): boolean =>
  [block, block - 1].some((at) => {
    const paragraph = facts.document.blocks[at];
    return paragraph?.kind === "PARAGRAPH" && NUMBERED.test(paragraph.text);
  });
