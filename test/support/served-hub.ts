import type { ConnectionLimits } from "../../src/http/connection-limits";
import { startHttpServer } from "../../src/http/start-http-server";
import { createApiKey } from "../../src/store/api-keys";
import type { NewApiKey } from "../../src/store/api-keys";
import { migrate } from "../../src/store/migrate";
import { openDatabase } from "../../src/store/open-database";
import type { Database } from "../../src/store/open-database";
import { createSampleDatabase } from "./databases/create-sample-database";
import { createTestDatabase } from "./databases/create-test-database";
import type { DatabaseEngine } from "./databases/database-engine";

/** The hub as its users meet it: the sample pack, behind the real server on a port of its own. */
export interface ServedHub {
  readonly url: string;
  readonly database: Database;
  /** What DATA_DIR would be to another process, on the embedded database. */
  readonly dataDir: string;
  /** What the server logged as errors. */
  readonly errors: readonly unknown[];
  /** Makes a key and answers the header that sends it. */
  authorize(wanted?: Partial<NewApiKey>): Promise<{ readonly authorization: string }>;
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
  stop(): Promise<void>;
  close(): Promise<void>;
}

export async function serveSampleHub(
  engine: DatabaseEngine,
  options: { readonly samples: boolean; readonly limits?: ConnectionLimits } = { samples: true },
): Promise<ServedHub> {
  const home = await (options.samples ? createSampleDatabase(engine) : createTestDatabase(engine));
  const database = await openDatabase(home);
  await migrate(database);
  const errors: unknown[] = [];
  const server = await startHttpServer({
    database,
    ...(options.limits && { limits: options.limits }),
    // The test's own work holds the loop that the server would watch.
    config: {
      host: "127.0.0.1",
      port: 0,
      lameDuckSeconds: 0,
      loadShedding: false,
      responseCache: { maxBytes: 2 ** 24, redisUrl: undefined },
    },
    log: (level, message, fields) => {
      if (level === "error") errors.push({ message, ...fields });
    },
  });
  const url = `http://127.0.0.1:${server.port}`;
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopped ??= server.stop());
  return {
    url,
    database,
    dataDir: home.dataDir,
    errors,
    authorize: async (wanted) => {
      const key: NewApiKey = { name: "示例", role: "EDITOR", units: null, expiresAt: null, ...wanted };
      return { authorization: `Bearer ${(await createApiKey(database, key, "test")).secret}` };
    },
    post: (body, headers = {}) =>
      fetch(`${url}/graphql`, {
        method: "POST",
        headers: { "content-type": "application/json", ...headers },
        body: typeof body === "string" ? body : JSON.stringify(body),
      }),
    stop,
    close: async () => {
      await stop();
      await database.destroy();
      await home.drop();
    },
  };
}
