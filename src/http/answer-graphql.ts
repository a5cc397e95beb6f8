import type { IncomingMessage } from "node:http";
import { HeaderMap } from "@apollo/server";
import type { ApolloServer } from "@apollo/server";
import type { ImportUploaded } from "../graph/access/editing";
import { createGraphContext } from "../graph/graph-context";
import type { GraphContext, GraphSources } from "../graph/graph-context";
import { LIMITS } from "../graph/limits";
import { refuse } from "./answer";
import type { Answer } from "./answer";
import { readActor } from "./read-actor";
import { readJsonBody } from "./read-json-body";

const ALLOW = "GET, HEAD, POST, OPTIONS";

/** Answers /graphql: GET and POST of GraphQL over HTTP. */
export async function answerGraphql(
  apollo: ApolloServer<GraphContext>,
  sources: GraphSources,
  importUploaded: ImportUploaded,
  request: IncomingMessage,
  search: string,
): Promise<Answer> {
  const { method = "GET" } = request;
  if (method === "OPTIONS") {
    return {
      status: 204,
      headers: {
        "access-control-allow-methods": ALLOW,
        "access-control-allow-headers": "content-type, authorization",
        "access-control-max-age": "86400",
      },
      body: "",
    };
  }
  if (method !== "GET" && method !== "HEAD" && method !== "POST")
    return refuse(405, "METHOD_NOT_ALLOWED", "Ask by GET or POST", { allow: ALLOW });
  const read = await readActor(sources.reader, request.headers);
  if ("refused" in read) return read.refused;
  const body = method === "POST" ? await readJsonBody(request, LIMITS.maxBodyBytes) : { value: undefined };
  if ("refused" in body) return body.refused;
  const answered = await apollo.executeHTTPGraphQLRequest({
    httpGraphQLRequest: { method: method === "HEAD" ? "GET" : method, headers: headersOf(request), search, body: body.value },
    context: () => Promise.resolve(createGraphContext(sources, read.actor ? { holder: read.actor, importUploaded } : undefined)),
  });
  const text = answered.body.kind === "complete" ? answered.body.string : await joinChunks(answered.body.asyncIterator);
  // What the holder of a key reads is nobody else's to keep.
  const headers = { ...Object.fromEntries(answered.headers), ...(read.actor && { "cache-control": "no-store" }) };
  return { status: answered.status ?? 200, headers, body: text };
}

function headersOf({ headers }: IncomingMessage): HeaderMap {
  const map = new HeaderMap();
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) map.set(name, Array.isArray(value) ? value.join(", ") : value);
  return map;
}

async function joinChunks(chunks: AsyncIterableIterator<string>): Promise<string> {
  let text = "";
  for await (const chunk of chunks) text += chunk;
  return text;
}
