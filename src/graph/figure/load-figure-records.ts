import { percentOf, scaledQuotient } from "../../compare/exact-ratio";
import { FIGURE_STATUSES } from "../../model/figure-status";
import { MEASURES, isMeasureCode, measureOf } from "../../model/measures";
import type { MeasureCode, RatioDefinition } from "../../model/measures";
import { invariant } from "../../lib/invariant";
import type { FigureRecord } from "../../store/find-figures";
import { NO_READING } from "../../store/revision-rows";
import type { GraphContext } from "../graph-context";
import type { Loaders } from "../loaders/create-loaders";
import { countAsOf } from "./count-as-of";

/** What a revision tells of a measure, of every subject and stage; a ratio is computed from the totals of its two measures. */
export async function loadFigureRecords(
  context: GraphContext,
  revision: { readonly id: number; readonly dataVersion: number },
  measure: MeasureCode,
): Promise<readonly FigureRecord[]> {
  const { loaders } = context;
  const { id: revisionId } = revision;
  const { id, ratio } = measureOf(measure);
  if (!ratio) return countAsOf(context, revision, await loaders.figures.load({ revisionId, measureId: id }));
  const [tops, bottoms] = await Promise.all([ratio.numerator, ratio.denominator].map((code) => loadTotals(loaders, revisionId, code)));
  return (tops ?? []).flatMap((top) => {
    const bottom = bottoms?.find(({ stage }) => stage === top.stage);
    return bottom ? [ratioRecord(id, ratio, top, bottom)] : [];
  });
}

async function loadTotals(loaders: Loaders, revisionId: number, code: string): Promise<FigureRecord[]> {
  invariant(isMeasureCode(code), `the catalogue's ratios are of its own measures, and ${code} is none`);
  const records = await loaders.figures.load({ revisionId, measureId: MEASURES[code].id });
  return records.filter(({ subjectId }) => subjectId === 0);
}

function ratioRecord(measureId: number, { form }: RatioDefinition, top: FigureRecord, bottom: FigureRecord): FigureRecord {
  const value = top.value === null || bottom.value === null ? null : quotient(form, top.value, bottom.value);
  const status = value === null ? lessTold(top, bottom) : FIGURE_STATUSES.REPORTED.id;
  return { ...top, measureId, value, status, derived: 1, reading: NO_READING };
}

/** A share in millionths, rounded where it is answered: to two decimals of percent; else base units per one. */
const quotient = (form: RatioDefinition["form"], top: number, bottom: number): number | null => {
  if (form === "PER") return scaledQuotient(top, 1, bottom);
  const hundredthsOfPercent = percentOf(top, bottom);
  return hundredthsOfPercent === null ? null : hundredthsOfPercent * 100;
};

/** Without a quotient: as little told as the less told of the two; nothing over zero is no ratio at all. */
const lessTold = (top: FigureRecord, bottom: FigureRecord): number =>
  top.value === null || bottom.value === null ? Math.max(top.status, bottom.status) : FIGURE_STATUSES.NOT_APPLICABLE.id;
