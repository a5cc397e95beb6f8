import type { GraphContext } from "../graph/graph-context";

/** The context of a request that came over HTTP, with what its execution came to. */
export interface HttpContext extends GraphContext {
  readonly outcome: {
    /** A query was executed, and nothing in it failed: under the same state of the hub it is answered the same. */
    isRepeatable: boolean;
    /** The data as JSON text, where they were written straight away. */
    data: string | undefined;
  };
}
