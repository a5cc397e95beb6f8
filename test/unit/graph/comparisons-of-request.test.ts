import type { GraphQLResolveInfo } from "graphql";
import { COMPARISON_LIMITS } from "../../../src/compare/comparison-limits";
import { ComparisonsOfRequest } from "../../../src/graph/comparison/comparisons-of-request";

const operation = {};
const at = (key: string, variableValues: object = {}): GraphQLResolveInfo =>
  ({ operation, variableValues, path: { key } }) as unknown as GraphQLResolveInfo;
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe("the comparisons of a request", () => {
  it("are worked at one after the other, whatever becomes of the one before", async () => {
    const comparisons = new ComparisonsOfRequest();
    let atOnce = 0;
    const compare = (name: string) => async (): Promise<string> => {
      expect(++atOnce).toBe(1);
      await turn();
      atOnce -= 1;
      if (name === "b") throw new Error("refused");
      return name;
    };
    const asked = ["a", "b", "c"].map((name) => comparisons.inTurn(at(name), compare(name)));
    const ended = await Promise.allSettled(asked);
    expect(ended.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  });

  it("are each worked at once, and anew for other variables", async () => {
    const comparisons = new ComparisonsOfRequest();
    const compare = jest.fn(() => Promise.resolve("done"));
    await Promise.all([at("a"), at("a"), at("a", { year: 2023 }), at("b")].map((info) => comparisons.inTurn(info, compare)));
    expect(compare).toHaveBeenCalledTimes(3);
  });

  it("take in as many figures together as one may", () => {
    const comparisons = new ComparisonsOfRequest();
    comparisons.take(COMPARISON_LIMITS.slots - 10);
    comparisons.take(10);
    expect(() => comparisons.take(1)).toThrow(
      expect.objectContaining({ extensions: expect.objectContaining({ code: "QUERY_TOO_EXPENSIVE" }) }),
    );
  });
});
