import type { MigrationInterface, QueryRunner } from "typeorm";
import { TableIndex } from "typeorm";
import { column, generatedKey, table, varchar } from "./table-builder";

const EXTRACTION = table(
  "extraction",
  [generatedKey("id"), column("document_id", "integer"), varchar("content_hash", 64), varchar("extracted_at", 24)],
  [new TableIndex({ name: "ux_extraction", columnNames: ["document_id", "content_hash"], isUnique: true })],
);

/**
 * Blocks belong to an extraction and a revision cites its own, where a document that was read otherwise replaced its blocks under older revisions.
 * Every document's first extraction has the document's id, so that no block is written again.
 */
export class Extraction1764800000000 implements MigrationInterface {
  name = "Extraction1764800000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    // First: from here on an instance of the release before fails to import, whole, instead of writing blocks that nobody finds.
    if (await queryRunner.hasColumn("document_block", "document_id"))
      await queryRunner.query("ALTER TABLE document_block RENAME COLUMN document_id TO extraction_id");
    await queryRunner.createTable(EXTRACTION, true);
    if (!(await queryRunner.hasColumn("disclosure_revision", "extraction_id")))
      await queryRunner.query("ALTER TABLE disclosure_revision ADD COLUMN extraction_id integer NOT NULL DEFAULT 0");
    await queryRunner.query(
      `INSERT INTO extraction (id, document_id, content_hash, extracted_at) SELECT s.id, s.id, '', s.imported_at FROM source_document s
       WHERE NOT EXISTS (SELECT 1 FROM extraction e WHERE e.document_id = s.id)`,
    );
    await queryRunner.query("UPDATE disclosure_revision SET extraction_id = document_id WHERE extraction_id = 0");
  }

  /** A document keeps the blocks of its newest revision, as it did before. */
  async down(queryRunner: QueryRunner): Promise<void> {
    if (await queryRunner.hasColumn("disclosure_revision", "extraction_id")) {
      const newest = "SELECT MAX(id) FROM disclosure_revision GROUP BY document_id";
      await queryRunner.query(
        `DELETE FROM document_block WHERE extraction_id > 0
         AND extraction_id NOT IN (SELECT r.extraction_id FROM disclosure_revision r WHERE r.id IN (${newest}))`,
      );
      // By way of negative numbers: an extraction may have the id of another document.
      await queryRunner.query(
        `UPDATE document_block SET extraction_id = -(SELECT e.document_id FROM extraction e WHERE e.id = document_block.extraction_id)
         WHERE extraction_id > 0`,
      );
      await queryRunner.query("ALTER TABLE disclosure_revision DROP COLUMN extraction_id");
    }
    await queryRunner.query("UPDATE document_block SET extraction_id = -extraction_id WHERE extraction_id < 0");
    await queryRunner.dropTable("extraction", true);
    await queryRunner.query("ALTER TABLE document_block RENAME COLUMN extraction_id TO document_id");
  }
}
