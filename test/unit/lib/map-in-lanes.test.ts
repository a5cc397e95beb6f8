import { mapInLanes } from "../../../src/lib/map-in-lanes";

const soon = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("mapInLanes", () => {
  it("keeps the order of the items and never works on more than it may", async () => {
    let working = 0;
    let most = 0;
    const results = await mapInLanes([30, 1, 20, 1, 1], 2, async (milliseconds) => {
      most = Math.max(most, ++working);
      await soon(milliseconds);
      working -= 1;
      return milliseconds * 2;
    });
    expect(results).toEqual([60, 2, 40, 2, 2]);
    expect(most).toBe(2);
  });

  it("hands on the first failure", async () => {
    await expect(
      mapInLanes([1, 2, 3], 2, (item) => (item === 2 ? Promise.reject(new Error("two")) : Promise.resolve(item))),
    ).rejects.toThrow("two");
  });
});
