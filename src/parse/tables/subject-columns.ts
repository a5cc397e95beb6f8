import { findSubjectByPath } from "../../model/subject-catalogue";
import type { DocumentFacts } from "../handler";
import { meaningOfColumn, type ColumnMeaning } from "./column-rules";
import { isStageLabel, stageOfColumn } from "./column-stage";
import { isTotalLabel } from "./plain-label";
import type { ColumnKey } from "./settle-columns";
import type { SubjectTableDescription } from "./subject-table-description";
import { columnText, type Column } from "./table-layout";

/** A column of a subject table with what it means. */
export interface ReadColumn {
  /** The same for a column on each page that it runs over. */
  readonly key: ColumnKey;
  readonly header: string;
  readonly meaning: ColumnMeaning | undefined;
  /** The economic subject that the column is about. */
  readonly subject?: string;
}

export function readColumn(column: Column, description: SubjectTableDescription, facts: DocumentFacts): ReadColumn {
  const subject = description.economicColumns === undefined ? undefined : economicSubjectOf(column, facts);
  if (subject !== undefined && description.economicColumns !== undefined) {
    const meaning = { measure: description.economicColumns, stage: stageOfColumn(column.path, facts) };
    return { key: subject, header: columnText(column), meaning, subject };
  }
  const meaning = meaningOfColumn(column, description.columns, facts);
  const header = columnText(column) || `第${column.index + 1}栏`;
  const key =
    meaning === undefined || meaning.relation !== undefined || meaning.measure === "NO_MEASURE"
      ? header
      : `${meaning.measure} ${meaning.stage}`;
  return { key, header, meaning };
}

/** 工资福利支出 · 小计 is the class, 工资福利支出 · 基本工资 its section. */
function economicSubjectOf(column: Column, facts: DocumentFacts): string | undefined {
  const names = column.path.filter((label) => !isTotalLabel(label) && label !== "小计" && !isStageLabel(label));
  const [name, upper] = [names.at(-1), names.at(-2)];
  if (name === undefined) return undefined;
  const section =
    upper === undefined || name !== column.path.at(-1)
      ? undefined
      : findSubjectByPath("ECONOMIC", { className: upper, section: name }, facts.year);
  return (section ?? findSubjectByPath("ECONOMIC", { className: name }, facts.year))?.code;
}
