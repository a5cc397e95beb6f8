import type { Coverage } from "../model/disclosure";
import type { ExtractedDocument, Span } from "../model/extracted-document";
import { textAround } from "../model/extracted-document";
import type { Message } from "../model/message";

/** What coverage leaves over, as messages: one for each sentence with numbers that nothing cites, one for each table row. */
export function unreadMessages(document: ExtractedDocument, coverage: Coverage): Message[] {
  const messages = new Map<string, Message>();
  for (const span of coverage.uncited) {
    const place = span.row === undefined ? sentenceAround(document, span) : span;
    const key = span.row === undefined ? `${place.block}:${place.start}` : `${span.block}:${span.row}`;
    if (messages.has(key)) continue;
    const text = textAround(document, place);
    messages.set(
      key,
      span.row === undefined
        ? { code: "SENTENCE_UNREAD", span: place, detail: text.slice(place.start, place.end) }
        : { code: "NUMBER_UNCITED", span, detail: text },
    );
  }
  return [...messages.values()];
}

/** The sentence or list member that a number stands in, from mark to mark. */
function sentenceAround(document: ExtractedDocument, span: Span): Span {
  const text = textAround(document, span);
  const start = Math.max(...["。", "；", ";"].map((mark) => text.lastIndexOf(mark, span.start - 1))) + 1;
  const ends = ["。", "；", ";"].map((mark) => text.indexOf(mark, span.end)).filter((at) => at >= 0);
  const end = ends.length > 0 ? Math.min(...ends) : text.length;
  return { block: span.block, start, end };
}
