import type { CitedNumber, ProjectNarrative, StatedText } from "../../model/disclosure";
import type { ExtractedDocument, Span } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import { MONEY_UNITS, readPrintedNumber, type MoneyUnit } from "../../model/printed-number";

/** 项目自评综述: a project's evaluation in words. */
export interface ReadNarrative {
  /** As printed before 项目自评综述; empty where the text names no project. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly narrative: ProjectNarrative;
  readonly messages: readonly Message[];
  readonly understood: readonly Span[];
  /** Blocks [from, to). */
  readonly from: number;
  readonly to: number;
}

const HEADING =
  /^\s*(?:[（(]?[\d０-９一二三四五六七八九十]{1,3}[)）]?[.．、)）\s]\s*)?([^。；]{0,80}?)(?:项目支出绩效|项目绩效|项目|绩效)?自评(?:情况)?综述\s*[：:]/;
/** The next heading of the section ends a narrative. */
const NEXT_HEADING = /^\s*(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、|第[一二三四五六七八九十]+部分)/;

type Part = "completion" | "problems" | "nextSteps";
const PARTS: readonly (readonly [Part, RegExp])[] = [
  ["completion", /(?:项目)?绩效目标(?:实际)?完成情况[：:]/],
  ["problems", /(?:发现|存在)的?(?:主要)?问题(?:及|和|与)?(?:主要)?(?:原因)?(?:分析)?[：:]/],
  ["nextSteps", /下一步(?:的)?(?:工作|改进)?(?:措施|打算|安排|建议)[：:]|(?<![下一步])改进措施[：:]/],
];

const SCORE = /得分(?:为|是)?\s*([\d,，.．０-９]+)\s*分/;
const BUDGET = /预算(?:数|金额|总额|资金)?(?:为|是)?\s*([\d,，.．０-９]+)\s*(亿元|万元|元)/;
const EXECUTED = /(?:执行|支出|使用)(?:数|金额|总额|资金)?(?:为|是)?\s*([\d,，.．０-９]+)\s*(亿元|万元|元)/;
const RATE = /(?:完成(?:全年|年度|年初|调整)?预算(?:数)?的|执行率(?:为|达|达到)?)\s*([\d.．０-９]+)\s*[%％]/;

/** The narratives of blocks [from, to): each begins at its heading and ends before a table, the next narrative or the next heading. */
export function readNarratives(document: ExtractedDocument, from: number, to: number): ReadNarrative[] {
  const narratives: ReadNarrative[] = [];
  for (let block = from; block < to; block += 1) {
    const text = paragraphText(document, block);
    const heading = text === undefined ? null : HEADING.exec(text);
    if (!heading) continue;
    let end = block + 1;
    while (end < to && isContinuation(document, end)) end += 1;
    narratives.push(readNarrative(document, heading, block, end));
    block = end - 1;
  }
  return narratives;
}

function isContinuation(document: ExtractedDocument, block: number): boolean {
  const text = paragraphText(document, block);
  return text !== undefined && !HEADING.test(text) && !NEXT_HEADING.test(text) && !/绩效(自评|目标)(情况)?表/.test(text);
}

function paragraphText(document: ExtractedDocument, block: number): string | undefined {
  const found = document.blocks[block];
  return found?.kind === "PARAGRAPH" ? found.text : undefined;
}

function readNarrative(document: ExtractedDocument, heading: RegExpExecArray, from: number, to: number): ReadNarrative {
  const name = heading[1] ?? "";
  const nameStart = heading[0].indexOf(name, heading[0].length - heading[0].trimStart().length);
  const parts = cutParts(document, heading[0].length, from, to);
  const figures = readFigures(parts.lead);
  const texts = Object.fromEntries(parts.named.map(({ part, stated }) => [part, stated])) as Partial<Record<Part, StatedText>>;
  return {
    name: name.trim(),
    nameSpan: { block: from, start: nameStart, end: nameStart + name.length },
    narrative: { ...figures.narrative, ...texts },
    messages: figures.messages,
    understood: [{ block: from, start: 0, end: heading[0].length }, ...parts.understood],
    from,
    to,
  };
}

interface Stretch {
  readonly block: number;
  readonly start: number;
  readonly text: string;
}

/** Cuts the paragraphs at the labels of the parts; what stands before the first label is the lead with the figures. */
function cutParts(document: ExtractedDocument, headingEnd: number, from: number, to: number) {
  const lead: Stretch[] = [];
  const named: { part: Part; stated: StatedText }[] = [];
  const understood: Span[] = [];
  for (let block = from; block < to; block += 1) {
    const text = paragraphText(document, block) ?? "";
    const start = block === from ? headingEnd : 0;
    const labels = PARTS.flatMap(([part, pattern]) => {
      const match = pattern.exec(text.slice(start));
      return match ? [{ part, at: start + match.index, textAt: start + match.index + match[0].length }] : [];
    }).sort((a, b) => a.at - b.at);
    const before = text.slice(start, labels[0]?.at ?? text.length);
    const last = named.at(-1);
    if (last === undefined) lead.push({ block, start, text: before });
    else if (before.trim() !== "") {
      last.stated = { ...last.stated, text: `${last.stated.text}\n${before.trim()}`.trim() };
      understood.push({ block, start, end: start + before.length });
    }
    labels.forEach(({ part, textAt }, index) => {
      const citation = { block, start: textAt, end: labels[index + 1]?.at ?? text.length };
      named.push({ part, stated: { text: text.slice(citation.start, citation.end).trim(), citation } });
      understood.push(citation);
    });
  }
  return { lead, named, understood };
}

function readFigures(lead: readonly Stretch[]): { narrative: ProjectNarrative; messages: Message[] } {
  const narrative: { -readonly [Key in keyof ProjectNarrative]?: ProjectNarrative[Key] } = {};
  const messages: Message[] = [];
  for (const stretch of lead) {
    const cited: Span[] = [];
    const take = (field: "score" | "budget" | "executed" | "executionRate", pattern: RegExp, exponent: (unit: string) => number): void => {
      const number = narrative[field] === undefined ? readAt(stretch, pattern, exponent) : undefined;
      if (number === undefined) return;
      narrative[field] = number;
      cited.push(number.citation);
    };
    take("score", SCORE, () => 2);
    take("budget", BUDGET, moneyExponent);
    take("executed", EXECUTED, moneyExponent);
    take("executionRate", RATE, () => 4);
    messages.push(...unreadNumbers(stretch, cited));
  }
  return { narrative, messages };
}

const moneyExponent = (unit: string): number => MONEY_UNITS[unit as MoneyUnit];

function readAt(stretch: Stretch, pattern: RegExp, exponent: (unit: string) => number): CitedNumber | undefined {
  const match = pattern.exec(stretch.text);
  const [whole, digits = "", unit = ""] = match ?? [];
  if (match === null || whole === undefined) return undefined;
  const read = readPrintedNumber(digits, exponent(unit));
  if (read === undefined) return undefined;
  const start = stretch.start + match.index + whole.lastIndexOf(digits);
  const end = stretch.start + match.index + whole.length;
  return {
    value: read.value,
    step: read.step,
    printed: stretch.text.slice(start - stretch.start, end - stretch.start),
    citation: { block: stretch.block, start, end },
  };
}

/** Years, dates and list numbers tell no figure. */
const NUMBER = /\d[\d,.]*(?![\d,.]*年)/g;

function unreadNumbers(stretch: Stretch, cited: readonly Span[]): Message[] {
  for (const match of stretch.text.matchAll(NUMBER)) {
    const at = stretch.start + match.index;
    if (cited.some(({ start, end }) => at >= start && at < end)) continue;
    return [
      {
        code: "SENTENCE_UNREAD",
        span: { block: stretch.block, start: stretch.start, end: stretch.start + stretch.text.length },
        detail: stretch.text.trim(),
      },
    ];
  }
  return [];
}
