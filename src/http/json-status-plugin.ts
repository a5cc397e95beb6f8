import type { ApolloServerPlugin } from "@apollo/server";

const FAILED_BEFORE_EXECUTION: ReadonlySet<unknown> = new Set([
  "GRAPHQL_PARSE_FAILED",
  "GRAPHQL_VALIDATION_FAILED",
  "BAD_USER_INPUT",
  "OPERATION_RESOLUTION_FAILURE",
  "QUERY_TOO_EXPENSIVE",
  "LIST_TOO_LONG",
]);

/**
 * GraphQL over HTTP: a client that accepts only application/json hears of a document that fails to parse or validate, or costs too much, under 200, since
 * proxies answer in that type too; one that accepts application/graphql-response+json hears of it under 400.
 */
export const jsonStatusPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ request, response }) => {
        const accept = request.http?.headers.get("accept") ?? "";
        const failed =
          response.body.kind === "single" &&
          response.body.singleResult.errors?.some((one) => FAILED_BEFORE_EXECUTION.has(one.extensions?.["code"]));
        if (failed && !accept.includes("application/graphql-response+json") && response.http.status === 400) response.http.status = 200;
        return Promise.resolve();
      },
    }),
};
