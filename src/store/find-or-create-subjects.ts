import { In } from "typeorm";
import type { EntityManager } from "typeorm";
import { invariant } from "../lib/invariant";
import type { Disclosure, ObservedSubject } from "../model/disclosure";
import { BudgetSubjectRow } from "./entities/budget-subject.entity";
import { insertRows } from "./insert-rows";

/** Ids of subjects without a code begin here; a coded subject's id is its code read as a number. */
const FIRST_UNCODED_ID = 1_000_000_000;

/** Stored ids of all subjects that a disclosure speaks of. Those the catalogue does not know are added, unknown to readers. */
export async function findOrCreateSubjects(manager: EntityManager, disclosure: Disclosure): Promise<Map<string, number>> {
  const observed = new Map(disclosure.observedSubjects.map((subject) => [subject.key, subject]));
  const keys = new Set<string>(observed.keys());
  for (const { parentKey } of disclosure.observedSubjects) if (parentKey !== undefined) keys.add(parentKey);
  for (const { subject } of disclosure.readings) if (subject !== undefined) keys.add(subject);
  for (const relation of disclosure.relations) {
    if (relation.subject !== undefined) keys.add(relation.subject);
    if ("measure" in relation.base && relation.base.subject !== undefined) keys.add(relation.base.subject);
  }
  const stored = keys.size === 0 ? [] : await manager.findBy(BudgetSubjectRow, { code: In([...keys]) });
  const ids = new Map(stored.map(({ code, id }) => [code, id]));
  const missing = [...keys].filter((key) => !ids.has(key)).sort((a, b) => a.length - b.length);
  let nextUncoded = (await largestId(manager)) + 1;
  const added: BudgetSubjectRow[] = [];
  for (const key of missing) {
    const subject = observed.get(key);
    invariant(subject, `the parser names subject ${key} without saying where it was observed`);
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

const rowOf = ({ key, name, kind, level, parentKey }: ObservedSubject, id: number, ids: ReadonlyMap<string, number>): BudgetSubjectRow => ({
  id,
  code: key,
  name,
  kind,
  level,
  parentId: parentKey === undefined ? null : (ids.get(parentKey) ?? null),
  fromYear: null,
  toYear: null,
  origin: "observed",
  draftOnly: 1,
});
