import type { IncomingMessage } from "node:http";
import { HeaderMap } from "@apollo/server";
import type { ApolloServer } from "@apollo/server";
import type { ImportUploaded } from "../graph/access/editing";
import { createGraphContext } from "../graph/graph-context";
import type { GraphSources } from "../graph/graph-context";
import { LIMITS } from "../graph/limits";
import { requestError } from "../graph/request-error";
import { auditNameOf } from "../model/access";
import type { HubState } from "../store/find-data-version";
import { refuse } from "./answer";
import type { Answer } from "./answer";
import type { HttpContext } from "./http-context";
import { pointsOf } from "./open-rate-limit";
import type { RateLimit, Spent } from "./open-rate-limit";
import { readActor } from "./read-actor";
import { isQueryAlone, readGraphqlQuestion } from "./read-graphql-question";
import { readJsonBody } from "./read-json-body";
import { requestRecords } from "./request-record";
import type { Executed, ResponseCache } from "./response-cache";
import { insertData } from "./straight-answer-plugin";

/** What answers the graph, for the life of the server. */
export interface GraphqlService {
  readonly apollo: ApolloServer<HttpContext>;
  readonly sources: GraphSources;
  readonly importUploaded: ImportUploaded;
  /** Undefined where nothing is kept. */
  readonly cache: ResponseCache | undefined;
  readonly rateLimit: RateLimit | undefined;
}

/** Answers /graphql: GET and POST of GraphQL over HTTP. */
export async function answerGraphql(
  { apollo, sources, importUploaded, cache, rateLimit }: GraphqlService,
  request: IncomingMessage,
  search: string,
): Promise<Answer> {
  const { method = "GET" } = request;
  const read = await readActor(sources.reader, request.headers);
  if ("refused" in read) return read.refused;
  const caller = read.actor ? auditNameOf(read.actor) : (requestRecords.getStore()?.caller ?? "");
  const spent = await rateLimit?.spend(caller, 1);
  if (spent?.isRefused) return refuse(429, "RATE_LIMITED", rateWords(spent), rateHeaders(spent));
  const pay = async (price: number): Promise<void> => {
    const points = pointsOf(price);
    const left = points > 0 ? await rateLimit?.spend(caller, points) : undefined;
    if (left?.isRefused)
      throw requestError("RATE_LIMITED", rateWords(left), {
        http: { status: 429, headers: new HeaderMap(Object.entries(rateHeaders(left))) },
      });
  };
  const body = method === "POST" ? await readJsonBody(request, LIMITS.maxBodyBytes) : { value: undefined };
  if ("refused" in body) return body.refused;
  const execute = async (state?: HubState): Promise<Executed> => {
    const outcome: HttpContext["outcome"] = { isRepeatable: false, data: undefined };
    const editing = read.actor ? { holder: read.actor, importUploaded } : undefined;
    const answered = await apollo.executeHTTPGraphQLRequest({
      httpGraphQLRequest: { method: method === "HEAD" ? "GET" : method, headers: headersOf(request), search, body: body.value },
      context: () => Promise.resolve({ ...createGraphContext(sources, editing, state), outcome, pay }),
    });
    const text = answered.body.kind === "complete" ? answered.body.string : await joinChunks(answered.body.asyncIterator);
    // What the holder of a key reads is nobody else's to keep.
    const headers = { ...Object.fromEntries(answered.headers), ...(read.actor && { "cache-control": "no-store" }) };
    const status = answered.status ?? 200;
    return { answer: { status, headers, body: insertData(text, outcome.data) }, isRepeatable: outcome.isRepeatable && status === 200 };
  };
  const question = cache && read.actor === null ? readGraphqlQuestion(search, body.value) : undefined;
  if (!cache || !question) return (await execute()).answer;
  return cache.answer({
    question: `${request.headers.accept ?? ""}\n${question.text}`,
    condition: request.headers["if-none-match"],
    isQuery: () => isQueryAlone(question.document),
    execute,
  });
}

const rateWords = ({ seconds }: Spent): string => `You have asked for as much as one caller may in a minute: ask again in ${seconds} s`;

const rateHeaders = ({ seconds, remaining }: Spent): Record<string, string> => ({
  "retry-after": String(seconds),
  "ratelimit-remaining": String(remaining),
});

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
