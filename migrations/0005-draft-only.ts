import type { MigrationInterface, QueryRunner } from "typeorm";

/** What only drafts speak of is kept from readers; the nature that a draft states waits for its publication. */
const COLUMNS = [
  ["unit", "draft_only", "smallint NULL"],
  ["budget_subject", "draft_only", "smallint NULL"],
  ["disclosure_revision", "unit_nature", "varchar(200) NULL"],
] as const;

/** Whether anything but drafts knows of units and subjects. What is there when this runs is known. */
export class DraftOnly1764400000000 implements MigrationInterface {
  name = "DraftOnly1764400000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column, type] of COLUMNS) {
      if (!(await queryRunner.hasColumn(table, column))) await queryRunner.query(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`);
    }
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const [table, column] of [...COLUMNS].reverse()) {
      if (await queryRunner.hasColumn(table, column)) await queryRunner.query(`ALTER TABLE ${table} DROP COLUMN ${column}`);
    }
  }
}
