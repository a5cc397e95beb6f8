import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { invariant } from "../lib/invariant";

/** What a connection may take of the server: times in milliseconds. */
export interface ConnectionLimits {
  /** Work is answered within this time, if only by saying that it takes longer. */
  readonly answer: number;
  /** A change is waited for: whoever is told less than what became of it does not know what to do. An import may take as long as a reader of documents may. */
  readonly change: number;
  /** A connection over which nothing moves for so long is cut, so that nobody keeps an answer waiting for ever. */
  readonly stalled: number;
  /** Longer than balancers keep a connection that is not used (60 s): who closes first must not be the one that is being sent the next request. */
  readonly idle: number;
  /** From the opening of a connection, or the first byte of a request, to the end of its headers. */
  readonly headers: number;
  /** The largest document over a line of 1.4 Mbit/s. Whatever else comes slowly is given up long before. */
  readonly request: number;
  /** How often headers and requests are looked at. */
  readonly check: number;
  readonly connections: number;
  readonly requestsPerConnection: number;
}

export const CONNECTION_LIMITS: ConnectionLimits = {
  answer: 4_800,
  change: 55_000,
  stalled: 60_000,
  idle: 75_000,
  headers: 10_000,
  request: 300_000,
  check: 1_000,
  connections: 5_000,
  requestsPerConnection: 1_000,
};

/** An answer that is given up must reach who waits before the connection is cut under it. */
export function limitConnections(server: Server, limits: ConnectionLimits): void {
  const { answer, change, stalled, idle, headers, request } = limits;
  invariant(answer < change && change < stalled && stalled < idle, "answers are given up before connections are cut");
  invariant(headers <= request, "headers are a part of the request");
  server.headersTimeout = headers;
  server.requestTimeout = request;
  server.timeout = stalled;
  server.keepAliveTimeout = idle;
  server.maxRequestsPerSocket = limits.requestsPerConnection;
  server.maxConnections = limits.connections;
  // Who does nothing makes room for who asks: whoever was turned away gets in the next time.
  server.on("drop", () => server.closeIdleConnections());
}

/**
 * Requests that come over one connection before the one before is answered (pipelining) are worked on one after the other: a connection cannot
 * take more of the server than one request does.
 */
export function oneAtATime(
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<unknown>,
): (request: IncomingMessage, response: ServerResponse) => void {
  const underWay = new WeakMap<Socket, Promise<void>>();
  return (request, response) => {
    const { socket } = request;
    const before = underWay.get(socket);
    const begin = async (): Promise<void> => {
      if (before) await before;
      if (!socket.destroyed) await handle(request, response);
    };
    const over = begin().finally(() => {
      if (underWay.get(socket) === over) underWay.delete(socket);
    });
    underWay.set(socket, over);
  };
}
