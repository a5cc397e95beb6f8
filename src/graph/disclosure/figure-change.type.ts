import { Ctx, Field, Float, ObjectType } from "type-graphql";
import { measureById, measureOf } from "../../model/measures";
import { stageById } from "../../model/stage";
import type { Stage } from "../../model/stage";
import type { FigureRecord } from "../../store/find-figures";
import { MoneyUnitArg, answerValue } from "../amounts";
import type { MoneyUnit } from "../amounts";
import type { GraphContext } from "../graph-context";
import { MeasureType } from "../measure/measure.type";
import { BudgetSubjectType } from "../subject/budget-subject.type";
import { StageEnum } from "../vocabulary";

@ObjectType("FigureChange", { description: "修订差异: a figure that differs from the revision before.", simpleResolvers: true })
export class FigureChangeType {
  constructor(
    private readonly old: FigureRecord | undefined,
    private readonly now: FigureRecord | undefined,
  ) {}

  private get either(): FigureRecord {
    const record = this.now ?? this.old;
    if (!record) throw new Error("A change has a figure on one side at least");
    return record;
  }

  private answer(value: number | null | undefined, unit: MoneyUnit): number | null {
    const measure = measureById(this.either.measureId);
    return measure ? answerValue(measureOf(measure).kind, value ?? null, unit) : null;
  }

  @Field(() => MeasureType, { nullable: true, description: "指标" })
  get measure(): MeasureType | null {
    const measure = measureById(this.either.measureId);
    return measure ? MeasureType.of(measure) : null;
  }

  @Field(() => BudgetSubjectType, { nullable: true, description: "预算科目; null for the total." })
  subject(@Ctx() { loaders }: GraphContext): Promise<BudgetSubjectType | null> | null {
    return this.either.subjectId === 0 ? null : loaders.subject.load(this.either.subjectId);
  }

  @Field(() => StageEnum, { nullable: true, description: "阶段" })
  get stage(): Stage | null {
    return stageById(this.either.stage) ?? null;
  }

  @Field(() => Float, { nullable: true, description: "修订前; null where it was not told." })
  before(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer(this.old?.value, unit);
  }

  @Field(() => Float, { nullable: true, description: "修订后; null where it is no longer told." })
  after(@MoneyUnitArg() unit: MoneyUnit): number | null {
    return this.answer(this.now?.value, unit);
  }

  @Field(() => Float, { nullable: true, description: "差额: after less before; null where one side is not told." })
  difference(@MoneyUnitArg() unit: MoneyUnit): number | null {
    const [before, after] = [this.old?.value ?? null, this.now?.value ?? null];
    return before === null || after === null ? null : this.answer(after - before, unit);
  }
}

const keyOf = ({ measureId, subjectId, stage }: FigureRecord): string => `${measureId}|${subjectId}|${stage}`;

/** The figures in which two revisions differ, in the order of the newer one; those no longer told come last. */
export function changesBetween(before: readonly FigureRecord[], after: readonly FigureRecord[]): FigureChangeType[] {
  const old = new Map(before.map((record) => [keyOf(record), record]));
  const changed = after.flatMap((record) => {
    const previous = old.get(keyOf(record));
    old.delete(keyOf(record));
    const same = previous?.value === record.value && previous.status === record.status;
    return same ? [] : [new FigureChangeType(previous, record)];
  });
  return [...changed, ...[...old.values()].map((record) => new FigureChangeType(record, undefined))];
}
