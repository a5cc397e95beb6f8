import { In, IsNull, LessThan, Not } from "typeorm";
import type { EntityManager } from "typeorm";
import { groupBy } from "../lib/group-by";
import { invariant } from "../lib/invariant";
import { DISCLOSURE_KINDS, disclosureKindById, scopeById, SCOPES } from "../model/disclosure-kind";
import { figureKey } from "../model/figure";
import { measureById } from "../model/measures";
import { sumRelatedFigures } from "../model/related-disclosures";
import type { NotCheckableReason, RelatedDisclosures, RelatedFigure, RelatedFigures, RelatedRole } from "../model/related-disclosures";
import { stageById } from "../model/stage";
import { DisclosureRow } from "./entities/disclosure.entity";
import { UnitLineageRow } from "./entities/unit-lineage.entity";
import { UnitRow } from "./entities/unit.entity";

/** What names a disclosure. */
export type Address = Pick<DisclosureRow, "unitId" | "fiscalYear" | "kind" | "scope">;

/** A disclosure with its published revision. */
export type Published = DisclosureRow & { readonly currentRevisionId: number };

export async function findPublished(manager: EntityManager, addresses: readonly Address[]): Promise<Published[]> {
  const where = addresses.map(({ unitId, fiscalYear, kind, scope }) => ({ unitId, fiscalYear, kind, scope }));
  const found = where.length === 0 ? [] : await manager.findBy(DisclosureRow, where);
  return found.filter((row): row is Published => row.currentRevisionId !== null);
}

/** What a published disclosure is held against, as far as it is published. */
export async function readRelated(manager: EntityManager, { unitId, fiscalYear, kind, scope }: Published): Promise<RelatedDisclosures> {
  const [isBudget, before] = [kind === DISCLOSURE_KINDS.BUDGET.id, { unitId, scope, fiscalYear: fiscalYear - 1 }];
  const gaps: Partial<Record<RelatedRole, NotCheckableReason>> = {};
  const read = async (role: RelatedRole, address: Address): Promise<RelatedFigures | undefined> => {
    const found = await readStandIn(manager, address, fiscalYear);
    if (typeof found === "object") return found;
    gaps[role] = found;
    return undefined;
  };
  const { FINAL_ACCOUNTS, BUDGET } = DISCLOSURE_KINDS;
  return {
    priorYear: await read("priorYear", { ...before, kind }),
    priorFinalAccounts: isBudget ? await read("priorFinalAccounts", { ...before, kind: FINAL_ACCOUNTS.id }) : undefined,
    sameYearBudget: isBudget ? undefined : await read("sameYearBudget", { unitId, scope, fiscalYear, kind: BUDGET.id }),
    memberUnits: scope === SCOPES.DEPARTMENT.id ? await readMembers(manager, { unitId, fiscalYear, kind }) : [],
    gaps,
  };
}

/**
 * 沿革: what stands for a disclosure that one of the year `of` is held against. A unit that was renamed published under its former name; one that was
 * merged in that year is held against the sum of its predecessors and of itself, if it was there before: of all of them or not at all, and of what a
 * split left nothing can be told.
 */
async function readStandIn(manager: EntityManager, address: Address, of: number): Promise<RelatedFigures | NotCheckableReason> {
  const steps = await manager.find(UnitLineageRow, { where: { successorId: address.unitId }, order: { predecessorId: "ASC" } });
  const taken = (form: string): number[] =>
    steps.filter((step) => step.form === form && step.fiscalYear === of).map(({ predecessorId }) => predecessorId);
  const isPrior = address.fiscalYear < of;
  const own = await readUnderItsNames(manager, address);
  if (isPrior && taken("SPLIT").length > 0) return "SPLIT";
  const merged = taken("MERGER");
  if (merged.length === 0 || (own && !isPrior)) return own ?? "NOT_PUBLISHED";
  const parts: RelatedFigures[] = own ? [own] : [];
  if (!own && (await disclosedBefore(manager, address.unitId, of))) return "NOT_PUBLISHED";
  for (const unitId of merged) {
    const part = await readUnderItsNames(manager, { ...address, unitId });
    if (!part) return "PREDECESSOR_NOT_PUBLISHED";
    parts.push(part);
  }
  const [first, ...others] = parts;
  invariant(first, "a merger is of one unit at least");
  return sumRelatedFigures([first, ...others]);
}

/** What a unit published, else what it published under the name it had then. */
async function readUnderItsNames(manager: EntityManager, address: Address): Promise<RelatedFigures | undefined> {
  const { fiscalYear, unitId: successorId } = address;
  const [published] = await findPublished(manager, [address]);
  if (published) return readFigures(manager, published);
  // The name may have changed within the year, after the budget or before the accounts came out.
  const renamed = await manager.findOneBy(UnitLineageRow, { successorId, form: "RENAME", fiscalYear: In([fiscalYear, fiscalYear + 1]) });
  return renamed ? readUnderItsNames(manager, { ...address, unitId: renamed.predecessorId }) : undefined;
}

const disclosedBefore = (manager: EntityManager, unitId: number, year: number): Promise<boolean> =>
  manager.existsBy(DisclosureRow, { unitId, fiscalYear: LessThan(year), currentRevisionId: Not(IsNull()) });

/** The units that took over from these, over however many steps; these are the first of them. */
export async function findSuccessors(manager: EntityManager, unitIds: readonly number[]): Promise<number[]> {
  const found = new Set(unitIds);
  for (let later = [...found]; later.length > 0;) {
    const steps = await manager.findBy(UnitLineageRow, { predecessorId: In(later) });
    later = [...new Set(steps.map(({ successorId }) => successorId))].filter((id) => !found.has(id));
    for (const id of later) found.add(id);
  }
  return [...found];
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

/** Whose, of what year, kind and scope a disclosure is. */
export async function headerOf(manager: EntityManager, { unitId, fiscalYear, kind, scope }: Address): Promise<RelatedFigures["header"]> {
  const { name } = await manager.findOneByOrFail(UnitRow, { id: unitId });
  return { unitName: name, year: fiscalYear, kind: known(disclosureKindById(kind)), scope: known(scopeById(scope)) };
}

/** What stands for a stored id. */
export function known<Value>(value: Value | undefined): Value {
  invariant(value !== undefined, "a stored id stands for a word of the catalogue");
  return value;
}

export interface StoredNumber {
  readonly measureId: number;
  readonly subject: string | null;
  readonly stage: number;
  readonly value: number | string | null;
  readonly step: number | string;
}

/** Stored steps are ten-thousandths of a base unit. */
export const stepOf = (step: number | string): number => Number(step) / 10_000;

export const addressOf = ({ measureId, subject, stage }: Pick<StoredNumber, "measureId" | "subject" | "stage">) => ({
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
