import "reflect-metadata";
import type { GraphQLSchema } from "graphql";
import { GraphQLDateTime } from "graphql-scalars";
import { buildSchemaSync } from "type-graphql";
import { AuditResolver } from "./audit/audit.resolver";
import { ComparisonResolver } from "./comparison/comparison.resolver";
import { DisclosureMutationResolver } from "./disclosure/disclosure-mutation.resolver";
import { DisclosureResolver } from "./disclosure/disclosure.resolver";
import { DocumentResolver } from "./document/document.resolver";
import { FigureResolver } from "./figure/figure.resolver";
import { FindingResolver } from "./finding/finding.resolver";
import { HubResolver } from "./hub/hub.resolver";
import { MeasureResolver } from "./measure/measure.resolver";
import { IndicatorResolver, ProjectResolver } from "./project/project.resolver";
import { RegionResolver } from "./region/region.resolver";
import { SearchResolver } from "./search/search.resolver";
import { BudgetSubjectResolver } from "./subject/budget-subject.resolver";
import { UnitMutationResolver } from "./unit/unit-mutation.resolver";
import { UnitResolver } from "./unit/unit.resolver";
import { useDirectResolvers } from "./use-direct-resolvers";

let built: GraphQLSchema | undefined;

/** The schema of the graph. Built once: the decorators register their types for the whole process. */
export function buildGraphSchema(): GraphQLSchema {
  if (built) return built;
  built = buildSchemaSync({
    resolvers: [
      HubResolver,
      MeasureResolver,
      UnitResolver,
      UnitMutationResolver,
      RegionResolver,
      BudgetSubjectResolver,
      DisclosureResolver,
      DisclosureMutationResolver,
      ProjectResolver,
      IndicatorResolver,
      DocumentResolver,
      FigureResolver,
      FindingResolver,
      ComparisonResolver,
      SearchResolver,
      AuditResolver,
    ],
    scalarsMap: [{ type: Date, scalar: GraphQLDateTime }],
    validate: false,
  });
  const query = built.getQueryType();
  if (query) query.description = "查询: where every question begins. Published data need no key.";
  const mutation = built.getMutationType();
  if (mutation) mutation.description = "操作: what changes something. Each needs a key (接口密钥) in the header Authorization: Bearer KEY.";
  useDirectResolvers(built);
  return built;
}
