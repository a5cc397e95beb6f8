import type { FundRow, Indicator, Project, ProjectNarrative, StatedText } from "../../model/disclosure";
import type { Span } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import type { MoneyUnit } from "../../model/printed-number";
import { alignRow, type HeaderRow } from "./align-row";
import { fundRole, indicatorRole, type FundRole, type IndicatorRole } from "./column-roles";
import { foldLabel } from "./fold-label";
import { headerOf } from "./header-row";
import { findMoneyUnit } from "./find-money-unit";
import { isFilled, spanOf, type PlacedCell, type PlacedRow } from "./placed-row";
import { readProjectName, readUnitName } from "./project-name";
import { isNone, isNumberCell, readCellNumber } from "./read-cell-number";
import { fundSource, readFundPairs, readFundRow } from "./read-fund-row";
import { readIndicatorRow, type Levels } from "./read-indicator-row";
import { isTitleRow, isTotalRow, labelledValues, rowLabel, type LabelledValue } from "./row-labels";

export interface ReadEvaluation {
  readonly project: Project;
  readonly messages: readonly Message[];
  /** Cells that were understood though they are no field of their own: titles, labels, targets, goals. */
  readonly understood: readonly Span[];
}

type GoalRole = "expectedGoal" | "actualCompletion";

/** Reads the rows of one 项目支出绩效自评表 (or 项目绩效目标表) from its title or its project name to its last row, whatever their order. */
export class EvaluationReader {
  private readonly project: { -readonly [Key in keyof Project]?: Project[Key] } = {};
  private readonly narrative: { -readonly [Key in keyof ProjectNarrative]?: ProjectNarrative[Key] } = {};
  private readonly funds: FundRow[] = [];
  private readonly indicators: Indicator[] = [];
  private readonly citations: Span[] = [];
  private readonly messages: Message[] = [];
  private readonly understood: Span[] = [];
  private fundHeader: HeaderRow<FundRole> | undefined;
  private indicatorHeader: HeaderRow<IndicatorRole> | undefined;
  private goalHeader: HeaderRow<GoalRole> | undefined;
  private levels: Levels = { level1: "", level2: "" };
  private statedUnit: MoneyUnit | undefined;
  private hasTotal = false;

  /** @param unitAbove the unit line above the table, where it has one */
  constructor(private readonly unitAbove: MoneyUnit | undefined) {}

  get isNamed(): boolean {
    return this.project.name !== undefined;
  }

  /** The table has neither named its total nor ended: rows on the next page may go on. */
  get isOpen(): boolean {
    return this.isNamed && !this.hasTotal;
  }

  readRow(row: PlacedRow): void {
    const filled = row.cells.filter(isFilled);
    if (filled.length === 0) return;
    if (this.statedUnit === undefined && !this.indicatorHeader) this.statedUnit = findMoneyUnit(filled);
    if (isTitleRow(row)) return this.understand(filled);
    if (this.readIndicatorHeader(row) || this.readFundHeader(row)) return;
    if (this.indicatorHeader && !this.hasTotal) return this.readIndicatorOrTotal(this.indicatorHeader, row, filled);
    if (this.readFunds(row, filled) || this.readGoals(row, filled) || this.readLabels(row, filled)) return;
    this.messages.push(unknownRow(filled));
  }

  finish(): ReadEvaluation {
    const { name = "", ...rest } = this.project;
    const hasNarrative = Object.keys(this.narrative).length > 0;
    const project: Project = {
      name,
      ...rest,
      funds: this.funds,
      indicators: this.indicators,
      ...(hasNarrative ? { narrative: this.narrative } : {}),
      citations: this.citations,
    };
    return { project, messages: this.messages, understood: this.understood };
  }

  private readIndicatorHeader(row: PlacedRow): boolean {
    const header = headerOf(row, indicatorRole);
    const roles = header.columns.map(({ role }) => role);
    if (!roles.includes("name") || !(roles.includes("target") || roles.includes("level1"))) return false;
    this.indicatorHeader = header;
    this.noteUnknownColumns(row, header);
    return true;
  }

  private readFundHeader(row: PlacedRow): boolean {
    if (this.indicatorHeader) return false;
    const header = headerOf(row, fundRole);
    const money = header.columns.filter(({ role }) => role === "initialBudget" || role === "adjustedBudget" || role === "executed");
    if (money.length < 2) return false;
    this.fundHeader = header;
    this.noteUnknownColumns(row, header);
    return true;
  }

  /** The cells before the first known column are the label of the block itself. */
  private noteUnknownColumns(row: PlacedRow, header: HeaderRow<string>): void {
    const first = header.columns[0]?.index ?? 0;
    row.cells.forEach((cell, index) => {
      const isKnown = index < first || !isFilled(cell) || header.columns.some((column) => column.index === index);
      if (isKnown) this.understood.push(spanOf(cell));
      else this.messages.push({ code: "COLUMN_UNKNOWN", span: spanOf(cell), detail: cell.text });
    });
  }

  private readIndicatorOrTotal(header: HeaderRow<IndicatorRole>, row: PlacedRow, filled: readonly PlacedCell[]): void {
    if (isTotalRow(row)) return this.readTotal(header, row, filled);
    if (isAfterword(row) && this.readLabels(row, filled)) return;
    const { indicator, levels, messages } = readIndicatorRow(header, row, this.levels);
    this.levels = levels;
    this.messages.push(...messages);
    this.understand(filled);
    if (indicator) this.indicators.push(indicator);
  }

  private readTotal(header: HeaderRow<IndicatorRole>, row: PlacedRow, filled: readonly PlacedCell[]): void {
    this.hasTotal = true;
    this.understand(filled);
    const [label] = filled;
    const aligned = alignRow(
      header,
      row,
      (role, text) => (role !== "weight" && role !== "score") || text === label?.text || isNumberCell(text),
    );
    const numberIn = (role: IndicatorRole): PlacedCell | undefined => aligned.get(role)?.find((cell) => isFilled(cell) && cell !== label);
    const read = { weight: numberIn("weight"), score: numberIn("score") };
    const numbers = filled.filter(({ text }) => !isNone(text) && isNumberCell(text));
    const isPlaced = numbers.every((cell) => cell === read.weight || cell === read.score);
    if (!isPlaced && numbers.length === 2) [read.weight, read.score] = numbers;
    else if (!isPlaced) this.messages.push(unknownRow(filled));
    const weight = readCellNumber(read.weight, "SCORE");
    const score = readCellNumber(read.score, "SCORE");
    if (weight.number) this.project.totalWeight = weight.number;
    if (score.number) this.project.totalScore = score.number;
    this.messages.push(...[weight.message, score.message].filter((message) => message !== undefined));
  }

  private readFunds(row: PlacedRow, filled: readonly PlacedCell[]): boolean {
    if (!filled.some(({ text }) => fundSource(text) !== undefined)) return false;
    const read = this.fundHeader ? readFundRow(this.fundHeader, row, this.moneyUnit(row)) : undefined;
    const funds = read ? (read.fund ? [read.fund] : []) : undefined;
    const pairs = funds === undefined ? readFundPairs(row, this.moneyUnit(row)) : undefined;
    this.funds.push(...(funds ?? pairs?.funds ?? []));
    this.messages.push(...(read?.messages ?? pairs?.messages ?? []));
    return true;
  }

  private moneyUnit(row: PlacedRow): MoneyUnit {
    const unit = this.statedUnit ?? this.unitAbove;
    if (unit !== undefined) return unit;
    const cell = row.cells.find(isFilled);
    this.messages.push({ code: "UNIT_UNSTATED", ...(cell ? { span: spanOf(cell) } : {}), detail: "项目资金" });
    return (this.statedUnit = "万元");
  }

  /** 预期目标 | 实际完成情况 stand above their texts, or a goal stands beside its label. */
  private readGoals(row: PlacedRow, filled: readonly PlacedCell[]): boolean {
    const header = headerOf(row, goalRole);
    if (header.columns.length === 2) {
      this.goalHeader = header;
      this.understand(filled);
      return true;
    }
    if (this.goalHeader === undefined || labelledValues(row).some(({ label }) => label !== "goal")) return false;
    for (const [role, cells] of alignRow(this.goalHeader, row, (_role, text) => text !== "")) {
      const cell = cells.find(isFilled);
      if (cell) this.project[role] = this.state(cell);
    }
    this.goalHeader = undefined;
    return true;
  }

  private readLabels(row: PlacedRow, filled: readonly PlacedCell[]): boolean {
    const values = labelledValues(row);
    if (values.length === 0) return false;
    for (const labelled of values) this.readLabel(labelled);
    this.understand(filled.filter((cell) => rowLabel(cell.text) !== undefined || values.some(({ value }) => value === cell)));
    return true;
  }

  private readLabel({ label, value, start }: LabelledValue): void {
    if (value === undefined) return;
    const text = value.text.slice(start);
    switch (label) {
      case "projectName":
        Object.assign(this.project, { ...readProjectName(text), tableBlock: value.place.block });
        this.citations.push({ ...spanOf(value), start });
        return;
      case "projectCode":
        this.project.code = text.trim();
        return;
      case "supervisingUnit":
      case "implementingUnit":
        this.project[label] = readUnitName(text);
        return;
      case "goal":
        this.project.expectedGoal ??= this.state(value, start);
        return;
      case "conclusion":
        this.narrative.completion = this.state(value, start);
        return;
      case "problems":
      case "nextSteps":
        this.narrative[label] = this.state(value, start);
        return;
      case "aside":
        return;
    }
  }

  private state(cell: PlacedCell, start = 0): StatedText {
    this.understand([cell]);
    return { text: cell.text.slice(start), citation: { ...spanOf(cell), start } };
  }

  private understand(cells: readonly PlacedCell[]): void {
    this.understood.push(...cells.map(spanOf));
  }
}

function goalRole(text: string): GoalRole | undefined {
  const label = foldLabel(text).replace(/[:：]$/, "");
  if (/^(年初|年度)?(预期|设定)(绩效)?目标$|^(项目)?年度目标$|^年初设定目标$/.test(label)) return "expectedGoal";
  if (/^(年度)?(总体)?(目标|实际)(实际)?完成(情况|目标)$|^(全年)?实际完成(情况|目标)$|^完成情况$/.test(label)) return "actualCompletion";
  return undefined;
}

const AFTERWORDS: readonly string[] = ["conclusion", "problems", "nextSteps", "aside"];

/** A row of the table's end that names no indicator. */
function isAfterword(row: PlacedRow): boolean {
  const labels = labelledValues(row);
  const first = row.cells.find(isFilled);
  return (
    first !== undefined && labels.some(({ label }) => AFTERWORDS.includes(label)) && labels.length * 2 >= row.cells.filter(isFilled).length
  );
}

function unknownRow(filled: readonly PlacedCell[]): Message {
  const [first] = filled;
  return { code: "ROW_UNKNOWN", ...(first ? { span: spanOf(first) } : {}), detail: filled.map(({ text }) => text).join(" | ") };
}
