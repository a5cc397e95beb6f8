import { EmbeddedDriver } from "./embedded-driver";
import path from "node:path";
import { mkdirSync } from "node:fs";
import { DataSource } from "typeorm";
import type { DataSourceOptions } from "typeorm";
import { MIGRATIONS } from "../../migrations/list";
import { ChangeMarkSubscriber } from "./change-mark-subscriber";
import { ENTITIES } from "./entities/entities";
import { SnakeNamingStrategy } from "./snake-naming-strategy";
import { StatementSpanSubscriber } from "./statement-span-subscriber";

/** An open database, under the name that folders above the store use. */
export type Database = DataSource;

/** Where the data live: a MySQL or MariaDB server by URL, else the embedded database in a folder. */
export interface DatabaseAddress {
  /** mysql://… or mariadb://…; undefined for the embedded database. */
  readonly url?: string | undefined;
  /** Copies of that server that follow it, by URL: readers are answered from those that have caught up. */
  readonly replicaUrls?: readonly string[];
  /** Folder of the embedded database. */
  readonly dataDir: string;
  /** Connections of the pool (servers only). */
  readonly poolSize?: number;
}

/** Opens the database without touching its schema. */
export async function openDatabase(address: DatabaseAddress): Promise<Database> {
  const { url, replicaUrls = [], dataDir, poolSize = 10 } = address;
  const dataSource = new DataSource(url === undefined ? embedded(dataDir) : server(url, replicaUrls, poolSize));
  await dataSource.initialize();
  return dataSource;
}

const shared = {
  entities: ENTITIES,
  subscribers: [ChangeMarkSubscriber, StatementSpanSubscriber],
  migrations: [...MIGRATIONS],
  migrationsTableName: "schema_migration",
  namingStrategy: new SnakeNamingStrategy(),
  synchronize: false,
  logging: false,
} satisfies Partial<DataSourceOptions>;

function embedded(dataDir: string): DataSourceOptions {
  mkdirSync(dataDir, { recursive: true });
  return {
    ...shared,
    type: "better-sqlite3",
    // libsql speaks better-sqlite3's interface and brings its binary inside the package.
    driver: EmbeddedDriver,
    database: path.join(dataDir, "hub.sqlite"),
    enableWAL: true,
    prepareDatabase: (connection: { pragma(text: string): unknown }) => {
      // Another process (an import beside a running server) waits for its turn instead of failing at once.
      connection.pragma("busy_timeout = 10000");
      connection.pragma("synchronous = NORMAL");
    },
  };
}

function server(url: string, replicaUrls: readonly string[], poolSize: number): DataSourceOptions {
  return {
    ...shared,
    type: url.startsWith("mariadb:") ? "mariadb" : "mysql",
    ...(replicaUrls.length === 0 ? { url } : { replication: replication(url, replicaUrls) }),
    charset: "utf8mb4",
    timezone: "Z",
    dateStrings: true,
    supportBigNumbers: true,
    // BIGINT arrives as a number while it is exact, and as text beyond: exactInteger refuses the latter.
    bigNumberStrings: false,
    poolSize,
    // A request waits no longer for a connection (query-in-time.ts), and one that hangs in between is not in the way of the next.
    connectTimeout: 1500,
    extra: { connectionLimit: poolSize, queueLimit: 200, maxIdle: poolSize },
  };
}

/** Everything goes to the primary but the statements that `read-replicas.ts` sends elsewhere, which knows for itself who is away. */
const replication = (url: string, replicaUrls: readonly string[]) => ({
  master: { url },
  slaves: replicaUrls.map((replica) => ({ url: replica })),
  defaultMode: "master" as const,
  canRetry: false,
  // A server that is struck off after some errors is one that is missed when it is back.
  removeNodeErrorCount: Number.MAX_SAFE_INTEGER,
});
