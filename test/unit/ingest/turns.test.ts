import { setImmediate as turn } from "node:timers/promises";
import { Turns } from "../../../src/ingest/turns";

describe("turns", () => {
  /** Work that ends when it is told to. */
  function held(name: string, begun: string[]): { readonly work: () => Promise<string>; end(): void; fail(): void } {
    const { promise, resolve, reject } = withResolvers<string>();
    return {
      work: () => {
        begun.push(name);
        return promise;
      },
      end: () => resolve(name),
      fail: () => reject(new Error(name)),
    };
  }

  it("begin so much at once, what is new before what comes again, each in the order in which it came", async () => {
    const begun: string[] = [];
    const turns = new Turns(2);
    const all = ["a", "b", "c", "d", "e", "f"].map((name) => held(name, begun));
    const taken = all.map(({ work }, at) => turns.take(at === 2 || at === 3 ? "AGAIN" : "NEW", work));
    const seen: string[] = [begun.join("")];
    for (const one of [0, 1, 4, 5, 2, 3]) {
      all[one]?.end();
      await taken[one];
      await turn();
      seen.push(begun.join(""));
    }
    expect(seen).toEqual(["ab", "abe", "abef", "abefc", "abefcd", "abefcd", "abefcd"]);
  });

  it("go on after work that failed", async () => {
    const begun: string[] = [];
    const turns = new Turns(1);
    const [first, second] = [held("a", begun), held("b", begun)];
    const taken = [turns.take("NEW", first.work), turns.take("NEW", second.work)];
    first.fail();
    await expect(taken[0]).rejects.toThrow("a");
    second.end();
    expect(await taken[1]).toBe("b");
    expect(await turns.take("NEW", () => Promise.resolve("c"))).toBe("c");
  });
});

function withResolvers<T>(): { promise: Promise<T>; resolve(value: T): void; reject(reason: Error): void } {
  const made = {} as { promise: Promise<T>; resolve(value: T): void; reject(reason: Error): void };
  made.promise = new Promise<T>((resolve, reject) => Object.assign(made, { resolve, reject }));
  return made;
}
