import type { IncomingMessage } from "node:http";
import { propagation, ROOT_CONTEXT, SpanKind, SpanStatusCode } from "@opentelemetry/api";
import { inSpan } from "../lib/in-span";

/** Answers a request as one step of the trace that its sender names in `traceparent`, or as the first of one. */
export function inRequestSpan<T extends { readonly status: number }>(
  { method = "GET", headers }: IncomingMessage,
  { route, id }: { readonly route: string; readonly id: string },
  work: () => Promise<T>,
): Promise<T> {
  const attributes = { "http.request.method": method, "http.route": route, "hub.request_id": id };
  const answer = async (span: Parameters<Parameters<typeof inSpan>[2]>[0]): Promise<T> => {
    const answered = await work();
    span.setAttribute("http.response.status_code", answered.status);
    if (answered.status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
    return answered;
  };
  return inSpan(`${method} ${route}`, { kind: SpanKind.SERVER, attributes }, answer, propagation.extract(ROOT_CONTEXT, headers));
}
