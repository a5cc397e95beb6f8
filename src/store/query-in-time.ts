import type { Database } from "./open-database";
import type { SqlValue } from "./row-reader";

/** The database does not answer now: no connection is free, or a statement takes too long. The same question may succeed in a moment. */
export class DatabaseUnavailableError extends Error {
  override readonly name = "DatabaseUnavailableError";
}

interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  readonly rowsAsArray?: true;
}

/** `sqlState` is a word of the server; without it there was trouble on the way. */
type MysqlError = Error & { readonly errno?: number; readonly sqlState?: string };

interface MysqlConnection {
  query(statement: Statement, done: (error: MysqlError | null, rows: unknown) => void): void;
  release(): void;
  destroy(): void;
}

interface MysqlPool {
  getConnection(done: (error: Error | null, connection: MysqlConnection) => void): void;
  readonly _allConnections: { readonly length: number };
  readonly _freeConnections: { readonly length: number };
  readonly _connectionQueue: { readonly length: number };
}

/** A request ends within five seconds: it waits so long for a connection, and then a statement may take so long. */
const WAIT_MILLISECONDS = 1_500;
const STATEMENT_MILLISECONDS = 3_000;
/** The server gives up first, so that it does not work on for nobody. */
const SERVER_MILLISECONDS = 2_800;

const poolOf = (database: Database): MysqlPool => (database.driver as unknown as { pool: MysqlPool }).pool;

/** Connections of the pool; undefined on the embedded database, which has none. */
export function countConnections(
  database: Database,
): { readonly used: number; readonly free: number; readonly queued: number } | undefined {
  if (database.options.type === "better-sqlite3") return undefined;
  const { _allConnections: all, _freeConnections: free, _connectionQueue: queue } = poolOf(database);
  return { used: all.length - free.length, free: free.length, queued: queue.length };
}

/**
 * Reads through the pool within a deadline. A statement that is late costs its connection: what is still to come over it would be taken for
 * the answer of the next one, and on a silent network nothing comes at all.
 *
 * @throws DatabaseUnavailableError
 */
export async function queryInTime<Rows>(database: Database, { sql, ...statement }: Statement): Promise<Rows> {
  const connection = await connect(poolOf(database));
  return new Promise<Rows>((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      connection.destroy();
      reject(new DatabaseUnavailableError(`No answer within ${STATEMENT_MILLISECONDS} ms`));
    }, STATEMENT_MILLISECONDS);
    connection.query({ ...statement, sql: limitOnServer(database, sql) }, (error, rows) => {
      if (isLate) return;
      clearTimeout(timer);
      if (error && isBroken(error)) connection.destroy();
      else connection.release();
      if (!error) resolve(rows as Rows);
      else reject(isPassing(error) ? new DatabaseUnavailableError(error.message, { cause: error }) : error);
    });
  });
}

function connect(pool: MysqlPool): Promise<MysqlConnection> {
  return new Promise((resolve, reject) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      reject(new DatabaseUnavailableError(`No connection within ${WAIT_MILLISECONDS} ms`));
    }, WAIT_MILLISECONDS);
    pool.getConnection((error, connection) => {
      clearTimeout(timer);
      if (isLate) {
        if (!error) connection.release();
      } else if (error) reject(new DatabaseUnavailableError(error.message, { cause: error }));
      else resolve(connection);
    });
  });
}

/** Each server has its own way to limit one statement, and neither touches those who write over the same pool. */
const limitOnServer = (database: Database, sql: string): string =>
  database.options.type === "mariadb"
    ? `SET STATEMENT max_statement_time=${SERVER_MILLISECONDS / 1000} FOR ${sql}`
    : sql.replace(/^\s*SELECT\b/i, `SELECT /*+ MAX_EXECUTION_TIME(${SERVER_MILLISECONDS}) */`);

/** Broken off by the limit of the server, MySQL's (3024) or MariaDB's (1969), which leaves the connection whole. */
const STATEMENT_LIMITS: ReadonlySet<number | undefined> = new Set([1969, 3024]);
/** The server shuts down (1053), or ended the connection (1927). */
const ENDED: ReadonlySet<number | undefined> = new Set([1053, 1927]);

const isBroken = ({ errno, sqlState }: MysqlError): boolean => sqlState === undefined || ENDED.has(errno);
const isPassing = (error: MysqlError): boolean => isBroken(error) || STATEMENT_LIMITS.has(error.errno);
