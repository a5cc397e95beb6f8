import type { ApolloServerPlugin } from "@apollo/server";
import { visit } from "graphql";
import type { DocumentNode } from "graphql";
import { LIMITS, checkListLength } from "../graph/limits";

/** Refuses list arguments beyond the limit, written out or as variables, before anything is read for them. */
export const listLengthPlugin: ApolloServerPlugin = {
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, request }) => {
        checkWritten(document);
        checkGiven(request.variables);
        return Promise.resolve();
      },
    }),
};

function checkWritten(document: DocumentNode): void {
  visit(document, { ListValue: ({ values }) => checkListLength(values, "values") });
}

/** A body of 64 kB nests lists deep enough for a stack: values wait in a list of their own. */
function checkGiven(variables: unknown): void {
  const waiting: unknown[] = [variables];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null) continue;
    if (Array.isArray(value)) checkListLength(value, "values");
    const inner: unknown[] = Object.values(value);
    // What is longer than a list may be is no list: an object of very many keys fails its own type.
    waiting.push(...inner.slice(0, LIMITS.maxListLength));
  }
}
