import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphContext } from "../graph/graph-context";

/** Every answer that was executed says which data it speaks of: header X-Data-Version, and `extensions.dataVersion`. */
export const dataVersionPlugin: ApolloServerPlugin<Pick<GraphContext, "hubState">> = {
  requestDidStart: () => {
    let isExecuted = false;
    return Promise.resolve({
      executionDidStart: () => {
        isExecuted = true;
        return Promise.resolve();
      },
      willSendResponse: async ({ response, contextValue }) => {
        if (!isExecuted || response.body.kind !== "single") return;
        // Without a database the answer still has something to say: which fields failed.
        const state = await contextValue.hubState().catch(() => undefined);
        if (state === undefined) return;
        response.http.headers.set("x-data-version", String(state.dataVersion));
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, dataVersion: state.dataVersion };
      },
    });
  },
};
