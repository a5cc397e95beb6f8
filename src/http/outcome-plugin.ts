import type { ApolloServerPlugin } from "@apollo/server";
import type { HttpContext } from "./http-context";

/** Says whether what was executed may be answered again from the cache. */
export const outcomePlugin: ApolloServerPlugin<Pick<HttpContext, "outcome">> = {
  requestDidStart: () => {
    let isExecuted = false;
    return Promise.resolve({
      executionDidStart: () => {
        isExecuted = true;
        return Promise.resolve();
      },
      willSendResponse: ({ response, contextValue, operation }) => {
        const hasFailed = response.body.kind !== "single" || response.body.singleResult.errors !== undefined;
        contextValue.outcome.isRepeatable = isExecuted && !hasFailed && operation?.operation === "query";
        return Promise.resolve();
      },
    });
  },
};
