import type { Actor } from "../model/access";
import { comparisonStoreOver, createComparisonStore } from "../store/comparison/comparison-store";
import type { ComparisonStore } from "../store/comparison/comparison-store";
import { findDataVersionAt, findHubState } from "../store/find-data-version";
import type { HubState } from "../store/find-data-version";
import type { Database } from "../store/open-database";
import { createReadReplicas } from "../store/read-replicas";
import type { ReadReplicas } from "../store/read-replicas";
import type { RowReader } from "../store/row-reader";
import type { Editing, ImportUploaded } from "./access/editing";
import { ComparisonsOfRequest } from "./comparison/comparisons-of-request";
import { requestError } from "./request-error";
import { createNameIndex } from "./search/create-name-index";
import type { NameIndex } from "./search/create-name-index";
import { createLoaders } from "./loaders/create-loaders";
import type { Loaders } from "./loaders/create-loaders";

/** What stands for the life of the server. */
export interface GraphSources {
  /** For those who change something; whatever reads goes through the reader. */
  readonly database: Database;
  readonly reader: RowReader;
  readonly comparisonStore: ComparisonStore;
  /** Names by what is typed of them, kept for one data version. */
  readonly nameIndex: NameIndex;
  /** Where the database has any: public readers are answered from them, whoever holds a key by the primary. */
  readonly replicas: ReadReplicas | undefined;
  /** Hears of every statement that reads for a request. */
  readonly onStatement: (sql: string) => void;
  /** Has paid what a query turns out to cost beyond the price that it was known by. @throws QUERY_TOO_EXPENSIVE, RATE_LIMITED */
  readonly charge: (price: number) => Promise<void>;
}

/** When something is read as published: at an instant, or at a data version; by itself now. */
export interface PointInTime {
  readonly asOf?: Date | null;
  readonly dataVersion?: number | null;
}

/** What one request works with. Everything in it is read at one data version. */
export interface GraphContext extends GraphSources {
  /** Who asks. */
  readonly actor: Actor;
  readonly importUploaded: ImportUploaded;
  readonly loaders: Loaders;
  readonly comparisons: ComparisonsOfRequest;
  /** The state of the hub when the request first asked. */
  hubState(): Promise<HubState>;
  /** The data version to read at: one that is named, the one current at an instant, or the request's own. @throws AS_OF_INVALID */
  dataVersionAt(when: PointInTime): Promise<number>;
  /** Forgets what was read so far: something was changed, and what follows is read at the newest data version. */
  renew(): void;
}

/** @param onStatement hears of every statement that reads for a request. */
export function createGraphSources(
  database: Database,
  reader: RowReader,
  onStatement: (sql: string) => void = () => undefined,
  charge: (price: number) => Promise<void> = () => Promise.resolve(),
): GraphSources {
  const heard = hear(reader, onStatement);
  return {
    database,
    reader: heard,
    comparisonStore: createComparisonStore(database, onStatement),
    nameIndex: createNameIndex(heard),
    replicas: createReadReplicas(database),
    onStatement,
    charge,
  };
}

const hear = (reader: RowReader, onStatement: (sql: string) => void): RowReader => ({
  rows: (sql, parameters) => {
    onStatement(sql);
    return reader.rows(sql, parameters);
  },
  close: () => reader.close(),
});

/**
 * @param editing the holder of the key that came with the request; without one it is a public reader's.
 * @param known the state of the hub, where it was read for this request already.
 */
export function createGraphContext(sources: GraphSources, editing?: Editing, known?: HubState): GraphContext {
  let state = known && Promise.resolve(known);
  const hubState = (): Promise<HubState> => (state ??= findHubState(sources.reader));
  const reads = editing ? undefined : sources.replicas?.readsAt(hubState);
  const reader = reads ? hear(reads.reader, sources.onStatement) : sources.reader;
  const loaders = createLoaders(reader);
  return {
    ...sources,
    reader,
    comparisonStore: reads ? comparisonStoreOver(reads.arrays, sources.onStatement) : sources.comparisonStore,
    actor: editing?.holder ?? null,
    importUploaded: editing?.importUploaded ?? nobodyImports,
    loaders,
    comparisons: new ComparisonsOfRequest(),
    hubState,
    dataVersionAt: async ({ asOf, dataVersion }) => {
      const newest = (await hubState()).dataVersion;
      if (dataVersion !== undefined && dataVersion !== null) return checkedVersion(dataVersion, newest, asOf);
      return asOf ? Math.min(newest, await findDataVersionAt(reader, asOf.toISOString())) : newest;
    },
    renew: () => {
      for (const loader of Object.values(loaders)) loader.clearAll();
      state = undefined;
    },
  };
}

const nobodyImports: ImportUploaded = () => Promise.reject(new Error("A public reader imports nothing"));

function checkedVersion(dataVersion: number, newest: number, asOf: Date | null | undefined): number {
  if (asOf) throw requestError("AS_OF_INVALID", "Give `asOf` or `dataVersion`, not both");
  if (dataVersion >= 0 && dataVersion <= newest) return dataVersion;
  throw requestError("AS_OF_INVALID", `There is no data version ${dataVersion}: they go from 0 to ${newest}`);
}
