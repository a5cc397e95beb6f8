import { groupBy } from "../../lib/group-by";
import { invariant } from "../../lib/invariant";
import { measureById, measureOf } from "../../model/measures";
import type { MeasureCode } from "../../model/measures";
import { classificationOf, levelOfCode } from "../../model/subject-catalogue";
import type { SubjectKind } from "../../model/subject-catalogue";
import type { FigureRecord } from "../../store/find-figures";
import type { SubjectRecord } from "../../store/find-subjects";
import type { DisclosureType } from "../disclosure/disclosure.type";
import type { GraphContext } from "../graph-context";
import { checkListLength } from "../limits";
import { requestError } from "../request-error";
import { countAsOf } from "./count-as-of";
import { FigureType } from "./figure.type";
import { loadFigureRecords } from "./load-figure-records";

export interface FigureSelection {
  /** Without any, all that the disclosure tells. */
  readonly measures?: readonly MeasureCode[] | null;
  /** Codes of subjects; without any the totals, unless a level is asked for. */
  readonly subjects?: readonly string[] | null;
  readonly level?: "TOTAL" | "CLASS" | "SECTION" | "ITEM" | null;
  readonly classification?: SubjectKind | null;
  /** Only figures that no finding touches (true), or only those that one does (false). */
  readonly clean?: boolean | null;
}

/** A measure and subject of a disclosure, and what is told of it in each stage. */
interface Told {
  readonly measure: MeasureCode;
  /** Null for the total. */
  readonly subject: SubjectRecord | null;
  readonly records: readonly FigureRecord[];
}

/**
 * The figures of a disclosure that a selection asks for, in the order of the measures and then of the subjects. What is named and not told is
 * a figure all the same: NOT_DISCLOSED.
 *
 * @throws SUBJECT_NOT_FOUND, LIST_TOO_LONG
 */
export async function selectFigures(context: GraphContext, disclosure: DisclosureType, selection: FigureSelection): Promise<FigureType[]> {
  const told = await loadTold(context, disclosure, selection);
  const chosen = selection.subjects
    ? await ofSubjects(context, told, selection.measures, selection.subjects)
    : !selection.level || selection.level === "TOTAL"
      ? ofTotals(told, selection.measures)
      : told.filter(({ subject }) => subject && isOfLevel(subject, selection)).sort(byCode(selection.measures));
  const figures = chosen.map(({ measure, subject, records }) => new FigureType(disclosure, measure, subject?.id ?? 0, records));
  return typeof selection.clean === "boolean" ? keepClean(context, figures, selection.clean) : figures;
}

async function loadTold(context: GraphContext, { record, dataVersion }: DisclosureType, { measures }: FigureSelection): Promise<Told[]> {
  const { loaders } = context;
  const revision = { id: record.id, dataVersion };
  if (measures) checkListLength(measures, "measures");
  const loaded = measures
    ? await Promise.all(measures.map((measure) => loadFigureRecords(context, revision, measure)))
    : [await countAsOf(context, revision, await loaders.figures.load({ revisionId: record.id }))];
  const groups = groupBy(loaded.flat(), ({ measureId, subjectId }) => `${measureId}.${subjectId}`);
  return Promise.all([...groups.values()].map((records) => toldOf(loaders, records)));
}

async function toldOf(loaders: GraphContext["loaders"], records: readonly FigureRecord[]): Promise<Told> {
  const [first] = records;
  const measure = first && measureById(first.measureId);
  invariant(measure, `the catalogue holds measure ${first?.measureId}, unless the data are of a later release`);
  return { measure, subject: first.subjectId === 0 ? null : await loaders.subject.load(first.subjectId), records };
}

function ofTotals(told: readonly Told[], measures: readonly MeasureCode[] | null | undefined): Told[] {
  const totals = told.filter(({ subject }) => subject === null);
  if (!measures) return totals.sort((a, b) => measureOf(a.measure).id - measureOf(b.measure).id);
  const byMeasure = new Map(totals.map((one) => [one.measure, one]));
  return measures.map((measure) => byMeasure.get(measure) ?? { measure, subject: null, records: [] });
}

async function ofSubjects(
  { loaders }: GraphContext,
  told: readonly Told[],
  measures: readonly MeasureCode[] | null | undefined,
  codes: readonly string[],
): Promise<Told[]> {
  checkListLength(codes, "subjects");
  const subjects = await Promise.all(codes.map((code) => loaders.subjectOfCode.load(code)));
  const known = subjects.map((subject, index) => subject ?? unknownSubject(codes[index] ?? ""));
  const byKey = new Map(told.map((one) => [`${one.measure}.${one.subject?.id}`, one]));
  const named = measures ?? [...new Set(told.map(({ measure }) => measure))];
  return named.flatMap((measure) =>
    known.flatMap((subject) => byKey.get(`${measure}.${subject.id}`) ?? (measures ? { measure, subject, records: [] } : [])),
  );
}

function unknownSubject(code: string): never {
  throw requestError("SUBJECT_NOT_FOUND", `There is no budget subject ${code.slice(0, 60)}; look for it by a part of its name`);
}

const isOfLevel = (subject: SubjectRecord, { level, classification }: FigureSelection): boolean =>
  (levelOfCode(subject.code) ?? subject.level) === level &&
  (!classification || (classificationOf(subject.code) ?? subject.kind) === classification);

const byCode = (measures: readonly MeasureCode[] | null | undefined) => {
  const rank = ({ measure }: Told): number => (measures ? measures.indexOf(measure) : measureOf(measure).id);
  const codeOf = ({ subject }: Told): string => subject?.code ?? "";
  return (a: Told, b: Told): number => rank(a) - rank(b) || (codeOf(a) < codeOf(b) ? -1 : 1);
};

async function keepClean(context: GraphContext, figures: readonly FigureType[], clean: boolean): Promise<FigureType[]> {
  const findings = await Promise.all(figures.map((figure) => figure.findings(context)));
  return figures.filter((_, index) => (findings[index]?.length === 0) === clean);
}
