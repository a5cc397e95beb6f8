import type { GraphQLObjectType, GraphQLSchema } from "graphql";
import { invariant } from "../../lib/invariant";

/** Types of which an answer holds thousands, and whose fields need nothing of the framework: no context, no guard, no promise. */
const PLAIN_TYPES = ["ComparisonCell", "ComparedChange", "ComparedQuartiles"] as const;

/**
 * Calls the methods of a cell directly. Through the framework a field with an argument costs ten times as much, which is most of the time of a
 * wide answer; fields without arguments are properties already.
 */
export function usePlainResolvers(schema: GraphQLSchema): void {
  for (const name of PLAIN_TYPES) {
    const type = schema.getType(name) as GraphQLObjectType | undefined;
    invariant(type, `the schema has a type ${name}`);
    for (const field of Object.values(type.getFields())) {
      const [argument, ...others] = field.args;
      if (!argument) continue;
      invariant(others.length === 0, `${name}.${field.name} takes one argument`);
      const { name: method } = field;
      const { name: key } = argument;
      field.resolve = (source: Record<string, (value: unknown) => unknown>, args: Record<string, unknown>) => source[method]?.(args[key]);
    }
  }
}
