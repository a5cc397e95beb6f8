import { In } from "typeorm";
import type { EntityManager } from "typeorm";
import { invariant } from "../lib/invariant";
import type { Disclosure, ObservedSubject } from "../model/disclosure";
import { BudgetSubjectRow } from "./entities/budget-subject.entity";
import { insertRows } from "./insert-rows";

/** Ids of subjects without a code begin here; a coded subject's id is its code read as a number. */
const FIRST_UNCODED_ID = 1_000_000_000;

/** A subject as whoever speaks of it describes it; years and origin where a catalogue says them. */
export type DescribedSubject = Omit<ObservedSubject, "citation"> & Partial<Pick<BudgetSubjectRow, "fromYear" | "toYear" | "origin">>;

/** Keys of all subjects that a disclosure speaks of. */
export function subjectKeysOf(disclosure: Disclosure): Set<string> {
  const keys = new Set<string>(disclosure.observedSubjects.map(({ key }) => key));
  for (const { parentKey } of disclosure.observedSubjects) if (parentKey !== undefined) keys.add(parentKey);
  for (const { subject } of disclosure.readings) if (subject !== undefined) keys.add(subject);
  for (const relation of disclosure.relations) {
    if (relation.subject !== undefined) keys.add(relation.subject);
    if ("measure" in relation.base && relation.base.subject !== undefined) keys.add(relation.base.subject);
  }
  return keys;
}

/** Stored ids of subjects by their keys. Those the catalogue does not know are added as they are described, unknown to readers. */
export async function findOrCreateSubjects(
  manager: EntityManager,
  keys: ReadonlySet<string>,
  described: readonly DescribedSubject[],
): Promise<Map<string, number>> {
  const descriptions = new Map(described.map((subject) => [subject.key, subject]));
  const stored = keys.size === 0 ? [] : await manager.findBy(BudgetSubjectRow, { code: In([...keys]) });
  const ids = new Map(stored.map(({ code, id }) => [code, id]));
  const missing = [...keys].filter((key) => !ids.has(key)).sort((a, b) => a.length - b.length);
  let nextUncoded = (await largestId(manager)) + 1;
  const added: BudgetSubjectRow[] = [];
  for (const key of missing) {
    const subject = descriptions.get(key);
    invariant(subject, `subject ${key} is named and nowhere described`);
    const id = isCode(key) ? Number(key) : nextUncoded++;
    ids.set(key, id);
    added.push(rowOf(subject, id, ids));
  }
  await insertRows(manager, BudgetSubjectRow, added);
  return ids;
}

const isCode = (key: string): boolean => /^\d{3,9}$/.test(key);

async function largestId(manager: EntityManager): Promise<number> {
  const row = await manager
    .createQueryBuilder(BudgetSubjectRow, "subject")
    .select("MAX(subject.id)", "largest")
    .getRawOne<{ largest: number | null }>();
  return Math.max(FIRST_UNCODED_ID - 1, Number(row?.largest ?? 0));
}

const rowOf = (
  { key, name, kind, level, parentKey, fromYear = null, toYear = null, origin = "observed" }: DescribedSubject,
  id: number,
  ids: ReadonlyMap<string, number>,
): BudgetSubjectRow => ({
  id,
  code: key,
  name,
  kind,
  level,
  parentId: parentKey === undefined ? null : (ids.get(parentKey) ?? null),
  fromYear,
  toYear,
  origin,
  draftOnly: 1,
});
