import type { ApolloServerPlugin } from "@apollo/server";
import { Kind } from "graphql";
import type { FragmentDefinitionNode } from "graphql";
import { LIMITS } from "../graph/limits";
import { priceOf } from "../graph/query-price";
import { requestError } from "../graph/request-error";

/** Refuses a query whose price is beyond the limit before anything is read for it, and says the price of every other in `extensions.price`, beside the limits. */
export const pricePlugin: ApolloServerPlugin = {
  requestDidStart: () => {
    let price: number | undefined;
    return Promise.resolve({
      didResolveOperation: ({ schema, document, operation, request }) => {
        if (!operation) return Promise.resolve();
        const fragments = document.definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION);
        const asked = priceOf({
          schema,
          operation,
          fragments: new Map(fragments.map((one) => [one.name.value, one])),
          variables: request.variables ?? {},
        });
        if (asked > LIMITS.maxCost) throw tooExpensive(asked);
        price = asked;
        return Promise.resolve();
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
