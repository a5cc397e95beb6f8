import { clientSignal } from "../lib/client-signal";
import { limitSelect } from "./limit-select";
import type { Database } from "./open-database";
import type { SqlValue } from "./row-reader";
import { inStatementSpan } from "./statement-span";

/** The database does not answer now: no connection is free, or a statement takes too long. The same question may succeed in a moment. */
export class DatabaseUnavailableError extends Error {
  override readonly name: string = "DatabaseUnavailableError";
}

/** Nobody waits for the answer any more. */
export class ClientGoneError extends DatabaseUnavailableError {
  override readonly name = "ClientGoneError";
}

interface Statement {
  readonly sql: string;
  readonly values: readonly SqlValue[];
  readonly rowsAsArray?: true;
}

/** `sqlState` is a word of the server; without it there was trouble on the way. */
type MysqlError = Error & { readonly errno?: number; readonly sqlState?: string };

interface MysqlConnection {
  /** By which the server knows it. */
  readonly threadId: number;
  query(statement: Pick<Statement, "sql"> & Partial<Statement>, done: (error: MysqlError | null, rows: unknown) => void): void;
  release(): void;
  destroy(): void;
}

interface ConnectionSource {
  getConnection(done: (error: Error | null, connection: MysqlConnection) => void): void;
}

interface MysqlPool extends ConnectionSource {
  readonly _allConnections: { readonly length: number };
  readonly _freeConnections: { readonly length: number };
  readonly _connectionQueue: { readonly length: number };
}

/** A request ends within five seconds: it waits so long for a connection, and then a statement may take so long. */
const WAIT_MILLISECONDS = 1_500;
const STATEMENT_MILLISECONDS = 3_000;
/** The server gives up first, so that it does not work on for nobody. */
const SERVER_MILLISECONDS = 2_800;

/** A server where a statement may go: the primary, which has everything, or one of its replicas. */
export type Place = "MASTER" | `SLAVE${number}`;

/** What TypeORM's driver holds: one pool, or one a server where there are replicas. */
interface MysqlDriver {
  readonly pool?: MysqlPool;
  readonly poolCluster?: {
    of(place: Place): ConnectionSource;
    readonly _nodes: Readonly<Record<string, { readonly pool: MysqlPool }>>;
  };
}

function connectionsAt(database: Database, place: Place): ConnectionSource {
  const { pool, poolCluster } = database.driver as unknown as MysqlDriver;
  const source = pool ?? poolCluster?.of(place);
  // What is asked while the server shuts down comes too late.
  if (!source) throw new DatabaseUnavailableError("The database is closed");
  return source;
}

/** Connections that may be open at once; undefined on the embedded database, which has none. */
export function mostConnections({ options }: Database): number | undefined {
  const { poolSize, replication } = options as {
    readonly poolSize?: number;
    readonly replication?: { readonly slaves: readonly unknown[] };
  };
  return poolSize && poolSize * (1 + (replication?.slaves.length ?? 0));
}

/** Connections of all pools; undefined on the embedded database, which has none. */
export function countConnections(
  database: Database,
): { readonly used: number; readonly free: number; readonly queued: number } | undefined {
  if (database.options.type === "better-sqlite3") return undefined;
  const { pool, poolCluster } = database.driver as unknown as MysqlDriver;
  const pools = pool ? [pool] : Object.values(poolCluster?._nodes ?? {}).map((node) => node.pool);
  const count = (of: (pool: MysqlPool) => number): number => pools.reduce((sum, one) => sum + of(one), 0);
  const free = count(({ _freeConnections }) => _freeConnections.length);
  return {
    used: count(({ _allConnections }) => _allConnections.length) - free,
    free,
    queued: count(({ _connectionQueue }) => _connectionQueue.length),
  };
}

/**
 * Reads through the pool within a deadline. A statement that is late costs its connection: what is still to come over it would be taken for
 * the answer of the next one, and on a silent network nothing comes at all. One whose client has gone is ended on the server too.
 *
 * @throws DatabaseUnavailableError
 */
export function queryInTime<Rows>(database: Database, statement: Statement, place: Place = "MASTER"): Promise<Rows> {
  return inStatementSpan(database, statement.sql, () => query<Rows>(database, statement, place));
}

async function query<Rows>(database: Database, { sql, ...statement }: Statement, place: Place): Promise<Rows> {
  const signal = clientSignal();
  const source = connectionsAt(database, place);
  const connection = await connect(source, signal);
  return new Promise<Rows>((resolve, reject) => {
    let isOver = false;
    const giveUp = (error: DatabaseUnavailableError): void => {
      end();
      connection.destroy();
      reject(error);
    };
    const leave = (): void => {
      giveUp(new ClientGoneError("The client has gone"));
      killOnServer(source, connection.threadId);
    };
    const late = (): void => giveUp(new DatabaseUnavailableError(`No answer within ${STATEMENT_MILLISECONDS} ms`));
    const timer = setTimeout(late, STATEMENT_MILLISECONDS);
    const end = (): void => {
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
    };
    signal?.addEventListener("abort", leave);
    connection.query({ ...statement, sql: limitOnServer(database, sql) }, (error, rows) => {
      if (isOver) return;
      end();
      if (error && isBroken(error)) connection.destroy();
      else connection.release();
      if (!error) resolve(rows as Rows);
      else reject(isPassing(error) ? new DatabaseUnavailableError(error.message, { cause: error }) : error);
    });
  });
}

function connect(source: ConnectionSource, signal: AbortSignal | undefined): Promise<MysqlConnection> {
  if (signal?.aborted) return Promise.reject(new ClientGoneError("The client has gone"));
  return new Promise((resolve, reject) => {
    let isOver = false;
    const end = (): void => {
      isOver = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", leave);
    };
    const giveUp = (error: DatabaseUnavailableError): void => {
      end();
      reject(error);
    };
    const leave = (): void => giveUp(new ClientGoneError("The client has gone"));
    const late = (): void => giveUp(new DatabaseUnavailableError(`No connection within ${WAIT_MILLISECONDS} ms`));
    const timer = setTimeout(late, WAIT_MILLISECONDS);
    signal?.addEventListener("abort", leave);
    source.getConnection((error, connection) => {
      if (isOver) {
        if (!error) connection.release();
        return;
      }
      end();
      if (error) reject(new DatabaseUnavailableError(error.message, { cause: error }));
      else resolve(connection);
    });
  });
}

/** A server does not see that a client has gone until it has something to say. What fails here ends by the limit of the server. */
function killOnServer(source: ConnectionSource, threadId: number): void {
  source.getConnection((error, connection) => {
    if (!error) connection.query({ sql: `KILL ${threadId}` }, () => connection.release());
  });
}

/** Each server has its own way to limit one statement, and neither touches those who write over the same pool. */
const limitOnServer = (database: Database, sql: string): string =>
  database.options.type === "mariadb"
    ? `SET STATEMENT max_statement_time=${SERVER_MILLISECONDS / 1000} FOR ${sql}`
    : limitSelect(sql, SERVER_MILLISECONDS);

/** Broken off by the limit of the server, MySQL's (3024) or MariaDB's (1969), which leaves the connection whole. */
const STATEMENT_LIMITS: ReadonlySet<number | undefined> = new Set([1969, 3024]);
/** The server shuts down (1053), or ended the connection (1927). */
const ENDED: ReadonlySet<number | undefined> = new Set([1053, 1927]);

const isBroken = ({ errno, sqlState }: MysqlError): boolean => sqlState === undefined || ENDED.has(errno);
const isPassing = (error: MysqlError): boolean => isBroken(error) || STATEMENT_LIMITS.has(error.errno);
