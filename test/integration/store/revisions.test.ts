import { checkRelated } from "../../../src/check/check-related";
import { importDocument, readDocument } from "../../../src/ingest/import-document";
import { DataVersionRow } from "../../../src/store/entities/data-version.entity";
import { DisclosureRevisionRow } from "../../../src/store/entities/disclosure-revision.entity";
import { DisclosureRow } from "../../../src/store/entities/disclosure.entity";
import { FigureRow } from "../../../src/store/entities/figure.entity";
import { UnitRow } from "../../../src/store/entities/unit.entity";
import { findSchemaDrift, migrate, undoLastMigration } from "../../../src/store/migrate";
import type { Database } from "../../../src/store/open-database";
import { openDatabase } from "../../../src/store/open-database";
import { PublishConflictError, publishRevision, withdrawRevision } from "../../../src/store/publish-revision";
import { saveDisclosure } from "../../../src/store/save-disclosure";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import type { DisclosureText } from "../../support/disclosure-text";

const EXPENDITURE_TOTAL = 102;
const FINAL = 3;

describe.each(testEngines())("revisions on %s", (engine) => {
  let home: TestDatabase;
  let database: Database;

  beforeAll(async () => {
    home = await createTestDatabase(engine);
    database = await openDatabase(home);
    await migrate(database);
  });

  afterAll(async () => {
    await database.destroy();
    await home.drop();
  });

  const importText = (text: DisclosureText, publish = false) =>
    importDocument(database, { fileName: "disclosure.txt", bytes: disclosureText(text) }, { publish });

  const totalAt = async (unitName: string, dataVersion: number): Promise<number[]> => {
    const { id } = await database.manager.findOneByOrFail(UnitRow, { name: unitName });
    const rows = (await database.query(
      "SELECT value FROM figure WHERE unit_id = ? AND measure_id = ? AND stage = ? AND subject_id = 0 AND visible_from <= ? AND visible_to > ?",
      [id, EXPENDITURE_TOTAL, FINAL, dataVersion, dataVersion],
    )) as { value: number }[];
    return rows.map(({ value }) => Number(value));
  };

  it("keeps the figures exactly, to the 分", async () => {
    const { saved } = await importText({ unitName: "甲市财政局（本级）", total: "28,861.938591" });
    const figures = await database.manager.findBy(FigureRow, { revisionId: saved.revisionId, measureId: EXPENDITURE_TOTAL, stage: FINAL });
    expect(figures.map(({ value, derived }) => ({ value, derived }))).toEqual([{ value: 28_861_938_591, derived: 0 }]);
  });

  it("says that a file imported again is unchanged, and writes nothing", async () => {
    const first = await importText({ unitName: "乙市财政局（本级）" });
    const rowsBefore = await database.manager.count(FigureRow);
    const again = await importText({ unitName: "乙市财政局（本级）" });
    expect(again.saved).toEqual({ ...first.saved, outcome: "UNCHANGED" });
    expect(await database.manager.count(FigureRow)).toBe(rowsBefore);
  });

  it("makes a new revision of a document that was corrected in words alone", async () => {
    const bytes = disclosureText({ unitName: "乙市审计局（本级）" });
    const take = async (given: Uint8Array) =>
      (await importDocument(database, { fileName: "disclosure.txt", bytes: given }, { publish: false })).saved;
    const first = await take(bytes);
    const second = await take(Buffer.concat([bytes, Buffer.from("\n以上内容已更正。\n")]));
    expect(second).toMatchObject({ outcome: "SAVED", revision: first.revision + 1 });
  });

  it("shows a draft to nobody, and a published revision from its data version on", async () => {
    const draft = await importText({ unitName: "丙市财政局（本级）", total: "100.00" });
    expect(await totalAt("丙市财政局", Number.MAX_SAFE_INTEGER - 1)).toEqual([]);
    const { dataVersion } = await publishRevision(database, draft.saved.revisionId, checkRelated);
    expect(await totalAt("丙市财政局", dataVersion)).toEqual([100_000_000]);
    expect(await totalAt("丙市财政局", dataVersion - 1)).toEqual([]);
  });

  it("supersedes a revision by its correction, and still answers as of before", async () => {
    const first = await importText({ unitName: "丁市财政局（本级）", total: "100.00" }, true);
    const before = await currentVersion();
    const second = await importText({ unitName: "丁市财政局（本级）", total: "120.00" }, true);
    const after = await currentVersion();
    expect(second.saved.revision).toBe(first.saved.revision + 1);
    expect(await totalAt("丁市财政局", before)).toEqual([100_000_000]);
    expect(await totalAt("丁市财政局", after)).toEqual([120_000_000]);
    const revisions = await database.manager.find(DisclosureRevisionRow, {
      where: { disclosureId: (await database.manager.findOneByOrFail(DisclosureRow, { currentRevisionId: second.saved.revisionId })).id },
      order: { revision: "ASC" },
    });
    expect(revisions.map(({ status }) => status)).toEqual(["SUPERSEDED", "PUBLISHED"]);
  });

  it("refuses to publish over a revision that the publisher has not seen", async () => {
    const first = await importText({ unitName: "戊市财政局（本级）", total: "100.00" }, true);
    const second = await importText({ unitName: "戊市财政局（本级）", total: "130.00" });
    const version = await currentVersion();
    await expect(publishRevision(database, second.saved.revisionId, checkRelated, { expected: null })).rejects.toThrow(
      PublishConflictError,
    );
    expect(await currentVersion()).toBe(version);
    await publishRevision(database, second.saved.revisionId, checkRelated, { expected: first.saved.revisionId });
    await expect(publishRevision(database, first.saved.revisionId, checkRelated)).rejects.toThrow("SUPERSEDED");
  });

  it("lets one of two publishers at once win", async () => {
    const first = await importText({ unitName: "己市财政局（本级）", total: "100.00" });
    const second = await importText({ unitName: "己市财政局（本级）", total: "110.00" });
    const results = await Promise.allSettled(
      [first, second].map(({ saved }) => publishRevision(database, saved.revisionId, checkRelated, { expected: null })),
    );
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(await totalAt("己市财政局", await currentVersion())).toHaveLength(1);
  });

  it("withdraws without deleting, and takes the document in again as a new revision", async () => {
    const { saved } = await importText({ unitName: "庚市财政局（本级）", total: "90.00" }, true);
    const before = await currentVersion();
    const { dataVersion } = await withdrawRevision(database, saved.revisionId, checkRelated, { note: "示例" });
    expect(await totalAt("庚市财政局", dataVersion)).toEqual([]);
    expect(await totalAt("庚市财政局", before)).toEqual([90_000_000]);
    const again = await importText({ unitName: "庚市财政局（本级）", total: "90.00" }, true);
    expect(again.saved).toMatchObject({ outcome: "SAVED", revision: 2 });
  });

  it("leaves no trace of a transaction that fails", async () => {
    const counts = async () => [await database.manager.count(UnitRow), await database.manager.count(DisclosureRevisionRow)];
    const before = await counts();
    // A subject that nobody observed breaks our own promise in the middle of the write, after unit and document.
    const { disclosure, checked, extracted } = await readDocument({
      fileName: "cut.txt",
      bytes: disclosureText({ unitName: "辛市财政局（本级）" }),
    });
    const readings = disclosure.readings.map((reading) => ({ ...reading, subject: "204:无人见过的科目" }));
    const imported = { sha256: "0".repeat(64), fileName: "cut.txt", byteLength: 1, extracted };
    await expect(saveDisclosure(database, imported, { ...disclosure, readings }, checked)).rejects.toThrow("无人见过的科目");
    expect(await counts()).toEqual(before);
  });

  it("numbers every published change by the data version, once each", async () => {
    const versions = await database.manager.find(DataVersionRow, { order: { version: "ASC" } });
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 1));
  });

  const currentVersion = async (): Promise<number> => {
    const [row] = (await database.query("SELECT data_version AS version FROM hub_state WHERE id = 1")) as { version: number }[];
    return Number(row?.version);
  };
});

describe.each(testEngines())("migrations on %s", (engine) => {
  it("agree with the entities, can be undone, run again and run at once by several instances", async () => {
    const home = await createTestDatabase(engine);
    const databases = [await openDatabase(home), await openDatabase(home)];
    const [database] = databases as [Database];
    try {
      if (engine === "sqlite") await migrate(database);
      else await Promise.all(databases.map(migrate));
      expect(await findSchemaDrift(database)).toEqual([]);
      const count = database.migrations.length;
      for (let left = count; left > 0; left -= 1) await undoLastMigration(database);
      expect(await tablesOf(database)).toEqual(["schema_migration"]);
      expect(await migrate(database)).toHaveLength(count);
      expect(await findSchemaDrift(database)).toEqual([]);
    } finally {
      for (const one of databases) await one.destroy();
      await home.drop();
    }
  });
});

async function tablesOf(database: Database): Promise<string[]> {
  const sql =
    database.options.type === "better-sqlite3"
      ? "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
      : "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE()";
  return ((await database.query(sql)) as { name: string }[]).map(({ name }) => name);
}
