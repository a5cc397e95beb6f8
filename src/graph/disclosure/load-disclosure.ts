import { invariant } from "../../lib/invariant";
import type { GraphContext } from "../graph-context";
import { DisclosureType } from "./disclosure.type";

/** The disclosure of a revision that something stored belongs to, read at the request's data version. */
export async function loadDisclosure(
  { loaders, hubState }: Pick<GraphContext, "loaders" | "hubState">,
  revisionId: number,
): Promise<DisclosureType> {
  const record = await loaders.revision.load(revisionId);
  invariant(record, `what is stored of revision ${revisionId} belongs to it`);
  return new DisclosureType(record, (await hubState()).dataVersion);
}
