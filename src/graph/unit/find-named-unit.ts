import { findUnitByReference, suggestUnitNames } from "../../store/find-units";
import type { NamedUnit } from "../../store/find-units";
import type { GraphContext } from "../graph-context";
import { requestError } from "../request-error";

/** The unit that a client names by code or name. @throws UNIT_NOT_FOUND with the names that come nearest. */
export async function findNamedUnit({ reader }: Pick<GraphContext, "reader">, reference: string): Promise<NamedUnit> {
  const named = await findUnitByReference(reader, reference);
  if (named) return named;
  const suggestions = await suggestUnitNames(reader, reference);
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(", ")}?` : "; `units(where: { text: … })` finds names";
  throw requestError("UNIT_NOT_FOUND", `There is no unit with the code or name ${reference.slice(0, 100)}${hint}`, { suggestions });
}

/** Ids of the units that a filter names, at most 250; null where it names none. */
export async function findNamedUnitIds(
  context: Pick<GraphContext, "reader">,
  references: readonly string[] | null | undefined,
): Promise<number[] | null> {
  if (!references) return null;
  if (references.length > 250) throw requestError("LIST_TOO_LONG", `A list names at most 250 units, and this one ${references.length}`);
  const named = await Promise.all(references.map((reference) => findNamedUnit(context, reference)));
  return named.map(({ unit }) => unit.id);
}
