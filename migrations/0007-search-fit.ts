import type { MigrationInterface, QueryRunner } from "typeorm";
import { TableIndex } from "typeorm";

const BEST_FIRST = new TableIndex({ name: "ix_search_gram_fit", columnNames: ["gram", "fit", "revision_id"] });

/** The search reads the revisions that hold two letters best first, and stops where its page ends. */
export class SearchFit1764600000000 implements MigrationInterface {
  name = "SearchFit1764600000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    const table = await queryRunner.getTable("search_gram");
    if (!table?.indices.some(({ name }) => name === BEST_FIRST.name)) await queryRunner.createIndex("search_gram", BEST_FIRST);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropIndex("search_gram", BEST_FIRST);
  }
}
