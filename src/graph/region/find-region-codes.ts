import { findRegionTree } from "../../store/find-regions";
import type { GraphContext } from "../graph-context";
import { requestError } from "../request-error";

/** Codes of a region and of everything below it; null where none is asked for. @throws REGION_NOT_FOUND */
export async function findRegionCodes(
  { reader }: Pick<GraphContext, "reader">,
  region: string | null | undefined,
): Promise<string[] | null> {
  if (!region) return null;
  const codes = await findRegionTree(reader, region);
  if (codes.length === 0) throw requestError("REGION_NOT_FOUND", `There is no region with the code or name ${region.slice(0, 60)}`);
  return codes;
}
