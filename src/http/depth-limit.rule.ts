import { GraphQLError, Kind } from "graphql";
import type { ASTNode, FragmentDefinitionNode, SelectionSetNode, ValidationContext, ASTVisitor } from "graphql";

/** Fields of introspection nest deep by nature and cost nothing: they are not counted. */
const isIntrospection = (name: string): boolean => name.startsWith("__");

/** Refuses operations whose fields nest deeper than the limit, fragments included. */
export const depthLimitRule =
  (maxDepth: number) =>
  (context: ValidationContext): ASTVisitor => {
    const fragments = new Map(
      context
        .getDocument()
        .definitions.filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
        .map((fragment) => [fragment.name.value, fragment]),
    );
    const measured = new Map<ASTNode, number>();
    // A fragment that is being measured counts nothing within itself: a cycle is reported by a rule of its own.
    const depthOf = (selections: SelectionSetNode): number => {
      const known = measured.get(selections);
      if (known !== undefined) return known;
      measured.set(selections, 0);
      const depths = selections.selections.map((selection) => {
        if (selection.kind === Kind.FRAGMENT_SPREAD) {
          const fragment = fragments.get(selection.name.value);
          return fragment ? depthOf(fragment.selectionSet) : 0;
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) return depthOf(selection.selectionSet);
        if (isIntrospection(selection.name.value)) return 0;
        return 1 + (selection.selectionSet ? depthOf(selection.selectionSet) : 0);
      });
      const depth = Math.max(0, ...depths);
      measured.set(selections, depth);
      return depth;
    };
    return {
      OperationDefinition(operation) {
        const depth = depthOf(operation.selectionSet);
        if (depth <= maxDepth) return;
        context.reportError(new GraphQLError(`Fields nest at most ${maxDepth} deep, and here ${depth}`, { nodes: [operation] }));
      },
    };
  };
