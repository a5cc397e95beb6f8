import type { EntityManager } from "typeorm";
import type { DisclosureKind, Scope } from "../../src/model/disclosure-kind";
import { DISCLOSURE_KINDS, SCOPES } from "../../src/model/disclosure-kind";
import type { FigureStatus } from "../../src/model/figure-status";
import { FIGURE_STATUSES } from "../../src/model/figure-status";
import type { MeasureCode } from "../../src/model/measures";
import { MEASURES } from "../../src/model/measures";
import type { Stage } from "../../src/model/stage";
import { STAGES } from "../../src/model/stage";
import { listedUnitKey, normaliseUnitName } from "../../src/model/unit-name";
import { NEVER } from "../../src/store/columns";
import { BudgetSubjectRow } from "../../src/store/entities/budget-subject.entity";
import { DataVersionRow } from "../../src/store/entities/data-version.entity";
import { DisclosureRevisionRow } from "../../src/store/entities/disclosure-revision.entity";
import { DisclosureRow } from "../../src/store/entities/disclosure.entity";
import { FigureRow } from "../../src/store/entities/figure.entity";
import { HubStateRow } from "../../src/store/entities/hub-state.entity";
import { MemberUnitRow } from "../../src/store/entities/member-unit.entity";
import { PriceIndexRow } from "../../src/store/entities/price-index.entity";
import { ReadingRow } from "../../src/store/entities/reading.entity";
import { RegionRow } from "../../src/store/entities/region.entity";
import { UnitAliasRow } from "../../src/store/entities/unit-alias.entity";
import { UnitFactorRow } from "../../src/store/entities/unit-factor.entity";
import { UnitLineageRow } from "../../src/store/entities/unit-lineage.entity";
import { UnitRow } from "../../src/store/entities/unit.entity";
import { insertRows } from "../../src/store/insert-rows";
import type { Database } from "../../src/store/open-database";

/** Published figures written down as facts, straight into the tables: the small world of a comparison test. */
export interface ComparisonWorld {
  readonly regions?: readonly { code: string; name: string; parent?: string; level?: string }[];
  readonly subjects?: readonly { code: string; name: string; level: "CLASS" | "SECTION" | "ITEM"; parent?: string; kind?: string }[];
  readonly units: readonly UnitFacts[];
  readonly figures: readonly FigureFact[];
  readonly factors?: readonly { unit: string; year: number; factor: "STAFF" | "POPULATION"; value: number }[];
  readonly prices?: Readonly<Record<number, number>>;
  readonly lineage?: readonly { from: string; to: string; year: number; form?: "RENAME" | "MERGER" | "SPLIT" }[];
  /** 纳入汇总范围的单位, as the DEPARTMENT disclosures of a unit print them; of the revision from a data version, or of all. */
  readonly lists?: readonly {
    readonly unit: string;
    readonly year: number;
    readonly kind?: DisclosureKind;
    readonly from?: number;
    readonly names: readonly string[];
  }[];
  /** The current data version; 1 by itself. */
  readonly version?: number;
  readonly versionsAt?: Readonly<Record<number, string>>;
}

export interface UnitFacts {
  readonly code: string;
  readonly name?: string;
  readonly region?: string;
  readonly level?: string;
  readonly nature?: string;
  readonly parent?: string;
  readonly aliases?: readonly string[];
  readonly active?: readonly [number | null, number | null];
}

export interface FigureFact {
  readonly unit: string;
  readonly year: number;
  readonly measure: MeasureCode;
  readonly subject?: string;
  readonly stage?: Stage;
  readonly kind?: DisclosureKind;
  readonly scope?: Scope;
  /** Base units; null with a status that is not REPORTED. */
  readonly value: number | null;
  readonly status?: FigureStatus;
  readonly derived?: boolean;
  /** Data versions from (inclusive) and to (exclusive). */
  readonly from?: number;
  readonly to?: number;
}

/** @param options.withReadings false where no citation is asked for: they are half of the writing. */
export async function writeComparisonWorld(
  database: Database,
  world: ComparisonWorld,
  options: { readonly withReadings: boolean } = { withReadings: true },
): Promise<void> {
  const { manager } = database;
  const unitIds = new Map(world.units.map(({ code }, index) => [code, index + 1]));
  const unitId = (code: string): number => {
    const id = unitIds.get(code);
    if (id === undefined) throw new Error(`The world has no unit ${code}`);
    return id;
  };
  const version = world.version ?? 1;
  await manager.save(HubStateRow, { id: 1, dataVersion: version, updatedAt: "2026-01-01T00:00:00.000Z" });
  const versions = Object.entries(world.versionsAt ?? { 1: "2026-01-01T00:00:00.000Z" });
  await insertRows(
    manager,
    DataVersionRow,
    versions.map(([one, at]) => ({ version: Number(one), at, event: "PUBLISH", revisionId: null, note: null })),
  );
  for (const { code, name, parent, level } of world.regions ?? []) {
    await manager.upsert(RegionRow, { code, name, level: level ?? "COUNTY", parentCode: parent ?? null }, ["code"]);
  }
  await insertRows(
    manager,
    UnitRow,
    world.units.map((unit) => ({
      id: unitId(unit.code),
      code: unit.code,
      name: unit.name ?? unit.code,
      nameKey: normaliseUnitName(unit.name ?? unit.code),
      regionCode: unit.region ?? null,
      level: unit.level ?? null,
      nature: unit.nature ?? null,
      natureText: null,
      parentId: unit.parent === undefined ? null : unitId(unit.parent),
      activeFrom: unit.active?.[0] ?? null,
      activeTo: unit.active?.[1] ?? null,
      draftOnly: null,
    })),
  );
  const aliases = world.units.flatMap(({ code, aliases: names = [] }) =>
    names.map((name) => ({ nameKey: normaliseUnitName(name), unitId: unitId(code), name })),
  );
  await insertRows(manager, UnitAliasRow, aliases);
  for (const { code, name, level, parent, kind } of world.subjects ?? []) {
    const parentId = parent === undefined ? null : Number(parent);
    const row = { id: Number(code), code, name, kind: kind ?? "FUNCTIONAL", level, parentId, fromYear: null, toYear: null, origin: "test" };
    await manager.upsert(BudgetSubjectRow, row, ["id"]);
  }
  await writeFigures(database, world, unitId, options.withReadings);
  const factors = (world.factors ?? []).map(({ unit, year, factor, value }) => ({
    unitId: unitId(unit),
    fiscalYear: year,
    factor,
    value,
    source: "test",
  }));
  await insertRows(manager, UnitFactorRow, factors);
  const prices = Object.entries(world.prices ?? {}).map(([year, value]) => ({ fiscalYear: Number(year), value, source: "test" }));
  await insertRows(manager, PriceIndexRow, prices);
  const lineage = (world.lineage ?? []).map(({ from, to, year, form }) => ({
    predecessorId: unitId(from),
    successorId: unitId(to),
    fiscalYear: year,
    form: form ?? "RENAME",
    source: null,
  }));
  await insertRows(manager, UnitLineageRow, lineage);
}

async function writeFigures(
  database: Database,
  { figures, lists = [] }: ComparisonWorld,
  unitId: (code: string) => number,
  withReadings: boolean,
): Promise<void> {
  const { manager } = database;
  const revisions = new Map<string, DisclosureRevisionRow>();
  const disclosures = new Map<string, DisclosureRow>();
  const rows: FigureRow[] = [];
  const readings: ReadingRow[] = [];
  const seqs = new Map<number, number>();
  for (const fact of figures) {
    const kind = DISCLOSURE_KINDS[fact.kind ?? "FINAL_ACCOUNTS"].id;
    const scope = SCOPES[fact.scope ?? "UNIT"].id;
    const [visibleFrom, visibleTo] = [fact.from ?? 1, fact.to ?? NEVER];
    const address = { unitId: unitId(fact.unit), fiscalYear: fact.year, kind, scope };
    const disclosureKey = Object.values(address).join("|");
    const disclosure = disclosures.get(disclosureKey) ?? { id: disclosures.size + 1, ...address, currentRevisionId: null };
    disclosures.set(disclosureKey, disclosure);
    const key = `${disclosureKey}|${visibleFrom}`;
    const revision = revisions.get(key) ?? revisionRow(revisions.size + 1, disclosure, visibleFrom, visibleTo);
    revisions.set(key, revision);
    const seq = seqs.get(revision.id) ?? 0;
    seqs.set(revision.id, seq + 1);
    const identity = {
      revisionId: revision.id,
      measureId: MEASURES[fact.measure].id,
      subjectId: fact.subject === undefined ? 0 : Number(fact.subject),
      stage: STAGES[fact.stage ?? "FINAL"].id,
      value: fact.value,
      status: FIGURE_STATUSES[fact.status ?? (fact.value === null ? "NOT_DISCLOSED" : "REPORTED")].id,
    };
    rows.push({ ...identity, ...address, derived: fact.derived ? 1 : 0, reading: seq, visibleFrom, visibleTo });
    if (withReadings) readings.push(readingRow(identity, seq, `${fact.measure} ${fact.year}`));
  }
  await insertRows(manager, DisclosureRow, [...disclosures.values()]);
  await insertRows(manager, DisclosureRevisionRow, [...revisions.values()]);
  const members = lists.flatMap(({ unit, year, kind, from, names }) =>
    [...revisions.values()]
      .filter(
        (row) =>
          row.unitId === unitId(unit) &&
          row.fiscalYear === year &&
          row.kind === DISCLOSURE_KINDS[kind ?? "FINAL_ACCOUNTS"].id &&
          row.scope === SCOPES.DEPARTMENT.id &&
          (from === undefined || row.visibleFrom === from),
      )
      .flatMap(({ id: revisionId }) =>
        names.map((name, seq) => ({ revisionId, seq, name, nameKey: listedUnitKey(name), nature: null, note: null })),
      ),
  );
  await insertRows(manager, MemberUnitRow, members);
  await insertPlainRows(manager, FigureRow, rows);
  await insertPlainRows(manager, ReadingRow, readings);
}

/** Rows without anything that TypeORM would do to them, many at a time: a world has thousands. */
async function insertPlainRows<T extends object>(manager: EntityManager, entity: new () => T, rows: readonly T[]): Promise<void> {
  const { columns, tableName } = manager.connection.getMetadata(entity);
  const names = columns.map(({ databaseName }) => databaseName).join(", ");
  const marks = `(${columns.map(() => "?").join(", ")})`;
  for (let from = 0; from < rows.length; from += 1000) {
    const part = rows.slice(from, from + 1000);
    const values = part.flatMap((row) => columns.map(({ propertyName }) => (row as Record<string, unknown>)[propertyName]));
    await manager.query(`INSERT INTO ${tableName} (${names}) VALUES ${part.map(() => marks).join(", ")}`, values);
  }
}

function revisionRow(id: number, disclosure: DisclosureRow, visibleFrom: number, visibleTo: number): DisclosureRevisionRow {
  const { unitId, fiscalYear, kind, scope } = disclosure;
  return {
    id,
    disclosureId: disclosure.id,
    revision: id,
    documentId: 1,
    extractionId: 1,
    unitId,
    fiscalYear,
    kind,
    scope,
    status: "PUBLISHED",
    fingerprint: String(id),
    visibleFrom,
    visibleTo,
    note: null,
    unitNamePrinted: "",
    head: null,
    financeLead: null,
    preparer: null,
    reportedOn: null,
    contact: null,
    phone: null,
    officeCount: null,
    memberUnitCount: null,
    numbersPrinted: 0,
    numbersCited: 0,
    importedAt: "2026-01-01T00:00:00.000Z",
    publishedAt: null,
    unitNature: null,
  };
}

function readingRow(
  identity: Pick<ReadingRow, "revisionId" | "measureId" | "subjectId" | "stage" | "value" | "status">,
  seq: number,
  text: string,
): ReadingRow {
  const nowhere = { blockIndex: 1, rowIndex: null, cellIndex: null, startOffset: null, endOffset: null };
  return {
    ...identity,
    seq,
    ...({ step: 1 } as Partial<ReadingRow>),
    printed: String(identity.value),
    text,
    origin: "TABLE",
    section: "TOTALS",
    sectionTitle: "收支总体情况",
    tableKind: "TOTALS",
    derivation: null,
    reason: null,
    ...nowhere,
  } as ReadingRow;
}

/** Takes the facts of a world out again; regions and subjects stay. */
export async function clearComparisonWorld({ manager }: Database): Promise<void> {
  const rows = [
    UnitRow,
    UnitAliasRow,
    UnitFactorRow,
    UnitLineageRow,
    PriceIndexRow,
    DisclosureRow,
    DisclosureRevisionRow,
    MemberUnitRow,
    FigureRow,
    ReadingRow,
    DataVersionRow,
  ];
  for (const entity of rows) await manager.createQueryBuilder().delete().from(entity).execute();
}
