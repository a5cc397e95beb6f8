import { findRegionTrees } from "../../store/find-regions";
import type { GraphContext } from "../graph-context";
import { requestError } from "../request-error";

/**
 * Codes of a region and of everything below it; null where none is asked for.
 *
 * @throws REGION_NOT_FOUND, and REGION_AMBIGUOUS for a name that several regions share (普陀区 lies in 上海市 and in 舟山市).
 */
export async function findRegionCodes(
  { reader }: Pick<GraphContext, "reader">,
  region: string | null | undefined,
): Promise<readonly string[] | null> {
  if (!region) return null;
  const trees = await findRegionTrees(reader, region);
  const [codes, ...others] = trees.values();
  const said = region.slice(0, 60);
  if (!codes) throw requestError("REGION_NOT_FOUND", `There is no region with the code or name ${said}`);
  if (others.length === 0) return codes;
  const suggestions = [...trees.keys()];
  throw requestError("REGION_AMBIGUOUS", `Several regions are called ${said}: give the code of one, ${suggestions.join(" or ")}`, {
    suggestions,
  });
}
