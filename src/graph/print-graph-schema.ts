import { lexicographicSortSchema, printSchema } from "graphql";
import { buildGraphSchema } from "./build-graph-schema";

/** The schema as text, sorted, so that two prints differ only where the graph does. */
export const printGraphSchema = (): string => `${printSchema(lexicographicSortSchema(buildGraphSchema()))}\n`;
