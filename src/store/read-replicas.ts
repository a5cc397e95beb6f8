import type { ArrayReader } from "./comparison/array-reader";
import type { HubState } from "./find-data-version";
import { findHubState } from "./find-data-version";
import type { Database } from "./open-database";
import type { Place } from "./query-in-time";
import { ClientGoneError, DatabaseUnavailableError, queryInTime } from "./query-in-time";
import { workForAll } from "../lib/client-signal";
import type { RowReader, SqlValue } from "./row-reader";

/** One request's reads, at a server that has all that the request was told of. */
export interface CaughtUpReads {
  readonly reader: RowReader;
  readonly arrays: ArrayReader;
}

export interface ReadReplicas {
  /** @param hubState the state that the request answers at, as the primary told it. */
  readsAt(hubState: () => Promise<HubState>): CaughtUpReads;
}

/** A replica that failed, or lags, is looked at again so often. */
const LOOK_MILLISECONDS = 200;
/** What a replica did not answer goes to the primary, if there is time for that. */
const FAILED_AT_ONCE_MILLISECONDS = 1_000;

/** A server that follows the primary, later by a moment or by hours. */
class Replica {
  #mark: string | undefined;
  #lookedAt = -Infinity;

  constructor(
    private readonly database: Database,
    readonly place: Place,
  ) {}

  /** Whether it is known to hold what the primary holds; if it is not, it is asked for the sake of those who come later. */
  holds({ changeMark }: HubState): boolean {
    if (this.#mark === changeMark) return true;
    this.#look();
    return false;
  }

  /** It does not answer. */
  lose(): void {
    this.#mark = undefined;
  }

  #look(): void {
    const now = performance.now();
    if (now - this.#lookedAt < LOOK_MILLISECONDS) return;
    this.#lookedAt = now;
    const rows = <Row>(sql: string): Promise<Row[]> => workForAll(() => queryInTime<Row[]>(this.database, { sql, values: [] }, this.place));
    findHubState({ rows, close: () => undefined }).then(
      ({ changeMark }) => (this.#mark = changeMark),
      () => this.lose(),
    );
  }
}

/**
 * Spreads what public readers ask over the replicas. The state of the hub is read at the primary for each request; a replica answers only
 * where it holds the same state, so that no answer is older than one that was given before, by this instance or another. Without such a
 * replica the primary answers.
 *
 * @returns undefined where the database has no replicas.
 */
export function createReadReplicas(database: Database): ReadReplicas | undefined {
  const { replication } = database.options as { readonly replication?: { readonly slaves: readonly unknown[] } };
  if (!replication) return undefined;
  const replicas = replication.slaves.map((_, index) => new Replica(database, `SLAVE${index}`));
  let turn = 0;
  const choose = (state: HubState): Replica | undefined => {
    turn += 1;
    // All are asked whether they have caught up, not only the first that has.
    const caughtUp = replicas.filter((replica) => replica.holds(state));
    return caughtUp[turn % caughtUp.length];
  };
  const ask = async <Rows>(chosen: Promise<Replica | undefined>, statement: Parameters<typeof queryInTime>[1]): Promise<Rows> => {
    const replica = await chosen;
    if (!replica) return queryInTime<Rows>(database, statement);
    const begun = performance.now();
    try {
      return await queryInTime<Rows>(database, statement, replica.place);
    } catch (error) {
      if (!(error instanceof DatabaseUnavailableError) || error instanceof ClientGoneError) throw error;
      replica.lose();
      if (performance.now() - begun > FAILED_AT_ONCE_MILLISECONDS) throw error;
      return queryInTime<Rows>(database, statement);
    }
  };
  return {
    readsAt: (hubState) => {
      let chosen: Promise<Replica | undefined> | undefined;
      const atOnePlace = (): Promise<Replica | undefined> => (chosen ??= hubState().then(choose));
      const close = (): void => undefined;
      return {
        reader: {
          rows: <Row>(sql: string, values: readonly SqlValue[] = []) => ask<Row[]>(atOnePlace(), { sql, values }),
          close,
        },
        arrays: { read: (sql, values) => ask(atOnePlace(), { sql, values, rowsAsArray: true }), close },
      };
    },
  };
}
