import type { Database } from "./open-database";

/** A setting of the database server that the hub should not, or must not, run on. */
export interface ServerConcern {
  /** With it data would be kept otherwise than they were given: the hub does not start. Else it may be slow, or lose what was just answered. */
  readonly isGrave: boolean;
  /** What it is, what follows, and what to do. */
  readonly words: string;
}

interface Settings {
  readonly mode: string;
  readonly flush: number | string;
  readonly packet: number | string;
  readonly connections: number | string;
  readonly readOnly: number | string;
  readonly seconds: number | string;
  readonly collation: string;
}

/** As the migrations make the tables: codes and names are compared byte by byte. */
const COLLATION = "utf8mb4_bin";
/** The longest statements of an import have a few hundred thousand bytes. */
const LEAST_PACKET_BYTES = 4 * 2 ** 20;
const MOST_SECONDS_APART = 5;
/** Administrators, backups and other instances want some too. */
const OTHER_CONNECTIONS = 5;

/** Looks at the settings of the server that decide whether it keeps what it is given; of the embedded database there are none. */
export async function inspectServer(database: Database): Promise<ServerConcern[]> {
  if (database.options.type === "better-sqlite3") return [];
  const { poolSize = 10 } = database.options;
  const [settings] = await database.query<Settings[]>(
    `SELECT @@SESSION.sql_mode AS mode, @@GLOBAL.innodb_flush_log_at_trx_commit AS flush, @@GLOBAL.max_allowed_packet AS packet,
            @@GLOBAL.max_connections AS connections, @@GLOBAL.read_only AS readOnly, UNIX_TIMESTAMP() AS seconds,
            DEFAULT_COLLATION_NAME AS collation
       FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = DATABASE()`,
  );
  if (!settings) return [];
  const columns = await database.query<{ name: string }[]>(
    `SELECT CONCAT(c.TABLE_NAME, '.', c.COLUMN_NAME) AS name
       FROM information_schema.COLUMNS c JOIN information_schema.TABLES t USING (TABLE_SCHEMA, TABLE_NAME)
      WHERE c.TABLE_SCHEMA = DATABASE() AND t.TABLE_TYPE = 'BASE TABLE' AND c.COLLATION_NAME <> '${COLLATION}'
        AND c.TABLE_NAME <> ? ORDER BY 1`,
    // It is made before the first migration gives the database its collation, and holds no data of ours.
    [database.options.migrationsTableName ?? "migrations"],
  );
  const [engines] = await database.query<{ others: string | null }[]>(
    "SELECT GROUP_CONCAT(TABLE_NAME) AS others FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE() AND ENGINE <> 'InnoDB'",
  );
  const names = columns.map(({ name }) => name);
  return [...concernsOf(settings, poolSize, Date.now() / 1000), ...concernsOfTables(names, engines?.others ?? "")];
}

function concernsOf(settings: Settings, poolSize: number, now: number): ServerConcern[] {
  const { mode, collation } = settings;
  const seconds = Math.round(Math.abs(Number(settings.seconds) - now));
  const concerns: [isSo: boolean, isGrave: boolean, words: string][] = [
    [
      !/\bSTRICT_(TRANS|ALL)_TABLES\b/.test(mode),
      true,
      `sql_mode is "${mode}": numbers and texts that do not fit would be cut in silence; set STRICT_TRANS_TABLES`,
    ],
    [
      collation !== COLLATION,
      true,
      `the database's collation is ${collation}: codes that differ in case alone would be one; ALTER DATABASE … CHARACTER SET utf8mb4 COLLATE ${COLLATION}`,
    ],
    [
      Number(settings.flush) !== 1,
      false,
      `innodb_flush_log_at_trx_commit is ${settings.flush}: a power cut loses what was answered as published; set it to 1`,
    ],
    [
      Number(settings.packet) < LEAST_PACKET_BYTES,
      false,
      `max_allowed_packet is ${settings.packet}: the server may refuse long documents; set it to ${LEAST_PACKET_BYTES} or more`,
    ],
    [
      Number(settings.connections) < poolSize + OTHER_CONNECTIONS,
      false,
      `max_connections is ${settings.connections}: this instance alone may open ${poolSize} (DATABASE_POOL_SIZE); raise the one or lower the other`,
    ],
    [
      Number(settings.readOnly) !== 0,
      false,
      "the server is read-only: nothing can be imported or published; DATABASE_URL should name the primary",
    ],
    [
      seconds > MOST_SECONDS_APART,
      false,
      `the server's clock is ${seconds} s apart from this machine's: keys expire at other times; set both by NTP`,
    ],
  ];
  return concerns.flatMap(([isSo, isGrave, words]) => (isSo ? [{ isGrave, words }] : []));
}

function concernsOfTables(columns: readonly string[], otherEngines: string): ServerConcern[] {
  const shown = `${columns.slice(0, 5).join(", ")}${columns.length > 5 ? ` and ${columns.length - 5} more` : ""}`;
  return [
    ...(columns.length === 0 ? [] : [{ isGrave: true, words: `columns are not in ${COLLATION}: ${shown}; convert their tables` }]),
    ...(otherEngines === ""
      ? []
      : [{ isGrave: true, words: `tables are not InnoDB, and keep half of what fails: ${otherEngines}; convert them` }]),
  ];
}
