import { readFileSync } from "node:fs";
import path from "node:path";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { registerUnits } from "../../../src/store/register-units";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const COMPARE = readFileSync(path.join(PACKAGE_ROOT, "schema", "operations", "03-compare.graphql"), "utf8");
const NAMES = Array.from({ length: 200 }, (_, index) => `示例第${index + 1}单位`);

describe.each(testEngines())("query 03 on %s", (engine) => {
  let hub: GraphSession;
  beforeAll(async () => {
    hub = await openGraphSession(engine);
    const blank = { region: null, level: null, parent: null, nature: null, natureText: null, activeFrom: null, activeTo: null };
    await registerUnits(
      hub.database,
      [],
      NAMES.map((name) => ({ ...blank, name })),
    );
    for (const unitName of NAMES.slice(0, 4)) await hub.publish("a.txt", disclosureText({ unitName }));
  });
  afterAll(() => hub.close());

  it("takes the same statements for 2 and for 200 units", async () => {
    const two = await hub.ask(COMPARE, { units: NAMES.slice(0, 2), years: [2022, 2023] });
    const all = await hub.ask(COMPARE, { units: NAMES, years: [2022, 2023] });
    expect([...two.errors, ...all.errors]).toEqual([]);
    expect(all.data.compare.rows).toHaveLength(400);
    expect(all.data.compare.rows[1].cells[0]).toMatchObject({ value: 1200, status: "REPORTED", yearOnYear: { amount: 200, rate: 20 } });
    expect(all.data.compare.rows.at(-1).cells[0]).toMatchObject({ value: null, status: "NOT_DISCLOSED" });
    expect(all.statements).toBe(two.statements);
    expect(all.statements).toBeLessThanOrEqual(6);
  });
});
