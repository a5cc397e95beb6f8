import type { Block } from "../../../src/model/extracted-document";
import { quote } from "../../../src/model/quote";

const blocks: Block[] = [
  { kind: "PARAGRAPH", text: "第一句。第二句共12万元；第三句。" },
  {
    kind: "TABLE",
    rows: [
      [
        { text: "科目", column: 0, columnSpan: 1, rowSpan: 1 },
        { text: " 12.00 ", column: 1, columnSpan: 1, rowSpan: 1 },
      ],
    ],
  },
];

describe("quote", () => {
  it("gives the sentence around a place in a paragraph", () => {
    expect(quote({ blocks }, { block: 0, start: 8, end: 12 })).toBe("第二句共12万元；");
  });

  it("gives the whole row around a place in a table", () => {
    expect(quote({ blocks }, { block: 1, row: 0, cell: 1, start: 0, end: 5 })).toBe("科目 | 12.00");
  });
});
