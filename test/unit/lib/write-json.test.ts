import { takeTurns } from "../../../src/lib/take-turns";
import { writeJson } from "../../../src/lib/write-json";

const rows = (count: number): object[] =>
  Array.from({ length: count }, (_, index) => ({ index, name: `单位"${index}"\u2028`, cells: [null, 1.5, { a: [] }], none: undefined }));

describe("JSON that is written in turns", () => {
  it.each([
    ["nothing", null],
    ["a text", "公开"],
    ["small things", { a: 1, b: [undefined, null, {}], c: undefined }],
    ["many rows", { data: { rows: rows(3_000), empty: [], nothing: {} }, 'na"me': rows(400) }],
    ["a list of lists", [rows(600), [rows(600), []], {}]],
    [
      "an object of many names",
      Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`n${index}`, index % 3 ? index : undefined])),
    ],
  ])("is what JSON.stringify writes of %s", async (_, value) => {
    expect(await writeJson(value, takeTurns())).toBe(JSON.stringify(value));
  });

  it("lets others have their turns", async () => {
    let turnsTaken = 0;
    const turns = takeTurns();
    const counted = {
      get areOver() {
        return turns.areOver;
      },
      next: () => {
        turnsTaken += 1;
        return turns.next();
      },
    };
    await writeJson(rows(60_000), counted);
    expect(turnsTaken).toBeGreaterThan(1);
  });
});
