import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../config/read-config";
import { createGraphSources } from "../graph/graph-context";
import { createUploadImporter } from "../ingest/create-upload-importer";
import { findHubState } from "../store/find-data-version";
import type { Database } from "../store/open-database";
import { createRowReader } from "../store/row-reader";
import { refuse, send } from "./answer";
import type { Answer } from "./answer";
import { createApolloServer } from "./create-apollo-server";
import { createRoutes } from "./create-routes";
import type { Log } from "./log";
import { openResponseCache } from "./open-response-cache";
import { answerFrom, splitAddress } from "./route";

export interface HttpServerOptions {
  readonly database: Database;
  readonly config: Pick<Config, "host" | "port" | "lameDuckSeconds" | "responseCache"> & Partial<Pick<Config, "publicUrl">>;
  readonly log?: Log;
}

export interface RunningHttpServer {
  readonly port: number;
  /** Not ready, lame duck, no new connections, running requests finish. */
  stop(): Promise<void>;
}

/** Running requests get so long after the listener is closed. */
const DRAIN_MILLISECONDS = 25_000;
const HEADERS_MILLISECONDS = 10_000;
const REQUEST_MILLISECONDS = 30_000;
/** A database that does not answer within this time is not ready. */
const READY_MILLISECONDS = 2_000;

/** Serves the graph, the explorer and the health of the hub. */
export async function startHttpServer({ database, config, log = () => undefined }: HttpServerOptions): Promise<RunningHttpServer> {
  const reader = createRowReader(database);
  const sources = createGraphSources(database, reader);
  const importUploaded = createUploadImporter(database, reader);
  const apollo = createApolloServer(log);
  await apollo.start();
  const cached = openResponseCache(config.responseCache, reader, log);
  const graph = { apollo, sources, importUploaded, cache: cached?.cache };
  let stopping = false;

  const isReady = async (): Promise<boolean> => {
    if (stopping) return false;
    const answered = findHubState(reader).then(
      () => true,
      () => false,
    );
    return Promise.race([answered, sleep(READY_MILLISECONDS, false, { ref: false })]);
  };

  const publicUrl = (): string => config.publicUrl ?? `http://localhost:${(server.address() as AddressInfo).port}`;
  const routes = createRoutes({ database, graph, publicUrl, isReady });

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const begun = performance.now();
    const answered = await answerFrom(routes, request).catch((error: unknown): Answer => {
      log("error", "a request failed", { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      return refuse(500, "INTERNAL_SERVER_ERROR", "The hub failed on this request");
    });
    // A connection that stays open would bring its next request here.
    if (stopping) response.setHeader("connection", "close");
    await send(response, answered, request.method !== "HEAD").catch((error: unknown) => {
      log("warn", "an answer was cut", { error: error instanceof Error ? error.message : String(error) });
    });
    const { pathname } = splitAddress(request.url ?? "/");
    log(routes.some(({ matches, isQuiet }) => isQuiet && matches(pathname)) ? "debug" : "info", "request", {
      method: request.method,
      // Without the query string: a client may have put anything there.
      path: pathname.slice(0, 200),
      status: answered.status,
      milliseconds: Math.round(performance.now() - begun),
    });
  };

  const server = createServer((request, response) => void handle(request, response));
  server.headersTimeout = HEADERS_MILLISECONDS;
  server.requestTimeout = REQUEST_MILLISECONDS;
  await listen(server, config);
  const stop = async (): Promise<void> => {
    stopping = true;
    await sleep(config.lameDuckSeconds * 1000);
    await close(server);
    await apollo.stop();
    await cached?.close();
    sources.comparisonStore.close();
    reader.close();
  };
  let stopped: Promise<void> | undefined;
  return { port: (server.address() as AddressInfo).port, stop: () => (stopped ??= stop()) };
}

function listen(server: Server, { host, port }: Pick<Config, "host" | "port">): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  await Promise.race([closed, sleep(DRAIN_MILLISECONDS, undefined, { ref: false })]);
  server.closeAllConnections();
}
