import { Kind, parse } from "graphql";
import type { ExecutionResult, OperationDefinitionNode } from "graphql";
import { buildGraphSchema } from "../../src/graph/build-graph-schema";
import type { GraphContext } from "../../src/graph/graph-context";
import { writeAnswer } from "../../src/graph/write-answer";

/**
 * Every question that a test asks of the executor is written straight away as well: to the byte the same, or, wherever anything fails, not at
 * all.
 *
 * @returns whether it was written.
 */
export async function expectWrittenAlike(
  source: string,
  variables: Readonly<Record<string, unknown>>,
  context: GraphContext,
  executed: ExecutionResult,
): Promise<boolean> {
  if (executed.data === undefined) return false;
  const document = parse(source);
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  if (operation?.operation !== "query") return false;
  const written = await writeAnswer({ schema: buildGraphSchema(), document, operation, variables, context });
  if (written !== undefined) expect(written).toBe(executed.errors ? undefined : JSON.stringify(executed.data));
  return written !== undefined;
}
