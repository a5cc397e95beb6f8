import { createComparisonStore } from "../store/comparison/comparison-store";
import type { ComparisonStore } from "../store/comparison/comparison-store";
import { findDataVersionAt, findHubState } from "../store/find-data-version";
import type { HubState } from "../store/find-data-version";
import type { Database } from "../store/open-database";
import type { RowReader } from "../store/row-reader";
import { createLoaders } from "./loaders/create-loaders";
import type { Loaders } from "./loaders/create-loaders";

/** What stands for the life of the server. */
export interface GraphSources {
  readonly reader: RowReader;
  readonly comparisonStore: ComparisonStore;
}

/** What one request works with. Everything in it is read at one data version. */
export interface GraphContext extends GraphSources {
  readonly loaders: Loaders;
  /** The state of the hub when the request first asked. */
  hubState(): Promise<HubState>;
  /** The data version to read at: the one current at an instant, or the request's own. */
  dataVersionAt(asOf: Date | null | undefined): Promise<number>;
}

/** @param onStatement hears of every statement that reads for a request. */
export function createGraphSources(database: Database, reader: RowReader, onStatement?: (sql: string) => void): GraphSources {
  const heard: RowReader = {
    rows: (sql, parameters) => {
      onStatement?.(sql);
      return reader.rows(sql, parameters);
    },
    close: () => reader.close(),
  };
  return { reader: heard, comparisonStore: createComparisonStore(database, onStatement) };
}

export function createGraphContext(sources: GraphSources): GraphContext {
  let state: Promise<HubState> | undefined;
  const hubState = (): Promise<HubState> => (state ??= findHubState(sources.reader));
  return {
    ...sources,
    loaders: createLoaders(sources.reader),
    hubState,
    dataVersionAt: async (asOf) => (asOf ? findDataVersionAt(sources.reader, asOf.toISOString()) : (await hubState()).dataVersion),
  };
}
