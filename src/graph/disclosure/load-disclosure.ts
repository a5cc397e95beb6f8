import type { GraphContext } from "../graph-context";
import { DisclosureType } from "./disclosure.type";

/** The disclosure of a revision that something stored belongs to. */
export async function loadDisclosure({ loaders }: Pick<GraphContext, "loaders">, revisionId: number): Promise<DisclosureType> {
  const record = await loaders.revision.load(revisionId);
  if (!record) throw new Error(`Something belongs to revision ${revisionId}, which is not stored`);
  return new DisclosureType(record);
}
