import type { Indicator, Project } from "../../model/disclosure";
import type { ExtractedDocument, Span } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import { readPrintedNumber } from "../../model/printed-number";
import { projectNameKey } from "./project-name";
import { readMeasuredValue } from "./read-target";

/** 单位项目绩效评价结果 tells one evaluation again in sentences, indicator by indicator. */
export interface Restatement {
  readonly understood: readonly Span[];
  readonly messages: readonly Message[];
  /** Where each project is named again, by its index. */
  readonly mentions: readonly { readonly project: number; readonly citation: Span }[];
}

const EXAMPLE = /以(.{2,80}?)(?:项目)?为例/;
const INDICATOR =
  /^\s*[（(]?\d+[)）.、]\s*(.+?)[，,]\s*目标值(.*?)[，,]\s*实际完成(?:值)?(.*?)[，,]\s*分值([\d.]+)分?[，,]\s*得分([\d.]+)分?[。；;]?\s*$/;
const TOTAL = /(?:综合|自评)?得分(?:为)?([\d.]+)分/g;
const LEVEL = /([^，。、：:；]{2,8}指标)([\d.]+)分/g;

/**
 * Holds the restated indicators and scores against the table of the project that the text takes as its example. What agrees is
 * understood; a sentence that differs from the table, or restates no indicator of it, is a message with its place.
 */
export function confirmRestatement(document: ExtractedDocument, from: number, to: number, projects: readonly Project[]): Restatement {
  const understood: Span[] = [];
  const messages: Message[] = [];
  const mentions: { project: number; citation: Span }[] = [];
  let example: Project | undefined;
  for (let block = from; block < to; block += 1) {
    const paragraph = document.blocks[block];
    if (paragraph?.kind !== "PARAGRAPH") continue;
    const { text } = paragraph;
    const span: Span = { block, start: 0, end: text.length };
    const named = EXAMPLE.exec(text);
    if (named) {
      const at = projects.findIndex(({ name }) => projectNameKey(name) === projectNameKey(named[1] ?? ""));
      const found = at < 0 ? findByOwnName(projects, named[1] ?? "") : at;
      example = projects[found];
      if (example)
        mentions.push({ project: found, citation: { block, start: named.index + 1, end: named.index + 1 + (named[1] ?? "").length } });
    }
    if (example === undefined) continue;
    const agrees = agreesWith(example, text, named !== null);
    if (agrees === undefined) continue;
    if (agrees) understood.push(span);
    else messages.push({ code: "SENTENCE_UNREAD", span, detail: text });
  }
  return { understood, messages, mentions };
}

/** "以国家统一法律职业资格考试项目为例" leaves the 经费 out of the project's name. */
function findByOwnName(projects: readonly Project[], name: string): number {
  const key = projectNameKey(name);
  const candidates = projects.flatMap((project, at) => (projectNameKey(project.name).startsWith(key) ? [at] : []));
  return candidates.length === 1 ? (candidates[0] ?? -1) : -1;
}

/** Undefined where the text restates nothing. */
function agreesWith(project: Project, text: string, isExample: boolean): boolean | undefined {
  const restated = INDICATOR.exec(text);
  if (restated) {
    const [, name = "", target = "", actual = "", weight = "", score = ""] = restated;
    const indicator = project.indicators.find((candidate) => projectNameKey(candidate.name) === projectNameKey(name));
    return indicator !== undefined && isSame(indicator, { target, actual, weight, score });
  }
  const totals = [...text.matchAll(TOTAL)];
  if (totals.length === 0 || (!isExample && !/本项目|该项目/.test(text))) return undefined;
  const levels = [...text.matchAll(LEVEL)];
  return (
    totals.every(([, total = ""]) => readPrintedNumber(total, 2)?.value === project.totalScore?.value) &&
    levels.every(([, level = "", sum = ""]) => readPrintedNumber(sum, 2)?.value === sumOfLevel(project, level))
  );
}

function isSame(indicator: Indicator, told: Readonly<Record<"target" | "actual" | "weight" | "score", string>>): boolean {
  const target = readMeasuredValue(told.target);
  const actual = readMeasuredValue(told.actual);
  const value = (printed: string): number | undefined => readPrintedNumber(printed, 2)?.value;
  const isSameTarget =
    indicator.targetValue === undefined
      ? told.target === indicator.target
      : target.value === indicator.targetValue && target.comparator === indicator.comparator;
  const isSameActual = indicator.actualValue === undefined ? told.actual === indicator.actual : actual.value === indicator.actualValue;
  return isSameTarget && isSameActual && value(told.weight) === indicator.weight?.value && value(told.score) === indicator.score?.value;
}

const sumOfLevel = (project: Project, level: string): number =>
  project.indicators.filter(({ level1 }) => level.endsWith(level1)).reduce((sum, { score }) => sum + (score?.value ?? 0), 0);
