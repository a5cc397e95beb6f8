import type { Socket } from "node:net";
import type { DataSource, EntityManager } from "typeorm";
import { QueryFailedError } from "typeorm";

const ATTEMPTS = 5;
/** Another process writes to the embedded database: its turns are short, and many. */
const TURN_MILLISECONDS = 60_000;

/** Codes of the engines for a transaction that lost against another and may be run again as a whole. */
const LOST = new Set([
  "ER_LOCK_DEADLOCK",
  "ER_LOCK_WAIT_TIMEOUT",
  "ER_DUP_ENTRY",
  "ER_CHECKREAD",
  "SQLITE_BUSY",
  "SQLITE_CONSTRAINT_UNIQUE",
  "SQLITE_CONSTRAINT_PRIMARYKEY",
]);

/** More than a server lets one transaction wait for another (50 s). */
const SILENT_MILLISECONDS = 60_000;

/**
 * One transaction, run again as a whole when another one got in its way. `work` writes through the manager only.
 *
 * @param silentMilliseconds a server that says nothing for so long is not there any more: its connection is given up.
 */
export async function inTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
  silentMilliseconds = SILENT_MILLISECONDS,
): Promise<T> {
  const begun = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await oneAtATime(dataSource, () => transact(dataSource, work, silentMilliseconds));
    } catch (error) {
      const code = lostToAnother(error);
      const isOver = code === "SQLITE_BUSY" ? performance.now() - begun > TURN_MILLISECONDS : attempt >= ATTEMPTS;
      if (code === undefined || isOver) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.min(attempt, ATTEMPTS) * 20 + Math.random() * 30));
    }
  }
}

/**
 * On a server every statement sees what is committed when it begins: who waited for the row of a head or of the data version goes on from
 * what the one before left there, where a snapshot from the beginning would have to be given up (MariaDB 11.6 and later do so).
 */
async function transact<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>, silentMilliseconds: number): Promise<T> {
  if (dataSource.options.type === "better-sqlite3") {
    // The embedded database waits for another process with the whole loop: it is asked again instead.
    await dataSource.query("PRAGMA busy_timeout = 0");
    return dataSource.transaction(work);
  }
  const runner = dataSource.createQueryRunner();
  try {
    const { stream } = (await runner.connect()) as { readonly stream: Socket };
    // As an error of the way: whoever waits for the statement, COMMIT and ROLLBACK included, hears of it.
    const giveUp = (): Socket => stream.destroy(new Error(`The database has said nothing for ${silentMilliseconds / 1000} s`));
    stream.setTimeout(silentMilliseconds).on("timeout", giveUp);
    try {
      return await runner.manager.transaction("READ COMMITTED", work);
    } finally {
      stream.setTimeout(0).off("timeout", giveUp);
    }
  } finally {
    await runner.release();
  }
}

/** The code of an error that lets a transaction be run again. */
function lostToAnother(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  const { code } = error.driverError as { code?: string };
  return code !== undefined && LOST.has(code) ? code : undefined;
}

const turns = new WeakMap<DataSource, Promise<unknown>>();

/** The embedded database has one connection: a second transaction on it would become part of the first. */
async function oneAtATime<T>(dataSource: DataSource, transaction: () => Promise<T>): Promise<T> {
  if (dataSource.options.type !== "better-sqlite3") return transaction();
  const turn = (turns.get(dataSource) ?? Promise.resolve()).then(transaction, transaction);
  turns.set(
    dataSource,
    turn.catch(() => undefined),
  );
  return turn;
}
