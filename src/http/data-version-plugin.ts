import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphContext } from "../graph/graph-context";

/** Every answer that was executed says which data it speaks of: header X-Data-Version, and `extensions.dataVersion`. */
export const dataVersionPlugin: ApolloServerPlugin<Pick<GraphContext, "hubState">> = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== "single" || response.body.singleResult.data === undefined) return;
        // Without a database the answer still has something to say: which fields failed.
        const state = await contextValue.hubState().catch(() => undefined);
        if (state === undefined) return;
        response.http.headers.set("x-data-version", String(state.dataVersion));
        const { singleResult } = response.body;
        singleResult.extensions = { ...singleResult.extensions, dataVersion: state.dataVersion };
      },
    }),
};
