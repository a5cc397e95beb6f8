import { askHub } from "../../../clients/typescript/ask-hub";
import { CompareDocument, DisclosureDocument } from "../../../clients/typescript/operations";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

describe("the TypeScript client", () => {
  let hub: ServedHub;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
  }, 120_000);
  afterAll(() => hub.close());

  it("asks typed operations", async () => {
    const { data, dataVersion } = await askHub(hub.url, CompareDocument, { units: ["云溪市司法局（示例）"], years: [2024] });
    expect(dataVersion).toBeGreaterThan(0);
    expect(data.compare.columns.map(({ measure }) => measure.code)).toContain("EXPENDITURE_TOTAL");
    expect(data.compare.rows[0]?.cells[0]?.status).toBe("REPORTED");
  });

  it("throws what the hub says is wrong, under its code", async () => {
    await expect(askHub(hub.url, DisclosureDocument, { unit: "没有这个单位", year: 2024 })).rejects.toMatchObject({
      code: "UNIT_NOT_FOUND",
    });
  });
});
