import type { FundRow, Indicator, Project, StatedText } from "../../model/disclosure";
import type { Span } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import type { MoneyUnit } from "../../model/printed-number";
import { alignRow, type AlignedRow, type HeaderRow } from "./align-row";
import { indicatorRole, type IndicatorRole } from "./column-roles";
import type { ReadEvaluation } from "./evaluation-reader";
import { findMoneyUnit } from "./find-money-unit";
import { firstNamed } from "./first-named";
import { foldLabel } from "./fold-label";
import { headerOf } from "./header-row";
import { isFilled, spanOf, type PlacedCell, type PlacedRow } from "./placed-row";
import { readProjectName, readUnitName } from "./project-name";
import { readCellNumber } from "./read-cell-number";
import { fitsIndicatorColumn, readAlignedIndicator, type Levels } from "./read-indicator-row";

type ListRole = IndicatorRole | "project" | "code" | "implementingUnit" | "supervisingUnit" | "budget" | "goal";

const listColumn = firstNamed<ListRole>([
  ["project", /^(支出|二级)?项目(支出)?名称$/],
  ["code", /^项目(代码|编码|编号)$/],
  ["supervisingUnit", /^(预算)?主管(部门|单位)$/],
  ["implementingUnit", /^(实施|预算|项目|申报)单位(名称)?$|^单位名称$/],
  ["budget", /预算(数|金额|资金)?(\((万元|元)\))?$|^(项目)?(金额|资金)(\((万元|元)\))?$/],
  ["goal", /^(年度)?(总体|绩效)?目标$|^年度绩效目标$|^总体目标$/],
]);

const listRole = (text: string): ListRole | undefined => listColumn(foldLabel(text)) ?? indicatorRole(text);

/** The header of a table that lists the targets of several projects, a project in a group of rows; undefined for any other row. */
export function targetListHeader(row: PlacedRow): HeaderRow<string> | undefined {
  return listHeader(row);
}

function listHeader(row: PlacedRow): HeaderRow<ListRole> | undefined {
  const header = headerOf(row, listRole);
  const roles = header.columns.map(({ role }) => role);
  return roles.includes("project") && roles.includes("name") && roles.includes("target") ? header : undefined;
}

interface Draft {
  readonly project: { -readonly [Key in keyof Project]?: Project[Key] };
  readonly name: string;
  readonly funds: FundRow[];
  readonly indicators: Indicator[];
  levels: Levels;
}

/** 项目绩效目标表 as a list: 项目名称 | 预算数 | 绩效目标 | 一级指标 | 二级指标 | 三级指标 | 指标值 …, blanks under a name carry it on. */
export function readTargetList(rows: readonly PlacedRow[], unitAbove: MoneyUnit | undefined): ReadEvaluation[] {
  const messages: Message[] = [];
  const understood: Span[] = [];
  const drafts: Draft[] = [];
  let header: HeaderRow<ListRole> | undefined;
  let moneyUnit = unitAbove;
  for (const row of rows) {
    const filled = row.cells.filter(isFilled);
    if (header === undefined || listHeader(row) !== undefined) {
      header = listHeader(row);
      moneyUnit ??= findMoneyUnit(filled);
      understood.push(...filled.map(spanOf));
      continue;
    }
    if (/^(合计|总计)$/.test(foldLabel(filled[0]?.text ?? ""))) {
      understood.push(...filled.map(spanOf));
      continue;
    }
    const aligned = alignRow(header, row, fitsListColumn);
    const first = (role: ListRole): PlacedCell | undefined => aligned.get(role)?.find(isFilled);
    const nameCell = first("project");
    if (nameCell && nameCell.text !== drafts.at(-1)?.name) drafts.push(startDraft(nameCell, first));
    const draft = drafts.at(-1);
    if (draft === undefined) {
      messages.push(...filled.slice(0, 1).map((cell): Message => ({ code: "ROW_UNKNOWN", span: spanOf(cell), detail: cell.text })));
      continue;
    }
    readBudget(draft, first("budget"), moneyUnit, messages);
    const read = readAlignedIndicator(aligned as AlignedRow<IndicatorRole>, row, draft.levels);
    draft.levels = read.levels;
    if (read.indicator) draft.indicators.push(read.indicator);
    messages.push(...read.messages);
    understood.push(...filled.map(spanOf));
  }
  const projects = drafts.map(({ project, funds, indicators }): Project => ({ name: "", citations: [], ...project, funds, indicators }));
  return projects.map((project, at) => (at === 0 ? { project, messages, understood } : { project, messages: [], understood: [] }));
}

const fitsListColumn = (role: ListRole, text: string): boolean =>
  role === "budget" ? /^[\d,.\s]*$/.test(text) : fitsIndicatorColumn(role as IndicatorRole, text);

function startDraft(nameCell: PlacedCell, first: (role: ListRole) => PlacedCell | undefined): Draft {
  const text = (role: ListRole): string => first(role)?.text ?? "";
  const goalCell = first("goal");
  const goal: StatedText | undefined = goalCell && { text: goalCell.text, citation: spanOf(goalCell) };
  return {
    name: nameCell.text,
    project: {
      ...readProjectName(nameCell.text),
      ...(text("code") === "" ? {} : { code: text("code") }),
      ...(text("supervisingUnit") === "" ? {} : { supervisingUnit: readUnitName(text("supervisingUnit")) }),
      ...(text("implementingUnit") === "" ? {} : { implementingUnit: readUnitName(text("implementingUnit")) }),
      ...(goal ? { expectedGoal: goal } : {}),
      tableBlock: nameCell.place.block,
      citations: [spanOf(nameCell)],
    },
    funds: [],
    indicators: [],
    levels: { level1: "", level2: "" },
  };
}

function readBudget(draft: Draft, cell: PlacedCell | undefined, stated: MoneyUnit | undefined, messages: Message[]): void {
  if (cell === undefined || draft.funds.length > 0) return;
  if (stated === undefined) messages.push({ code: "UNIT_UNSTATED", span: spanOf(cell), detail: "项目资金" });
  const { number, message } = readCellNumber(cell, { money: stated ?? "万元" });
  if (number) draft.funds.push({ source: "TOTAL", label: "预算数", initialBudget: number });
  if (message) messages.push(message);
}
