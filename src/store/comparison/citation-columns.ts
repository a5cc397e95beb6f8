import type { ArrayRow, SqlValue } from "./array-reader";

/** The parts of a citation, and the columns of `reading rd` that hold them. What nobody asks for is not read: the texts are long. */
export const CITATION_COLUMNS = {
  section: "rd.section",
  sectionTitle: "rd.section_title",
  tableKind: "rd.table_kind",
  printed: "rd.printed",
  text: "rd.text",
  blockIndex: "rd.block_index",
  rowIndex: "rd.row_index",
  cellIndex: "rd.cell_index",
  startOffset: "rd.start_offset",
  endOffset: "rd.end_offset",
} as const;

export type CitationPart = keyof typeof CITATION_COLUMNS;

/** Where the parts of a citation stand in a row; a part that was not asked for stands nowhere. */
export type CitationLayout = Readonly<Partial<Record<CitationPart, number>>>;

/** Where a figure stands in its document, read off the row that it came in. */
export class FigureCitation {
  constructor(
    readonly revisionId: number,
    private readonly row: ArrayRow,
    private readonly layout: CitationLayout,
  ) {}

  get section(): string | null {
    return this.#text("section");
  }

  get sectionTitle(): string {
    return this.#text("sectionTitle") ?? "";
  }

  get tableKind(): string | null {
    return this.#text("tableKind");
  }

  get printed(): string | null {
    return this.#text("printed");
  }

  get text(): string {
    return this.#text("text") ?? "";
  }

  get blockIndex(): number | null {
    return this.#number("blockIndex");
  }

  get rowIndex(): number | null {
    return this.#number("rowIndex");
  }

  get cellIndex(): number | null {
    return this.#number("cellIndex");
  }

  get startOffset(): number | null {
    return this.#number("startOffset");
  }

  get endOffset(): number | null {
    return this.#number("endOffset");
  }

  #at(part: CitationPart): SqlValue {
    const place = this.layout[part];
    return place === undefined ? null : (this.row[place] ?? null);
  }

  #text(part: CitationPart): string | null {
    return this.#at(part) as string | null;
  }

  #number(part: CitationPart): number | null {
    return this.#at(part) as number | null;
  }
}

/** Positions of the parts from a column on. */
export const layOutCitation = (parts: readonly CitationPart[], from: number): CitationLayout =>
  Object.fromEntries(parts.map((part, index) => [part, from + index]));
