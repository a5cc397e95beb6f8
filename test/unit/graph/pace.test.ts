import { createOneLoader } from "../../../src/graph/loaders/one-by-key";
import { Pace } from "../../../src/graph/loaders/pace";

const KEYS = Array.from({ length: 1_000 }, (_, index) => index);

function openLoaders() {
  const pace = new Pace();
  const reads: number[] = [];
  const find = (keys: readonly number[]): Promise<readonly { readonly id: number }[]> => {
    reads.push(keys.length);
    return Promise.resolve(keys.map((id) => ({ id })));
  };
  const create = () => createOneLoader<number, { readonly id: number }>({ pace, find, keyOfRow: ({ id }) => id, keyOf: (key) => key });
  return { reads, first: create(), second: create() };
}

describe("the pace of a request", () => {
  it("hands on what one read found in pieces, between which the event loop turns", async () => {
    const { first } = openLoaders();
    let turns = 0;
    const count = (): void => {
      turns += 1;
      next = setImmediate(count);
    };
    let next = setImmediate(count);
    const seenAt = await Promise.all(
      KEYS.map(async (key) => {
        await first.load(key);
        const begun = performance.now();
        while (performance.now() - begun < 0.1);
        return turns;
      }),
    );
    clearImmediate(next);
    expect(new Set(seenAt).size).toBeGreaterThanOrEqual(5);
    expect(seenAt).toEqual([...seenAt].sort((a, b) => a - b));
  });

  it("reads what hangs on it together all the same", async () => {
    const { reads, first, second } = openLoaders();
    const found = await Promise.all(KEYS.map(async (key) => second.load((await first.load(key))?.id ?? -1)));
    expect(found.map((one) => one?.id)).toEqual(KEYS);
    expect(reads).toEqual([KEYS.length, KEYS.length]);
  });

  it("keeps nobody waiting for little", async () => {
    const { first } = openLoaders();
    let turned = false;
    setImmediate(() => (turned = true));
    await Promise.all([1, 2, 3].map((key) => first.load(key)));
    expect(turned).toBe(false);
  });
});
