import { demand } from "../access/demand";
import type { GraphContext } from "../graph-context";
import { findNamedUnitIds } from "../unit/find-named-unit";

/**
 * The codes of the units whose events are told: of those that are named, else of those that the key is bound to; null for all events.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN, UNIT_NOT_FOUND
 */
export async function codesOfAuditedUnits(context: GraphContext, units: readonly string[] | null | undefined): Promise<string[] | null> {
  const { unitIds } = demand(context.actor, "READ_AUDIT");
  const named = await findNamedUnitIds(context, units);
  if (named) demand(context.actor, "READ_AUDIT", named);
  const audited = named ?? (unitIds && [...unitIds]);
  if (!audited) return null;
  const found = await Promise.all(audited.map((id) => context.loaders.unit.load(id)));
  return found.flatMap((unit) => unit?.code ?? []);
}
