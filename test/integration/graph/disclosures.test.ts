import { checkRelated } from "../../../src/check/check-related";
import { importDocument } from "../../../src/ingest/import-document";
import { publishRevision } from "../../../src/store/publish-revision";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const HEADLINE = /* GraphQL */ `
  query ($unit: String!, $year: Int!, $asOf: DateTime) {
    disclosure(unit: $unit, year: $year, asOf: $asOf) {
      unit {
        code
        name
      }
      scope
      kind
      revision
      reportedOn
      officers {
        head
        financeLead
        preparer
      }
      figure(measure: EXPENDITURE_TOTAL) {
        final
        priorFinal
        yearOnYear {
          amount
          rate
        }
        status
        reason
        derivedStages
        citation {
          section
          text
          printed
        }
      }
    }
  }
`;

describe.each(testEngines())("disclosures in the graph on %s", (engine) => {
  let hub: GraphSession;

  beforeAll(async () => {
    hub = await openGraphSession(engine);
    await hub.publish("a.txt", disclosureText({ unitName: "内蒙古自治区示例厅（本级）", total: "1,200.00", priorChange: "200.00" }));
  });
  afterAll(() => hub.close());

  it("answers the header and a figure through its stages, with the words as printed", async () => {
    const { data, errors } = await hub.ask(HEADLINE, { unit: "内蒙古自治区示例厅(本级)", year: 2023 });
    expect(errors).toEqual([]);
    expect(data.disclosure).toMatchObject({
      unit: { name: "内蒙古自治区示例厅" },
      scope: "UNIT",
      kind: "FINAL_ACCOUNTS",
      revision: 1,
      reportedOn: "2024-08",
      officers: { head: "甲一", financeLead: "乙二", preparer: "丙三" },
      figure: {
        final: 1200,
        priorFinal: 1000,
        yearOnYear: { amount: 200, rate: 20 },
        status: "REPORTED",
        reason: "示例",
        derivedStages: ["PRIOR_FINAL"],
      },
    });
    expect(data.disclosure.figure.citation).toMatchObject({ section: "收入支出决算总体情况说明", printed: "1,200.00万元" });
    expect(data.disclosure.figure.citation.text).toContain("1,200.00万元");
  });

  it("finds the unit by code, by name and by name with （本级）", async () => {
    const { data } = await hub.ask(HEADLINE, { unit: "内蒙古自治区示例厅", year: 2023 });
    const byCode = await hub.ask(HEADLINE, { unit: data.disclosure.unit.code, year: 2023 });
    expect(byCode.data).toEqual(data);
  });

  it("answers money in the unit that is asked for, exactly", async () => {
    const { data } = await hub.ask(
      `{ disclosure(unit: "内蒙古自治区示例厅", year: 2023) { figure(measure: EXPENDITURE_TOTAL) { a: final(unit: YUAN) b: final(unit: YI_YUAN) c: final(unit: FEN) } } }`,
    );
    expect(data.disclosure.figure).toEqual({ a: 12_000_000, b: 0.12, c: 1_200_000_000 });
  });

  it("says of what is not told that it is not disclosed, and never answers zero", async () => {
    const { data } = await hub.ask(
      `{ disclosure(unit: "内蒙古自治区示例厅", year: 2023) { figures(measures: [VEHICLES_HELD, BASIC_EXPENDITURE]) { measure { code } final status } } }`,
    );
    expect(data.disclosure.figures).toEqual([
      { measure: { code: "VEHICLES_HELD" }, final: null, status: "NOT_DISCLOSED" },
      { measure: { code: "BASIC_EXPENDITURE" }, final: 700, status: "REPORTED" },
    ]);
  });

  it.each([
    [{ unit: "无此单位", year: 2023 }, "UNIT_NOT_FOUND"],
    [{ unit: "内蒙古自治区示例厅", year: 1492 }, "YEAR_INVALID"],
  ])("refuses %j with a code", async (variables, code) => {
    const { errors } = await hub.ask(HEADLINE, variables);
    expect(errors.map((error) => error.code)).toEqual([code]);
  });

  it("suggests the names that a wrong one comes near", async () => {
    const { errors } = await hub.ask(HEADLINE, { unit: "内蒙古示例厅", year: 2023 });
    expect(errors[0]?.message).toContain("内蒙古自治区示例厅");
  });

  it("refuses a measure that is not in the catalogue while validating", async () => {
    const { errors } = await hub.ask(`{ disclosure(unit: "x", year: 2023) { figure(measure: NO_SUCH) { final } } }`);
    expect(errors[0]?.message).toContain("NO_SUCH");
  });

  it("answers null for a year without a disclosure", async () => {
    expect((await hub.ask(HEADLINE, { unit: "内蒙古自治区示例厅", year: 2019 })).data).toEqual({ disclosure: null });
  });

  it("tells what a correction changed, and what was said before it", async () => {
    await hub.publish("b1.txt", disclosureText({ unitName: "河北省示例厅（本级）", total: "100.00", priorChange: "10.00" }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    const asOf = new Date().toISOString();
    await new Promise((resolve) => setTimeout(resolve, 5));
    await hub.publish("b2.txt", disclosureText({ unitName: "河北省示例厅（本级）", total: "120.00", priorChange: "10.00" }));
    const before = await hub.ask(HEADLINE, { unit: "河北省示例厅", year: 2023, asOf });
    expect(before.data.disclosure).toMatchObject({ revision: 1, figure: { final: 100 } });
    const { data, errors } = await hub.ask(`{
      disclosure(unit: "河北省示例厅", year: 2023) {
        revision
        revisions { revision publishedAt }
        changes { measure { code } stage before after difference }
      }
    }`);
    expect(errors).toEqual([]);
    expect(data.disclosure.revision).toBe(2);
    expect(data.disclosure.revisions.map((one: { revision: number }) => one.revision)).toEqual([1, 2]);
    expect(data.disclosure.changes).toContainEqual({
      measure: { code: "EXPENDITURE_TOTAL" },
      stage: "FINAL",
      before: 100,
      after: 120,
      difference: 20,
    });
  });

  it("tells what changed since the revision that was published before, whatever their numbers", async () => {
    const version = async (total: string, publish: boolean): Promise<number> => {
      const bytes = disclosureText({ unitName: "河南省示例厅（本级）", total, priorChange: "10.00" });
      return (await importDocument(hub.database, { fileName: "a.txt", bytes }, { publish })).saved.revisionId;
    };
    await version("100.00", true);
    const draft = await version("110.00", false);
    await version("120.00", true);
    await publishRevision(hub.database, draft, checkRelated);
    const { data } = await hub.ask(`{
      disclosure(unit: "河南省示例厅", year: 2023) {
        revision
        revisions { revision changes { measure { code } before after } }
        changes { measure { code } stage before after difference }
      }
    }`);
    expect(data.disclosure.revision).toBe(2);
    expect(data.disclosure.changes).toContainEqual({
      measure: { code: "EXPENDITURE_TOTAL" },
      stage: "FINAL",
      before: 120,
      after: 110,
      difference: -10,
    });
    const third = data.disclosure.revisions.find((one: { revision: number }) => one.revision === 3);
    expect(third.changes).toContainEqual({ measure: { code: "EXPENDITURE_TOTAL" }, before: 100, after: 120 });
  });

  it("takes the same number of statements however many disclosures a page holds", async () => {
    const source = `query ($first: Int!) {
      disclosures(first: $first) {
        totalCount
        nodes { unit { name region { name } } document { sha256 } figure(measure: EXPENDITURE_TOTAL) { final reason citation { text document { fileName } } } projects { name } findings { message } }
      }
    }`;
    for (let unit = 0; unit < 12; unit += 1) {
      await hub.publish("c.txt", disclosureText({ unitName: `山西省示例${unit}局（本级）` }));
    }
    const two = await hub.ask(source, { first: 2 });
    const twelve = await hub.ask(source, { first: 12 });
    expect(twelve.errors).toEqual([]);
    expect(twelve.data.disclosures.nodes).toHaveLength(12);
    expect(two.statements).toBe(twelve.statements);
    expect(two.statements).toBeLessThanOrEqual(12);
  });

  it("pages through a list without gaps and repeats, and refuses cursors that are not its own", async () => {
    const source = `query ($after: String, $year: Int!) {
      disclosures(first: 5, after: $after, where: { years: [$year] }, orderBy: { field: UNIT }) { totalCount nodes { unit { name } } pageInfo { hasNextPage endCursor } }
    }`;
    const names: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const {
        data,
      }: {
        data: {
          disclosures: { totalCount: number; nodes: { unit: { name: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
        };
      } = await hub.ask(source, { after, year: 2023 });
      total = data.disclosures.totalCount;
      names.push(...data.disclosures.nodes.map(({ unit }) => unit.name));
      after = data.disclosures.pageInfo.hasNextPage ? data.disclosures.pageInfo.endCursor : null;
      const foreign = after && (await hub.ask(source, { after, year: 2022 }));
      if (foreign) expect(foreign.errors.map(({ code }) => code)).toEqual(["BAD_CURSOR"]);
    } while (after);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toHaveLength(total);
    const broken = await hub.ask(source, { after: "no cursor", year: 2023 });
    expect(broken.errors.map(({ code }) => code)).toEqual(["BAD_CURSOR"]);
  });

  it.each([0, 101])("refuses a page of %d", async (first) => {
    const { errors } = await hub.ask(`query ($first: Int!) { units(first: $first) { totalCount } }`, { first });
    expect(errors.map(({ code }) => code)).toEqual(["PAGE_SIZE"]);
  });

  it("says what is in the hub", async () => {
    const { data, errors } = await hub.ask(`{
      fiscalYears { year disclosureCount unitCount coverage { expected disclosed } }
      hub { dataVersion limits { maxFirst maxCost maxDepth } }
      measures { code name nameEn unit description }
    }`);
    expect(errors).toEqual([]);
    expect(data.fiscalYears).toEqual([{ year: 2023, disclosureCount: 15, unitCount: 15, coverage: { expected: 15, disclosed: 15 } }]);
    expect(data.hub.dataVersion).toBe(18);
    expect(data.measures).toContainEqual(expect.objectContaining({ code: "VEHICLES_HELD", name: "公务用车保有量", unit: "个" }));
  });
});
