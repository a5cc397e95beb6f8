import { connect } from "../../../src/graph/paging/connect";
import type { Cursor } from "../../../src/graph/paging/cursor";
import { pageInMemory } from "../../../src/graph/paging/page-in-memory";
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

  it.each<[unknown, readonly unknown[]]>([
    [7, []],
    [7, [{ a: 1 }]],
    [7, [["a"]]],
    [7, [true]],
    ["29", [1]],
    [1.5, [1]],
    [-1, [1]],
    ["2147483647abc", [1]],
  ])("of version %j and key %j, made up with its mark, is refused", (dataVersion, key) => {
    expect(codeOf(writeCursor({ dataVersion, key } as unknown as Cursor, QUESTION))).toBe("BAD_CURSOR");
  });

  it("is refused where its key is none of its list's", async () => {
    const page = { hubState: () => Promise.resolve({ dataVersion: 7 } as never), dataVersionAt: () => Promise.resolve(7) };
    const asked = JSON.stringify(["list", {}]);
    for (const key of [["x"], [1.5], [-1], [1, 2]]) {
      const after = writeCursor({ dataVersion: 7, key }, asked);
      const read = connect(
        page,
        { first: 1, after },
        "list",
        async (request) => pageInMemory(["a", "b"], request),
        (row) => row,
      );
      await expect(read).rejects.toMatchObject({ extensions: { code: "BAD_CURSOR" } });
    }
  });
});
