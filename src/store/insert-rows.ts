import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";

/** SQLite takes 32,766 parameters in a statement; servers take more than this too, but packets are bounded. */
const PARAMETERS = 16_000;

/** Inserts rows in as few statements as the engines allow. */
export async function insertRows<T extends ObjectLiteral>(
  manager: EntityManager,
  entity: EntityTarget<T>,
  rows: readonly T[],
): Promise<void> {
  const columns = manager.connection.getMetadata(entity).columns.length;
  const chunk = Math.max(1, Math.floor(PARAMETERS / columns));
  for (let from = 0; from < rows.length; from += chunk) {
    await manager
      .createQueryBuilder()
      .insert()
      .into(entity)
      .values(rows.slice(from, from + chunk))
      .updateEntity(false)
      .execute();
  }
}
