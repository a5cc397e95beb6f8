import { GraphQLError } from "graphql";
import type { ASTVisitor, ValidationContext } from "graphql";
import type { Limits } from "../graph/limits";

/** Refuses documents of more operations, aliases or directives than the limits. Each is told once. */
export const countLimitsRule =
  (limits: Pick<Limits, "maxAliases" | "maxDirectives" | "maxOperations">) =>
  (context: ValidationContext): ASTVisitor => {
    const counter = (most: number, what: string): (() => void) => {
      let count = 0;
      return () => {
        count += 1;
        if (count === most + 1) context.reportError(new GraphQLError(`A document has at most ${most} ${what}`));
      };
    };
    const countAlias = counter(limits.maxAliases, "aliases");
    const countDirective = counter(limits.maxDirectives, "directives");
    const countOperation = counter(limits.maxOperations, "operations");
    return {
      Field: ({ alias }) => (alias ? countAlias() : undefined),
      Directive: countDirective,
      OperationDefinition: countOperation,
    };
  };
