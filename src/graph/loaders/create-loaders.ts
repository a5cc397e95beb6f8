import {
  findDocumentsById,
  findMemberUnitsByRevision,
  findMessagesByRevision,
  findOfficesByRevision,
  findSectionsByRevision,
} from "../../store/find-document-parts";
import { findFiguresByRevision, findReadings, findReadingsByRevision, findRelationsByRevision } from "../../store/find-figures";
import type { ReadingKey } from "../../store/find-figures";
import { findFindingsByRevision, findOutcomesByRevision } from "../../store/find-findings";
import { findFundsByRevision, findIndicatorsByRevision, findProjectsByRevision } from "../../store/find-projects";
import { findRegionsByCode, findRegionsByParent } from "../../store/find-regions";
import { findPublishedRevisions, findRevisionsById } from "../../store/find-revisions";
import type { RowReader } from "../../store/row-reader";
import { findSubjectsById, findSubjectsByParent } from "../../store/find-subjects";
import { findUnitsById, findUnitsByParent } from "../../store/find-units";
import { createManyLoader } from "./many-by-key";
import { createOneLoader } from "./one-by-key";

export type Loaders = ReturnType<typeof createLoaders>;

/** The loaders of one request: each asks once for all keys of a moment, and answers in the order of the keys. */
export function createLoaders(reader: RowReader) {
  const same = <Key>(key: Key): Key => key;
  const ofRevision = <Row extends { readonly revisionId: number }>(find: (reader: RowReader, ids: readonly number[]) => Promise<Row[]>) =>
    createManyLoader<number, Row>({ find: (ids) => find(reader, ids), keyOfRow: ({ revisionId }) => revisionId, keyOf: same });
  const readingKey = ({ revisionId, seq }: ReadingKey): string => `${revisionId}.${seq}`;
  return {
    unit: createOneLoader({ find: (ids: readonly number[]) => findUnitsById(reader, ids), keyOfRow: ({ id }) => id, keyOf: same }),
    unitsOfParent: createManyLoader({
      find: (ids: readonly number[]) => findUnitsByParent(reader, ids),
      keyOfRow: ({ parentId }) => parentId ?? 0,
      keyOf: same,
    }),
    region: createOneLoader({
      find: (codes: readonly string[]) => findRegionsByCode(reader, codes),
      keyOfRow: ({ code }) => code,
      keyOf: same,
    }),
    regionsOfParent: createManyLoader({
      find: (codes: readonly string[]) => findRegionsByParent(reader, codes),
      keyOfRow: ({ parentCode }) => parentCode ?? "",
      keyOf: same,
    }),
    subject: createOneLoader({ find: (ids: readonly number[]) => findSubjectsById(reader, ids), keyOfRow: ({ id }) => id, keyOf: same }),
    subjectsOfParent: createManyLoader({
      find: (ids: readonly number[]) => findSubjectsByParent(reader, ids),
      keyOfRow: ({ parentId }) => parentId ?? 0,
      keyOf: same,
    }),
    revision: createOneLoader({ find: (ids: readonly number[]) => findRevisionsById(reader, ids), keyOfRow: ({ id }) => id, keyOf: same }),
    revisionsOfDisclosure: createManyLoader({
      find: (ids: readonly number[]) => findPublishedRevisions(reader, ids, Number.MAX_SAFE_INTEGER - 1),
      keyOfRow: ({ disclosureId }) => disclosureId,
      keyOf: same,
    }),
    document: createOneLoader({ find: (ids: readonly number[]) => findDocumentsById(reader, ids), keyOfRow: ({ id }) => id, keyOf: same }),
    reading: createOneLoader({
      find: (keys: readonly ReadingKey[]) => findReadings(reader, keys),
      keyOfRow: readingKey,
      keyOf: readingKey,
    }),
    figures: ofRevision(findFiguresByRevision),
    readings: ofRevision(findReadingsByRevision),
    relations: ofRevision(findRelationsByRevision),
    projects: ofRevision(findProjectsByRevision),
    funds: ofRevision(findFundsByRevision),
    indicators: ofRevision(findIndicatorsByRevision),
    findings: ofRevision(findFindingsByRevision),
    outcomes: ofRevision(findOutcomesByRevision),
    sections: ofRevision(findSectionsByRevision),
    offices: ofRevision(findOfficesByRevision),
    memberUnits: ofRevision(findMemberUnitsByRevision),
    messages: ofRevision(findMessagesByRevision),
  };
}
