import { takeTurns } from "../../../src/lib/take-turns";

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
});
