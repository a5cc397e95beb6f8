import { readCellNumber } from "../../../../src/parse/tables/cell-number";

/** The amount in 分 of a cell of a table in 元; undefined where its digits make no one number. */
const amount = (text: string): number | undefined => {
  const read = readCellNumber(text, "元");
  return read.kind === "NUMBER" ? read.number.value : undefined;
};

describe("digits that a narrow cell broke over lines", () => {
  it.each([
    ["behind a comma", "12,\n345.67"],
    ["before a comma", "12\n,345.67"],
    ["behind the point", "12,345.\n67"],
    ["within the decimals", "12,345.6\n7"],
    ["within a group, the decimals behind it", "12,3\n45.67"],
    ["within the last group", "12,34\n5.67"],
    ["twice", "12,3\n45.\n67"],
  ])("are one number where neither half is one: %s", (_where, printed) => {
    expect(amount(printed)).toBe(1_234_567);
  });

  it.each([
    ["two whole numbers", "12,345\n67.89"],
    ["two numbers without groups", "1234\n5.67"],
    ["a group that would have four digits", "12,34\n56.78"],
    ["a group that would have two", "12,3\n4.56"],
  ])("stay apart where both may be numbers: %s", (_what, printed) => {
    expect(readCellNumber(printed, "元")).toEqual({ kind: "UNREADABLE" });
  });

  it("are cited whole", () => {
    expect(readCellNumber(" 12,34\n5.67 ", "元")).toMatchObject({ start: 1, end: 11 });
  });
});
