import type { Block, Cell, ExtractedDocument, Table } from "../../../../src/model/extracted-document";
import type { DocumentFacts, Parsed } from "../../../../src/parse/handler";
import { parseTables } from "../../../../src/parse/parse-tables";

/**
 * A table drawn in text: a line a row, cells between bars. "<" continues the cell to its left, "^" the cell above it; two leading dots are one
 * step of indent.
 */
export function drawTable(drawing: string, page?: number): Table {
  const lines = drawing
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .map((line) =>
      line
        .replace(/^\|/, "")
        .replace(/\|$/, "")
        .split("|")
        .map((text) => text.trim()),
    );
  const rows = lines.map((texts, row) =>
    texts.flatMap((text, column): Cell[] => {
      if (text === "<" || text === "^") return [];
      let columnSpan = 1;
      while (texts[column + columnSpan] === "<") columnSpan += 1;
      let rowSpan = 1;
      while (lines[row + rowSpan]?.[column] === "^") rowSpan += 1;
      const indent = /^(?:\.\.)+/.exec(text)?.[0].length ?? 0;
      return [{ text: text.slice(indent), column, columnSpan, rowSpan, ...(indent === 0 ? {} : { indent: indent / 2 }) }];
    }),
  );
  return { kind: "TABLE", rows, ...(page === undefined ? {} : { page }) };
}

export const line = (text: string): Block => ({ kind: "PARAGRAPH", text });

export function documentOf(...blocks: Block[]): ExtractedDocument {
  return { format: "DOCX", blocks, messages: [] };
}

export function factsOf(document: ExtractedDocument, facts: Partial<DocumentFacts> = {}): DocumentFacts {
  return { document, unitName: "江城区示例局", year: 2024, kind: "FINAL_ACCOUNTS", scope: "DEPARTMENT", ...facts };
}

export function parse(blocks: readonly Block[], facts: Partial<DocumentFacts> = {}): ReturnType<typeof parseTables> {
  const document = facts.document ?? documentOf(...blocks);
  return parseTables(factsOf(document, facts), [{ kind: "TABLES", title: "决算表", from: 0, to: document.blocks.length }]);
}

/** Readings as a small table: MEASURE subject stage value in 元 or as counted. */
export function tell(parsed: Parsed): string[] {
  return (parsed.readings ?? []).map((reading) =>
    [reading.measure, reading.subject, reading.stage, reading.status === "REPORTED" ? reading.value : reading.status]
      .filter((word) => word !== undefined)
      .join(" "),
  );
}

export const messagesOf = (parsed: Parsed): string[] => (parsed.messages ?? []).map((message) => `${message.code} ${message.detail ?? ""}`);
