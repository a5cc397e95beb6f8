import type { Block, Cell } from "../../model/extracted-document";
import { cleanText, leadingIndent } from "../cell-text";
import { ExtractionError } from "../extraction-error";
import type { ExtractionLimits } from "../extraction-limits";

/** A cell of a spreadsheet as it is seen. */
export interface SheetCell {
  readonly text: string;
  /** Whether lines are drawn at its sides. A line above or below may belong to its neighbour. */
  readonly hasSides: boolean;
  readonly indent?: number;
}

export interface Merge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** A sheet; rows and columns that are hidden are left out already or named. */
export interface Sheet {
  readonly cells: ReadonlyMap<number, ReadonlyMap<number, SheetCell>>;
  readonly merges: readonly Merge[];
  readonly isRowHidden: (row: number) => boolean;
  readonly isColumnHidden: (column: number) => boolean;
}

interface SheetRow {
  readonly at: number;
  /** Its place among the rows that are seen. */
  readonly place: number;
  readonly cells: ReadonlyMap<number, SheetCell>;
  readonly texts: readonly string[];
  readonly isRuled: boolean;
}

/**
 * A sheet as blocks: what is ruled is a table, the lines above and below (title, unit, notes) are paragraphs. On a sheet without lines the
 * first row with several cells begins the table.
 */
export function blocksOfSheet(sheet: Sheet, page: number, limits: ExtractionLimits): Block[] {
  const rows = visibleRows(sheet);
  const hasLines = rows.some((row) => row.isRuled);
  const blocks: Block[] = [];
  for (const part of hasLines ? ruledParts(rows) : unruledParts(rows)) {
    if (part.kind === "TABLE") blocks.push(...tableOf(part.rows, sheet, page, limits));
    else blocks.push(...part.rows.flatMap((row) => paragraphOf(row, page)));
  }
  return blocks;
}

interface Part {
  readonly kind: "TABLE" | "TEXT";
  readonly rows: SheetRow[];
}

function visibleRows(sheet: Sheet): SheetRow[] {
  const rows: SheetRow[] = [];
  let hidden = 0;
  for (const [at, all] of [...sheet.cells].sort(([a], [b]) => a - b)) {
    if (sheet.isRowHidden(at)) {
      hidden += 1;
      continue;
    }
    const cells = new Map([...all].filter(([column]) => !sheet.isColumnHidden(column)).sort(([a], [b]) => a - b));
    const texts = [...cells.values()].map((cell) => cleanText(cell.text)).filter((text) => text !== "");
    const isRuled = [...cells.values()].some((cell) => cell.hasSides);
    if (texts.length > 0 || isRuled) rows.push({ at, place: at - hidden, cells, texts, isRuled });
  }
  return rows;
}

function addTo(parts: Part[], kind: Part["kind"], row: SheetRow): void {
  const last = parts.at(-1);
  if (last?.kind === kind && (kind === "TEXT" || last.rows.at(-1)?.place === row.place - 1)) last.rows.push(row);
  else parts.push({ kind, rows: [row] });
}

function ruledParts(rows: readonly SheetRow[]): Part[] {
  const parts: Part[] = [];
  for (const row of rows) addTo(parts, row.isRuled ? "TABLE" : "TEXT", row);
  return parts;
}

const NOTE = /^(?:注|说明|备注|附注)\s*\d*[：:.、]/;
const CAPTION = /^(?:附?表\s*\d|公开\d+表|(?:编制|填报|预算|金额|公开)?(?:单位|部门)\s*[：:]|单位\s*[：:])/;

function unruledParts(rows: readonly SheetRow[]): Part[] {
  const parts: Part[] = [];
  for (const [index, row] of rows.entries()) {
    const inTable = parts.at(-1)?.kind === "TABLE" && rows[index - 1]?.place === row.place - 1;
    const isText = row.texts.length === 0 || row.texts.some((text) => NOTE.test(text)) || row.texts.every((text) => CAPTION.test(text));
    // A row with one cell goes on with a table, and does not begin one.
    addTo(parts, isText || (!inTable && row.texts.length === 1) ? "TEXT" : "TABLE", row);
  }
  return parts.map((part): Part =>
    part.kind === "TABLE" && part.rows.every((row) => row.texts.length <= 1) ? { kind: "TEXT", rows: part.rows } : part,
  );
}

function paragraphOf(row: SheetRow, page: number): Block[] {
  const text = row.texts.join("        ");
  return text.split("\n").flatMap((line): Block[] => (cleanText(line) === "" ? [] : [{ kind: "PARAGRAPH", text: cleanText(line), page }]));
}

function tableOf(all: readonly SheetRow[], sheet: Sheet, page: number, limits: ExtractionLimits): Block[] {
  const rows = all.slice(0, all.findLastIndex((row) => row.texts.length > 0) + 1);
  if (rows.length === 0) return [];
  if (rows.flatMap((row) => row.texts).length === 1) return rows.flatMap((row) => paragraphOf(row, page));
  // A column without any text only widens merged cells.
  const used = new Set(rows.flatMap((row) => [...row.cells].flatMap(([column, cell]) => (cleanText(cell.text) === "" ? [] : [column]))));
  const columns = [...used].sort((a, b) => a - b);
  if (rows.length * columns.length > limits.cells) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${limits.cells} cells`);
  const rowPlaces = new Map(rows.map((row, place) => [row.at, place]));
  const columnPlaces = new Map(columns.map((column, place) => [column, place]));
  const merged = mergedPlaces(sheet.merges, [...rowPlaces.keys()], columns, limits);
  const table = rows.map((row, rowPlace) =>
    columns.flatMap((column, columnPlace): Cell[] => {
      const merge = merged.get(rowPlace * columns.length + columnPlace);
      if (merge === "COVERED") return [];
      const cell = row.cells.get(column);
      const text = cleanText(cell?.text ?? "");
      const indent = text === "" ? 0 : (leadingIndent(cell?.text ?? "") ?? 0) + (cell?.indent ?? 0);
      const span = merge ?? { columnSpan: 1, rowSpan: 1 };
      return [{ text, column: columnPlaces.get(column) ?? columnPlace, ...span, ...(indent > 0 ? { indent } : {}) }];
    }),
  );
  return [{ kind: "TABLE", rows: table, page }];
}

type PlaceOfMerge = { readonly columnSpan: number; readonly rowSpan: number } | "COVERED";

/** What merges make of the places of a table. A merge may name a million rows: only those that are here count. */
function mergedPlaces(
  merges: readonly Merge[],
  rows: readonly number[],
  columns: readonly number[],
  limits: ExtractionLimits,
): Map<number, PlaceOfMerge> {
  const places = new Map<number, PlaceOfMerge>();
  let covered = 0;
  for (const { top, left, bottom, right } of merges) {
    const firstRow = rows.findIndex((row) => row >= top);
    const firstColumn = columns.findIndex((column) => column >= left);
    if (firstRow < 0 || firstColumn < 0) continue;
    const rowSpan = rows.slice(firstRow).findIndex((row) => row > bottom);
    const columnSpan = columns.slice(firstColumn).findIndex((column) => column > right);
    const span = {
      rowSpan: rowSpan < 0 ? rows.length - firstRow : rowSpan,
      columnSpan: columnSpan < 0 ? columns.length - firstColumn : columnSpan,
    };
    covered += 1 + span.rowSpan * span.columnSpan;
    // Sound merges do not overlap.
    if (covered > 2 * limits.cells) throw new ExtractionError("LIMIT_EXCEEDED", "merged cells");
    for (let row = firstRow; row < firstRow + span.rowSpan; row += 1) {
      for (let column = firstColumn; column < firstColumn + span.columnSpan; column += 1) {
        const key = row * columns.length + column;
        const isFirst = row === firstRow && column === firstColumn;
        places.set(key, isFirst ? span : "COVERED");
      }
    }
  }
  return places;
}
