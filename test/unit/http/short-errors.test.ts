import { shorten } from "../../../src/http/short-errors-plugin";

describe("errors that are told", () => {
  const error = (length: number) => ({ message: "错".repeat(length), extensions: { code: "INVALID_ARGUMENT" } });
  const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));

  it("are the first ones that there is room for", () => {
    expect(shorten(Array(3).fill(error(10)), 2_000)).toHaveLength(3);
    const told = shorten(Array(100).fill(error(10)), 2_000);
    expect(told.length).toBeGreaterThan(10);
    expect(bytes(told)).toBeLessThanOrEqual(2_001);
  });

  it("are at least one, cut to what there is room for", () => {
    const told = shorten([error(5_000)], 480);
    expect(bytes(told)).toBeLessThanOrEqual(480);
    expect(told[0]?.extensions).toEqual({ code: "INVALID_ARGUMENT" });
  });
});
