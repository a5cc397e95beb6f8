import type { ApolloServerPlugin } from "@apollo/server";

/** An answer that lacks something because the database does not answer now is none: 503, and when to ask again. */
export const unavailablePlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (response.body.kind !== "single") return Promise.resolve();
        const { singleResult } = response.body;
        if (!singleResult.errors?.some(({ extensions }) => extensions?.["code"] === "UNAVAILABLE")) return Promise.resolve();
        delete singleResult.data;
        delete singleResult.extensions;
        response.http.status = 503;
        response.http.headers.set("retry-after", "1");
        return Promise.resolve();
      },
    }),
};
