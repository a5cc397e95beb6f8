import type { Block } from "../../../src/model/extracted-document";
import { extractDocument } from "../../../src/extract/extract-document";

const tell = (blocks: readonly Block[]): unknown[] =>
  blocks.map((block) => (block.kind === "PARAGRAPH" ? block.text : block.rows.map((row) => row.map((cell) => cell.text))));
const read = async (html: string | Uint8Array, name = "a.html"): Promise<unknown[]> => {
  const document = await extractDocument(typeof html === "string" ? Buffer.from(html) : html, name);
  expect(document.format).toBe("HTML");
  return tell(document.blocks);
};
/** "预算" in GB2312. */
const GB2312 = Buffer.from([0xd4, 0xa4, 0xcb, 0xe3]);

describe("html", () => {
  it("reads what a page shows", async () => {
    const page = `<html><head><title>不见</title><style>p{}</style></head><body><nav>首页</nav><p>甲&nbsp;乙\n  丙<br>丁</p><script>戊</script><div style="display:none">己</div><div>庚<span>辛</span></div><footer>壬</footer></body></html>`;
    expect(await read(page)).toEqual(["甲\u00a0乙 丙", "丁", "庚辛"]);
  });

  it("reads tables whose tags are left open", async () => {
    expect(await read("<table><tr><td>甲<td>1<tr><td>乙<td>2</table>")).toEqual([
      [
        ["甲", "1"],
        ["乙", "2"],
      ],
    ]);
  });

  it("takes tables that lay the page out for what is in them", async () => {
    const inner = "<table><tr><td>甲</td><td>1</td></tr><tr><td>乙</td><td>2</td></tr></table>";
    expect(await read(`<table><tr><td>题</td></tr><tr><td><p>前</p>${inner}<p>后</p></td></tr></table>`)).toEqual([
      "题",
      "前",
      [
        ["甲", "1"],
        ["乙", "2"],
      ],
      "后",
    ]);
  });

  it("numbers the items of a numbered list", async () => {
    expect(await read("<html><ol start=3><li>甲<li>乙</ol><ul><li>丙</ul>")).toEqual(["3.甲", "4.乙", "丙"]);
  });

  it("puts a caption and stray text before the table", async () => {
    expect(await read("<table><caption>收入表</caption>单位：元<tr><td>甲</td><td>1</td></tr></table>")).toEqual([
      "收入表",
      "单位：元",
      [["甲", "1"]],
    ]);
  });

  it("places cells beside and under those that span, to the end of the table for 0", async () => {
    const [table] = (await extractDocument(Buffer.from("<table><tr><td rowspan=0>甲<td colspan=2>乙<tr><td>丙<td>丁</table>"), "a.htm"))
      .blocks;
    expect(
      table?.kind === "TABLE" &&
        table.rows.map((row) => row.map(({ text, column, columnSpan, rowSpan }) => [text, column, columnSpan, rowSpan])),
    ).toEqual([
      [
        ["甲", 0, 1, 2],
        ["乙", 1, 2, 1],
      ],
      [
        ["丙", 1, 1, 1],
        ["丁", 2, 1, 1],
      ],
    ]);
  });

  it("takes indents from leading spaces and from styles", async () => {
    const [table] = (
      await extractDocument(
        Buffer.from('<table><tr><td>甲<td>1<tr><td>&nbsp;&nbsp;乙<td>2<tr><td style="padding-left:32px">丙<td>3</table>'),
        "a.htm",
      )
    ).blocks;
    expect(table?.kind === "TABLE" && table.rows.map((row) => row[0]?.indent)).toEqual([undefined, 1, 2]);
  });

  it.each([
    ["a declaration", Buffer.concat([Buffer.from('<html><meta charset="gb2312"><p>'), GB2312])],
    [
      "an old declaration",
      Buffer.concat([Buffer.from('<html><meta http-equiv="Content-Type" content="text/html; charset=GBK"><p>'), GB2312]),
    ],
    ["no declaration", Buffer.concat([Buffer.from("<html><p>"), GB2312])],
    ["a wrong declaration", Buffer.concat([Buffer.from('<html><meta charset="utf-8"><p>'), GB2312])],
    ["an unheard-of declaration", Buffer.from('<html><meta charset="x-unheard"><p>预算')],
  ])("finds the encoding by %s", async (_name, bytes) => {
    expect(await read(bytes)).toEqual(["预算"]);
  });

  it.each(["a.xls", "a.doc", "a"])("knows a page that is called %s", async (name) => {
    expect(await read('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>甲<td>1</table>', name)).toEqual([
      [["甲", "1"]],
    ]);
  });

  it("reads a page that was saved with its parts", async () => {
    const part = (type: string, encoding: string, content: string): string =>
      `--b1\r\nContent-Type: ${type}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${content}\r\n`;
    const archive = `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b1"\r\n\r\n${part("image/png", "base64", "AAAA")}${part('text/html; charset="gb2312"', "quoted-printable", "<html><p>=D4=A4=\r\n=CB=E3</p></html>")}--b1--`;
    expect(await read(archive, "a.doc")).toEqual(["预算"]);
  });

  it("joins lines that were copied out of a PDF, a paragraph for each", async () => {
    const lines = [
      "示例中心本年收入合计1,250.00万元，比上年决算数增加",
      "50.00万元，增长4.17%，主要是人员经费增加；本年支出合",
      "计1,250.00万元，其中：基本支出1,000.00万元，占支出",
      "合计的80%；项目支出250.00万元，占20%，用于示例项目和",
      "设备更新。",
    ];
    expect(await read(`<html><body>${lines.map((line) => `<p>${line}</p>`).join("")}</body></html>`)).toEqual([lines.join("")]);
  });

  it("reads tables that a style makes of other elements", async () => {
    const row = (...cells: string[]): string =>
      `<div style="display: table-row">${cells.map((cell) => `<div style="display:table-cell;width:9em">${cell}</div>`).join("")}</div>`;
    expect(
      await read(`<html><p>甲</p><div style="display:table">${row("科目", "金额")}${row("乙", "1.00")}</div><p>丙</p></html>`),
    ).toEqual([
      "甲",
      [
        ["科目", "金额"],
        ["乙", "1.00"],
      ],
      "丙",
    ]);
  });

  it("reads a table that spaces keep in preformatted text, and lines of prose there as lines", async () => {
    const page = `<html><p>甲</p><pre>
科目名称      决算数     上年数
合计          12.00      11.00
基本支出       7.00       6.00
项目支出       5.00       5.00
</pre><pre>一行<br>又一行</pre></html>`;
    const { blocks, messages } = await extractDocument(Buffer.from(page), "a.html");
    expect(tell(blocks)).toEqual([
      "甲",
      [
        ["科目名称", "决算数", "上年数"],
        ["合计", "12.00", "11.00"],
        ["基本支出", "7.00", "6.00"],
        ["项目支出", "5.00", "5.00"],
      ],
      "一行",
      "又一行",
    ]);
    expect(messages).toEqual([expect.objectContaining({ code: "COLUMN_DOUBTFUL", span: { block: 1, start: 0, end: 0 } })]);
  });

  it("reads a table whose cells are elements of no table", async () => {
    const row = (...cells: string[]): string => `<div class="row">${cells.map((cell) => `<span><div>${cell}</div></span>`).join("")}</div>`;
    const page = `<html><h2>“三公”经费支出决算表</h2><div>单位：万元</div>${row("项目", "决算数")}${row("合计", "9.00")}${row("公务接待费", "2.00")}${row("公务用车", "7.00")}<p>注：说明。</p></html>`;
    expect(await read(page)).toEqual([
      "“三公”经费支出决算表",
      "单位：万元",
      [
        ["项目", "决算数"],
        ["合计", "9.00"],
        ["公务接待费", "2.00"],
        ["公务用车", "7.00"],
      ],
      "注：说明。",
    ]);
  });

  it("says when a page is only pictures", async () => {
    await expect(extractDocument(Buffer.from("<html><img src=a.png></html>"), "a.html")).rejects.toMatchObject({ code: "FILE_SCANNED" });
  });
});
