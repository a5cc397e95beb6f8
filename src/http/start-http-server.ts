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
import { answerJson, refuse, send } from "./answer";
import type { Answer } from "./answer";
import { answerDocuments } from "./answer-documents";
import { answerExplorer } from "./answer-explorer";
import { answerGraphql } from "./answer-graphql";
import { createApolloServer } from "./create-apollo-server";
import type { Log } from "./log";
import { openResponseCache } from "./open-response-cache";

export interface HttpServerOptions {
  readonly database: Database;
  readonly config: Pick<Config, "host" | "port" | "lameDuckSeconds" | "responseCache">;
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
/** Asked every few seconds by those who watch: a line each time would bury the rest. */
const QUIET_PATHS: readonly string[] = ["/livez", "/readyz"];

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

  const answer = async (request: IncomingMessage): Promise<Answer> => {
    const { pathname, search } = splitAddress(request.url ?? "/");
    if (pathname === "/graphql") return answerGraphql(graph, request, search);
    if (pathname === "/documents") return answerDocuments({ database, reader }, request, search);
    if (request.method !== "GET" && request.method !== "HEAD")
      return refuse(405, "METHOD_NOT_ALLOWED", "Ask by GET", { allow: "GET, HEAD" });
    if (pathname === "/livez") return answerJson(200, { live: true });
    if (pathname === "/readyz")
      return (await isReady()) ? answerJson(200, { ready: true }) : refuse(503, "NOT_READY", "The hub is not ready");
    if (pathname === "/" || pathname === "/explorer" || pathname.startsWith("/explorer/")) return answerExplorer(pathname, request.headers);
    return refuse(404, "NOT_FOUND", "There is nothing at this address");
  };

  const isReady = async (): Promise<boolean> => {
    if (stopping) return false;
    const answered = findHubState(reader).then(
      () => true,
      () => false,
    );
    return Promise.race([answered, sleep(READY_MILLISECONDS, false, { ref: false })]);
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const begun = performance.now();
    const answered = await answer(request).catch((error: unknown): Answer => {
      log("error", "a request failed", { error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
      return refuse(500, "INTERNAL_SERVER_ERROR", "The hub failed on this request");
    });
    // A connection that stays open would bring its next request here.
    if (stopping) response.setHeader("connection", "close");
    send(response, answered, request.method !== "HEAD");
    const { pathname } = splitAddress(request.url ?? "/");
    log(QUIET_PATHS.includes(pathname) ? "debug" : "info", "request", {
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

/** By hand: not everything that a client may send as an address is a URL (`//`). */
function splitAddress(url: string): { pathname: string; search: string } {
  const mark = url.indexOf("?");
  return mark < 0 ? { pathname: url, search: "" } : { pathname: url.slice(0, mark), search: url.slice(mark) };
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
