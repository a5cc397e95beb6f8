import type { Database } from "../open-database";
import { createArrayReader } from "./array-reader";
import type { ArrayReader, SqlValue } from "./array-reader";
import type { ComparedUnit } from "./compared-unit";
import type { FigureCitation } from "./citation-columns";
import { readCitations } from "./read-citations";
import type { CitationQuery } from "./read-citations";
import { readFigures } from "./read-figures";
import type { FigureQuery, FigureRows } from "./read-figures";
import { readLineage } from "./read-lineage";
import type { LineageStep } from "./read-lineage";
import { readParents } from "./read-parents";
import type { ParentQuery, ParentStep } from "./read-parents";
import { readPeers } from "./read-peers";
import type { PeerKeys } from "./read-peers";
import { readSubjects } from "./read-subjects";
import type { ComparedSubject, SubjectsWanted } from "./read-subjects";
import { readUnits } from "./read-units";
import { selectUnits } from "./select-units";
import type { SelectedUnits, UnitSelection, VersionWanted } from "./select-units";

/** The reads of a comparison. Each is one statement, however much is asked for. */
export interface ComparisonStore {
  selectUnits(selection: UnitSelection, wanted: VersionWanted): Promise<SelectedUnits>;
  readSubjects(wanted: SubjectsWanted): Promise<ComparedSubject[]>;
  readLineage(): Promise<LineageStep[]>;
  readParents(query: ParentQuery): Promise<ParentStep[]>;
  readUnits(ids: readonly number[]): Promise<Map<number, ComparedUnit>>;
  readPeers(keys: PeerKeys): Promise<ComparedUnit[]>;
  readFigures(query: FigureQuery): Promise<FigureRows>;
  readCitations(query: CitationQuery): Promise<Map<string, FigureCitation>>;
  close(): void;
}

/** Hears of every statement, for tests and measurements. */
export type StatementListener = (sql: string) => void;

export function createComparisonStore(dataSource: Database, onStatement?: StatementListener): ComparisonStore {
  return comparisonStoreOver(createArrayReader(dataSource), onStatement);
}

/** The same over a reader that is at hand. */
export function comparisonStoreOver({ read, close }: ArrayReader, onStatement?: StatementListener): ComparisonStore {
  const reader = {
    read: (sql: string, parameters: readonly SqlValue[]) => {
      onStatement?.(sql);
      return read(sql, parameters);
    },
    close,
  };
  return {
    selectUnits: (selection, wanted) => selectUnits(reader, selection, wanted),
    readSubjects: (wanted) => readSubjects(reader, wanted),
    readLineage: () => readLineage(reader),
    readParents: (query) => readParents(reader, query),
    readUnits: (ids) => readUnits(reader, ids),
    readPeers: (keys) => readPeers(reader, keys),
    readFigures: (query) => readFigures(reader, query),
    readCitations: (query) => readCitations(reader, query),
    close,
  };
}
