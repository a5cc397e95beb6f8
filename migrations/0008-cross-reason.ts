import type { MigrationInterface, QueryRunner } from "typeorm";

/** cross_outcome.reason: why a rule that needs other documents cannot tell. */
export class CrossReason1764700000000 implements MigrationInterface {
  name = "CrossReason1764700000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    if (await queryRunner.hasColumn("cross_outcome", "reason")) return;
    await queryRunner.query("ALTER TABLE cross_outcome ADD COLUMN reason varchar(32) NULL");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE cross_outcome DROP COLUMN reason");
  }
}
