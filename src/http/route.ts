import type { IncomingMessage } from "node:http";
import type { Answer, StreamedAnswer } from "./answer";
import { refuse } from "./answer";

/** What an address names, taken apart. */
export interface Address {
  readonly pathname: string;
  /** With its question mark, or empty. */
  readonly search: string;
}

/** One thing that the server answers. The first of the list that matches an address answers it. */
export interface Route {
  matches(pathname: string): boolean;
  /** Without HEAD, which goes with GET, and OPTIONS, which every route answers. */
  readonly methods: readonly ("GET" | "POST" | "DELETE")[];
  /** Asked every few seconds by those who watch: a line in the log each time would bury the rest. */
  readonly isQuiet?: boolean;
  /** Makes the hub work: refused where there is too much to do, and given up when it is late or nobody waits for it any more. */
  readonly isWork?: boolean;
  answer(request: IncomingMessage, address: Address): Answer | Promise<Answer | StreamedAnswer>;
}

/** By hand: not everything that a client may send as an address is a URL (`//`). */
export function splitAddress(target: string): Address {
  // As it is sent to a proxy, and may be to everybody.
  const url = /^https?:\/\/[^/?]/i.test(target) ? target.replace(/^https?:\/\/[^/?]+/i, "") || "/" : target;
  const mark = url.indexOf("?");
  return mark < 0 ? { pathname: url, search: "" } : { pathname: url.slice(0, mark), search: url.slice(mark) };
}

/** Answers a request from a list of routes. */
export async function answerFrom(routes: readonly Route[], request: IncomingMessage): Promise<Answer | StreamedAnswer> {
  const address = splitAddress(request.url ?? "/");
  const route = routes.find(({ matches }) => matches(address.pathname));
  if (!route) return refuse(404, "NOT_FOUND", "There is nothing at this address");
  const allowed = [...route.methods.flatMap((method) => (method === "GET" ? ["GET", "HEAD"] : [method])), "OPTIONS"];
  if (request.method === "OPTIONS") return preflight(allowed);
  if (allowed.includes(request.method ?? "")) return route.answer(request, address);
  return refuse(405, "METHOD_NOT_ALLOWED", `Ask by ${route.methods.join(" or ")}`, { allow: allowed.join(", ") });
}

const preflight = (allowed: readonly string[]): Answer => ({
  status: 204,
  headers: {
    "access-control-allow-methods": allowed.join(", "),
    "access-control-allow-headers": "content-type, authorization, if-none-match",
    "access-control-max-age": "86400",
  },
  body: "",
});
