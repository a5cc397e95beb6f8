import type { Relation } from "../model/disclosure";
import type { Finding } from "../model/finding";
import type { Span } from "../model/extracted-document";
import { slackOf } from "./allowance";
import type { Facts, PrintedReading } from "./facts";
import { ancestorsOf } from "./subject-ancestors";

/** Shorter numbers are the same by chance. */
const LEAST_DIGITS_VALUE = 1000;

/** Findings without another cause whose number is the one of the line above: it was copied from there. */
export function tellRepeats(facts: Facts, findings: readonly Finding[]): Finding[] {
  return findings.map((finding) =>
    finding.detail["cause"] === undefined && isRepeated(facts, finding)
      ? { ...finding, detail: { ...finding.detail, cause: "ROW_ABOVE" } }
      : finding,
  );
}

function isRepeated(facts: Facts, { valueKind, citations, detail }: Finding): boolean {
  if (valueKind === "RATE") return citations.slice(0, 1).some((span) => isRateOfLineAbove(facts, span));
  if (valueKind !== "MONEY") return false;
  // Of two printings the first is the odd one; of a sum any part may be.
  const suspects = detail["wholeCount"] === undefined ? citations.slice(0, 1) : citations;
  return suspects.some((span) => isNumberOfLineAbove(facts, span));
}

const samePlace = (one: Span, other: Span): boolean =>
  one.block === other.block && one.row === other.row && one.cell === other.cell && one.start === other.start;

function isRateOfLineAbove(facts: Facts, span: Span): boolean {
  const { relations } = facts.disclosure;
  const at = relations.findIndex(({ citation }) => samePlace(citation, span));
  const own = relations[at];
  if (own?.value == null || Math.abs(own.value) / own.step < LEAST_DIGITS_VALUE) return false;
  const above = relations.slice(0, at).findLast((other) => isSameColumn(own, other));
  return above?.value === own.value;
}

const isSameColumn = (one: Relation, other: Relation): boolean =>
  one.form === other.form &&
  one.section === other.section &&
  JSON.stringify(one.base) === JSON.stringify(other.base) &&
  (one.measure !== other.measure || one.subject !== other.subject);

function isNumberOfLineAbove(facts: Facts, span: Span): boolean {
  const at = facts.printed.findIndex(({ citation }) => samePlace(citation, span));
  const own = facts.printed[at];
  if (own?.subject === undefined || Math.abs(own.value) / slackOf(own) < LEAST_DIGITS_VALUE) return false;
  const above = facts.printed.slice(0, at).findLast((other) => isInColumn(own, other));
  return above?.value === own.value && !isKin(own.subject, above.subject);
}

const isInColumn = (one: PrintedReading, other: PrintedReading): boolean =>
  one.measure === other.measure &&
  one.stage === other.stage &&
  one.table === other.table &&
  one.section === other.section &&
  one.subject !== other.subject;

/** A subject with one part prints its number twice. */
const isKin = (one: string, other: string | undefined): boolean =>
  other === undefined || ancestorsOf(one).includes(other) || ancestorsOf(other).includes(one);
