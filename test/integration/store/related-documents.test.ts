import { checkRelated } from "../../../src/check/check-related";
import { importDocument } from "../../../src/ingest/import-document";
import { findFindingsByRevision, findOutcomesByRevision } from "../../../src/store/find-findings";
import { DisclosureRow } from "../../../src/store/entities/disclosure.entity";
import { UnitRow } from "../../../src/store/entities/unit.entity";
import { migrate } from "../../../src/store/migrate";
import type { Database } from "../../../src/store/open-database";
import { openDatabase } from "../../../src/store/open-database";
import { publishRevision, withdrawRevision } from "../../../src/store/publish-revision";
import { recordMerger } from "../../../src/store/record-merger";
import { createRowReader } from "../../../src/store/row-reader";
import type { RowReader } from "../../../src/store/row-reader";
import { upsertUnit } from "../../../src/store/upsert-unit";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import type { DisclosureText } from "../../support/disclosure-text";

const RULE = "PRIOR_YEAR_MATCH";

describe.each(testEngines())("rules over several documents on %s", (engine) => {
  let home: TestDatabase;
  let database: Database;
  let reader: RowReader;

  beforeAll(async () => {
    home = await createTestDatabase(engine);
    database = await openDatabase(home);
    await migrate(database);
    reader = createRowReader(database);
  });

  afterAll(async () => {
    reader.close();
    await database.destroy();
    await home.drop();
  });

  const publish = (text: DisclosureText) =>
    importDocument(database, { fileName: "disclosure.txt", bytes: disclosureText(text) }, { publish: true });

  async function currentVersion(): Promise<number> {
    const [row] = await database.query<{ version: number | string }[]>("SELECT data_version AS version FROM hub_state");
    return Number(row?.version);
  }

  interface Told {
    readonly outcome: string | undefined;
    readonly reason: string | null | undefined;
    readonly findings: readonly (readonly [published: number | null, recomputed: number | null, cited: number])[];
  }

  /** What is told of a unit's year at a data version: of the rule that holds it against the year before. */
  async function tell(unitName: string, fiscalYear: number, dataVersion: number): Promise<Told> {
    const { id: unitId } = await database.manager.findOneByOrFail(UnitRow, { name: unitName });
    const { currentRevisionId } = await database.manager.findOneByOrFail(DisclosureRow, { unitId, fiscalYear });
    const ids = [currentRevisionId ?? 0];
    const findings = await findFindingsByRevision(reader, ids, dataVersion);
    const outcomes = await findOutcomesByRevision(reader, ids, dataVersion);
    const answered = outcomes.find(({ rule }) => rule === RULE);
    return {
      outcome: answered?.outcome,
      reason: answered?.reason,
      findings: findings
        .filter(({ rule }) => rule === RULE)
        .map(({ published, recomputed, citations }) => [published, recomputed, citations.length] as const),
    };
  }

  /** 2024 tells 1,200 with an increase of 200: a prior year of 1,000. */
  const later = (unitName: string): DisclosureText => ({ unitName, year: 2024, total: "1,200.00", priorChange: "200.00" });
  const earlier = (unitName: string, total: string): DisclosureText => ({
    unitName,
    year: 2023,
    total,
    basic: total,
    project: "0.00",
    priorChange: "0.00",
  });

  it("answers the same whichever document comes first", async () => {
    await publish(earlier("甲市司法局", "900.00"));
    await publish(later("甲市司法局"));
    await publish(later("乙市司法局"));
    expect((await tell("乙市司法局", 2024, await currentVersion())).outcome).toBe("NOT_CHECKABLE");
    await publish(earlier("乙市司法局", "900.00"));
    const now = await currentVersion();
    const told = await tell("乙市司法局", 2024, now);
    expect(told).toEqual(await tell("甲市司法局", 2024, now));
    expect(told.outcome).toBe("FAIL");
    expect(told.findings).toContainEqual([1_000_000_000, 900_000_000, 1]);
  });

  it("asks again when the other is corrected or withdrawn, and still tells what stood before", async () => {
    const name = "丙市司法局";
    await publish(later(name));
    const alone = await currentVersion();
    await publish(earlier(name, "900.00"));
    const wrong = await currentVersion();
    const { saved } = await publish(earlier(name, "1,000.00"));
    const right = await currentVersion();
    expect(await tell(name, 2024, right)).toEqual({ outcome: "PASS", reason: null, findings: [] });
    await withdrawRevision(database, saved.revisionId, checkRelated);
    expect(await tell(name, 2024, await currentVersion())).toEqual({ outcome: "NOT_CHECKABLE", reason: "NOT_PUBLISHED", findings: [] });
    expect(await tell(name, 2024, alone)).toEqual({ outcome: "NOT_CHECKABLE", reason: "NOT_PUBLISHED", findings: [] });
    expect((await tell(name, 2024, wrong)).outcome).toBe("FAIL");
    expect((await tell(name, 2024, wrong)).findings.length).toBeGreaterThan(0);
    expect(await tell(name, 2024, right)).toEqual({ outcome: "PASS", reason: null, findings: [] });
  });

  it("tells what was last found of a revision that has been superseded", async () => {
    const name = "丁市司法局";
    const { saved: first } = await publish(later(name));
    await publish(earlier(name, "900.00"));
    const found = await tell(name, 2024, await currentVersion());
    await publish({ ...later(name), basic: "600.00", project: "600.00" });
    await publish(earlier(name, "1,000.00"));
    const superseded = await findFindingsByRevision(reader, [first.revisionId], await currentVersion());
    expect(superseded.filter(({ rule }) => rule === RULE)).toHaveLength(found.findings.length);
    expect(found.findings.length).toBeGreaterThan(0);
  });

  it("counts what is found and passed anew, for comparisons", async () => {
    const name = "壬市财政局";
    const { saved } = await publish(later(name));
    const counted = async () => {
      const rows = await database.query<{ measure: number; value: number }[]>(
        "SELECT measure_id AS measure, value FROM figure WHERE revision_id = ? AND measure_id BETWEEN 1401 AND 1407 AND measure_id <> 1404",
        [saved.revisionId],
      );
      return new Map(rows.map(({ measure, value }) => [Number(measure), Number(value)]));
    };
    const answered = async () => {
      const version = await currentVersion();
      const outcomes = await findOutcomesByRevision(reader, [saved.revisionId], version);
      const findings = await findFindingsByRevision(reader, [saved.revisionId], version);
      const of = (outcome: string) => outcomes.filter((one) => one.outcome === outcome).length;
      const as = (severity: string) => findings.filter((one) => one.severity === severity).length;
      return new Map([
        ...[of("PASS"), of("FAIL"), of("NOT_CHECKABLE")].map((value, at): [number, number] => [1401 + at, value]),
        ...[as("ERROR"), as("WARNING"), as("INFO")].map((value, at): [number, number] => [1405 + at, value]),
      ]);
    };
    const alone = await counted();
    expect(alone).toEqual(await answered());
    await publish(earlier(name, "900.00"));
    const wrong = await counted();
    expect(wrong).toEqual(await answered());
    expect([wrong.get(1402), wrong.get(1406)]).not.toEqual([alone.get(1402), alone.get(1406)]);
    await publish(earlier(name, "1,000.00"));
    expect(await counted()).toEqual(await answered());
    expect((await counted()).get(1402)).toBe(alone.get(1402));
  });

  describe("follow the history of units", () => {
    const changer = { actor: "test", admit: () => undefined };
    const record = (predecessors: string[], successor: string, form: "RENAME" | "MERGER" | "SPLIT") =>
      recordMerger(database, { predecessors, successor, year: 2024, form, source: null }, checkRelated, changer);
    const now = async (unitName: string): Promise<Told> => tell(unitName, 2024, await currentVersion());

    it("to what a renamed unit published under its former name, from the day on which that is recorded", async () => {
      await publish(earlier("戊市司法局", "900.00"));
      await publish(later("戊市法治局"));
      const before = await currentVersion();
      expect(await now("戊市法治局")).toEqual({ outcome: "NOT_CHECKABLE", reason: "NOT_PUBLISHED", findings: [] });
      await record(["戊市司法局"], "戊市法治局", "RENAME");
      expect((await now("戊市法治局")).findings).toContainEqual([1_000_000_000, 900_000_000, 1]);
      expect((await tell("戊市法治局", 2024, before)).outcome).toBe("NOT_CHECKABLE");
      await publish(earlier("戊市司法局", "1,000.00"));
      expect(await now("戊市法治局")).toEqual({ outcome: "PASS", reason: null, findings: [] });
    });

    it("to the sum of those that were merged, once all of them are there", async () => {
      await publish(earlier("己市司法局", "600.00"));
      const { saved } = await importDocument(
        database,
        { fileName: "disclosure.txt", bytes: disclosureText(earlier("己市法制局", "400.00")) },
        { publish: false },
      );
      await publish(later("己市法治局"));
      await record(["己市司法局", "己市法制局"], "己市法治局", "MERGER");
      expect(await now("己市法治局")).toEqual({ outcome: "NOT_CHECKABLE", reason: "PREDECESSOR_NOT_PUBLISHED", findings: [] });
      await publishRevision(database, saved.revisionId, checkRelated);
      expect(await now("己市法治局")).toEqual({ outcome: "PASS", reason: null, findings: [] });
      await publish(earlier("己市法制局", "300.00"));
      expect((await now("己市法治局")).findings).toContainEqual([1_000_000_000, 900_000_000, 1]);
    });

    it("to a unit that took others in and to them, together", async () => {
      await publish(earlier("庚市司法局", "700.00"));
      await publish(later("庚市司法局"));
      expect((await now("庚市司法局")).outcome).toBe("FAIL");
      await publish(earlier("庚市普法中心", "300.00"));
      await record(["庚市普法中心"], "庚市司法局", "MERGER");
      expect(await now("庚市司法局")).toEqual({ outcome: "PASS", reason: null, findings: [] });
    });

    it("and tell nothing of what came out of a split", async () => {
      await publish(earlier("辛市司法局", "900.00"));
      await publish(later("辛市法治局"));
      await record(["辛市司法局"], "辛市法治局", "SPLIT");
      expect(await now("辛市法治局")).toEqual({ outcome: "NOT_CHECKABLE", reason: "SPLIT", findings: [] });
    });
  });

  it.each([
    ["department first", [0, 1], true],
    ["unit first", [1, 0], true],
    ["both, and then the unit came under it", [0, 1], false],
  ])("holds a department against its units: %s", async (order, places, parentFirst) => {
    const text = (unitName: string, total: string): DisclosureText => ({
      unitName,
      total,
      basic: total,
      project: "0.00",
      priorChange: "0.00",
    });
    const [name, part] = [`${order}市财政局`, `${order}市财政监督中心`];
    const texts = [text(`${name}（汇总）`, "100.00"), text(part, "120.00")];
    const enter = () => upsertUnit(database, { name: part, parent: name }, checkRelated, { actor: "test", admit: () => undefined });
    const drafts = await Promise.all(
      texts.map((one) => importDocument(database, { fileName: "disclosure.txt", bytes: disclosureText(one) }, { publish: false })),
    );
    if (parentFirst) await enter();
    for (const place of places) await publish(texts[place] ?? {});
    if (!parentFirst) await enter();
    const findings = await findFindingsByRevision(reader, [drafts[0]?.saved.revisionId ?? 0], await currentVersion());
    expect(
      findings.filter(({ rule }) => rule === "DEPARTMENT_EQ_SUM_OF_UNITS").map(({ published, recomputed }) => [published, recomputed]),
    ).toContainEqual([100_000_000, 120_000_000]);
  });
});
