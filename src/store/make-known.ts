import type { EntityManager, EntityTarget } from "typeorm";
import { unitNatureFrom } from "../model/unit-name";
import { BudgetSubjectRow } from "./entities/budget-subject.entity";
import type { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { ReadingRow } from "./entities/reading.entity";
import { RelationRow } from "./entities/relation.entity";
import { UnitRow } from "./entities/unit.entity";

/**
 * With the publication of a revision readers come to know its unit and the subjects that it speaks of, where only drafts knew of them. What the
 * document says of the unit's nature fills a gap and never overwrites.
 */
export async function makeKnown(manager: EntityManager, { id: revisionId, unitId, unitNature }: DisclosureRevisionRow): Promise<UnitRow> {
  const unit = await manager.findOneByOrFail(UnitRow, { id: unitId });
  const stated = unit.natureText === null && unitNature !== null ? { nature: unitNatureFrom(unitNature), natureText: unitNature } : {};
  if (unit.draftOnly === 1 || "nature" in stated) await manager.update(UnitRow, { id: unitId }, { draftOnly: null, ...stated });
  const hidden = new Map((await manager.findBy(BudgetSubjectRow, { draftOnly: 1 })).map((subject) => [subject.id, subject]));
  if (hidden.size === 0) return unit;
  const spoken = new Set<number>();
  for (const id of await findSubjectIds(manager, revisionId)) {
    for (let one = hidden.get(id); one; one = one.parentId === null ? undefined : hidden.get(one.parentId)) spoken.add(one.id);
  }
  for (const id of spoken) await manager.update(BudgetSubjectRow, { id }, { draftOnly: null });
  return unit;
}

async function findSubjectIds(manager: EntityManager, revisionId: number): Promise<number[]> {
  const distinct = async (entity: EntityTarget<ReadingRow | RelationRow>, column: string): Promise<number[]> => {
    const query = manager.createQueryBuilder(entity, "told").select(`told.${column}`, "id").distinct(true);
    const rows = await query.where("told.revisionId = :revisionId", { revisionId }).getRawMany<{ id: number | null }>();
    return rows.flatMap(({ id }) => (id === null ? [] : [id]));
  };
  return [
    ...(await distinct(ReadingRow, "subjectId")),
    ...(await distinct(RelationRow, "subjectId")),
    ...(await distinct(RelationRow, "baseSubjectId")),
  ];
}
