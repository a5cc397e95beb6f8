import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import type { Config } from "../config/read-config";
import { createGraphSources } from "../graph/graph-context";
import { workFor } from "../lib/client-signal";
import { createUploadImporter } from "../ingest/create-upload-importer";
import { findHubState } from "../store/find-data-version";
import type { Database } from "../store/open-database";
import { ClientGoneError, DatabaseUnavailableError, mostConnections } from "../store/query-in-time";
import { createRowReader } from "../store/row-reader";
import { refuse, send } from "./answer";
import type { Answer, StreamedAnswer } from "./answer";
import { payMore } from "./caller-budget";
import { clientAddress, listTrusted } from "./client-address";
import { CONNECTION_LIMITS, limitConnections, oneAtATime } from "./connection-limits";
import type { ConnectionLimits } from "./connection-limits";
import { createApolloServer } from "./create-apollo-server";
import { createMetrics } from "./create-metrics";
import { createRoutes } from "./create-routes";
import { inRequestSpan } from "./in-request-span";
import type { Log } from "./log";
import { openRateLimit } from "./open-rate-limit";
import { openResponseCache } from "./open-response-cache";
import { refuseMalformed } from "./refuse-malformed";
import { requestRecords } from "./request-record";
import type { RequestRecord } from "./request-record";
import { answerFrom, splitAddress } from "./route";
import { watchLoad } from "./watch-load";

export interface HttpServerOptions {
  readonly database: Database;
  readonly config: Pick<Config, "host" | "port" | "lameDuckSeconds" | "responseCache"> &
    Partial<Pick<Config, "rateLimit" | "trustedProxies" | "publicUrl" | "loadShedding">>;
  readonly log?: Log;
  readonly limits?: ConnectionLimits;
}

export interface RunningHttpServer {
  readonly port: number;
  /** Not ready, lame duck, no new connections, running requests finish. */
  stop(): Promise<void>;
}

type Answered = Answer | StreamedAnswer;

/** Running requests get so long after the listener is closed. */
const DRAIN_MILLISECONDS = 25_000;
/** The embedded database answers at once, whoever waits: this much may be under way as if it had so many connections. */
const EMBEDDED_AT_ONCE = 10;
/** A database that does not answer within this time is not ready. */
const READY_MILLISECONDS = 2_000;

const COUNTED_APART = ["/graphql", "/documents", "/export", "/charts", "/embed", "/feed.atom", "/mcp", "/livez", "/readyz", "/metrics"];

/** Serves the graph, the explorer and the health of the hub. */
export async function startHttpServer({
  database,
  config,
  log = () => undefined,
  limits = CONNECTION_LIMITS,
}: HttpServerOptions): Promise<RunningHttpServer> {
  const reader = createRowReader(database);
  const onStatement = (): void => {
    const record = requestRecords.getStore();
    if (record) record.statements += 1;
  };
  const sources = createGraphSources(database, reader, onStatement, payMore);
  const importUploaded = createUploadImporter(database, reader);
  const cached = openResponseCache(config.responseCache, reader, log);
  const rateLimit = config.rateLimit && openRateLimit(config.rateLimit, log);
  const trusted = listTrusted(config.trustedProxies ?? []);
  const load = watchLoad(mostConnections(database) ?? EMBEDDED_AT_ONCE);
  const metrics = createMetrics({ database, reader, cache: cached?.cache });
  const apollo = createApolloServer((level, message, fields) => {
    if (level === "error") metrics.failures.inc();
    log(level, message, fields);
  });
  await apollo.start();
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
  const routes = createRoutes({ database, graph, metrics, publicUrl, isReady });

  /** Work is refused where there is too much, and given up where it takes too long; whatever fails is told as a failure. */
  const answer = async (request: IncomingMessage, record: RequestRecord, abandon: () => void): Promise<Answered> => {
    const { pathname } = splitAddress(request.url ?? "/");
    if ((request.headersDistinct["host"]?.length ?? 0) > 1)
      return refuse(400, "BAD_REQUEST", "Send the header Host once", { connection: "close" });
    if (request.headers.host === undefined && request.httpVersion !== "1.0")
      return refuse(400, "BAD_REQUEST", "Send the header Host", { connection: "close" });
    const isWork = request.method !== "OPTIONS" && routes.some((route) => route.isWork && route.matches(pathname));
    if (isWork && config.loadShedding !== false && load.isOverloaded()) {
      metrics.refused.inc({ reason: "overload" });
      return refuse(503, "OVERLOADED", "The hub has more to do than it can; ask again in a moment", { "retry-after": "1" });
    }
    const answered = answerFrom(routes, request)
      .catch((error: unknown): Answer => {
        if (error instanceof DatabaseUnavailableError) {
          return refuse(503, "UNAVAILABLE", "The database does not answer in time; ask again in a moment", { "retry-after": "1" });
        }
        // For the log: nobody hears it.
        if (request.errored)
          return refuse(400, "BODY_INCOMPLETE", "The sender went away before the end of the body", { connection: "close" });
        const { id } = record;
        log("error", "a request failed", { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
        return refuse(500, "INTERNAL_SERVER_ERROR", `The hub failed on this request; quote ${id} when you report it`);
      })
      .finally(() => (record.isUnderWay ? load.end() : undefined));
    return isWork ? giveUpLate(answered, record, abandon, limits) : answered;
  };

  const handle = (request: IncomingMessage, response: ServerResponse): Promise<Answered> => {
    const { pathname } = splitAddress(request.url ?? "/");
    const id = randomUUID();
    const route = COUNTED_APART.find((path) => pathname === path || pathname.startsWith(`${path}/`)) ?? "(page)";
    const isQuiet = routes.some((one) => one.isQuiet && one.matches(pathname));
    const handleIt = (): Promise<Answered> => handleAt({ id, pathname, route, isQuiet }, request, response);
    return isQuiet ? handleIt() : inRequestSpan(request, { route, id }, handleIt);
  };

  const handleAt = async (
    { id, pathname, route, isQuiet }: { readonly id: string; readonly pathname: string; readonly route: string; readonly isQuiet: boolean },
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<Answered> => {
    const begun = performance.now();
    const forwarded = request.headers["x-forwarded-for"];
    const caller = clientAddress(request.socket.remoteAddress ?? "", Array.isArray(forwarded) ? forwarded.join(",") : forwarded, trusted);
    const record: RequestRecord = {
      id,
      caller,
      statements: 0,
      isUnderWay: false,
      begin: () => {
        if (!record.isUnderWay) load.begin();
        record.isUnderWay = true;
      },
      spend: async (points) => rateLimit?.spend(record.caller, points),
    };
    const leaving = new AbortController();
    const abandon = (): void => (record.isChange ? undefined : leaving.abort(new ClientGoneError("The client has gone")));
    response.once("close", abandon);
    const work = async (): Promise<Answered> => {
      const made = await answer(request, record, abandon);
      response.setHeader("x-request-id", record.id);
      // A connection that stays open would bring its next request here.
      if (stopping) response.setHeader("connection", "close");
      await send(response, made, request.method !== "HEAD").catch((error: unknown) => {
        log("warn", "an answer was cut", { id: record.id, error: error instanceof Error ? error.message : String(error) });
      });
      return made;
    };
    // What is read while it is sent belongs to the same request.
    const answered = await requestRecords.run(record, () => workFor(leaving.signal, work));
    const milliseconds = performance.now() - begun;
    const { status } = answered;
    const { operation, price, statements } = record;
    metrics.observe({ path: route, operation, status, seconds: milliseconds / 1000 });
    if (status === 429) metrics.refused.inc({ reason: "rate" });
    if (status === 500) metrics.failures.inc();
    log(isQuiet ? "debug" : "info", "request", {
      id,
      method: request.method,
      // Without the query string: a client may have put anything there.
      path: pathname.slice(0, 200),
      status,
      milliseconds: Math.round(milliseconds),
      ...(operation !== undefined && { operation: operation.slice(0, 100) }),
      ...(price !== undefined && { price, statements }),
    });
    return answered;
  };

  const server = createServer({ connectionsCheckingInterval: limits.check, requireHostHeader: false }, oneAtATime(handle));
  refuseMalformed(server);
  limitConnections(server, limits);
  await listen(server, config);
  const stop = async (): Promise<void> => {
    stopping = true;
    await sleep(config.lameDuckSeconds * 1000);
    await close(server);
    await apollo.stop();
    load.stop();
    rateLimit?.close();
    await cached?.close();
    sources.comparisonStore.close();
    reader.close();
  };
  let stopped: Promise<void> | undefined;
  return { port: (server.address() as AddressInfo).port, stop: () => (stopped ??= stop()) };
}

/** What is given up is not worked at any longer. */
function giveUpLate(
  answered: Promise<Answered>,
  record: RequestRecord,
  abandon: () => void,
  { answer, change }: ConnectionLimits,
): Promise<Answered> {
  const words = "This takes longer than an answer may; ask for less, or again in a moment";
  const goesOn =
    "This change takes longer than it can be waited for, and goes on. In a minute, ask what became of it: `disclosure` tells what is published, and the same importDisclosure again answers UNCHANGED once it is done";
  const close = { connection: "close" };
  return new Promise((resolve) => {
    const giveUp = (): void => {
      if (!record.isUnderWay) resolve(refuse(408, "REQUEST_TIMEOUT", "The request did not come in whole in time", close));
      else resolve(refuse(503, "TOO_SLOW", record.isChange ? goesOn : words, { "retry-after": record.isChange ? "60" : "1", ...close }));
      abandon();
    };
    let timer = setTimeout(() => {
      if (record.isChange) timer = setTimeout(giveUp, change - answer);
      else giveUp();
    }, answer);
    void answered.then(resolve).finally(() => clearTimeout(timer));
  });
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
