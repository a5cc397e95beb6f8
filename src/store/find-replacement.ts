import type { DataSource } from "typeorm";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import { FigureRow } from "./entities/figure.entity";

/** Why a revision is not to take the place of the published one unasked. */
export type ReplacementDoubt =
  | { readonly reason: "FEWER_FIGURES"; readonly revision: number; readonly figures: number; readonly publishedFigures: number }
  | { readonly reason: "OTHER_FIGURES"; readonly revision: number; readonly compared: number; readonly same: number };

export interface Replacement {
  /** The revision whose place it would take; null where none is published. */
  readonly replaces: number | null;
  readonly doubt?: ReplacementDoubt;
}

/** A corrected document may tell a little less than the one before; a cut one tells far less. */
const LEAST_PERCENT = 60;
/** A correction changes some figures. Where hardly one is the same, it is rather the document of another unit of this name: 鼓楼区财政局 is in four cities. */
const LEAST_SAME_PERCENT = 25;
const FEWEST_COMPARED = 20;

/** What readers see now in place of a revision, and whether it should be asked before that is replaced. */
export async function findReplacement(dataSource: DataSource, revisionId: number): Promise<Replacement> {
  const { manager } = dataSource;
  const { disclosureId } = await manager.findOneByOrFail(DisclosureRevisionRow, { id: revisionId });
  const { currentRevisionId: replaces } = await manager.findOneByOrFail(DisclosureRow, { id: disclosureId });
  if (replaces === null || replaces === revisionId) return { replaces };
  const { revision } = await manager.findOneByOrFail(DisclosureRevisionRow, { id: replaces });
  const figures = await manager.countBy(FigureRow, { revisionId });
  const publishedFigures = await manager.countBy(FigureRow, { revisionId: replaces });
  if (figures * 100 < publishedFigures * LEAST_PERCENT)
    return { replaces, doubt: { reason: "FEWER_FIGURES", revision, figures, publishedFigures } };
  const { compared, same } = await countSame(dataSource, revisionId, replaces);
  if (compared >= FEWEST_COMPARED && same * 100 < compared * LEAST_SAME_PERCENT)
    return { replaces, doubt: { reason: "OTHER_FIGURES", revision, compared, same } };
  return { replaces };
}

/** Figures that both have, and those of them that are the same; zeros are everybody's. */
async function countSame(dataSource: DataSource, one: number, other: number): Promise<{ compared: number; same: number }> {
  const [row] = await dataSource.query<{ compared: unknown; same: unknown }[]>(
    `SELECT COUNT(*) AS compared, SUM(CASE WHEN a.value = b.value THEN 1 ELSE 0 END) AS same
     FROM figure a JOIN figure b ON b.measure_id = a.measure_id AND b.subject_id = a.subject_id AND b.stage = a.stage
     WHERE a.revision_id = ? AND b.revision_id = ? AND a.value <> 0 AND b.value <> 0`,
    [one, other],
  );
  return { compared: Number(row?.compared ?? 0), same: Number(row?.same ?? 0) };
}
