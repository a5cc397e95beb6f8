import type { DocumentDescription } from "./document-description";
import { columnsOf, placeCells } from "./document-description";
import { contentTypesXml, relationshipsXml } from "./write-docx";
import { escapeXml, writeZip } from "./write-zip";

const SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** One sheet: paragraphs as single cells, tables with lines around every cell. Numbers that a format can print are number cells. */
export function writeXlsx(description: DocumentDescription): Buffer {
  const rows: string[] = [];
  const merges: string[] = [];
  for (const block of description) {
    if (typeof block === "string") {
      rows.push(
        `<row r="${rows.length + 1}"><c r="A${rows.length + 1}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(block)}</t></is></c></row>`,
      );
      continue;
    }
    const cells = placeCells(block);
    const top = rows.length;
    for (const row of block.rows.keys()) {
      let xml = "";
      for (let column = 0; column < columnsOf(block); column += 1) {
        const place = `${columnName(column)}${top + row + 1}`;
        const cell = cells.find((at) => at.row === row && at.column === column);
        xml += cell === undefined ? `<c r="${place}" s="1"/>` : cellXml(place, cell.text, cell.indent);
      }
      rows.push(`<row r="${top + row + 1}">${xml}</row>`);
    }
    for (const { row, column, rowSpan, columnSpan } of cells) {
      if (rowSpan * columnSpan === 1) continue;
      merges.push(`<mergeCell ref="${columnName(column)}${top + row + 1}:${columnName(column + columnSpan - 1)}${top + row + rowSpan}"/>`);
    }
  }
  return writeXlsxSheets([
    {
      name: "Sheet1",
      xml: `<sheetData>${rows.join("")}</sheetData>${merges.length > 0 ? `<mergeCells>${merges.join("")}</mergeCells>` : ""}`,
    },
  ]);
}

/**
 * A workbook around hand-made sheets. Style 1 has lines, 2 and 3 print two decimals with lines, 4 and more have lines and an indent of
 * style - 3.
 */
export function writeXlsxSheets(
  sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[],
  styles = STYLES,
): Buffer {
  return writeZip([
    {
      name: "[Content_Types].xml",
      content: contentTypesXml({
        "xl/workbook.xml": "spreadsheetml.sheet.main",
        "xl/styles.xml": "spreadsheetml.styles",
        ...Object.fromEntries(sheets.map((_, at) => [`xl/worksheets/sheet${at + 1}.xml`, "spreadsheetml.worksheet"])),
      }),
    },
    {
      name: "_rels/.rels",
      content: relationshipsXml([`<Relationship Id="r" Type="${RELATIONSHIPS}/officeDocument" Target="xl/workbook.xml"/>`]),
    },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relationshipsXml([
        ...sheets.map((_, at) => `<Relationship Id="s${at}" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`),
        `<Relationship Id="t" Type="${RELATIONSHIPS}/styles" Target="styles.xml"/>`,
      ]),
    },
    {
      name: "xl/workbook.xml",
      content: `<workbook xmlns="${SHEET}" xmlns:r="${RELATIONSHIPS}"><sheets>${sheets.map(({ name, state }, at) => `<sheet name="${escapeXml(name)}" sheetId="${at + 1}"${state === undefined ? "" : ` state="${state}"`} r:id="s${at}"/>`).join("")}</sheets></workbook>`,
    },
    { name: "xl/styles.xml", content: styles },
    ...sheets.map(({ xml }, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      content: `<worksheet xmlns="${SHEET}">${xml}</worksheet>`,
    })),
  ]);
}

const LINES = `<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/></border>`;
const INDENTS = [1, 2, 3, 4].map((indent) => `<xf numFmtId="0" borderId="1"><alignment indent="${indent}"/></xf>`).join("");
const STYLES = `<styleSheet xmlns="${SHEET}"><borders><border><left/><right/></border>${LINES}</borders><cellXfs><xf numFmtId="0" borderId="0"/><xf numFmtId="0" borderId="1"/><xf numFmtId="4" borderId="1"/><xf numFmtId="2" borderId="1"/>${INDENTS}</cellXfs></styleSheet>`;

function cellXml(place: string, text: string, indent: number): string {
  if (/^-?\d{1,3}(?:,\d{3})+\.\d\d$/.test(text)) return `<c r="${place}" s="2"><v>${text.replaceAll(",", "")}</v></c>`;
  if (/^-?\d{1,3}\.\d\d$/.test(text)) return `<c r="${place}" s="3"><v>${Number(text)}</v></c>`;
  const style = indent > 0 ? 3 + indent : 1;
  return text === ""
    ? `<c r="${place}" s="${style}"/>`
    : `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
}

export function columnName(column: number): string {
  return (column >= 26 ? columnName(Math.floor(column / 26) - 1) : "") + String.fromCharCode(65 + (column % 26));
}
