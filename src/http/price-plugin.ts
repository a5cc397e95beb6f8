import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, getVariableValues } from "graphql";
import type { GraphQLSchema, OperationDefinitionNode } from "graphql";
import { LIMITS } from "../graph/limits";
import { fragmentsOf, priceOf } from "../graph/query-price";
import { checkPrice, pay } from "./caller-budget";
import { requestRecords } from "./request-record";

/** Refuses a query whose price is beyond the limit before anything is read for it, and says the price of every other in `extensions.price`, beside the limits. */
export const pricePlugin: ApolloServerPlugin = {
  requestDidStart: () => {
    let price: number | undefined;
    return Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request }) => {
        if (!operation) return;
        const asked = priceOf({
          schema,
          operation,
          fragments: fragmentsOf(document),
          variables: checkVariables(schema, operation, request.variables ?? {}),
        });
        const record = requestRecords.getStore();
        if (record && operation.name) record.operation = operation.name.value;
        if (record && operation.operation === "mutation") record.isChange = true;
        checkPrice(asked);
        await pay(asked);
        price = asked;
      },
      willSendResponse: ({ response }) => {
        if (price !== undefined && response.body.kind === "single") {
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, price: requestRecords.getStore()?.price ?? price, limits: LIMITS };
        }
        return Promise.resolve();
      },
    });
  },
};

/**
 * The variables as the query will see them, with the values that it names for those that are not given. What is wrong is told of the first one
 * alone: looking for what each of thousands of wrong names may have meant takes longer than any query.
 */
function checkVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  given: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { coerced, errors } = getVariableValues(schema, variableDefinitions, given, { maxErrors: 1 });
  if (coerced) return coerced;
  const { message = "The variables cannot be read", nodes } = errors[0] ?? {};
  throw new GraphQLError(message, { nodes: nodes ?? null, extensions: { code: "BAD_USER_INPUT", http: { status: 400 } } });
}
