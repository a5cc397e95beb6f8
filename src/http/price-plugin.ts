import type { ApolloServerPlugin } from "@apollo/server";
import { GraphQLError, Kind, getVariableValues } from "graphql";
import type { FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from "graphql";
import { LIMITS } from "../graph/limits";
import { priceOf } from "../graph/query-price";
import { requestError } from "../graph/request-error";
import type { HttpContext } from "./http-context";
import { requestRecords } from "./request-record";

/** Refuses a query whose price is beyond the limit before anything is read for it, and says the price of every other in `extensions.price`, beside the limits. */
export const pricePlugin: ApolloServerPlugin<Pick<HttpContext, "pay">> = {
  requestDidStart: () => {
    let price: number | undefined;
    return Promise.resolve({
      didResolveOperation: async ({ schema, document, operation, request, contextValue }) => {
        if (!operation) return;
        const fragments = document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
        const asked = priceOf({
          schema,
          operation,
          fragments: new Map(fragments.map((one) => [one.name.value, one])),
          variables: checkVariables(schema, operation, request.variables ?? {}),
        });
        const record = requestRecords.getStore();
        if (record) Object.assign(record, { price: asked, ...(operation.name && { operation: operation.name.value }) });
        if (asked > LIMITS.maxCost) throw tooExpensive(asked);
        await contextValue.pay(asked);
        price = asked;
      },
      willSendResponse: ({ response }) => {
        if (price !== undefined && response.body.kind === "single") {
          const { singleResult } = response.body;
          singleResult.extensions = { ...singleResult.extensions, price, limits: LIMITS };
        }
        return Promise.resolve();
      },
    });
  },
};

const tooExpensive = (price: number) =>
  requestError(
    "QUERY_TOO_EXPENSIVE",
    `This query may answer ${price} objects, and at most ${LIMITS.maxCost} are answered: ask for shorter pages or fewer lists within lists`,
    { price, http: { status: 400 } },
  );

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
