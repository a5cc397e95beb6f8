import type { DisclosureType } from "../../../graph/disclosure/disclosure.type";
import { countAsOf } from "../../../graph/figure/count-as-of";
import type { GraphContext } from "../../../graph/graph-context";
import { invariant } from "../../../lib/invariant";
import { measureById, MEASURES } from "../../../model/measures";
import type { MeasureCode } from "../../../model/measures";
import { stageById, STAGES } from "../../../model/stage";
import type { Stage } from "../../../model/stage";
import type { StatutoryTableKind } from "../../../model/statutory-table-kind";
import type { SubjectKind } from "../../../model/subject-catalogue";
import { findFigures, findReadingsOfMeasures } from "../../../store/find-figures";
import type { FigureRecord, ReadingRecord } from "../../../store/find-figures";
import type { SubjectRecord } from "../../../store/find-subjects";

/** What a cell of a table or a line of the list of figures tells. */
export interface ToldValue {
  readonly measure: MeasureCode;
  readonly subject: SubjectRecord | null;
  readonly stage: Stage;
  readonly value: number | null;
  readonly status: number;
  readonly isDerived: boolean;
  /** Where it is printed; undefined for what the hub computes. */
  readonly reading: ReadingRecord | undefined;
}

/**
 * The figures of one revision, and what each of its tables prints: a table shows its own print, even where another part of the document says
 * otherwise, and the figure where the document lacks the table.
 */
export class DisclosureFigures {
  readonly #figures = new Map<string, ToldValue>();
  readonly #printed = new Map<string, ToldValue>();
  readonly #shown = new Set<ToldValue>();

  private constructor(
    figures: readonly FigureRecord[],
    readings: readonly ReadingRecord[],
    private readonly subjects: ReadonlyMap<number, SubjectRecord>,
  ) {
    const bySeq = new Map(readings.map((reading) => [reading.seq, reading]));
    for (const figure of figures) {
      const reading = bySeq.get(figure.reading);
      this.#figures.set(keyOf(figure), this.#tell(figure, figure.derived === 1, reading));
    }
    for (const reading of readings) {
      const key = `${reading.tableKind ?? ""}|${keyOf(reading)}`;
      if (reading.tableKind === null || this.#printed.has(key)) continue;
      const figure = this.#figures.get(keyOf(reading));
      const isFigure = figure?.reading === reading;
      this.#printed.set(key, isFigure ? figure : this.#tell(reading, reading.derivation !== null, reading));
    }
  }

  static async read(context: GraphContext, { record, dataVersion }: DisclosureType): Promise<DisclosureFigures> {
    const { reader, loaders } = context;
    const [kept, readings] = await Promise.all([findFigures(reader, [record.id]), findReadingsOfMeasures(reader, [record.id])]);
    const figures = await countAsOf(context, { id: record.id, dataVersion }, kept);
    const ids = [...new Set([...figures, ...readings].map(({ subjectId }) => subjectId))].filter((id) => id !== 0);
    const subjects = await Promise.all(ids.map((id) => loaders.subject.load(id)));
    return new DisclosureFigures(figures, readings, new Map(subjects.flatMap((one) => (one ? [[one.id, one]] : []))));
  }

  /** What a table shows for a quantity; undefined where the document tells nothing of it. */
  show(table: StatutoryTableKind, measure: MeasureCode, subject: SubjectRecord | null, stage: Stage): ToldValue | undefined {
    const key = keyOf({ measureId: MEASURES[measure].id, subjectId: subject?.id ?? 0, stage: STAGES[stage].id });
    const told = this.#printed.get(`${table}|${key}`) ?? this.#figures.get(key);
    if (told) this.#shown.add(told);
    return told;
  }

  /** Whether a table prints a quantity itself, of whatever subject. */
  isPrinted(table: StatutoryTableKind, measure: MeasureCode, stage: Stage): boolean {
    return [...this.#printed].some(([key, told]) => key.startsWith(`${table}|`) && told.measure === measure && told.stage === stage);
  }

  /** The subjects of a classification of which some measure is told at a stage, in the order of their codes. */
  subjectsOf(measures: readonly MeasureCode[], dimension: SubjectKind, stage: Stage): SubjectRecord[] {
    const found = [...this.#figures.values()].flatMap(({ measure, subject, stage: its, value }) =>
      subject?.kind === dimension && its === stage && value !== null && measures.includes(measure) ? [subject] : [],
    );
    return [...new Map(found.map((subject) => [subject.id, subject])).values()].sort((one, other) => (one.code < other.code ? -1 : 1));
  }

  /** The figures that no table showed so far. */
  get rest(): ToldValue[] {
    const places = new Set([...this.#shown].map(addressOf));
    return [...this.#figures.values()].filter((told) => !places.has(addressOf(told))).sort(inOrder);
  }

  /** Every figure, and behind it what a table that was shown prints otherwise. */
  get all(): { readonly told: ToldValue; readonly isFigure: boolean }[] {
    const figures = [...this.#figures.values()];
    const other = [...this.#shown].filter((told) => !figures.includes(told));
    return [...figures.map((told) => ({ told, isFigure: true })), ...other.map((told) => ({ told, isFigure: false }))].sort(
      (one, another) => inOrder(one.told, another.told) || Number(another.isFigure) - Number(one.isFigure),
    );
  }

  #tell(
    record: Pick<FigureRecord, "measureId" | "subjectId" | "stage" | "value" | "status">,
    isDerived: boolean,
    reading: ReadingRecord | undefined,
  ): ToldValue {
    const measure = measureById(record.measureId);
    const stage = stageById(record.stage);
    invariant(measure !== undefined && stage !== undefined, "a stored figure is of a measure and a stage that the code knows");
    const { value, status } = record;
    return { measure, subject: this.subjects.get(record.subjectId) ?? null, stage, value, status, isDerived, reading };
  }
}

const keyOf = ({ measureId, subjectId, stage }: Pick<FigureRecord, "measureId" | "subjectId" | "stage">): string =>
  `${measureId}|${subjectId}|${stage}`;

const addressOf = ({ measure, subject, stage }: ToldValue): string => `${measure}|${subject?.id ?? 0}|${stage}`;

function inOrder(one: ToldValue, other: ToldValue): number {
  const byMeasure = MEASURES[one.measure].id - MEASURES[other.measure].id;
  if (byMeasure !== 0) return byMeasure;
  const [code, otherCode] = [one.subject?.code ?? "", other.subject?.code ?? ""];
  if (code !== otherCode) return code < otherCode ? -1 : 1;
  return STAGES[one.stage].id - STAGES[other.stage].id;
}
