import type { FundRow, Project, StatedText } from "../../model/disclosure";
import type { Span } from "../../model/extracted-document";
import { MONEY_UNITS, readPrintedNumber, type MoneyUnit } from "../../model/printed-number";
import type { DocumentFacts, LocatedSection, Parsed, SectionHandler } from "../handler";
import { listNumberLength } from "../narrative/list-number";
import { plainText, printedRange, type PlainText } from "../narrative/plain-text";

interface Line {
  readonly block: number;
  readonly printed: string;
  readonly plain: PlainText;
}

const PARTS = /^(?:项目)?(概述|概况|立项依据|实施主体|实施方案|实施周期|年度预算安排|预算安排|绩效目标)：?$/;
const AMOUNT = /^(?:(?:\d{4}年)?(?:年度)?(?:预算)?(?:安排)?(?:资金|金额)?(?:为|：)?)?(\d[\d,]*(?:\.\d+)?)(亿元|万元|元)。?$/;

/** 项目经费情况说明 of a budget: one project, its implementer, its money for the year, its goal. */
export const projectDescriptionSection: SectionHandler = {
  kind: "PROJECT_DESCRIPTION",
  parse(section, facts): Parsed {
    const lines = linesOf(section, facts);
    const parts = partsOf(lines);
    const name = nameOf(lines, parts.get("概述") ?? parts.get("概况") ?? []);
    if (name === undefined) return {};
    const implementing = parts.get("实施主体")?.[0];
    const fund = fundOf(parts.get("年度预算安排") ?? parts.get("预算安排") ?? []);
    const goal = statedText(parts.get("绩效目标") ?? []);
    const project: Project = {
      name: name.text,
      ...(implementing !== undefined && implementing.printed.length <= 40
        ? { implementingUnit: implementing.printed.replace(/[。；]$/, "") }
        : {}),
      funds: fund === undefined ? [] : [fund],
      ...(goal === undefined ? {} : { expectedGoal: goal }),
      indicators: [],
      citations: [name.citation, ...[...parts.values()].flat().filter(isDescription).map(wholeLine)],
    };
    return { projects: [project] };
  },
};

const QUARTERLY_PLAN = /第?[一二三四1-4]季度(?:用款|支付|资金)*(?:计划|安排)?(?:支付|用款)?\d[\d,.]*[亿万]?元/g;

/** What is told of the project, such as how large it is built or what each quarter pays, belongs to it as worded. Other money must be read. */
const isDescription = ({ plain }: Line): boolean => !/\d[亿万]?元/.test(plain.text.replace(QUARTERLY_PLAN, ""));

const wholeLine = ({ block, printed }: Line): Span => ({ block, start: 0, end: printed.length });

function linesOf(section: LocatedSection, facts: DocumentFacts): Line[] {
  const lines: Line[] = [];
  for (let block = section.from; block < section.to; block += 1) {
    const found = facts.document.blocks[block];
    if (found?.kind === "PARAGRAPH") lines.push({ block, printed: found.text, plain: plainText(found.text) });
  }
  return lines;
}

/** The lines below each of the template's headings. */
function partsOf(lines: readonly Line[]): Map<string, Line[]> {
  const parts = new Map<string, Line[]>();
  let part: Line[] | undefined;
  for (const line of lines) {
    const { text } = line.plain;
    const heading = PARTS.exec(text.slice(listNumberLength(text)))?.[1];
    if (heading !== undefined && !parts.has(heading)) parts.set(heading, (part = []));
    else part?.push(line);
  }
  return parts;
}

/** From the title (人民调解项目经费情况说明), else from the first sentence that names what is built or done. */
function nameOf(lines: readonly Line[], overview: readonly Line[]): { readonly text: string; readonly citation: Span } | undefined {
  const patterns: readonly (readonly [Line | undefined, RegExp])[] = [
    [lines[0], /^(?:20\d\d年度?)?(.{2,40}?)(?:项目)?(?:经费|支出)?情况说明$/],
    [overview[0], /(?:建设|实施|开展)的?(.{4,30}?(?:工程|项目))[，（]/],
  ];
  for (const [line, pattern] of patterns) {
    const numberLength = line === undefined ? 0 : listNumberLength(line.plain.text);
    const match = line === undefined ? null : pattern.exec(line.plain.text.slice(numberLength));
    const text = match?.[1];
    if (line === undefined || match === null || text === undefined || /^(?:项目|部门|单位)?(?:项目|其他|相关)?$/.test(text)) continue;
    const start = numberLength + match.index + match[0].indexOf(text);
    return { text, citation: { block: line.block, ...printedRange(line.plain, start, start + text.length) } };
  }
  return undefined;
}

function fundOf(lines: readonly Line[]): FundRow | undefined {
  const line = lines[0];
  const match = line === undefined || lines.length > 1 ? null : AMOUNT.exec(line.plain.text);
  if (line === undefined || match === null) return undefined;
  const [, digits = "", unit = "元"] = match;
  const number = readPrintedNumber(digits, MONEY_UNITS[unit as MoneyUnit]);
  if (number === undefined) return undefined;
  const start = match.index + match[0].indexOf(digits);
  const citation = { block: line.block, ...printedRange(line.plain, start, start + digits.length + unit.length) };
  const initialBudget = { value: number.value, step: number.step, printed: line.printed.slice(citation.start, citation.end), citation };
  return { source: "TOTAL", label: "年度预算安排", initialBudget };
}

/** A goal may run over several paragraphs; its citation is the first one's. */
function statedText(lines: readonly Line[]): StatedText | undefined {
  const first = lines[0];
  if (first === undefined) return undefined;
  const text = lines.map(({ printed }) => printed).join("\n");
  return { text, citation: { block: first.block, start: 0, end: first.printed.length } };
}
