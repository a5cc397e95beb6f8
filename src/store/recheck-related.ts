import { In, IsNull, Not } from "typeorm";
import type { EntityManager } from "typeorm";
import type { Reading } from "../model/disclosure";
import { DISCLOSURE_KINDS, SCOPES } from "../model/disclosure-kind";
import type { Span } from "../model/extracted-document";
import { figureStatusById } from "../model/figure-status";
import type { Finding } from "../model/finding";
import type { CheckRelated, OwnFigures, RelatedAnswers } from "../model/related-disclosures";
import type { SectionKind } from "../model/section-kind";
import type { StatutoryTableKind } from "../model/statutory-table-kind";
import { NEVER } from "./columns";
import { recountQuality } from "./count-quality";
import { CrossOutcomeRow } from "./entities/cross-outcome.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import { FindingRow } from "./entities/finding.entity";
import { MemberUnitRow } from "./entities/member-unit.entity";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { UnitRow } from "./entities/unit.entity";
import { insertRows } from "./insert-rows";
import { addressOf, findPublished, findSuccessors, headerOf, known, readRelated, stepOf } from "./read-related";
import type { Address, Published, StoredNumber } from "./read-related";

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
  const published = await findPublished(manager, [changed, ...(await dependentsOf(manager, changed))]);
  await recheckAll(manager, published, dataVersion, checkRelated);
}

/** Asks again of all that these units published and of all that those who took over from them did: their history (沿革) was recorded. */
export async function recheckSuccessors(
  manager: EntityManager,
  unitIds: readonly number[],
  dataVersion: number,
  checkRelated: CheckRelated,
): Promise<void> {
  const units = In(await findSuccessors(manager, unitIds));
  const published = await manager.findBy(DisclosureRow, { unitId: units, currentRevisionId: Not(IsNull()) });
  await recheckAll(manager, published as Published[], dataVersion, checkRelated);
}

/** Asks again of all that these departments published: units came under them, left them or are named otherwise. */
export async function recheckDepartments(
  manager: EntityManager,
  unitIds: readonly number[],
  dataVersion: number,
  checkRelated: CheckRelated,
): Promise<void> {
  const where = { unitId: In(unitIds), scope: SCOPES.DEPARTMENT.id, currentRevisionId: Not(IsNull()) };
  await recheckAll(manager, (await manager.findBy(DisclosureRow, where)) as Published[], dataVersion, checkRelated);
}

async function recheckAll(
  manager: EntityManager,
  disclosures: readonly Published[],
  dataVersion: number,
  checkRelated: CheckRelated,
): Promise<void> {
  for (const published of disclosures) {
    const { own, stored } = await readOwn(manager, published);
    const related = await readRelated(manager, published);
    await replaceAnswers(manager, published, stored, dataVersion, checkRelated(own, related));
  }
}

/**
 * The disclosures that are held against this one: of the next year, of the same year's other kind, and of the department above; those of the
 * units that took over from this one as well.
 */
async function dependentsOf(manager: EntityManager, { unitId, fiscalYear, kind, scope }: Address): Promise<Address[]> {
  const { parentId } = await manager.findOneByOrFail(UnitRow, { id: unitId });
  const later = (await findSuccessors(manager, [unitId])).flatMap((heir) => [
    { unitId: heir, fiscalYear: fiscalYear + 1, kind, scope },
    ...(kind === FINAL_ACCOUNTS ? [{ unitId: heir, fiscalYear: fiscalYear + 1, kind: BUDGET, scope }] : []),
    ...(kind === BUDGET ? [{ unitId: heir, fiscalYear, kind: FINAL_ACCOUNTS, scope }] : []),
  ]);
  return [
    ...later,
    ...(scope === SCOPES.UNIT.id ? [{ unitId, fiscalYear, kind, scope: SCOPES.DEPARTMENT.id }] : []),
    ...(parentId === null ? [] : [{ unitId: parentId, fiscalYear, kind, scope: SCOPES.DEPARTMENT.id }]),
  ];
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
  { findings, outcomes, reasons }: RelatedAnswers,
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
  const answers = new Map([...outcomes].map(([rule, outcome]) => [rule, { outcome, reason: reasons.get(rule) ?? null }]));
  await replaceOutcomes(manager, revisionId, dataVersion, answers);
  await recountQuality(manager, revisionId);
}

async function replaceOutcomes(
  manager: EntityManager,
  revisionId: number,
  dataVersion: number,
  answers: ReadonlyMap<string, Pick<CrossOutcomeRow, "outcome" | "reason">>,
): Promise<void> {
  const standing = await manager.findBy(CrossOutcomeRow, { revisionId, visibleTo: NEVER });
  const before = new Map(standing.map((row) => [row.rule, row]));
  const changed = [...answers].filter(([rule, { outcome, reason }]) => {
    const known = before.get(rule);
    return known?.outcome !== outcome || known.reason !== reason;
  });
  const ended = changed.map(([rule]) => rule).filter((rule) => before.has(rule));
  if (ended.length > 0)
    await manager.update(CrossOutcomeRow, { revisionId, rule: In(ended), visibleTo: NEVER }, { visibleTo: dataVersion });
  await insertRows(
    manager,
    CrossOutcomeRow,
    changed.map(([rule, answer]) => ({ revisionId, rule, ...answer, visibleFrom: dataVersion, visibleTo: NEVER })),
  );
}
