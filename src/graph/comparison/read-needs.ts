import type { FieldNode, GraphQLResolveInfo, SelectionSetNode } from "graphql";
import { Kind, valueFromASTUntyped } from "graphql";
import type { ComparisonNeeds } from "../../compare/comparison-question";
import type { CitationPart } from "../../store/comparison/citation-columns";
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
    citations: citationParts(collect(info, cells.get("citation") ?? [])),
    coverage: comparison.has("coverage"),
    warnings: comparison.has("warnings"),
  };
}

/** Fields of a citation, and the parts of it that they are made from. */
const CITATION_PARTS: Readonly<Record<string, CitationPart>> = {
  section: "sectionTitle",
  sectionKind: "section",
  table: "tableKind",
  printed: "printed",
  text: "text",
  block: "blockIndex",
  row: "rowIndex",
  cell: "cellIndex",
  start: "startOffset",
  end: "endOffset",
};

/** With any part of it the heading, by which a citation that is there is told from none. */
function citationParts(fields: Selected): Set<CitationPart> {
  if (fields.size === 0) return new Set();
  return new Set<CitationPart>(["sectionTitle", ...[...fields.keys()].flatMap((name) => CITATION_PARTS[name] ?? [])]);
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
