import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import { findHubState } from "../store/find-data-version";
import type { Database } from "../store/open-database";
import { countConnections } from "../store/query-in-time";
import type { RowReader } from "../store/row-reader";
import type { ResponseCache } from "./response-cache";

export interface Metrics {
  /** @param operation the name of the operation, where there is one. */
  observe(request: {
    readonly path: string;
    readonly operation: string | undefined;
    readonly status: number;
    readonly seconds: number;
  }): void;
  readonly refused: Counter<"reason">;
  readonly failures: Counter;
  text(): Promise<string>;
}

export interface MetricsSources {
  readonly database: Database;
  readonly reader: RowReader;
  readonly cache: ResponseCache | undefined;
}

/** A client names its operations as it likes: names beyond so many are counted together. */
const MOST_NAMES = 100;
const BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

/** What Prometheus reads at /metrics; docs and `deploy/grafana-dashboard.json` speak of these names. */
export function createMetrics({ database, reader, cache }: MetricsSources): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const labelNames = ["path", "operation", "status"] as const;
  const requests = new Counter({ name: "hub_requests_total", help: "Requests answered", labelNames, registers });
  const durations = new Histogram({
    name: "hub_request_duration_seconds",
    help: "Time to answer",
    labelNames: ["path", "operation"],
    buckets: BUCKETS,
    registers,
  });
  const refused = new Counter({
    name: "hub_refused_total",
    help: "Requests refused for load (overload) or because of a caller's budget (rate)",
    labelNames: ["reason"],
    registers,
  });
  const failures = new Counter({ name: "hub_errors_total", help: "Failures of the hub itself, masked to clients", registers });
  new Gauge({
    name: "hub_cache_answers",
    help: "Answers by where they came from, since the start",
    labelNames: ["from"],
    registers,
    collect() {
      const { hits = 0, sharedHits = 0, misses = 0, notModified = 0, joined = 0 } = cache?.counts ?? {};
      for (const [from, count] of Object.entries({ hits, sharedHits, misses, notModified, joined })) this.set({ from }, count);
    },
  });
  new Gauge({
    name: "hub_database_connections",
    help: "Connections of the pool: used, free, and requests that wait for one",
    labelNames: ["state"],
    registers,
    collect() {
      for (const [state, count] of Object.entries(countConnections(database) ?? {})) this.set({ state }, count);
    },
  });
  new Gauge({
    name: "hub_data_version",
    help: "Version of the published data",
    registers,
    async collect() {
      const state = await findHubState(reader).catch(() => undefined);
      if (state) this.set(state.dataVersion);
    },
  });
  new Gauge({
    name: "hub_imported_revisions",
    help: "Revisions of disclosures that were imported",
    registers,
    async collect() {
      const [row] = await reader.rows<{ count: number }>("SELECT COUNT(*) AS count FROM disclosure_revision").catch(() => []);
      if (row) this.set(Number(row.count));
    },
  });
  const names = new Set<string>();
  const nameOf = (operation: string | undefined): string => {
    if (operation === undefined) return "";
    if (names.size < MOST_NAMES) names.add(operation);
    return names.has(operation) ? operation : "(other)";
  };
  return {
    refused,
    failures,
    observe: ({ path, operation, status, seconds }) => {
      const labels = { path, operation: nameOf(operation) };
      requests.inc({ ...labels, status: String(status) });
      durations.observe(labels, seconds);
    },
    text: () => registry.metrics(),
  };
}
