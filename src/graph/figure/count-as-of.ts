import { measureById } from "../../model/measures";
import { countQuality, isQuality } from "../../store/count-quality";
import type { FigureRecord } from "../../store/find-figures";
import type { GraphContext } from "../graph-context";

/** What is counted of a revision's checks is kept as it stands now: as of an earlier data version it is counted anew from what was answered then. */
export async function countAsOf(
  { loaders, hubState }: GraphContext,
  { id, dataVersion }: { readonly id: number; readonly dataVersion: number },
  records: readonly FigureRecord[],
): Promise<readonly FigureRecord[]> {
  if (!records.some(({ measureId }) => isQuality(measureById(measureId)))) return records;
  if (dataVersion === (await hubState()).dataVersion) return records;
  const [outcomes, findings] = await Promise.all([loaders.outcomes.load({ id, dataVersion }), loaders.findings.load({ id, dataVersion })]);
  const counted = countQuality(
    outcomes.map(({ outcome }) => outcome),
    findings.map(({ severity }) => severity),
  );
  return records.map((record) => {
    const measure = measureById(record.measureId);
    return isQuality(measure) ? { ...record, value: counted[measure] } : record;
  });
}
