import type { MigrationInterface, QueryRunner } from "typeorm";

/** hub_state.change_mark: another one whenever what readers see has changed. */
export class ChangeMark1764300000000 implements MigrationInterface {
  name = "ChangeMark1764300000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    if (await queryRunner.hasColumn("hub_state", "change_mark")) return;
    await queryRunner.query("ALTER TABLE hub_state ADD COLUMN change_mark varchar(36) NULL");
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query("ALTER TABLE hub_state DROP COLUMN change_mark");
  }
}
