import { In, IsNull, Not } from "typeorm";
import type { EntityManager } from "typeorm";
import { groupBy } from "../lib/group-by";
import { invariant } from "../lib/invariant";
import type { Reading } from "../model/disclosure";
import { DISCLOSURE_KINDS, disclosureKindById, scopeById, SCOPES } from "../model/disclosure-kind";
import type { Span } from "../model/extracted-document";
import { figureKey } from "../model/figure";
import { figureStatusById } from "../model/figure-status";
import type { CheckOutcome, Finding } from "../model/finding";
import { measureById } from "../model/measures";
import type { CheckRelated, OwnFigures, RelatedDisclosures, RelatedFigure, RelatedFigures } from "../model/related-disclosures";
import type { SectionKind } from "../model/section-kind";
import { stageById } from "../model/stage";
import type { StatutoryTableKind } from "../model/statutory-table-kind";
import { NEVER } from "./columns";
import { CrossOutcomeRow } from "./entities/cross-outcome.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import { FindingRow } from "./entities/finding.entity";
import { MemberUnitRow } from "./entities/member-unit.entity";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { UnitRow } from "./entities/unit.entity";
import { insertRows } from "./insert-rows";

/** What names a disclosure. */
type Address = Pick<DisclosureRow, "unitId" | "fiscalYear" | "kind" | "scope">;

/** A disclosure with its published revision. */
type Published = DisclosureRow & { readonly currentRevisionId: number };

const FINAL_ACCOUNTS = DISCLOSURE_KINDS.FINAL_ACCOUNTS.id;
const BUDGET = DISCLOSURE_KINDS.BUDGET.id;

/**
 * Asks the rules that need other documents again, of a disclosure whose published revision has changed and of every published one that is
 * held against it. What they answered before ends with the data version, and what they answer now begins with it: `asOf` reads either.
 */
export async function recheckRelated(
  manager: EntityManager,
  changed: Address,
  dataVersion: number,
  checkRelated: CheckRelated,
): Promise<void> {
  for (const published of await findPublished(manager, [changed, ...(await dependentsOf(manager, changed))])) {
    const { own, stored } = await readOwn(manager, published);
    const related = await readRelated(manager, published);
    await replaceAnswers(manager, published, stored, dataVersion, checkRelated(own, related));
  }
}

/** The disclosures that are held against this one: of the next year, of the same year's other kind, and of the department above. */
async function dependentsOf(manager: EntityManager, { unitId, fiscalYear, kind, scope }: Address): Promise<Address[]> {
  const { parentId } = await manager.findOneByOrFail(UnitRow, { id: unitId });
  return [
    { unitId, fiscalYear: fiscalYear + 1, kind, scope },
    ...(kind === FINAL_ACCOUNTS ? [{ unitId, fiscalYear: fiscalYear + 1, kind: BUDGET, scope }] : []),
    ...(kind === BUDGET ? [{ unitId, fiscalYear, kind: FINAL_ACCOUNTS, scope }] : []),
    ...(scope === SCOPES.UNIT.id ? [{ unitId, fiscalYear, kind, scope: SCOPES.DEPARTMENT.id }] : []),
    ...(parentId === null ? [] : [{ unitId: parentId, fiscalYear, kind, scope: SCOPES.DEPARTMENT.id }]),
  ];
}

async function findPublished(manager: EntityManager, addresses: readonly Address[]): Promise<Published[]> {
  const where = addresses.map(({ unitId, fiscalYear, kind, scope }) => ({ unitId, fiscalYear, kind, scope }));
  const found = where.length === 0 ? [] : await manager.findBy(DisclosureRow, where);
  return found.filter((row): row is Published => row.currentRevisionId !== null);
}

async function readRelated(manager: EntityManager, { unitId, fiscalYear, kind, scope }: Published): Promise<RelatedDisclosures> {
  const read = async (address: Address): Promise<RelatedFigures | undefined> => {
    const [published] = await findPublished(manager, [address]);
    return published && readFigures(manager, published);
  };
  const before = fiscalYear - 1;
  return {
    priorYear: await read({ unitId, fiscalYear: before, kind, scope }),
    priorFinalAccounts: kind === BUDGET ? await read({ unitId, fiscalYear: before, kind: FINAL_ACCOUNTS, scope }) : undefined,
    sameYearBudget: kind === FINAL_ACCOUNTS ? await read({ unitId, fiscalYear, kind: BUDGET, scope }) : undefined,
    memberUnits: scope === SCOPES.DEPARTMENT.id ? await readMembers(manager, { unitId, fiscalYear, kind }) : [],
  };
}

/** The department's own disclosure as a unit, and one of each unit below it: of its department, where it publishes both. */
async function readMembers(manager: EntityManager, { unitId, fiscalYear, kind }: Omit<Address, "scope">): Promise<RelatedFigures[]> {
  const below = await manager.findBy(UnitRow, { parentId: unitId });
  const found = await manager.findBy(DisclosureRow, [
    { unitId, fiscalYear, kind, scope: SCOPES.UNIT.id, currentRevisionId: Not(IsNull()) },
    { unitId: In(below.map(({ id }) => id)), fiscalYear, kind, currentRevisionId: Not(IsNull()) },
  ]);
  const members: RelatedFigures[] = [];
  for (const [, disclosures] of groupBy(found as Published[], (row) => row.unitId)) {
    const chosen = disclosures.find(({ scope }) => scope === SCOPES.DEPARTMENT.id) ?? disclosures[0];
    if (chosen) members.push(await readFigures(manager, chosen));
  }
  return members;
}

async function headerOf(manager: EntityManager, { unitId, fiscalYear, kind, scope }: Address): Promise<RelatedFigures["header"]> {
  const { name } = await manager.findOneByOrFail(UnitRow, { id: unitId });
  return { unitName: name, year: fiscalYear, kind: known(disclosureKindById(kind)), scope: known(scopeById(scope)) };
}

function known<Value>(value: Value | undefined): Value {
  invariant(value !== undefined, "a stored id stands for a word of the catalogue");
  return value;
}

interface StoredNumber {
  readonly measureId: number;
  readonly subject: string | null;
  readonly stage: number;
  readonly value: number | string | null;
  readonly step: number | string;
}

/** Stored steps are ten-thousandths of a base unit. */
const stepOf = (step: number | string): number => Number(step) / 10_000;

const addressOf = ({ measureId, subject, stage }: Pick<StoredNumber, "measureId" | "subject" | "stage">) => ({
  measure: known(measureById(Number(measureId))),
  stage: known(stageById(Number(stage))),
  ...(subject === null ? {} : { subject }),
});

/** The printed figures of a published disclosure. */
async function readFigures(manager: EntityManager, published: Published): Promise<RelatedFigures> {
  const rows: StoredNumber[] = await manager.query(
    "SELECT f.measure_id AS measureId, s.code AS subject, f.stage, f.value, r.step FROM figure f " +
      "JOIN reading r ON r.revision_id = f.revision_id AND r.seq = f.reading LEFT JOIN budget_subject s ON s.id = f.subject_id " +
      "WHERE f.revision_id = ? AND f.derived = 0 AND f.value IS NOT NULL",
    [published.currentRevisionId],
  );
  const figures = new Map<string, RelatedFigure>(
    rows.map((row) => [figureKey(addressOf(row)), { value: Number(row.value), step: stepOf(row.step) }]),
  );
  return {
    header: await headerOf(manager, published),
    figure: ({ measure, subject, stage }) => figures.get(figureKey({ measure, stage, ...(subject === undefined ? {} : { subject }) })),
  };
}

interface StoredReading extends StoredNumber {
  readonly status: number;
  readonly printed: string;
  readonly text: string;
  readonly origin: Reading["origin"];
  readonly section: SectionKind;
  readonly sectionTitle: string;
  readonly tableKind: StatutoryTableKind | null;
  readonly derivation: NonNullable<Reading["derivation"]> | null;
  readonly blockIndex: number;
  readonly rowIndex: number | null;
  readonly cellIndex: number | null;
  readonly startOffset: number;
  readonly endOffset: number;
}

const spanOf = ({ blockIndex, rowIndex, cellIndex, startOffset, endOffset }: StoredReading): Span => ({
  block: blockIndex,
  ...(rowIndex === null ? {} : { row: rowIndex }),
  ...(cellIndex === null ? {} : { cell: cellIndex }),
  start: startOffset,
  end: endOffset,
});

const readingOf = (stored: StoredReading): Reading => ({
  ...addressOf(stored),
  status: known(figureStatusById(Number(stored.status))),
  value: stored.value === null ? null : Number(stored.value),
  step: stepOf(stored.step),
  printed: stored.printed,
  origin: stored.origin,
  section: stored.section,
  ...(stored.tableKind === null ? {} : { table: stored.tableKind }),
  ...(stored.derivation === null ? {} : { derivation: stored.derivation }),
  citation: spanOf(stored),
});

/** What a published revision itself tells, as the rules ask for it, and as it is stored. */
async function readOwn(manager: EntityManager, published: Published): Promise<{ own: OwnFigures; stored: readonly StoredReading[] }> {
  const revisionId = published.currentRevisionId;
  const revision = await manager.findOneByOrFail(DisclosureRevisionRow, { id: revisionId });
  const members = await manager.find(MemberUnitRow, { where: { revisionId }, order: { seq: "ASC" } });
  const stored: StoredReading[] = await manager.query(
    "SELECT r.measure_id AS measureId, s.code AS subject, r.stage, r.value, r.step, r.status, r.printed, r.text, r.origin, r.section, " +
      "r.section_title AS sectionTitle, r.table_kind AS tableKind, r.derivation, r.block_index AS blockIndex, r.row_index AS rowIndex, " +
      "r.cell_index AS cellIndex, r.start_offset AS startOffset, r.end_offset AS endOffset " +
      "FROM reading r LEFT JOIN budget_subject s ON s.id = r.subject_id WHERE r.revision_id = ? ORDER BY r.seq",
    [revisionId],
  );
  const own: OwnFigures = {
    header: { ...(await headerOf(manager, published)), unitNamePrinted: revision.unitNamePrinted, citations: [] },
    profile: {
      offices: [],
      memberUnits: members.map(({ name, note }) => ({ name, ...(note === null ? {} : { note }), citation: NOWHERE })),
      ...(revision.memberUnitCount === null ? {} : { memberUnitCount: revision.memberUnitCount }),
      citations: [],
    },
    readings: stored.map(readingOf),
  };
  return { own, stored };
}

/** Where the list of units stands is not stored: what is found there was found, with its place, when the document was read. */
const NOWHERE: Span = { block: -1, start: 0, end: 0 };

/** Two findings are the same if they say the same, wherever it is cited. */
const saidBy = ({ rule, published, recomputed, tolerance, figures, detail }: Finding): string =>
  JSON.stringify([rule, published, recomputed, tolerance, figures, detail]);

const saidByRow = ({ rule, published, recomputed, tolerance, figures, detail }: FindingRow): string =>
  JSON.stringify([rule, published, recomputed, tolerance, JSON.parse(figures), JSON.parse(detail)]);

async function replaceAnswers(
  manager: EntityManager,
  { unitId, fiscalYear, currentRevisionId: revisionId }: Published,
  stored: readonly StoredReading[],
  dataVersion: number,
  { findings, outcomes }: ReturnType<CheckRelated>,
): Promise<void> {
  const rows = await manager.findBy(FindingRow, { revisionId });
  const standing = rows.filter(({ rule, visibleTo }) => outcomes.has(rule) && visibleTo === NEVER);
  const said = new Set(findings.map(saidBy));
  const ended = standing.filter((row) => !said.has(saidByRow(row))).map(({ seq }) => seq);
  if (ended.length > 0) await manager.update(FindingRow, { revisionId, seq: In(ended) }, { visibleTo: dataVersion });
  const before = new Set(standing.map(saidByRow));
  const nextSeq = Math.max(-1, ...rows.map(({ seq }) => seq)) + 1;
  const citationOf = new Map(stored.map((row) => [JSON.stringify(spanOf(row)), { section: row.sectionTitle, text: row.text }]));
  const added = findings.filter((finding) => !before.has(saidBy(finding)));
  await insertRows(
    manager,
    FindingRow,
    added.map((finding, index) => ({
      revisionId,
      unitId,
      fiscalYear,
      seq: nextSeq + index,
      rule: finding.rule,
      severity: finding.severity,
      valueKind: finding.valueKind,
      published: finding.published,
      recomputed: finding.recomputed,
      tolerance: finding.tolerance,
      project: null,
      indicator: null,
      detail: JSON.stringify(finding.detail),
      figures: JSON.stringify(finding.figures),
      citations: JSON.stringify(
        finding.citations.flatMap((span) => {
          const cited = citationOf.get(JSON.stringify(span));
          return cited ? [{ span, ...cited }] : [];
        }),
      ),
      visibleFrom: dataVersion,
      visibleTo: NEVER,
    })),
  );
  await replaceOutcomes(manager, revisionId, dataVersion, outcomes);
}

async function replaceOutcomes(
  manager: EntityManager,
  revisionId: number,
  dataVersion: number,
  outcomes: ReadonlyMap<string, CheckOutcome>,
): Promise<void> {
  const standing = await manager.findBy(CrossOutcomeRow, { revisionId, visibleTo: NEVER });
  const before = new Map(standing.map(({ rule, outcome }) => [rule, outcome]));
  const changed = [...outcomes].filter(([rule, outcome]) => before.get(rule) !== outcome);
  const ended = changed.map(([rule]) => rule).filter((rule) => before.has(rule));
  if (ended.length > 0)
    await manager.update(CrossOutcomeRow, { revisionId, rule: In(ended), visibleTo: NEVER }, { visibleTo: dataVersion });
  await insertRows(
    manager,
    CrossOutcomeRow,
    changed.map(([rule, outcome]) => ({ revisionId, rule, outcome, visibleFrom: dataVersion, visibleTo: NEVER })),
  );
}
