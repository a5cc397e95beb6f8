import { randomUUID } from "node:crypto";
import { GraphQLError } from "graphql";
import type { GraphQLFormattedError } from "graphql";
import { REQUEST_ERROR_CODES } from "../graph/request-error";
import { ClientGoneError, DatabaseUnavailableError } from "../store/query-in-time";
import type { Log } from "./log";

/** Codes of errors that are the client's to mend. Everything else is ours: masked, and logged under an id. */
const CLIENT_CODES: ReadonlySet<unknown> = new Set<string>([
  ...REQUEST_ERROR_CODES,
  "BAD_REQUEST",
  "BAD_USER_INPUT",
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "OPERATION_RESOLUTION_FAILURE",
  "PERSISTED_QUERY_NOT_SUPPORTED",
]);

const LONGEST = 1_000;

/** What is wrong with a request before its query is read, in words that a client's programmer knows. */
const REQUEST_WORDS: Readonly<Record<number, string>> = {
  400: "Send a JSON object: `query` a GraphQL document, `variables` and `extensions` objects, `operationName` a string",
  405: "Ask queries by GET or POST, mutations by POST",
  406: "Accept application/json or application/graphql-response+json",
  415: "Send the query as application/json",
};

export const formatErrorWith =
  (log: Log) =>
  ({ message, locations, path, extensions = {} }: GraphQLFormattedError, error: unknown): GraphQLFormattedError => {
    if (extensions["code"] === "BAD_REQUEST") return { message: wordsFor(error), extensions: { code: "BAD_REQUEST" } };
    if (CLIENT_CODES.has(extensions["code"])) {
      const { stacktrace: _, ...shown } = extensions;
      return { message: message.slice(0, LONGEST), ...(locations && { locations }), ...(path && { path }), extensions: shown };
    }
    if (isArgumentRefused(error)) {
      return {
        message: message.slice(0, LONGEST),
        ...(locations && { locations }),
        ...(path && { path }),
        extensions: { code: "BAD_USER_INPUT" },
      };
    }
    if (error instanceof GraphQLError && error.originalError instanceof DatabaseUnavailableError) {
      const isGone = error.originalError instanceof ClientGoneError;
      log(isGone ? "debug" : "warn", isGone ? "a client left before its answer" : "the database is unavailable", {
        error: error.originalError.message,
      });
      return { message: "The database does not answer in time; ask again in a moment", extensions: { code: "UNAVAILABLE" } };
    }
    const id = randomUUID();
    log("error", "a request failed", { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    return {
      message: `The hub failed on this request; quote ${id} when you report it`,
      ...(path && { path }),
      extensions: { code: "INTERNAL_SERVER_ERROR", id },
    };
  };

/** A variable that is null where an argument has a value of its own passes validation, and GraphQL refuses it while the query runs, without a code. */
function isArgumentRefused(error: unknown): boolean {
  const own = error instanceof GraphQLError ? (error.originalError ?? error) : undefined;
  return own instanceof GraphQLError && own.extensions["code"] === undefined && own.message.startsWith("Argument ");
}

function wordsFor(error: unknown): string {
  const { status } = (error instanceof GraphQLError ? (error.extensions["http"] as { status?: number } | undefined) : undefined) ?? {};
  return REQUEST_WORDS[status ?? 400] ?? "The request is not one of GraphQL over HTTP";
}
