import type { ApolloServerPlugin } from "@apollo/server";
import { Kind } from "graphql";
import type { FragmentDefinitionNode } from "graphql";
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
          variables: request.variables ?? {},
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
