import { createConnection } from "mysql2/promise";
import type { ServerProgram } from "./find-server-program";
import type { PrivateServer } from "./start-private-server";
import { startPrivateServer } from "./start-private-server";

/** A primary and a server that follows it. */
export interface ReplicatedServers {
  readonly primary: PrivateServer;
  readonly replica: PrivateServer;
  /** The replica goes on receiving and stops doing what it receives: it lags. */
  holdBack(): Promise<void>;
  /** Answers when it has caught up. */
  letOn(): Promise<void>;
  stop(): Promise<void>;
}

export async function startReplicatedServers(program: ServerProgram): Promise<ReplicatedServers> {
  const [primary, replica] = await Promise.all([startPrivateServer(program, 1), startPrivateServer(program, 2)]);
  const isMariadb = program.engine === "mariadb";
  const word = isMariadb ? "SLAVE" : "REPLICA";
  const source = new URL(primary.url);
  const follow = isMariadb
    ? `CHANGE MASTER TO MASTER_HOST='${source.hostname}', MASTER_PORT=${source.port}, MASTER_USER='${source.username}',
       MASTER_PASSWORD='${source.password}', MASTER_USE_GTID=slave_pos, MASTER_CONNECT_RETRY=1`
    : `CHANGE REPLICATION SOURCE TO SOURCE_HOST='${source.hostname}', SOURCE_PORT=${source.port}, SOURCE_USER='${source.username}',
       SOURCE_PASSWORD='${source.password}', SOURCE_AUTO_POSITION=1, GET_SOURCE_PUBLIC_KEY=1, SOURCE_CONNECT_RETRY=1`;
  const tell = async (server: PrivateServer, ...statements: readonly string[]): Promise<Record<string, unknown>[]> => {
    const connection = await createConnection({ uri: server.url, connectTimeout: 5000 });
    try {
      let rows: unknown;
      for (const statement of statements) [rows] = await connection.query(statement);
      return rows as Record<string, unknown>[];
    } finally {
      await connection.end();
    }
  };
  const catchUp = async (): Promise<void> => {
    const [done] = await tell(primary, `SELECT @@${isMariadb ? "gtid_binlog_pos" : "gtid_executed"} AS transactions`);
    const [reached] = await tell(
      replica,
      `SELECT ${isMariadb ? "MASTER_GTID_WAIT" : "WAIT_FOR_EXECUTED_GTID_SET"}('${String(done?.["transactions"])}', 20) AS ended`,
    );
    if (Number(reached?.["ended"]) !== 0) throw new Error("The replica did not catch up within 20 s");
  };
  await tell(replica, follow, `START ${word}`);
  await catchUp();
  return {
    primary,
    replica,
    holdBack: async () => void (await tell(replica, `STOP ${word} SQL_THREAD`)),
    letOn: async () => {
      await tell(replica, `START ${word} SQL_THREAD`);
      await catchUp();
    },
    stop: async () => void (await Promise.all([primary.stop(), replica.stop()])),
  };
}
