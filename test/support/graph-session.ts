import type { ExecutionResult } from "graphql";
import { graphql } from "graphql";
import { buildGraphSchema } from "../../src/graph/build-graph-schema";
import { createGraphContext, createGraphSources } from "../../src/graph/graph-context";
import type { GraphSources } from "../../src/graph/graph-context";
import { importDocument } from "../../src/ingest/import-document";
import { migrate } from "../../src/store/migrate";
import { openDatabase } from "../../src/store/open-database";
import type { Database } from "../../src/store/open-database";
import { createRowReader } from "../../src/store/row-reader";
import { createSampleDatabase } from "./databases/create-sample-database";
import { createTestDatabase } from "./databases/create-test-database";
import type { TestDatabase } from "./databases/create-test-database";
import type { DatabaseEngine } from "./databases/database-engine";
import { expectWrittenAlike } from "./expect-written-alike";

/** A hub for a test file: a migrated database of its own, and the graph over it without a server. */
export interface GraphSession {
  readonly database: Database;
  /** Where it is, for what opens it a second time. */
  readonly home: Pick<TestDatabase, "url" | "dataDir">;
  /** Imports and publishes a document; answers the id of its revision. */
  publish(fileName: string, bytes: Uint8Array): Promise<number>;
  /** Sends a query; the answer is plain data, and `statements` says how many reads it took. */
  ask(source: string, variables?: Readonly<Record<string, unknown>>): Promise<GraphAnswer>;
  close(): Promise<void>;
}

export interface GraphAnswer {
  // The shape of an answer is what the test asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly code: unknown }[];
  readonly statements: number;
  /** Whether the answer is one that is written without the executor. */
  readonly isWritten: boolean;
}

export async function openGraphSession(engine: DatabaseEngine, options: { samples: boolean } = { samples: false }): Promise<GraphSession> {
  const home = await (options.samples ? createSampleDatabase(engine) : createTestDatabase(engine));
  const database = await openDatabase(home);
  await migrate(database);
  const reader = createRowReader(database);
  let statements = 0;
  const unheard: GraphSources = createGraphSources(database, reader);
  const sources: GraphSources = createGraphSources(database, reader, () => (statements += 1));
  return {
    database,
    home,
    publish: async (fileName, bytes) => (await importDocument(database, { fileName, bytes }, { publish: true })).saved.revisionId,
    ask: async (source, variableValues) => {
      statements = 0;
      const result: ExecutionResult = await graphql({
        schema: buildGraphSchema(),
        source,
        ...(variableValues && { variableValues }),
        contextValue: createGraphContext(sources),
      });
      const taken = statements;
      const isWritten = await expectWrittenAlike(source, variableValues ?? {}, createGraphContext(unheard), result);
      return {
        data: JSON.parse(JSON.stringify(result.data ?? null)) as unknown,
        errors: (result.errors ?? []).map(({ message, extensions }) => ({ message, code: extensions["code"] })),
        statements: taken,
        isWritten,
      };
    },
    close: async () => {
      reader.close();
      sources.comparisonStore.close();
      unheard.comparisonStore.close();
      await database.destroy();
      await home.drop();
    },
  };
}
