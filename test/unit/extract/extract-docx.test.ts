import type { Block } from "../../../src/model/extracted-document";
import { extractDocument } from "../../../src/extract/extract-document";
import { formatNumber, ListCounter } from "../../../src/extract/list-numbers";
import { paragraphXml, tableXml, writeDocxBody } from "../../support/document-writers/write-docx";

const tell = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => (block.kind === "PARAGRAPH" ? block.text : block.rows.map((row) => row.map((cell) => cell.text))));
const read = async (body: string, parts?: Record<string, string>): Promise<unknown[]> =>
  tell((await extractDocument(writeDocxBody(body, parts), "a.docx")).blocks);
const run = (text: string, properties = ""): string => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run(result)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

describe("docx", () => {
  it("keeps the result of a field and not its code", async () => {
    expect(await read(`<w:p>${run("概况")}<w:r><w:tab/></w:r>${field("PAGEREF _Toc1 \\h", "3")}</w:p>`)).toEqual(["概况\t3"]);
  });

  it("does not let a field without an end swallow what follows", async () => {
    expect(await read(`<w:p>${run("甲")}<w:r><w:fldChar w:fldCharType="begin"/></w:r></w:p>${paragraphXml("乙")}`)).toEqual(["甲", "乙"]);
  });

  it("passes over deleted and hidden text and takes inserted text", async () => {
    const body = `<w:p>${run("支出")}<w:del><w:r><w:delText>减少</w:delText></w:r></w:del><w:ins>${run("增加")}</w:ins>${run("（内部）", "<w:vanish/>")}${run("1.00万元")}</w:p>`;
    expect(await read(body)).toEqual(["支出增加1.00万元"]);
  });

  it("passes over deleted rows", async () => {
    const table = tableXml({
      rows: [
        ["甲", "1"],
        ["删", "2"],
        ["乙", "3"],
      ],
    }).replace(/<w:tr>(?=(?:(?!<w:tr>).)*删)/s, '<w:tr><w:trPr><w:del w:id="1"/></w:trPr>');
    expect(await read(table)).toEqual([
      [
        ["甲", "1"],
        ["乙", "3"],
      ],
    ]);
  });

  it("puts the text of a box after the paragraph that it hangs on, once", async () => {
    const content = `<w:txbxContent>${paragraphXml("框内")}</w:txbxContent>`;
    const box = `<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="wps">${content}</mc:Choice><mc:Fallback>${content}</mc:Fallback></mc:AlternateContent></w:r>`;
    expect(await read(`<w:p>${run("前")}${box}${run("后")}</w:p>${paragraphXml("下段")}`)).toEqual(["前后", "框内", "下段"]);
  });

  it("gives a table within a cell after the table that holds it", async () => {
    const outer = tableXml({
      rows: [
        ["甲", "乙", "丙"],
        ["此", "1", "2"],
      ],
    }).replace(paragraphXml("此"), paragraphXml("此") + tableXml({ rows: [["内", "9"]] }));
    expect(await read(outer)).toEqual([
      [
        ["甲", "乙", "丙"],
        ["此", "1", "2"],
      ],
      [["内", "9"]],
    ]);
  });

  it("takes a frame for what is in it", async () => {
    const frame = tableXml({ rows: [["此"]] }).replace(
      paragraphXml("此"),
      paragraphXml("题") + tableXml({ rows: [["内", "9"]] }) + paragraphXml("注"),
    );
    expect(await read(frame)).toEqual(["题", [["内", "9"]], "注"]);
  });

  it("places cells after those that a row leaves free", async () => {
    const row = `<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2"/></w:trPr><w:tc>${paragraphXml("甲")}</w:tc><w:tc>${paragraphXml("1")}</w:tc></w:tr></w:tbl>`;
    const [table] = (await extractDocument(writeDocxBody(row), "a.docx")).blocks;
    expect(table?.kind === "TABLE" && table.rows[0]?.map((cell) => cell.column)).toEqual([2, 3]);
  });

  it("prints automatic numbers", async () => {
    const level = (at: number, format: string, text: string): string =>
      `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`;
    const numbering = `<w:numbering><w:abstractNum w:abstractNumId="0">${level(0, "chineseCounting", "%1、")}${level(1, "decimal", "%1.%2")}</w:abstractNum><w:num w:numId="7"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;
    const styles = `<w:styles><w:style w:styleId="Base"><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style><w:style w:styleId="Heading"><w:basedOn w:val="Base"/></w:style></w:styles>`;
    const numbered = (text: string, at: number): string =>
      paragraphXml(text, `<w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="7"/></w:numPr></w:pPr>`);
    const styled = paragraphXml("附件", '<w:pPr><w:pStyle w:val="Heading"/></w:pPr>');
    const body = numbered("收入", 0) + numbered("2023年收入", 1) + numbered("其他", 1) + numbered("支出", 0) + numbered("说明", 1) + styled;
    expect(await read(body, { "word/numbering.xml": numbering, "word/styles.xml": styles })).toEqual([
      "一、收入",
      "一.1 2023年收入",
      "一.2其他",
      "二、支出",
      "二.1说明",
      "三、附件",
    ]);
  });

  it("says that it holds pictures", async () => {
    const picture = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>';
    const document = await extractDocument(writeDocxBody(`<w:p>${run("附图")}${picture}</w:p>`), "a.docx");
    expect(document.messages).toEqual([{ code: "PART_SKIPPED", detail: "pictures: 1" }]);
    await expect(extractDocument(writeDocxBody(`<w:p>${picture}</w:p>`), "a.docx")).rejects.toMatchObject({ code: "FILE_SCANNED" });
  });

  it("takes the indent of a name from its paragraph, but not of a centred one", async () => {
    const cell = (text: string, properties: string): string =>
      `<w:tc>${paragraphXml(text, `<w:pPr>${properties}</w:pPr>`)}</w:tc><w:tc>${paragraphXml("1")}</w:tc>`;
    const rows = [
      cell("甲", '<w:ind w:left="420"/>'),
      cell("乙", '<w:ind w:leftChars="100" w:left="999"/>'),
      cell("丙", '<w:ind w:left="420"/><w:jc w:val="center"/>'),
    ];
    const [table] = (await extractDocument(writeDocxBody(`<w:tbl>${rows.map((row) => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`), "a.docx"))
      .blocks;
    expect(table?.kind === "TABLE" && table.rows.map((row) => row[0]?.indent)).toEqual([2, 1, undefined]);
  });
});

describe("numbers of lists", () => {
  it.each([
    [1, "chineseCounting", "一"],
    [10, "chineseCountingThousand", "十"],
    [12, "japaneseCounting", "十二"],
    [20, "chineseCounting", "二十"],
    [105, "chineseCounting", "一百零五"],
    [110, "chineseCounting", "一百一十"],
    [12, "chineseLegalSimplified", "拾贰"],
    [12, "ideographDigital", "一二"],
    [3, "ideographTraditional", "丙"],
    [3, "decimalEnclosedCircle", "③"],
    [3, "decimalFullWidth", "３"],
    [3, "decimalZero", "03"],
    [28, "lowerLetter", "bb"],
    [14, "upperRoman", "XIV"],
    [7, "unheardOf", "7"],
  ])("%d as %s is %s", (value, format, text) => {
    expect(formatNumber(value, format)).toBe(text);
  });

  it("begins a level anew under each number of the level above", () => {
    const counter = new ListCounter();
    const level = (pattern: string, start = 1): { start: number; format: string; pattern: string } => ({
      start,
      format: "decimal",
      pattern,
    });
    const list = {
      key: "a",
      levels: new Map([
        [0, level("%1.", 3)],
        [1, level("%1.%2")],
      ]),
    };
    expect([0, 1, 1, 0, 1].map((at) => counter.next(list, at))).toEqual(["3.", "3.1", "3.2", "4.", "4.1"]);
  });
});
