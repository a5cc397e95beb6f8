import type { MigrationInterface, QueryRunner } from "typeorm";
import { column, key, table, varchar } from "./table-builder";

const SEARCH_GRAM = table("search_gram", [
  key(varchar("gram", 2)),
  key(column("revision_id", "integer")),
  column("projects", "smallint"),
  column("indicators", "smallint"),
  column("sections", "smallint"),
  column("fit", "smallint"),
]);

/** The index of the full-text search. */
export class SearchGram1764100000000 implements MigrationInterface {
  name = "SearchGram1764100000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.createTable(SEARCH_GRAM, true);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.dropTable(SEARCH_GRAM, true);
  }
}
