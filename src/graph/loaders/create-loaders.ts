import {
  findBlocks,
  findDocumentsById,
  findMemberUnitsByRevision,
  findMessagesByRevision,
  findOfficesByRevision,
  findSectionsByRevision,
} from "../../store/find-document-parts";
import type { BlockRange, BlockRecord } from "../../store/find-document-parts";
import { findFigures, findReadings, findReadingsOfMeasures, findRelations } from "../../store/find-figures";
import type { ReadingKey } from "../../store/find-figures";
import { findFindingsByRevision, findOutcomesByRevision } from "../../store/find-findings";
import { findFundsByRevision, findIndicatorsByRevision, findProjectsByRevision } from "../../store/find-projects";
import { findRegionsByCode, findRegionsByParent } from "../../store/find-regions";
import { findDraftsOfUnits, findPublishedRevisions, findRevisionsById, findRevisionsOfUnits } from "../../store/find-revisions";
import type { RowReader } from "../../store/row-reader";
import { findSubjectsByCode, findSubjectsById, findSubjectsByParent } from "../../store/find-subjects";
import { findUnitsById, findUnitsByParent, findUnitsByReference } from "../../store/find-units";
import { createVersionedLoader } from "./many-at-version";
import { createManyLoader } from "./many-by-key";
import { createMeasureLoader } from "./many-by-measure";
import { createOneLoader } from "./one-by-key";
import { Pace } from "./pace";
import { PacedLoader } from "./paced-loader";

export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one request: each asks once for all keys of a moment, and answers in the order of the keys. */
export function createLoaders(reader: RowReader) {
  const pace = new Pace();
  const same = <Key>(key: Key): Key => key;
  const ofRevision = <Row extends { readonly revisionId: number }>(find: (reader: RowReader, ids: readonly number[]) => Promise<Row[]>) =>
    createManyLoader<number, Row>({ pace, find: (ids) => find(reader, ids), keyOfRow: ({ revisionId }) => revisionId, keyOf: same });
  const readingKey = ({ revisionId, seq }: ReadingKey): string => `${revisionId}.${seq}`;
  return {
    unit: createOneLoader({ pace, find: (ids: readonly number[]) => findUnitsById(reader, ids), keyOfRow: ({ id }) => id, keyOf: same }),
    namedUnit: createOneLoader({
      pace,
      find: (references: readonly string[]) => findUnitsByReference(reader, references),
      keyOfRow: ({ reference }) => reference,
      keyOf: same,
    }),
    unitsOfParent: createManyLoader({
      pace,
      find: (ids: readonly number[]) => findUnitsByParent(reader, ids),
      keyOfRow: ({ parentId }) => parentId ?? 0,
      keyOf: same,
    }),
    region: createOneLoader({
      pace,
      find: (codes: readonly string[]) => findRegionsByCode(reader, codes),
      keyOfRow: ({ code }) => code,
      keyOf: same,
    }),
    regionsOfParent: createManyLoader({
      pace,
      find: (codes: readonly string[]) => findRegionsByParent(reader, codes),
      keyOfRow: ({ parentCode }) => parentCode ?? "",
      keyOf: same,
    }),
    subject: createOneLoader({
      pace,
      find: (ids: readonly number[]) => findSubjectsById(reader, ids),
      keyOfRow: ({ id }) => id,
      keyOf: same,
    }),
    subjectOfCode: createOneLoader({
      pace,
      find: (codes: readonly string[]) => findSubjectsByCode(reader, codes),
      keyOfRow: ({ code }) => code,
      keyOf: same,
    }),
    subjectsOfParent: createManyLoader({
      pace,
      find: (ids: readonly number[]) => findSubjectsByParent(reader, ids),
      keyOfRow: ({ parentId }) => parentId ?? 0,
      keyOf: same,
    }),
    revision: createOneLoader({
      pace,
      find: (ids: readonly number[]) => findRevisionsById(reader, ids),
      keyOfRow: ({ id }) => id,
      keyOf: same,
    }),
    revisionsOfDisclosure: createVersionedLoader({
      pace,
      find: (ids, dataVersion) => findPublishedRevisions(reader, ids, dataVersion),
      idOf: ({ disclosureId }) => disclosureId,
    }),
    draftsOfUnit: createManyLoader({
      pace,
      find: (ids: readonly number[]) => findDraftsOfUnits(reader, ids),
      keyOfRow: ({ unitId }) => unitId,
      keyOf: same,
    }),
    revisionsOfUnit: createVersionedLoader({
      pace,
      find: (ids, dataVersion) => findRevisionsOfUnits(reader, ids, dataVersion),
      idOf: ({ unitId }) => unitId,
    }),
    document: createOneLoader({
      pace,
      find: (ids: readonly number[]) => findDocumentsById(reader, ids),
      keyOfRow: ({ id }) => id,
      keyOf: same,
    }),
    blocks: new PacedLoader<BlockRange, readonly BlockRecord[], string>(
      (ranges) => findBlocks(reader, ranges),
      ({ extractionId, from, to }) => `${extractionId}.${from}.${to}`,
      pace,
    ),
    reading: createOneLoader({
      pace,
      find: (keys: readonly ReadingKey[]) => findReadings(reader, keys),
      keyOfRow: readingKey,
      keyOf: readingKey,
    }),
    figures: createMeasureLoader(pace, (revisionIds, measureIds) => findFigures(reader, revisionIds, measureIds)),
    readings: createMeasureLoader(pace, (revisionIds, measureIds) => findReadingsOfMeasures(reader, revisionIds, measureIds)),
    relations: createMeasureLoader(pace, (revisionIds, measureIds) => findRelations(reader, revisionIds, measureIds)),
    projects: ofRevision(findProjectsByRevision),
    funds: ofRevision(findFundsByRevision),
    indicators: ofRevision(findIndicatorsByRevision),
    findings: createVersionedLoader({
      pace,
      find: (ids, dataVersion) => findFindingsByRevision(reader, ids, dataVersion),
      idOf: ({ revisionId }) => revisionId,
    }),
    outcomes: createVersionedLoader({
      pace,
      find: (ids, dataVersion) => findOutcomesByRevision(reader, ids, dataVersion),
      idOf: ({ revisionId }) => revisionId,
    }),
    sections: ofRevision(findSectionsByRevision),
    offices: ofRevision(findOfficesByRevision),
    memberUnits: ofRevision(findMemberUnitsByRevision),
    messages: ofRevision(findMessagesByRevision),
  };
}
