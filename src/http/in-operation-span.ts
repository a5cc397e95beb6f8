import type { Span } from "@opentelemetry/api";
import { inSpan } from "../lib/in-span";

/** What a trace tells of an operation. Its text and its variables are the asker's own. */
export interface TracedOperation {
  readonly type: string;
  readonly name: string | undefined;
  readonly price: number | undefined;
}

const LONGEST_NAME = 100;

/** Executes an operation as a step of the trace; what it was is known when it is over. */
export function inOperationSpan<T>(work: () => Promise<T>, operation: () => TracedOperation): Promise<T> {
  const execute = async (span: Span): Promise<T> => {
    try {
      return await work();
    } finally {
      const { type, name = "", price } = operation();
      const shown = name.slice(0, LONGEST_NAME);
      span.updateName(`${type} ${shown}`.trimEnd());
      span.setAttributes({
        "graphql.operation.type": type,
        ...(shown !== "" && { "graphql.operation.name": shown }),
        ...(price !== undefined && { "hub.price": price }),
      });
    }
  };
  return inSpan("graphql", {}, execute);
}
