import { randomUUID } from "node:crypto";
import type { DataSource, EntityManager, EntityTarget, ObjectLiteral } from "typeorm";
import { MEASURE_CODES, measureOf } from "../model/measures";
import { allRegions } from "../model/region-catalogue";
import { allSubjects } from "../model/subject-catalogue";
import { AUDIT_GENESIS } from "./audit-trail";
import { AuditEventRow } from "./entities/audit-event.entity";
import { AuditHeadRow } from "./entities/audit-head.entity";
import { BudgetSubjectRow } from "./entities/budget-subject.entity";
import { HubStateRow } from "./entities/hub-state.entity";
import { MeasureRow } from "./entities/measure.entity";
import { RegionRow } from "./entities/region.entity";
import { inTransaction } from "./in-transaction";

/** Copies the catalogues that live in code and data files into their tables, so that queries can join them. Writes only what differs. */
export async function syncReferenceData(dataSource: DataSource): Promise<void> {
  await inTransaction(dataSource, async (manager) => {
    await syncRows(manager, MeasureRow, "id", await manager.find(MeasureRow), measureRows());
    await syncRows(manager, RegionRow, "code", await manager.find(RegionRow), regionRows());
    await syncRows(manager, BudgetSubjectRow, "id", await manager.find(BudgetSubjectRow), subjectRows());
    if (!(await manager.existsBy(HubStateRow, { id: 1 }))) {
      await manager.upsert(HubStateRow, { id: 1, dataVersion: 0, updatedAt: new Date(0).toISOString(), changeMark: randomUUID() }, ["id"]);
    }
    // Made with the first start alone: a head that is gone later is for `audit verify` to find.
    if (!(await manager.existsBy(AuditHeadRow, { id: 1 })) && !(await manager.existsBy(AuditEventRow, {}))) {
      await manager.upsert(AuditHeadRow, { id: 1, sequence: 0, hash: AUDIT_GENESIS }, ["id"]);
    }
  });
}

const measureRows = (): MeasureRow[] =>
  MEASURE_CODES.map((code) => {
    const { id, name, nameEn, kind } = measureOf(code);
    return { id, code, name, nameEn, kind };
  });

const regionRows = (): RegionRow[] => allRegions().map(({ code, name, level, parentCode }) => ({ code, name, level, parentCode }));

const subjectRows = (): BudgetSubjectRow[] =>
  allSubjects().map(({ code, name, kind, level, parentCode, fromYear, toYear, origin }) => ({
    id: Number(code),
    code,
    name,
    kind,
    level,
    parentId: parentCode === null ? null : Number(parentCode),
    fromYear,
    toYear,
    origin,
    draftOnly: null,
  }));

const CHUNK = 1_000;

async function syncRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  key: keyof T & string,
  stored: readonly T[],
  wanted: readonly T[],
): Promise<void> {
  const known = new Map(stored.map((row) => [row[key] as unknown, row]));
  const changed = wanted.filter((row) => !isSame(row, known.get(row[key])));
  for (let from = 0; from < changed.length; from += CHUNK) await manager.upsert(entity, changed.slice(from, from + CHUNK), [key]);
}

const isSame = (wanted: ObjectLiteral, stored: ObjectLiteral | undefined): boolean =>
  stored !== undefined && Object.entries(wanted).every(([column, value]) => stored[column] === value);
