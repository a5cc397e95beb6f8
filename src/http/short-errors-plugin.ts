import type { ApolloServerPlugin } from "@apollo/server";
import type { GraphQLFormattedError } from "graphql";

/** Bytes of all errors of an answer, and of one that is told by its status as well. */
const MOST_BYTES = 1_900;
const MOST_BYTES_OF_REFUSAL = 480;

/** Errors help a person; beyond a few lines they help those who want to fill a line. The first ones are told, as long as there is room. */
export const shortErrorsPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      willSendResponse: ({ response }) => {
        if (response.body.kind !== "single" || !response.body.singleResult.errors) return Promise.resolve();
        const { singleResult } = response.body;
        const most = (response.http.status ?? 200) < 300 ? MOST_BYTES : MOST_BYTES_OF_REFUSAL;
        singleResult.errors = shorten(response.body.singleResult.errors, most);
        return Promise.resolve();
      },
    }),
};

export function shorten(errors: readonly GraphQLFormattedError[], most: number): readonly GraphQLFormattedError[] {
  const told: GraphQLFormattedError[] = [];
  let room = most;
  for (const error of errors) {
    const length = Buffer.byteLength(JSON.stringify(error)) + 1;
    if (length > room) break;
    told.push(error);
    room -= length;
  }
  const [first] = errors;
  return told.length > 0 || !first ? told : [shortened(first, most)];
}

/** An error that is too long by itself: its code, and as much of its message as there is room for in any script. */
function shortened({ message, extensions }: GraphQLFormattedError, most: number): GraphQLFormattedError {
  const code = extensions?.["code"];
  return { message: `${message.slice(0, Math.floor(most / 6) - 40)}…`, ...(code !== undefined && { extensions: { code } }) };
}
