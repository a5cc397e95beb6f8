import { groupBy } from "../../lib/group-by";
import { MEASURES, measureById } from "../../model/measures";
import type { MeasureCode } from "../../model/measures";
import { classificationOf, levelOfCode } from "../../model/subject-catalogue";
import type { SubjectKind } from "../../model/subject-catalogue";
import type { FigureRecord } from "../../store/find-figures";
import type { RevisionRecord } from "../../store/find-revisions";
import type { SubjectRecord } from "../../store/find-subjects";
import type { GraphContext } from "../graph-context";
import { FigureType } from "./figure.type";

export interface FigureSelection {
  readonly measures?: readonly MeasureCode[] | null;
  /** Codes of subjects; undefined: the totals, unless a level is asked for. */
  readonly subjects?: readonly string[] | null;
  readonly level?: "TOTAL" | "CLASS" | "SECTION" | "ITEM" | null;
  readonly classification?: SubjectKind | null;
  /** Only figures that no finding touches (true), or only those that one does (false). */
  readonly clean?: boolean | null;
}

/** The figures of a revision that a selection asks for, in the order of the measures and then of the subjects' codes. */
export async function selectFigures(context: GraphContext, revision: RevisionRecord, selection: FigureSelection): Promise<FigureType[]> {
  const records = await context.loaders.figures.load(revision.id);
  const subjects = await subjectsOf(context, records);
  const wanted = records.filter((record) => isWanted(record, subjects.get(record.subjectId), selection));
  const groups = groupBy(wanted, ({ measureId, subjectId }) => `${measureId}|${subjectId}`);
  const order = selection.measures?.map((code) => MEASURES[code].id);
  const figures = [...groups.values()]
    .flatMap((group) => (group[0] ? [{ ...group[0], group }] : []))
    .sort((a, b) => rank(order, a.measureId) - rank(order, b.measureId) || compareCodes(subjects, a.subjectId, b.subjectId));
  const told = figures.map(({ measureId, subjectId, group }) => figureOf(revision, measureId, subjectId, group));
  const all = isTotals(selection) ? withUntold(revision, selection.measures ?? [], told) : told.map(({ figure }) => figure);
  return selection.clean === null || selection.clean === undefined ? all : keepClean(context, all, selection.clean);
}

interface ToldFigure {
  readonly measure: MeasureCode;
  readonly figure: FigureType;
}

function figureOf(revision: RevisionRecord, measureId: number, subjectId: number, group: readonly FigureRecord[]): ToldFigure {
  const measure = measureById(measureId) ?? unknownMeasure(measureId);
  return { measure, figure: new FigureType(revision, measure, subjectId, group) };
}

function unknownMeasure(id: number): never {
  throw new Error(`The figures hold measure ${id}, which this release does not know: it is older than the data`);
}

const isTotals = ({ subjects, level }: FigureSelection): boolean => !subjects && (!level || level === "TOTAL");

/** A measure that was asked for by name and is not told is a figure all the same: NOT_DISCLOSED. */
function withUntold(revision: RevisionRecord, measures: readonly MeasureCode[], told: readonly ToldFigure[]): FigureType[] {
  if (measures.length === 0) return told.map(({ figure }) => figure);
  const byMeasure = new Map(told.map(({ measure, figure }) => [measure, figure]));
  return measures.map((measure) => byMeasure.get(measure) ?? new FigureType(revision, measure, 0, []));
}

async function keepClean(context: GraphContext, figures: readonly FigureType[], clean: boolean): Promise<FigureType[]> {
  const findings = await Promise.all(figures.map((figure) => figure.findings(context)));
  return figures.filter((_, index) => (findings[index]?.length === 0) === clean);
}

async function subjectsOf({ loaders }: GraphContext, records: readonly FigureRecord[]): Promise<Map<number, SubjectRecord>> {
  const ids = [...new Set(records.map(({ subjectId }) => subjectId))].filter((id) => id !== 0);
  const found = await Promise.all(ids.map((id) => loaders.subject.load(id)));
  return new Map(found.flatMap((subject) => (subject ? [[subject.id, subject] as const] : [])));
}

function isWanted(record: FigureRecord, subject: SubjectRecord | undefined, selection: FigureSelection): boolean {
  const { measures, subjects, level, classification } = selection;
  if (measures && !measures.some((code) => MEASURES[code].id === record.measureId)) return false;
  if (!subject) return !subjects && (!level || level === "TOTAL");
  if (classification && (classificationOf(subject.code) ?? subject.kind) !== classification) return false;
  if (subjects && !subjects.includes(subject.code)) return false;
  return level ? (levelOfCode(subject.code) ?? subject.level) === level : subjects !== null && subjects !== undefined;
}

const rank = (order: readonly number[] | undefined, measureId: number): number => (order ? order.indexOf(measureId) : measureId);

const compareCodes = (subjects: ReadonlyMap<number, SubjectRecord>, a: number, b: number): number =>
  (subjects.get(a)?.code ?? "").localeCompare(subjects.get(b)?.code ?? "");
