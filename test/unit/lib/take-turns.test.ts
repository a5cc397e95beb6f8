import { workFor } from "../../../src/lib/client-signal";
import { sortInTurns } from "../../../src/lib/sort-in-turns";
import { giveWay, takeTurns } from "../../../src/lib/take-turns";

const work = (milliseconds: number): void => {
  const begun = performance.now();
  while (performance.now() - begun < milliseconds);
};

describe("work in turns", () => {
  it("knows when others should have theirs", () => {
    const turns = takeTurns();
    expect(turns.areOver).toBe(false);
    work(20);
    expect(turns.areOver).toBe(true);
  });

  it("lets the event loop turn between any two, however many wait", async () => {
    const seen: string[] = [];
    const one = async (name: string): Promise<void> => {
      const turns = takeTurns();
      for (let index = 0; index < 3; index++) {
        await turns.next();
        seen.push(name);
        work(2);
      }
    };
    let loops = 0;
    const count = setInterval(() => (loops += 1), 0);
    await Promise.all([one("a"), one("b"), one("c")]);
    clearInterval(count);
    expect(seen.join("")).toBe("abcabcabc");
    expect(loops).toBeGreaterThanOrEqual(4);
  });

  it("begins anew with every turn", async () => {
    const turns = takeTurns();
    work(20);
    await turns.next();
    expect(turns.areOver).toBe(false);
  });

  it("stops when nobody waits for it any more", async () => {
    const leaving = new AbortController();
    const worked = workFor(leaving.signal, async () => {
      const turns = takeTurns();
      for (;;) {
        work(10);
        await giveWay(turns);
      }
    });
    setImmediate(() => leaving.abort(new Error("gone")));
    await expect(worked).rejects.toThrow("gone");
  });
});

describe("a sort in turns", () => {
  it.each([0, 1, 2_048, 2_049, 10_001])("of %d is that of the language, equal ones in their order", async (length) => {
    const items = Array.from({ length }, (_, index) => ({ key: (index * 7_919) % 100, index }));
    const compare = (a: { key: number }, b: { key: number }): number => a.key - b.key;
    expect(await sortInTurns(items, compare, takeTurns())).toEqual([...items].sort(compare));
  });
});
