import type { EntityManager, EntityTarget, ObjectLiteral } from "typeorm";

/** To write a statement holds the event loop for as long as it has parameters: so few take some milliseconds, after which readers have their turn. */
const PARAMETERS = 1_000;

/** Inserts rows, many in a statement. */
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
