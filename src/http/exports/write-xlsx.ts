import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import { writeNumber } from "./csv-line";
import type { ExportColumn, ExportTable, ExportValue, SheetForm } from "./export-table";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The same data give the same bytes. */
const TIME = new Date("2000-01-01T00:00:00Z");
/** What Excel takes in a cell. */
const LONGEST_TEXT = 32_767;
/** Stands at the end of a text that a cell does not hold whole. */
const CUT = "…（超出单元格长度，以下从略 cut here: longer than a cell）";
export const MOST_SHEET_ROWS = 1_048_576;
/** Rows are handed on in pieces of so many characters. */
const PIECE = 64 * 1024;

/** Indexes into cellXfs below. */
const STYLE = { plain: 0, header: 1, INTEGER: 2, YEAR: 3, DECIMAL: 4, quoted: 5, title: 6 } as const;
/** The same with lines around the cell, as a form has them. */
const RULED = { plain: 7, header: 8, INTEGER: 9, YEAR: 10, DECIMAL: 11, quoted: 12 } as const;
type Styles = Readonly<Record<keyof typeof RULED, number>>;
const STYLES = `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00########"/></numFmts>
<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts>
<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>
<borders count="2"><border/><border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border></borders>
<cellStyleXfs count="1"><xf/></cellStyleXfs>
<cellXfs count="13"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf numFmtId="1" applyNumberFormat="1"/>
<xf numFmtId="164" applyNumberFormat="1"/><xf quotePrefix="1"/><xf fontId="2" applyFont="1"/>
<xf borderId="1" applyBorder="1"/><xf fontId="1" borderId="1" applyFont="1" applyBorder="1" applyAlignment="1"><alignment horizontal="center" vertical="center" wrapText="1"/></xf>
<xf numFmtId="3" borderId="1" applyNumberFormat="1" applyBorder="1"/><xf numFmtId="1" borderId="1" applyNumberFormat="1" applyBorder="1"/>
<xf numFmtId="164" borderId="1" applyNumberFormat="1" applyBorder="1"/><xf borderId="1" quotePrefix="1" applyBorder="1"/></cellXfs></styleSheet>`;

/** A workbook (ECMA-376) of several sheets, sent while it is read: typed cells, headers that stay in sight, a filter. */
export function writeXlsx(tables: readonly ExportTable[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  const add = (name: string, text: string): void => zip.addBuffer(Buffer.from(text), name, { mtime: TIME });
  add("[Content_Types].xml", contentTypes(tables.length));
  add(
    "_rels/.rels",
    `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add("xl/workbook.xml", workbook(tables));
  add("xl/_rels/workbook.xml.rels", workbookRelations(tables.length));
  add("xl/styles.xml", STYLES);
  let writing: Readable | undefined;
  output.once("close", () => writing?.destroy());
  tables.forEach((table, index) => {
    zip.addReadStreamLazy(`xl/worksheets/sheet${index + 1}.xml`, { mtime: TIME }, (give) => {
      const sheet = Readable.from(writeSheet(table));
      sheet.once("error", (error) => output.destroy(error));
      writing = sheet;
      give(null, sheet);
    });
  });
  (zip as unknown as NodeJS.EventEmitter).on("error", (error: Error) => output.destroy(error));
  zip.end();
  return output;
}

async function* writeSheet({ columns, form, rows }: ExportTable): AsyncGenerator<Buffer> {
  const head = form ? writeForm(form, columns.length) : writeNames(columns);
  const frozen = `<pane ySplit="${head.rowCount}" topLeftCell="A${head.rowCount + 1}" activePane="bottomLeft" state="frozen"/>`;
  const view = columns.length === 0 ? "" : frozen;
  const widths = columns.map(({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`).join("");
  const cols = widths === "" ? `<cols><col min="1" max="1" width="60" customWidth="1"/></cols>` : `<cols>${widths}</cols>`;
  let piece = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${view}</sheetView></sheetViews>${cols}<sheetData>${head.rows}`;
  let count = head.rowCount;
  for await (const row of rows()) {
    count += 1;
    if (count > MOST_SHEET_ROWS) throw new Error(`A sheet holds ${MOST_SHEET_ROWS} rows; ask for CSV`);
    piece += `<row>${row.map((value, at) => writeCell(value, columns[at], form ? RULED : STYLE)).join("")}</row>`;
    if (piece.length < PIECE) continue;
    yield Buffer.from(piece);
    piece = "";
  }
  yield Buffer.from(`${piece}</sheetData>${head.merges}</worksheet>`);
}

interface SheetHead {
  readonly rows: string;
  readonly rowCount: number;
  /** The element that joins cells, empty where none are joined. */
  readonly merges: string;
}

const writeNames = (columns: readonly ExportColumn[]): SheetHead => ({
  rows: `<row>${columns.map(({ name }) => textCell(name, STYLE.header)).join("")}</row>`,
  rowCount: 1,
  merges: "",
});

/** Lines above the table, the first one its title, and a header whose cells may span. */
function writeForm({ lines, header }: SheetForm, columnCount: number): SheetHead {
  const written = lines.map((line, at) => `<row>${textCell(line, at === 0 ? STYLE.title : STYLE.plain)}</row>`);
  const joined: string[] = [];
  const taken = header.map(() => new Set<number>());
  header.forEach((cells, at) => {
    const texts = new Map<number, string>();
    let column = 0;
    for (const { text, columns = 1, rows = 1 } of cells) {
      while (taken[at]?.has(column)) column += 1;
      texts.set(column, text);
      for (let down = at; down < at + rows; down += 1)
        for (let across = column; across < column + columns; across += 1) taken[down]?.add(across);
      const first = lines.length + at + 1;
      if (columns * rows > 1) joined.push(`${columnLetters(column)}${first}:${columnLetters(column + columns - 1)}${first + rows - 1}`);
      column += columns;
    }
    const row = Array.from({ length: columnCount }, (_, place) => textCell(texts.get(place) ?? "", RULED.header));
    written.push(`<row>${row.join("")}</row>`);
  });
  const merges = joined.map((range) => `<mergeCell ref="${range}"/>`).join("");
  return {
    rows: written.join(""),
    rowCount: written.length,
    merges: merges === "" ? "" : `<mergeCells count="${joined.length}">${merges}</mergeCells>`,
  };
}

/** 0 → A, 26 → AA. */
function columnLetters(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : `${columnLetters(Math.floor(column / 26) - 1)}${rest}`;
}

function writeCell(value: ExportValue, column: ExportColumn | undefined, styles: Styles): string {
  if (value === null) return `<c s="${styles.plain}"/>`;
  if (typeof value === "string") return textCell(value, /^[=+\-@\t\r]/.test(value) ? styles.quoted : styles.plain);
  const style = column === undefined || column.format === "TEXT" ? styles.plain : styles[column.format];
  return `<c s="${style}"><v>${writeNumber(value)}</v></c>`;
}

export const fitCell = (text: string): string => (text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - CUT.length)}${CUT}`);

const textCell = (text: string, style: number): string =>
  `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitCell(text))}</t></is></c>`;

/** Control characters have no place in XML 1.0. */
export const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "")
    .replace(/[&<>"]/g, (one) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[one] ?? one);

function contentTypes(sheets: number): string {
  const overrides = Array.from(
    { length: sheets },
    (_, at) => `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${KIND}.worksheet+xml"/>`,
  );
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${overrides.join("")}</Types>`;
}

function workbook(tables: readonly ExportTable[]): string {
  const sheets = sheetNames(tables).map((name, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`);
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${sheets.join("")}</sheets></workbook>`;
}

/** At most 31 characters, none of []:*?/\, and each once. */
function sheetNames(tables: readonly ExportTable[]): string[] {
  const taken = new Set<string>();
  return tables.map(({ title }) => {
    const bare = title.replace(/[[\]:*?/\\]/g, " ").slice(0, 28);
    let name = bare;
    for (let again = 2; taken.has(name); again += 1) name = `${bare} ${again}`;
    taken.add(name);
    return name;
  });
}

function workbookRelations(sheets: number): string {
  const each = Array.from(
    { length: sheets },
    (_, at) => `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}<Relationship Id="rId${sheets + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}
