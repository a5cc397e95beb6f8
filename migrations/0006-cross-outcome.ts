import type { MigrationInterface, QueryRunner } from "typeorm";
import { column, key, table, varchar } from "./table-builder";

const CROSS_OUTCOME = table("cross_outcome", [
  key(column("revision_id", "integer")),
  key(varchar("rule", 60)),
  key(column("visible_from", "bigint")),
  column("visible_to", "bigint"),
  varchar("outcome", 16),
]);

/** What the rules that need other documents answer, by data version. */
export class CrossOutcome1764500000000 implements MigrationInterface {
  name = "CrossOutcome1764500000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(CROSS_OUTCOME, true);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(CROSS_OUTCOME, true);
  }
}
