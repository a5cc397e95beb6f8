import type { ApolloServerPlugin } from "@apollo/server";
import type { HttpContext } from "./http-context";

/** Says whether what was executed may be answered again from the cache. */
export const outcomePlugin: ApolloServerPlugin<Pick<HttpContext, "outcome">> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response, contextValue, operation }) => {
        const result = response.body.kind === "single" ? response.body.singleResult : undefined;
        const isWhole = result !== undefined && result.data !== undefined && result.errors === undefined;
        contextValue.outcome.isRepeatable = isWhole && operation?.operation === "query";
        return Promise.resolve();
      },
    }),
};
