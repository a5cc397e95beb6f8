import { createHash } from "node:crypto";
import type { EntityManager, EntityMetadata } from "typeorm";
import { verifyAuditTrail } from "../../../src/store/audit-trail";
import type { Database } from "../../../src/store/open-database";

type Row = Readonly<Record<string, unknown>>;

/** What another run over the same documents has otherwise: ids that the engine gives, and times. */
const OF_THE_RUN = new Set([
  "id",
  "revision_id",
  "disclosure_id",
  "document_id",
  "extraction_id",
  "unit_id",
  "imported_at",
  "published_at",
]);
const VISIBILITY = ["visible_from", "visible_to"] as const;

/**
 * All that a hub says of its disclosures, as lines that are equal for equal hubs whatever ids their engines gave: each revision with its status,
 * its data versions and a hash of its rows in every table; what moved the data version; how many events of each action the trail holds.
 * Faults of what must always hold stand in it as lines too: rows of no revision, rows that are seen otherwise than their revision, a broken trail.
 */
export async function hubState(database: Database): Promise<string> {
  const { broken } = await verifyAuditTrail(database);
  // One snapshot: a server may still be busy with what a process that died had sent.
  const lines = await database.transaction("REPEATABLE READ", (manager) => linesOf(manager, database.entityMetadatas));
  return [...lines, ...(broken ? [`trail broken at ${broken.sequence}: ${broken.reason}`] : [])].join("\n");
}

async function linesOf(manager: EntityManager, tables: readonly EntityMetadata[]): Promise<string[]> {
  const select = (sql: string): Promise<Row[]> => manager.query<Row[]>(sql);
  const revisions = await select(
    `SELECT r.*, u.name AS unit, d.current_revision_id AS current, s.sha256 FROM disclosure_revision r JOIN unit u ON u.id = r.unit_id
     JOIN disclosure d ON d.id = r.disclosure_id JOIN source_document s ON s.id = r.document_id ORDER BY u.name, r.fiscal_year, r.revision`,
  );
  const contents = new Map(revisions.map(({ id }) => [id, [] as string[]]));
  const faults: string[] = [];
  for (const { tableName, columns } of tables) {
    const names = columns.map(({ databaseName }) => databaseName);
    if (!names.includes("revision_id") || tableName === "data_version") continue;
    const rows = rowsBy("revision_id", await select(`SELECT * FROM ${tableName}`));
    for (const [id, ofRevision] of rows) {
      const revision = revisions.find((one) => one["id"] === id);
      if (!revision) faults.push(`${ofRevision.length} rows of ${tableName} belong to no revision`);
      else if (names.includes("visible_from") && ofRevision.some((row) => VISIBILITY.some((column) => row[column] !== revision[column])))
        faults.push(`rows of ${tableName} are not seen as their revision ${String(revision["revision"])} is`);
      contents.get(id)?.push(`${tableName} ${ofRevision.length} ${hashOf(ofRevision)}`);
    }
  }
  const blocks = await select("SELECT * FROM document_block");
  const blocksOf = rowsBy("extraction_id", blocks);
  const [hub] = await select("SELECT data_version FROM hub_state");
  return [
    `data version ${String(hub?.["data_version"])}`,
    ...(await select("SELECT version, event FROM data_version ORDER BY version")).map((row) => `moved ${JSON.stringify(row)}`),
    ...(await select("SELECT action, COUNT(*) AS events FROM audit_event GROUP BY action ORDER BY action")).map((row) =>
      JSON.stringify(row),
    ),
    ...revisions.flatMap((revision) => [
      `${["unit", "fiscal_year", "revision", "status", ...VISIBILITY].map((name) => String(revision[name])).join(" ")}${revision["current"] === revision["id"] ? " current" : ""}`,
      ...(contents.get(revision["id"]) ?? []).sort().map((line) => `  ${line}`),
      `  document ${hashOf(blocksOf.get(revision["extraction_id"]) ?? [])}`,
    ]),
    ...faults,
  ];
}

function rowsBy(column: string, rows: readonly Row[]): Map<unknown, Row[]> {
  const groups = new Map<unknown, Row[]>();
  for (const row of rows) groups.set(row[column], [...(groups.get(row[column]) ?? []), row]);
  return groups;
}

function hashOf(rows: readonly Row[]): string {
  const kept = ([name]: readonly [string, unknown]): boolean => !OF_THE_RUN.has(name) && !VISIBILITY.some((column) => column === name);
  const lines = rows.map((row) => JSON.stringify(Object.entries(row).filter(kept))).sort();
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}
