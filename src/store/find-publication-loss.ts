import type { DataSource } from "typeorm";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { DisclosureRow } from "./entities/disclosure.entity";
import { FigureRow } from "./entities/figure.entity";

/** A revision that would take the place of a published one with far more figures. */
export interface PublicationLoss {
  readonly figures: number;
  readonly publishedFigures: number;
  readonly publishedRevision: number;
}

/** A corrected document may tell a little less than the one before; a cut one tells far less. */
const LEAST_PERCENT = 60;

/** What readers would lose by publishing a revision; undefined where they would not lose much. */
export async function findPublicationLoss(dataSource: DataSource, revisionId: number): Promise<PublicationLoss | undefined> {
  const { manager } = dataSource;
  const { disclosureId } = await manager.findOneByOrFail(DisclosureRevisionRow, { id: revisionId });
  const { currentRevisionId } = await manager.findOneByOrFail(DisclosureRow, { id: disclosureId });
  if (currentRevisionId === null || currentRevisionId === revisionId) return undefined;
  const figures = await manager.countBy(FigureRow, { revisionId });
  const publishedFigures = await manager.countBy(FigureRow, { revisionId: currentRevisionId });
  if (figures * 100 >= publishedFigures * LEAST_PERCENT) return undefined;
  const published = await manager.findOneByOrFail(DisclosureRevisionRow, { id: currentRevisionId });
  return { figures, publishedFigures, publishedRevision: published.revision };
}
