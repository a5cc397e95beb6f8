import { readCursor, writeCursor } from "../../../src/graph/paging/cursor";

const PLACE = { dataVersion: 7, key: [null, "示例", 12.5, 3] };
const QUESTION = "units";

const codeOf = (text: string, question = QUESTION): unknown => {
  try {
    return readCursor(text, question);
  } catch (error) {
    return (error as { extensions: { code: string } }).extensions.code;
  }
};

describe("a cursor", () => {
  const cursor = writeCursor(PLACE, QUESTION);

  it("comes back as it was given", () => {
    expect(readCursor(cursor, QUESTION)).toEqual(PLACE);
  });

  it("is good for its own question only", () => {
    expect(codeOf(cursor, "projects")).toBe("BAD_CURSOR");
  });

  it.each([
    "",
    "x",
    "null",
    cursor.slice(0, -4),
    cursor.slice(3),
    `${cursor.slice(0, 8)}A${cursor.slice(9)}`,
    Buffer.from('[["a"]]').toString("base64url"),
  ])("refuses %j", (broken) => {
    expect(codeOf(broken)).toBe("BAD_CURSOR");
  });
});
