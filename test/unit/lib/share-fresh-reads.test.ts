import { shareFreshReads } from "../../../src/lib/share-fresh-reads";

describe("shared reads", () => {
  it("never give what was read before the question, and read once for all who ask meanwhile", async () => {
    let value = 0;
    let reads = 0;
    const waiting: (() => void)[] = [];
    const ask = shareFreshReads(async () => {
      reads += 1;
      const seen = value;
      await new Promise<void>((resolve) => waiting.push(resolve));
      return seen;
    });
    const first = ask();
    value = 1;
    const later = [ask(), ask(), ask()];
    expect(reads).toBe(1);
    waiting.shift()?.();
    expect(await first).toBe(0);
    await new Promise(setImmediate);
    waiting.shift()?.();
    expect(await Promise.all(later)).toEqual([1, 1, 1]);
    expect(reads).toBe(2);
  });

  it("fail for those who asked, and read anew for the next", async () => {
    let fails = true;
    const ask = shareFreshReads(async () => {
      if (fails) throw new Error("away");
      return "here";
    });
    const both = await Promise.allSettled([ask(), ask()]);
    expect(both.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    fails = false;
    expect(await ask()).toBe("here");
  });
});
