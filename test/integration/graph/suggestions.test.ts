import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const SUGGEST = `query ($text: String!, $first: Int = 5, $kinds: [SuggestionKind!]) {
  suggestions(text: $text, first: $first, kinds: $kinds) { kind code name within }
}`;

describe.each(testEngines())("suggestions on %s", (engine) => {
  let hub: GraphSession;
  beforeAll(async () => {
    hub = await openGraphSession(engine);
    await hub.publish("a.txt", disclosureText({ unitName: "示例县水务局（本级）", year: 2023 }));
  });
  afterAll(() => hub.close());

  const namesOf = async (text: string, kinds?: readonly string[]): Promise<string[]> =>
    (await hub.ask(SUGGEST, { text, ...(kinds && { kinds }) })).data.suggestions.map(({ name }: { name: string }) => name);

  it.each(["水务", "swj", "SLXSWJ", "shuiwuju"])("finds a unit by %s", async (text) => {
    expect((await namesOf(text))[0]).toBe("示例县水务局");
  });

  it("finds subjects by the beginning of the code and measures by either name, only of the kinds asked for", async () => {
    const { data } = await hub.ask(SUGGEST, { text: "2040605" });
    expect(data.suggestions).toEqual([{ kind: "SUBJECT", code: "2040605", name: "普法宣传", within: "司法" }]);
    expect((await namesOf("three public exp"))[0]).toBe("“三公”经费");
    expect(await namesOf("水务", ["MEASURE"])).toEqual([]);
  });

  it("finds the regions that hold units, at any depth, and no other", async () => {
    expect(await namesOf("河北", ["REGION"])).toEqual([]);
    await hub.publish("c.txt", disclosureText({ unitName: "石家庄市长安区水务局（本级）", year: 2023 }));
    expect(await namesOf("hebei", ["REGION"])).toEqual(["河北省"]);
    expect(await namesOf("sjz", ["REGION"])).toEqual(["石家庄市"]);
    expect(await namesOf("北京", ["REGION"])).toEqual([]);
  });

  it("knows a unit as soon as it is published, and refuses what is too long", async () => {
    expect(await namesOf("slxqxj")).toEqual([]);
    await hub.publish("b.txt", disclosureText({ unitName: "示例县气象局（本级）", year: 2023 }));
    expect(await namesOf("slxqxj")).toEqual(["示例县气象局"]);
    expect((await hub.ask(SUGGEST, { text: "字".repeat(51) })).errors).toMatchObject([{ code: "INVALID_ARGUMENT" }]);
    expect((await hub.ask(SUGGEST, { text: "字", first: 0 })).errors).toMatchObject([{ code: "INVALID_ARGUMENT" }]);
  });
});
