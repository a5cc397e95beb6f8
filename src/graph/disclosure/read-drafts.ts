import { refusalOf } from "../../model/access";
import type { Actor } from "../../model/access";
import type { RevisionRecord } from "../../store/find-revisions";
import { demand } from "../access/demand";
import type { GraphContext } from "../graph-context";

/**
 * The units whose drafts a list holds: those that are named, else those of the key; null for all.
 *
 * @throws UNAUTHENTICATED, FORBIDDEN
 */
export function unitsWithDrafts(actor: Actor, named: readonly number[] | null): readonly number[] | null {
  const { unitIds } = demand(actor, "READ_DRAFTS", named ?? []);
  return named ?? (unitIds && [...unitIds]);
}

/** The drafts that stand beside what is published of a disclosure, for those who may read them; nothing for others, nor of the past. */
export async function loadVisibleDrafts(
  { actor, loaders, hubState }: Pick<GraphContext, "actor" | "loaders" | "hubState">,
  { unitId, disclosureId }: RevisionRecord,
  dataVersion: number,
): Promise<RevisionRecord[]> {
  if (refusalOf(actor, "READ_DRAFTS", [unitId]) || dataVersion !== (await hubState()).dataVersion) return [];
  return (await loaders.draftsOfUnit.load(unitId)).filter((draft) => draft.disclosureId === disclosureId);
}
