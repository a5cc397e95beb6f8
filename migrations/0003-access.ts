import type { MigrationInterface, QueryRunner } from "typeorm";
import { column, generatedKey, key, nullable, table, varchar } from "./table-builder";

const TABLES = [
  table(
    "api_key",
    [
      generatedKey("id"),
      varchar("name", 100),
      varchar("role", 12),
      varchar("hash", 64),
      column("is_bound", "smallint"),
      varchar("created_at", 24),
      nullable(varchar("expires_at", 24)),
      nullable(varchar("revoked_at", 24)),
    ],
    [{ name: "ux_api_key_hash", columnNames: ["hash"], isUnique: true }],
  ),
  table("api_key_unit", [key(column("key_id", "integer")), key(column("unit_id", "integer"))]),
  table("audit_event", [
    key(column("sequence", "integer")),
    varchar("at", 24),
    varchar("actor", 140),
    varchar("action", 24),
    varchar("subject", 300),
    column("detail", "text"),
    varchar("previous_hash", 64),
    varchar("hash", 64),
  ]),
  table("audit_head", [key(column("id", "integer")), column("sequence", "integer"), varchar("hash", 64)]),
  table("uploaded_document", [
    key(varchar("sha256", 64)),
    varchar("file_name", 255),
    column("byte_length", "integer"),
    varchar("uploaded_at", 24),
  ]),
  table("uploaded_chunk", [key(varchar("sha256", 64)), key(column("seq", "integer")), column("bytes", "blob")]),
];

/** API keys, the audit trail, and the bytes of documents that came in over HTTP. */
export class Access1764200000000 implements MigrationInterface {
  name = "Access1764200000000";

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const one of TABLES) await queryRunner.createTable(one, true);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const one of [...TABLES].reverse()) await queryRunner.dropTable(one, true);
  }
}
