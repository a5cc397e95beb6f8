import type { GraphQLResolveInfo, OperationDefinitionNode } from "graphql";
import { COMPARISON_LIMITS } from "../../compare/comparison-limits";
import { requestError } from "../request-error";

/** The comparisons of one request: worked at one after the other, and all within the limit of one. */
export class ComparisonsOfRequest {
  #last: Promise<unknown> = Promise.resolve();
  #slots = 0;
  readonly #asked = new WeakMap<OperationDefinitionNode, Map<string, Promise<unknown>>>();

  /** Compares when it is its turn. What an operation asks again (an answer that could not be written straight away is executed anew) is not compared again. */
  inTurn<T>({ operation, variableValues, path }: GraphQLResolveInfo, compare: () => Promise<T>): Promise<T> {
    const asked = this.#asked.get(operation) ?? new Map<string, Promise<unknown>>();
    this.#asked.set(operation, asked);
    const key = `${path.key} ${JSON.stringify(variableValues)}`;
    const known = asked.get(key) as Promise<T> | undefined;
    if (known) return known;
    const compared = this.#last.then(compare);
    this.#last = compared.catch(() => undefined);
    asked.set(key, compared);
    return compared;
  }

  /** @throws QUERY_TOO_EXPENSIVE */
  take(slots: number): void {
    this.#slots += slots;
    if (this.#slots <= COMPARISON_LIMITS.slots) return;
    throw requestError(
      "QUERY_TOO_EXPENSIVE",
      `The comparisons of this request take in ${this.#slots} figures, more than ${COMPARISON_LIMITS.slots}: ask them one by one, or of fewer units, years, measures or subjects`,
      { http: { status: 400 } },
    );
  }
}
