import type { IncomingHttpHeaders } from "node:http";
import { HeaderMap } from "@apollo/server";
import { LIMITS } from "../graph/limits";
import { requestError } from "../graph/request-error";
import { auditNameOf } from "../model/access";
import type { Actor } from "../model/access";
import type { RowReader } from "../store/row-reader";
import { refuse } from "./answer";
import type { Answer } from "./answer";
import { pointsOf } from "./open-rate-limit";
import type { Spent } from "./open-rate-limit";
import { readActor } from "./read-actor";
import { requestRecords } from "./request-record";

/** Lets a request in, as work from now on (who is slow to send it takes nobody's place): says who sends it, and takes the point that every request costs from that caller's budget. */
export async function admitCaller(
  reader: RowReader,
  headers: IncomingHttpHeaders,
): Promise<{ readonly actor: Actor } | { readonly refused: Answer }> {
  const record = requestRecords.getStore();
  record?.begin();
  const read = await readActor(reader, headers);
  if ("refused" in read) return read;
  if (record && read.actor) record.caller = auditNameOf(read.actor);
  const spent = await record?.spend(1);
  return spent?.isRefused ? { refused: refuse(429, "RATE_LIMITED", wordsOf(spent), headersOf(spent)) } : read;
}

/**
 * Takes the price of what is asked from the caller's budget, and tells it to the log. What a query names is known before anything is read for
 * it; what a whole comparison comes to when it is counted.
 *
 * @throws RATE_LIMITED
 */
export async function pay(price: number): Promise<void> {
  const record = requestRecords.getStore();
  if (!record) return;
  record.price = (record.price ?? 0) + price;
  const points = pointsOf(price);
  const spent = points > 0 ? await record.spend(points) : undefined;
  if (spent?.isRefused)
    throw requestError("RATE_LIMITED", wordsOf(spent), { http: { status: 429, headers: new HeaderMap(Object.entries(headersOf(spent))) } });
}

/**
 * Takes what a query turns out to cost beyond its price: what it holds is known only when it was looked for.
 *
 * @throws QUERY_TOO_EXPENSIVE, RATE_LIMITED
 */
export async function payMore(price: number): Promise<void> {
  checkPrice((requestRecords.getStore()?.price ?? 0) + price);
  await pay(price);
}

/** @throws QUERY_TOO_EXPENSIVE */
export function checkPrice(price: number): void {
  if (price <= LIMITS.maxCost) return;
  const message = `This query has a price of ${price}, by the objects that it may answer and the figures that it compares, and the highest is ${LIMITS.maxCost}: ask for shorter pages, fewer lists within lists, or narrower comparisons`;
  throw requestError("QUERY_TOO_EXPENSIVE", message, { price, http: { status: 400 } });
}

const wordsOf = ({ seconds }: Spent): string => `You have asked for as much as one caller may in a minute: ask again in ${seconds} s`;

const headersOf = ({ seconds, remaining }: Spent): Record<string, string> => ({
  "retry-after": String(seconds),
  "ratelimit-remaining": String(remaining),
});
