import type { IncomingMessage } from "node:http";
import { HeaderMap } from "@apollo/server";
import type { ApolloServer } from "@apollo/server";
import type { ImportUploaded } from "../graph/access/editing";
import { createGraphContext } from "../graph/graph-context";
import type { GraphSources } from "../graph/graph-context";
import { LIMITS } from "../graph/limits";
import type { HubState } from "../store/find-data-version";
import type { Answer } from "./answer";
import { admitCaller } from "./caller-budget";
import type { HttpContext } from "./http-context";
import { inOperationSpan } from "./in-operation-span";
import type { TracedOperation } from "./in-operation-span";
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
}

/** Answers /graphql: GET and POST of GraphQL over HTTP. */
export async function answerGraphql(
  { apollo, sources, importUploaded, cache }: GraphqlService,
  request: IncomingMessage,
  search: string,
): Promise<Answer> {
  const { method = "GET" } = request;
  const body = method === "POST" ? await readJsonBody(request, LIMITS.maxBodyBytes) : { value: undefined };
  if ("refused" in body) return body.refused;
  const read = await admitCaller(sources.reader, request.headers);
  if ("refused" in read) return read.refused;
  const execute = async (state?: HubState): Promise<Executed> => {
    const outcome: HttpContext["outcome"] = { isRepeatable: false, data: undefined };
    const editing = read.actor ? { holder: read.actor, importUploaded } : undefined;
    const httpGraphQLRequest = { method: method === "HEAD" ? "GET" : method, headers: headersOf(request), search, body: body.value };
    const context = () => Promise.resolve({ ...createGraphContext(sources, editing, state), outcome });
    const answered = await inOperationSpan(() => apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context }), operationOfRequest);
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

function operationOfRequest(): TracedOperation {
  const { isChange = false, operation: name, price } = requestRecords.getStore() ?? {};
  return { type: isChange ? "mutation" : "query", name, price };
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
