import { refusalOf } from "../../model/access";
import { suggestUnitNames } from "../../store/find-units";
import type { NamedUnit } from "../../store/find-units";
import type { GraphContext } from "../graph-context";
import { checkListLength } from "../limits";
import { requestError } from "../request-error";

type Sources = Pick<GraphContext, "reader" | "loaders" | "actor">;

/** The unit that a client names by code or name; one that only drafts know of for those who may read them. @throws UNIT_NOT_FOUND with the names that come nearest. */
export async function findNamedUnit({ reader, loaders, actor }: Sources, reference: string): Promise<NamedUnit> {
  const named = await loaders.namedUnit.load(reference);
  if (named && (named.unit.draftOnly === null || !refusalOf(actor, "READ_DRAFTS", [named.unit.id]))) return named;
  const suggestions = await suggestUnitNames(reader, reference);
  const hint = suggestions.length > 0 ? `; did you mean ${suggestions.join(", ")}?` : "; look for it by a part of its name";
  throw requestError("UNIT_NOT_FOUND", `There is no unit with the code or name ${reference.slice(0, 100)}${hint}`, { suggestions });
}

/** Ids of the units that a filter names; null where it names none. @throws LIST_TOO_LONG, UNIT_NOT_FOUND */
export async function findNamedUnitIds(context: Sources, references: readonly string[] | null | undefined): Promise<number[] | null> {
  if (!references) return null;
  checkListLength(references, "units");
  const named = await Promise.all(references.map((reference) => findNamedUnit(context, reference)));
  return named.map(({ unit }) => unit.id);
}
