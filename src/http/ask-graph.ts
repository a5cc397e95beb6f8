import { execute, getOperationAST, GraphQLError } from "graphql";
import type { DocumentNode } from "graphql";
import { buildGraphSchema } from "../graph/build-graph-schema";
import type { GraphContext } from "../graph/graph-context";
import { priceOfDocument } from "../graph/query-price";
import { REQUEST_ERROR_CODES } from "../graph/request-error";
import type { Answer } from "./answer";
import { refuse } from "./answer";
import { checkPrice, pay } from "./caller-budget";
import { inOperationSpan } from "./in-operation-span";

export type Variables = Readonly<Record<string, unknown>>;

/**
 * Asks the graph from inside: what charts, exports and other doors say is what the graph answers.
 *
 * @throws GraphQLError the first one of the answer.
 */
export async function askGraph<Data>(contextValue: GraphContext, document: DocumentNode, variableValues: Variables): Promise<Data> {
  const price = priceOfDocument(buildGraphSchema(), document, variableValues);
  checkPrice(price);
  await pay(price);
  return askGraphPaid(contextValue, document, variableValues, price);
}

/**
 * Asks the graph what is paid for already: the pages of a list whose length is known.
 *
 * @throws GraphQLError the first one of the answer.
 */
export async function askGraphPaid<Data>(
  contextValue: GraphContext,
  document: DocumentNode,
  variableValues: Variables,
  price: number,
): Promise<Data> {
  const schema = buildGraphSchema();
  const { data, errors } = await inOperationSpan(
    async () => execute({ schema, document, variableValues, contextValue }),
    () => ({ type: "query", name: getOperationAST(document)?.name?.value, price }),
  );
  const [error] = errors ?? [];
  if (error) throw error;
  return data as Data;
}

const CLIENT_CODES: ReadonlySet<unknown> = new Set<string>(REQUEST_ERROR_CODES);

/** Whether an error is the asker's to mend: then its message may be told. */
export const isClientError = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && CLIENT_CODES.has(error.extensions["code"]);

const STATUS_OF_CODE: Readonly<Record<string, number>> = { UNAUTHENTICATED: 401, FORBIDDEN: 403 };

/** The answer of a door, or the refusal by which the graph refused. What is no client's error stays one of ours. */
export async function answerOrRefuse<T>(work: () => Promise<T>): Promise<T | Answer> {
  try {
    return await work();
  } catch (error) {
    if (!isClientError(error)) throw error;
    const { status, headers = [] } = (error.extensions["http"] ?? {}) as { status?: number; headers?: Iterable<[string, string]> };
    const code = String(error.extensions["code"]);
    return refuse(status ?? STATUS_OF_CODE[code] ?? 400, code, error.message, Object.fromEntries(headers));
  }
}
