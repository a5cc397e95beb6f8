import type { Block, ExtractedDocument, Table } from "../../../../src/model/extracted-document";
import { drawTable, line, messagesOf, parse, tell } from "./table-fixtures";

/** A document whose extraction doubted the cells whose text ends in "?". */
function doubtedDocument(title: string, drawing: string, format: ExtractedDocument["format"] = "PDF"): ExtractedDocument {
  const drawn = drawTable(drawing);
  const spans: [number, number][] = [];
  const table: Table = {
    kind: "TABLE",
    rows: drawn.rows.map((row, rowAt) =>
      row.map((cell, cellAt) => {
        if (!cell.text.endsWith("?")) return cell;
        spans.push([rowAt, cellAt]);
        return { ...cell, text: cell.text.slice(0, -1) };
      }),
    ),
  };
  const blocks: Block[] = [line(title), line("单位：万元"), table];
  return {
    format,
    blocks,
    messages: spans.map(([row, cell]) => ({
      code: "COLUMN_DOUBTFUL",
      span: { block: 2, row, cell, start: 0, end: table.rows[row]?.[cell]?.text.length ?? 0 },
    })),
  };
}

const HEADER = "| 科目编码 | 科目名称 | 本年支出合计 | 基本支出 | 项目支出 | 上缴上级支出 |";

describe("numbers whose column is doubtful", () => {
  test("stand where the sums of the table close", () => {
    const document = doubtedDocument(
      "支出决算表",
      `${HEADER}
      | 204 | 公共安全支出 | 12.00 | 9.00 | 3.00 | |
      | 20406 | 司法 | 12.00 | 9.00 | 3.00 | |
      | 2040601 | 行政运行 | 9.00 | 9.00? | | |
      | 2040605 | 普法宣传 | 3.00 | 3.00? | | |
      | 合计 | | 12.00 | 9.00 | 3.00 | |`,
    );
    const parsed = parse([], { document });
    expect(tell(parsed)).toEqual(
      expect.arrayContaining(["BASIC_EXPENDITURE 2040601 FINAL 9000000", "PROJECT_EXPENDITURE 2040605 FINAL 3000000"]),
    );
    expect(tell(parsed)).not.toContain("BASIC_EXPENDITURE 2040605 FINAL 3000000");
    expect(messagesOf(parsed)).toEqual(["COLUMN_DOUBTFUL 3.00 ▸ 项目支出"]);
  });

  test("are no figures where two columns would do", () => {
    const document = doubtedDocument(
      "支出决算表",
      `${HEADER}
      | 204 | 公共安全支出 | 12.00 | 12.00? | | |`,
    );
    const parsed = parse([], { document });
    expect(tell(parsed)).toEqual(["CURRENT_YEAR_EXPENDITURE 204 FINAL 12000000"]);
    expect(messagesOf(parsed)).toEqual(["COLUMN_DOUBTFUL 12.00"]);
  });

  test("are no figures where no column closes the sums", () => {
    const document = doubtedDocument(
      "支出决算表",
      `${HEADER}
      | 204 | 公共安全支出 | 12.00 | 9.00 | 2.00? | |
      | 合计 | | 12.00 | 9.00 | 3.00 | |`,
    );
    expect(tell(parse([], { document }))).not.toEqual(expect.arrayContaining([expect.stringMatching(/ 204 FINAL 2000000/)]));
  });

  test("a printed number may differ from its sum by rounding", () => {
    const document = doubtedDocument(
      "支出决算表",
      `${HEADER}
      | 204 | 公共安全支出 | 12.00 | 9.01? | 3.00? | |
      | 合计 | | 12.00 | 9.00 | 3.00 | |`,
    );
    expect(tell(parse([], { document }))).toEqual(
      expect.arrayContaining(["BASIC_EXPENDITURE 204 FINAL 9010000", "PROJECT_EXPENDITURE 204 FINAL 3000000"]),
    );
  });

  test("nobody doubted it, but a table without lines breaks its sums as it stands and closes them with one number moved", () => {
    const drawing = `${HEADER}
      | 204 | 公共安全支出 | 12.00 | 9.00 | 3.00 | |
      | 20406 | 司法 | 12.00 | 9.00 | 3.00 | |
      | 2040601 | 行政运行 | 9.00 | 9.00 | | |
      | 2040605 | 普法宣传 | 3.00 | | | 3.00 |
      | 合计 | | 12.00 | 9.00 | 3.00 | |`;
    const cut = parse([], { document: doubtedDocument("支出决算表", drawing) });
    expect(tell(cut)).toContain("PROJECT_EXPENDITURE 2040605 FINAL 3000000");
    expect(messagesOf(cut)).toEqual(["COLUMN_DOUBTFUL 3.00 ▸ 项目支出"]);
    // In a format with true cells the same is the document's own mistake, and stays.
    const printed = parse([], { document: doubtedDocument("支出决算表", drawing, "DOCX") });
    expect(tell(printed)).toContain("REMITTED_TO_SUPERIOR 2040605 FINAL 3000000");
    expect(messagesOf(printed)).toEqual([]);
  });

  test("a table without lines whose sums break for another reason stays as printed", () => {
    const drawing = `${HEADER}
      | 204 | 公共安全支出 | 12.00 | 9.00 | 2.50 | |
      | 合计 | | 12.00 | 9.00 | 3.00 | |`;
    const parsed = parse([], { document: doubtedDocument("支出决算表", drawing) });
    expect(tell(parsed)).toContain("PROJECT_EXPENDITURE 204 FINAL 2500000");
    expect(messagesOf(parsed)).toEqual([]);
  });

  test("in the fiscal totals the three budgets decide", () => {
    const document = doubtedDocument(
      "财政拨款收入支出决算总表",
      `| 收入 | < | 支出 | < | < | < | < |
      | 项目 | 决算数 | 项目 | 合计 | 一般公共预算财政拨款 | 政府性基金预算财政拨款 | 国有资本经营预算财政拨款 |
      | 一、一般公共预算财政拨款 | 8.00 | 一、一般公共服务支出 | 6.00 | 6.00 | | |
      | 二、政府性基金预算财政拨款 | 4.00 | 二、城乡社区支出 | 4.00 | 4.00? | | |
      | 本年收入合计 | 12.00 | 本年支出合计 | 10.00 | 6.00 | 4.00 | |`,
    );
    const parsed = parse([], { document });
    expect(tell(parsed)).toContain("GOVERNMENT_FUND_EXPENDITURE 212 FINAL 4000000");
    expect(tell(parsed)).not.toContain("GENERAL_PUBLIC_EXPENDITURE 212 FINAL 4000000");
  });
});
