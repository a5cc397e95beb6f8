import { randomUUID } from "node:crypto";
import { HeaderMap } from "@apollo/server";
import type { ApolloServerPlugin } from "@apollo/server";
import { writeAnswer } from "../graph/write-answer";
import { takeTurns } from "../lib/take-turns";
import { writeJson } from "../lib/write-json";
import type { HttpContext } from "./http-context";

/** Stands for the data in an answer whose data are written already. No text of an answer can be equal to it: it is made anew with every start. */
const PLACEHOLDER = `data ${randomUUID()}`;
const PLACEHOLDER_JSON = JSON.stringify(PLACEHOLDER);
const PLACEHOLDER_DATA = PLACEHOLDER as unknown as Record<string, unknown>;

/** Answers with data that are written straight away, where that can be (see `writeAnswer`), and writes all others while requests beside it have their turns. */
export const straightAnswerPlugin: ApolloServerPlugin<HttpContext> = {
  requestDidStart: () =>
    Promise.resolve({
      responseForOperation: async ({ schema, document, operation, request, contextValue }) => {
        // Its type says that there is one; where the request names none of the document, Apollo tells so after this.
        if (!(operation as typeof operation | undefined)) return null;
        const text = await writeAnswer({ schema, document, operation, variables: request.variables ?? {}, context: contextValue });
        if (text === undefined) return null;
        contextValue.outcome.data = text;
        // What goes out is text: the server only ever prints the data that it is given.
        const singleResult = { data: PLACEHOLDER_DATA };
        return { http: { headers: new HeaderMap() }, body: { kind: "single", singleResult } };
      },
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== "single" || contextValue.outcome.data !== undefined) return;
        const { singleResult } = response.body;
        if (!singleResult.data) return;
        contextValue.outcome.data = await writeJson(singleResult.data, takeTurns());
        singleResult.data = PLACEHOLDER_DATA;
      },
    }),
};

/** The whole answer, with the data that were written in the place kept for them. */
export const insertData = (body: string, data: string | undefined): string => {
  if (data === undefined) return body;
  const at = body.indexOf(PLACEHOLDER_JSON);
  // What was executed may still be refused, for the type that its asker accepts.
  if (at < 0) return body;
  return body.slice(0, at) + data + body.slice(at + PLACEHOLDER_JSON.length);
};
