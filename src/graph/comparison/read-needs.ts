import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";
import { Kind, valueFromASTUntyped } from "graphql";
import type { ComparisonNeeds } from "../../compare/comparison-question";
import type { MeasureCode } from "../../model/measures";
import { isMeasureCode } from "../../model/measures";

type Selected = Map<string, FieldNode[]>;

/** What the selection below a `compare` field asks for: stages, citations and wholes that nobody asks for are not read. */
export function readNeeds(info: Pick<GraphQLResolveInfo, "fieldNodes" | "fragments" | "variableValues">): ComparisonNeeds {
  const comparison = collect(info, info.fieldNodes);
  const cells = collect(info, collect(info, comparison.get("rows") ?? []).get("cells") ?? []);
  return {
    yearOnYear: cells.has("yearOnYear"),
    executionRate: cells.has("executionRate") || cells.has("executionBasis"),
    shareOf: new Set((cells.get("shareOf") ?? []).flatMap((node) => measureNamed(node, info.variableValues))),
    citations: cells.has("citation"),
    coverage: comparison.has("coverage"),
  };
}

/** The fields selected below some nodes, through every fragment. A field that a directive leaves out is read all the same. */
function collect({ fragments }: Pick<GraphQLResolveInfo, "fragments">, nodes: readonly FieldNode[]): Selected {
  const fields: Selected = new Map();
  const walk = (set: SelectionSetNode | undefined): void => {
    for (const selection of set?.selections ?? []) {
      if (selection.kind === Kind.FIELD) fields.set(selection.name.value, [...(fields.get(selection.name.value) ?? []), selection]);
      else walk(selection.kind === Kind.FRAGMENT_SPREAD ? fragments[selection.name.value]?.selectionSet : selection.selectionSet);
    }
  };
  for (const node of nodes) walk(node.selectionSet);
  return fields;
}

function measureNamed(node: FieldNode, variables: GraphQLResolveInfo["variableValues"]): MeasureCode[] {
  const argument = node.arguments?.find(({ name }) => name.value === "measure");
  const value: unknown = argument && valueFromASTUntyped(argument.value, variables);
  return typeof value === "string" && isMeasureCode(value) ? [value] : [];
}
