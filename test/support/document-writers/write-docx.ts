import type { DocumentDescription, TableDescription } from "./document-description";
import { columnsOf, placeCells } from "./document-description";
import type { ZipPart } from "./write-zip";
import { escapeXml, writeZip } from "./write-zip";

const WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export function writeDocx(description: DocumentDescription): Buffer {
  return writeDocxBody(description.map((block) => (typeof block === "string" ? paragraphXml(block) : tableXml(block))).join(""));
}

/** A document around hand-made XML, for what a description cannot say. */
export function writeDocxBody(body: string, parts: Readonly<Record<string, string>> = {}): Buffer {
  const types = { "word/numbering.xml": "numbering", "word/styles.xml": "styles", "word/footnotes.xml": "footnotes" } as Record<
    string,
    string
  >;
  const relations = Object.keys(parts).map(
    (name, at) => `<Relationship Id="p${at}" Type="${RELATIONSHIPS}/${types[name] ?? "other"}" Target="${name.replace("word/", "")}"/>`,
  );
  const files: ZipPart[] = [
    { name: "[Content_Types].xml", content: contentTypesXml({ "word/document.xml": "wordprocessingml.document.main" }) },
    {
      name: "_rels/.rels",
      content: relationshipsXml([`<Relationship Id="r" Type="${RELATIONSHIPS}/officeDocument" Target="word/document.xml"/>`]),
    },
    { name: "word/_rels/document.xml.rels", content: relationshipsXml(relations) },
    {
      name: "word/document.xml",
      content: `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="${WORD}" xmlns:r="${RELATIONSHIPS}"><w:body>${body}</w:body></w:document>`,
    },
    ...Object.entries(parts).map(([name, xml]) => ({ name, content: xml.replace(/^<w:\w+/, `$& xmlns:w="${WORD}"`) })),
  ];
  return writeZip(files);
}

export function contentTypesXml(parts: Readonly<Record<string, string>>): string {
  const overrides = Object.entries(parts).map(
    ([name, type]) => `<Override PartName="/${name}" ContentType="application/vnd.openxmlformats-officedocument.${type}+xml"/>`,
  );
  const defaults =
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>';
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${defaults}${overrides.join("")}</Types>`;
}

export const relationshipsXml = (relations: readonly string[]): string =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`;

export function paragraphXml(text: string, properties = ""): string {
  const runs = text.split("\n").map((line) => `<w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r>`);
  return `<w:p>${properties}${runs.join("<w:r><w:br/></w:r>")}</w:p>`;
}

/** In twentieths of a point. */
const COLUMN_WIDTH = 1500;

export function tableXml(table: TableDescription): string {
  const cells = placeCells(table);
  const columns = columnsOf(table);
  const rows = table.rows.map((_, row) => {
    let xml = "";
    for (let column = 0; column < columns;) {
      const cell = cells.find(
        (at) => at.row <= row && row < at.row + at.rowSpan && at.column <= column && column < at.column + at.columnSpan,
      );
      if (cell === undefined) throw new Error(`row ${row} has no cell at column ${column}`);
      const merge = cell.rowSpan === 1 ? "" : cell.row === row ? '<w:vMerge w:val="restart"/>' : "<w:vMerge/>";
      const span = cell.columnSpan === 1 ? "" : `<w:gridSpan w:val="${cell.columnSpan}"/>`;
      const indent = cell.indent === 0 ? "" : `<w:pPr><w:ind w:leftChars="${cell.indent * 100}" w:left="${cell.indent * 210}"/></w:pPr>`;
      const lines = cell.row === row ? cell.text.split("\n") : [""];
      const width = `<w:tcW w:w="${cell.columnSpan * COLUMN_WIDTH}" w:type="dxa"/>`;
      xml += `<w:tc><w:tcPr>${width}${span}${merge}</w:tcPr>${lines.map((line) => paragraphXml(line, indent)).join("")}</w:tc>`;
      column += cell.columnSpan;
    }
    return `<w:tr>${xml}</w:tr>`;
  });
  return `<w:tbl><w:tblGrid>${`<w:gridCol w:w="${COLUMN_WIDTH}"/>`.repeat(columns)}</w:tblGrid>${rows.join("")}</w:tbl>`;
}
