import type { Database } from "../open-database";
import { createArrayReader } from "./array-reader";
import type { SqlValue } from "./array-reader";
import type { ComparedUnit } from "./compared-unit";
import { readCitations } from "./read-citations";
import type { CitationQuery, FigureCitation } from "./read-citations";
import { readFigures } from "./read-figures";
import type { FigureQuery, FigureRows } from "./read-figures";
import { readLineage } from "./read-lineage";
import type { LineageStep } from "./read-lineage";
import { readParentIds } from "./read-parent-ids";
import { readPeers } from "./read-peers";
import type { PeerKeys } from "./read-peers";
import { readSubjects, readSubjectsAtLevel } from "./read-subjects";
import type { ComparedSubject } from "./read-subjects";
import { findKnownTerms, selectUnits } from "./select-units";
import type { SelectedUnits, UnitSelection, VersionWanted } from "./select-units";

/** The reads of a comparison. Each is one statement, however much is asked for. */
export interface ComparisonStore {
  selectUnits(selection: UnitSelection, wanted: VersionWanted): Promise<SelectedUnits>;
  findKnownTerms(kind: "region" | "unit", terms: readonly string[]): Promise<ReadonlySet<string>>;
  readSubjects(codes: readonly string[], withDescendants: boolean): Promise<ComparedSubject[]>;
  readSubjectsAtLevel(kind: string, level: string): Promise<ComparedSubject[]>;
  readLineage(): Promise<LineageStep[]>;
  readParentIds(): Promise<Map<number, number>>;
  readPeers(keys: PeerKeys): Promise<ComparedUnit[]>;
  readFigures(query: FigureQuery): Promise<FigureRows>;
  readCitations(query: CitationQuery): Promise<Map<string, FigureCitation>>;
  close(): void;
}

/** Hears of every statement, for tests and measurements. */
export type StatementListener = (sql: string) => void;

export function createComparisonStore(dataSource: Database, onStatement?: StatementListener): ComparisonStore {
  const { read, close } = createArrayReader(dataSource);
  const reader = {
    read: (sql: string, parameters: readonly SqlValue[]) => {
      onStatement?.(sql);
      return read(sql, parameters);
    },
    close,
  };
  return {
    selectUnits: (selection, wanted) => selectUnits(reader, selection, wanted),
    findKnownTerms: (kind, terms) => findKnownTerms(reader, kind, terms),
    readSubjects: (codes, withDescendants) => readSubjects(reader, codes, withDescendants),
    readSubjectsAtLevel: (kind, level) => readSubjectsAtLevel(reader, kind, level),
    readLineage: () => readLineage(reader),
    readParentIds: () => readParentIds(reader),
    readPeers: (keys) => readPeers(reader, keys),
    readFigures: (query) => readFigures(reader, query),
    readCitations: (query) => readCitations(reader, query),
    close,
  };
}
