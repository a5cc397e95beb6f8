import { randomUUID } from "node:crypto";
import { EventSubscriber } from "typeorm";
import type { EntityManager, EntityMetadata, EntitySubscriberInterface, QueryRunner } from "typeorm";
import { BudgetSubjectRow } from "./entities/budget-subject.entity";
import { HubStateRow } from "./entities/hub-state.entity";
import { MeasureRow } from "./entities/measure.entity";
import { PriceIndexRow } from "./entities/price-index.entity";
import { RegionRow } from "./entities/region.entity";
import { UnitAliasRow } from "./entities/unit-alias.entity";
import { UnitFactorRow } from "./entities/unit-factor.entity";
import { UnitLineageRow } from "./entities/unit-lineage.entity";
import { UnitRow } from "./entities/unit.entity";

/** What readers see at once, whatever the data version: a row here is not published, it is. */
const SEEN_AT_ONCE: ReadonlySet<unknown> = new Set([
  BudgetSubjectRow,
  MeasureRow,
  PriceIndexRow,
  RegionRow,
  UnitAliasRow,
  UnitFactorRow,
  UnitLineageRow,
  UnitRow,
]);

const MARKED = "changeMarked";

interface Written {
  readonly metadata: EntityMetadata;
  readonly queryRunner: QueryRunner;
  readonly manager: EntityManager;
}

/**
 * Changes the hub's mark in the same transaction as any row that readers see at once, whoever writes it: an answer kept under the mark
 * before is never given again. Publishing changes it together with the data version.
 */
@EventSubscriber()
export class ChangeMarkSubscriber implements EntitySubscriberInterface {
  beforeTransactionStart({ queryRunner }: Pick<Written, "queryRunner">): void {
    delete (queryRunner.data as Record<string, unknown>)[MARKED];
  }

  afterInsert(written: Written): Promise<void> | void {
    return changeMark(written);
  }

  afterUpdate(written: Written): Promise<void> | void {
    return changeMark(written);
  }

  afterRemove(written: Written): Promise<void> | void {
    return changeMark(written);
  }
}

function changeMark({ metadata, queryRunner, manager }: Written): Promise<void> | void {
  if (!SEEN_AT_ONCE.has(metadata.target)) return undefined;
  const data = queryRunner.data as Record<string, unknown>;
  if (queryRunner.isTransactionActive) {
    if (data[MARKED] === true) return undefined;
    data[MARKED] = true;
  }
  return manager.update(HubStateRow, { id: 1 }, { changeMark: randomUUID() }).then(() => undefined);
}
