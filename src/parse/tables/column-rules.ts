import type { MeasureCode } from "../../model/measures";
import type { Stage } from "../../model/stage";
import type { DocumentFacts } from "../handler";
import { isStageLabel, stageOfColumn } from "./column-stage";
import { readColumnUnit } from "./money-unit-line";
import type { MoneyUnit } from "../../model/printed-number";
import type { Column } from "./table-layout";

/**
 * A column by its header: the pattern is tried on the path "上层/下层" without the words that only tell the stage. The first rule that fits
 * counts. NO_MEASURE: the column is known, and is published by no measure of its own.
 */
export type ColumnRule = readonly [header: RegExp, measure: MeasureCode | "NO_MEASURE"];

/** What a column prints: a quantity at a stage, or the change between two stages. */
export interface ColumnMeaning {
  readonly measure: MeasureCode | "NO_MEASURE";
  readonly stage: Stage;
  readonly unit?: MoneyUnit;
  readonly relation?: ColumnRelation;
}

/** What a column of changes or rates tells, and against which stage. */
export interface ColumnRelation {
  readonly form: "CHANGE_AMOUNT" | "CHANGE_RATE" | "COMPLETION_RATE";
  readonly base: Stage;
}

/** The header without the labels that only tell the stage, the unit or 其中. */
export function quantityPath(path: readonly string[]): string {
  return path
    .map((label) => label.replace(/（[^（）]*元）$/, "").replace(/^其中：?/, ""))
    .filter((label) => label !== "" && !isStageLabel(label))
    .join("/");
}

/** Understands a column; undefined when no rule fits. */
export function meaningOfColumn(column: Column, rules: readonly ColumnRule[], facts: DocumentFacts): ColumnMeaning | undefined {
  const relation = relationOfColumn(column, facts);
  const path = quantityPath(
    relation === undefined
      ? column.path
      : column.path.slice(0, -1).filter((label) => !/增减|比.*[增减]|变动|比.*(?:执行|预算|决算)数/.test(label)),
  );
  const measure = rules.find(([header]) => header.test(path))?.[1];
  if (measure === undefined) return undefined;
  const unit = readColumnUnit(column.path.at(-1) ?? "");
  const stage = stageOfColumn(relation === undefined ? column.path : [], facts);
  return { measure, stage, ...(unit === undefined ? {} : { unit }), ...(relation === undefined ? {} : { relation }) };
}

/** 增减额, 增减%, 完成率: undefined for a column of amounts. */
export function relationOfColumn(column: Column, facts: DocumentFacts): ColumnRelation | undefined {
  const last = column.path.at(-1) ?? "";
  const words = column.path.join("/");
  if (/完成.*(?:率|%)|预算执行率|决算.*占.*预算/.test(last))
    return { form: "COMPLETION_RATE", base: /年初预算/.test(words) ? "INITIAL_BUDGET" : "ADJUSTED_BUDGET" };
  if (!/增减|增长|增幅|增加|变动|变化/.test(last)) return undefined;
  const base =
    facts.kind === "FINAL_ACCOUNTS"
      ? "PRIOR_FINAL"
      : /执行/.test(words)
        ? "PRIOR_EXECUTION"
        : /决算/.test(words)
          ? "PRIOR_FINAL"
          : "PRIOR_BUDGET";
  return { form: /率|%|比例|幅/.test(last) ? "CHANGE_RATE" : "CHANGE_AMOUNT", base };
}
