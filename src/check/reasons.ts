import type { Span } from "../model/extracted-document";
import { slackOf, valueKindOf } from "./allowance";
import type { Facts } from "./facts";
import { figureOf, isPrintedRelation, type PrintedRelation } from "./relation-inputs";
import type { Answer, FindingDraft } from "./rule";

/** 变动原因： with nothing behind it. */
const EMPTY = /原因(?:主要)?(?:是|为|在于)?[：:]?\s*(?=[。；;]|$)/g;
const REASON = /原因|由于|因为|主要是|主要系|系因|所致|影响/;

/** Changes that the words leave without a reason: 原因 with nothing behind it, and sections that tell changes and never a reason. */
export function* findUnexplainedChanges(facts: Facts): Generator<Answer> {
  for (const section of facts.disclosure.sections) {
    const changes = facts.disclosure.relations
      .filter(isPrintedRelation)
      .filter(
        (relation) =>
          relation.form === "CHANGE_AMOUNT" &&
          section.from <= relation.citation.block &&
          relation.citation.block < section.to &&
          relation.citation.row === undefined &&
          Math.abs(relation.value) > slackOf(relation),
      );
    const empty = emptyReasons(facts, section);
    for (const span of empty) yield findingAt(facts, span);
    if (changes.length === 0 || empty.length > 0) continue;
    const [first] = changes;
    if (first !== undefined && !saysWhy(facts, section)) yield unexplained(first);
    else yield "HOLDS";
  }
}

interface Blocks {
  readonly from: number;
  readonly to: number;
}

function emptyReasons(facts: Facts, { from, to }: Blocks): Span[] {
  const spans: Span[] = [];
  for (let block = from; block < to; block += 1) {
    const paragraph = facts.document.blocks[block];
    if (paragraph?.kind !== "PARAGRAPH") continue;
    for (const match of paragraph.text.matchAll(EMPTY)) {
      const end = match.index + match[0].length;
      const span = { block, start: match.index, end };
      if (paragraph.text.slice(end).trim() === "" && goesOn(facts, block + 1, to)) continue;
      if (changeBefore(facts, span) !== undefined || pairBefore(facts, span)) spans.push(span);
    }
  }
  return spans;
}

/** A reason may stand in the paragraph below: one that tells no amounts of its own. */
function goesOn(facts: Facts, block: number, to: number): boolean {
  const next = facts.document.blocks[block];
  if (block >= to || next?.kind !== "PARAGRAPH" || next.text.trim() === "") return false;
  return !/\d\s*(?:万|亿)?元|[（(][类款项][）)]/.test(next.text);
}

const changeBefore = (facts: Facts, { block, start }: Span): PrintedRelation | undefined =>
  facts.disclosure.relations
    .filter(isPrintedRelation)
    .findLast(
      (relation) =>
        relation.form === "CHANGE_AMOUNT" &&
        relation.citation.block === block &&
        relation.citation.start < start &&
        Math.abs(relation.value) > slackOf(relation),
    );

/** 年初预算 … 支出决算 …: two numbers of one item that differ. */
function pairBefore(facts: Facts, { block, start }: Span): boolean {
  const before = facts.printed.filter(({ citation }) => citation.block === block && citation.start < start);
  const last = before.at(-1);
  return (
    last !== undefined &&
    before.some(
      (one) => one.measure === last.measure && one.subject === last.subject && one.stage !== last.stage && one.value !== last.value,
    )
  );
}

function saysWhy(facts: Facts, { from, to }: Blocks): boolean {
  for (let block = from; block < to; block += 1) {
    const paragraph = facts.document.blocks[block];
    if (paragraph?.kind === "PARAGRAPH" && REASON.test(paragraph.text)) return true;
  }
  return false;
}

function findingAt(facts: Facts, span: Span): FindingDraft {
  const change = changeBefore(facts, span);
  if (change !== undefined) return { ...unexplained(change), citations: [span, change.citation] };
  const before = facts.printed.filter(({ citation }) => citation.block === span.block && citation.start < span.start);
  const last = before.at(-1);
  const other = before.findLast(
    (one) => last !== undefined && one.stage !== last.stage && one.measure === last.measure && one.subject === last.subject,
  );
  return {
    valueKind: last === undefined ? "NONE" : valueKindOf(last.measure),
    published: last === undefined || other === undefined ? null : last.value - other.value,
    recomputed: null,
    tolerance: null,
    figures: last === undefined ? [] : [figureOf(last)],
    detail: {},
    citations: [span, ...(last === undefined ? [] : [last.citation])],
  };
}

const unexplained = (relation: PrintedRelation): FindingDraft => ({
  valueKind: valueKindOf(relation.measure),
  published: relation.value,
  recomputed: null,
  tolerance: null,
  figures: [figureOf(relation)],
  detail: { section: relation.section },
  citations: [relation.citation],
});
