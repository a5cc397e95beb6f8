import { invariant } from "../lib/invariant";
import type { DisclosureHeader } from "../model/disclosure";
import type { DisclosureKind, Scope } from "../model/disclosure-kind";
import type { ExtractedDocument, Span } from "../model/extracted-document";
import { isFiscalYear } from "../model/fiscal-year";
import type { Message } from "../model/message";
import { listNumberLength } from "./narrative/list-number";
import { plainText, printedRange } from "./narrative/plain-text";
import { NotADisclosureError } from "./not-a-disclosure-error";
import { isOrganisationName, ORGANISATION } from "./organisation-name";

export interface ParsedHeader {
  readonly header: DisclosureHeader;
  readonly messages: readonly Message[];
}

/** A line of the document, wherever a form printed it: a paragraph, or a cell with its label in the cell before. */
interface Line {
  readonly printed: string;
  readonly plain: string;
  readonly block: number;
  readonly spanOf: (plainStart: number, plainEnd: number) => Span;
  readonly printedAt: (plainStart: number, plainEnd: number) => string;
}

interface Found {
  readonly text: string;
  readonly span: Span;
}

/** Blocks that may belong to the cover; a text without contents list has no clearer end of it. */
const COVER_BLOCKS = 60;
const UNIT_LABELS =
  /^(?:预算主管部门|主管部门|预算部门|部门名称|编制部门|部门（单位）名称|单位（部门）名称|单位名称|预算单位|编制单位|公开单位|公开部门)(?:（公章）|（盖章）)?：/;
/** 单位名称 beside 项目名称: the head of a table, and no cover. */
const COLUMN_NAME = /(?:名称|编码|代码|编号|金额|合计|总计|类别|序号|数)$|^项目|^备注/;
const UNIT_SUFFIX = /（(?:本级|本部|机关|部门|单位|汇总|本级汇总)）$|(?:本级|本部)$|(?<=[局厅委会院])机关$/;
/** The funds whose names hold the word 预算: they say nothing of what a document is. */
const FUND_NAMES = /一般公共预算|公共财政预算|政府性基金预算|国有资本经营预算/g;

/** Reads the cover 封面: the unit, its scope, the year and the kind of the disclosure, the officers and the way to reach them. */
export function parseHeader(document: ExtractedDocument): ParsedHeader {
  const cover = linesOf(document, 0, coverEnd(document));
  const all = paragraphsOnDemand(document);
  const title = findTitle(cover) ?? findTitle(all().slice(0, 120));
  const unit = labelledUnit(cover) ?? title?.unit ?? labelledUnit(all()) ?? unitOfSentences(all());
  const year = title?.year ?? yearOf(cover) ?? yearOfSentences(all());
  const kind = title?.kind ?? kindOf(cover) ?? kindOfHeadings(all());
  const government = unit === undefined ? governmentOf(cover) : undefined;
  if (government !== undefined) throw new NotADisclosureError(government, "GOVERNMENT_SUMMARY");
  if (unit === undefined) throw new NotADisclosureError("单位名称");
  if (year === undefined) throw new NotADisclosureError("年度");
  if (kind === undefined) throw new NotADisclosureError("预算/决算");

  const officers = {
    head: labelledText(cover, /^(?:单位负责人|部门负责人|部门主要负责人|负责人)(?:签字)?(?:（签章）)?：/),
    financeLead: labelledText(cover, /^(?:财务负责人|财务主管|分管财务负责人)(?:（签章）)?：/),
    preparer: labelledText(cover, /^(?:编制人|填报人|填表人|经办人|制表人)(?:（签章）)?：/),
  };
  const reported = labelledText(cover, /^(?:报送日期|填报日期|编报日期|编制日期|上报日期)：/);
  const contact = inlineText(document, "联系人", /联系人(?:及电话)?：([^：\d]{2,12}?)(?=联系|电话|地址|邮|$|[，；。\d])/);
  const phone = inlineText(document, "电话", /(?:联系|咨询|办公)?电话(?:号码)?：((?:（?0\d{2,3}）?-?)?\d{7,8}(?:-\d{1,5})?|1\d{10})/);
  const reportedOn = reported === undefined ? undefined : readDate(reported.text);

  const printed = unit.text;
  const citations = [unit, title?.yearFound, officers.head, officers.financeLead, officers.preparer, reported, contact, phone]
    .filter((found) => found !== undefined)
    .map(({ span }) => span);
  const text = (name: string, found: Found | undefined): object => (found === undefined ? {} : { [name]: found.text });
  return {
    header: {
      unitName: printed.replace(UNIT_SUFFIX, ""),
      unitNamePrinted: unit.printed,
      scope: scopeOf(unit, title?.scope, all),
      year,
      kind,
      ...text("head", officers.head),
      ...text("financeLead", officers.financeLead),
      ...text("preparer", officers.preparer),
      ...(reportedOn === undefined ? {} : { reportedOn }),
      ...text("contact", contact),
      ...text("phone", phone),
      citations,
    },
    messages: incomplete(cover, officers, reported),
  };
}

interface FoundUnit extends Found {
  /** The name exactly as printed. */
  readonly printed: string;
  readonly label?: string;
}

interface FoundTitle {
  readonly year?: number;
  readonly yearFound?: Found;
  readonly kind?: DisclosureKind;
  readonly scope?: Scope;
  readonly unit?: FoundUnit;
}

function linesOf(document: ExtractedDocument, from: number, to: number): Line[] {
  return document.blocks.slice(from, to).flatMap((block, offset) => {
    const index = from + offset;
    if (block.kind === "PARAGRAPH") return [lineOf(block.text, index, {})];
    // A cover set as a table: label and value in cells side by side.
    return block.rows.flatMap((row, rowIndex) =>
      row.flatMap((cell, cellIndex) => {
        const before = row[cellIndex - 1]?.text ?? "";
        const label = plainText(before).text;
        const line = lineOf(cell.text, index, { row: rowIndex, cell: cellIndex });
        return (UNIT_LABELS.test(`${label}：`) && !COLUMN_NAME.test(line.plain)) || /负责人$|编制人$|日期$/.test(label)
          ? [
              {
                ...line,
                plain: `${label}：${line.plain}`,
                spanOf: (start: number, end: number) => line.spanOf(start - label.length - 1, end - label.length - 1),
                printedAt: (start: number, end: number) => line.printedAt(start - label.length - 1, end - label.length - 1),
              },
            ]
          : [line];
      }),
    );
  });
}

/** All paragraphs, for documents whose cover does not say enough. Tables beyond the cover say nothing of it. */
function paragraphsOnDemand({ blocks }: ExtractedDocument): () => readonly Line[] {
  let lines: readonly Line[] | undefined;
  return () => (lines ??= blocks.flatMap((block, index) => (block.kind === "PARAGRAPH" ? [lineOf(block.text, index, {})] : [])));
}

function lineOf(printed: string, block: number, cell: { readonly row?: number; readonly cell?: number }): Line {
  const plain = plainText(printed);
  return {
    printed,
    plain: plain.text,
    block,
    spanOf: (start, end) => ({ block, ...cell, ...printedRange(plain, start, end) }),
    printedAt(start, end) {
      const range = printedRange(plain, start, end);
      return printed.slice(range.start, range.end);
    },
  };
}

/** The cover ends at the contents list or at the first part. */
function coverEnd(document: ExtractedDocument): number {
  const isEnd = (text: string): boolean => /^(?:目录|第一部分.*)$/.test(plainText(text).text);
  const end = document.blocks.findIndex((block) => block.kind === "PARAGRAPH" && isEnd(block.text));
  return end < 0 ? Math.min(COVER_BLOCKS, document.blocks.length) : Math.max(end, 1);
}

const TITLE_YEAR = /(20\d\d|二[〇○ＯO0零]二[〇○零一二三四五六七八九])年度?/;
const isShort = ({ plain }: Line): boolean => plain.length <= 60 && !/[。；]/.test(plain);

/** A title goes on below where its line ends with the year: 2024年度 / 示例局 / 部门决算. */
function wholeTitle(lines: readonly Line[], index: number): Line | undefined {
  const first = lines[index];
  if (first === undefined || !isShort(first)) return undefined;
  if (!new RegExp(`${TITLE_YEAR.source}$|20\\d\\d$`).test(first.plain)) return first;
  const parts = [first];
  while (parts.length < 4 && !/(?:决算|预算|公开)/.test(parts.at(-1)?.plain.replace(FUND_NAMES, "") ?? "")) {
    const next = lines[index + parts.length];
    if (next === undefined || !isShort(next) || UNIT_LABELS.test(next.plain)) break;
    parts.push(next);
  }
  return parts.length === 1 ? first : joinLines(parts);
}

/** 示例县2023年“三公”经费决算, 2023年区本级…: the title of a government's own summary, which adds up its departments. */
const governmentOf = (lines: readonly Line[]): string | undefined =>
  lines
    .slice(0, 12)
    .find(
      (line) =>
        isShort(line) &&
        /(?:省|市|区|县|旗|州|盟|镇|乡)(?:本级|级)?(?:部门（?单位）?)?(?:20\d\d年|一般公共预算|三公|财政(?:总?决算|预算|收支))|20\d\d年度?.{0,10}?(?:[省市区县旗州](?:本级|级|直))/.test(
          line.plain,
        ),
    )?.plain;

/** Several lines as one; what reaches over the end of one is cited as far as that end. */
function joinLines(parts: readonly Line[]): Line {
  const [first] = parts;
  invariant(first !== undefined, "a title of no line");
  return {
    printed: parts.map(({ printed }) => printed).join(""),
    plain: parts.map(({ plain }) => plain).join(""),
    block: first.block,
    spanOf(start, end) {
      let from = 0;
      const part = parts.find(({ plain }) => start < (from += plain.length)) ?? first;
      from -= part.plain.length;
      return part.spanOf(start - from, Math.min(end - from, part.plain.length));
    },
    printedAt(start, end) {
      let from = 0;
      return parts
        .map((part) => {
          const [at, to] = [Math.max(start - from, 0), Math.min(end - from, part.plain.length)];
          from += part.plain.length;
          return at < to ? part.printedAt(at, to) : "";
        })
        .join("");
    },
  };
}

/** 2024年度部门决算, with the unit before, behind, or in a line of its own above. */
function findTitle(lines: readonly Line[]): FoundTitle | undefined {
  for (const index of lines.keys()) {
    const line = wholeTitle(lines, index);
    if (line === undefined) continue;
    const match = TITLE_YEAR.exec(line.plain);
    if (match === null) continue;
    const rest = line.plain.slice(match.index + match[0].length);
    const named = /(决算|预算)/.exec(rest.replace(FUND_NAMES, ""))?.[1];
    const open = named === undefined && /公开|三公.{0,12}(?:说明|情况)/.test(rest);
    if (named === undefined && !open) continue;
    const year = readYear(match[1] ?? "");
    if (year === undefined) continue;
    const scope = /部门(?:决算|预算)/.test(rest) ? "DEPARTMENT" : /单位(?:决算|预算)/.test(rest) ? "UNIT" : undefined;
    const unit = unitInTitle(line, match, rest, lines[index - 1]) ?? unitAbove(lines, index);
    const yearFound = { text: match[0], span: line.spanOf(match.index, match.index + match[0].length) };
    return {
      year,
      yearFound,
      ...(named === undefined ? {} : { kind: named === "决算" ? "FINAL_ACCOUNTS" : "BUDGET" }),
      ...(scope === undefined ? {} : { scope }),
      ...(unit === undefined ? {} : { unit }),
    };
  }
  return undefined;
}

function unitInTitle(line: Line, match: RegExpExecArray, rest: string, upper: Line | undefined): FoundUnit | undefined {
  // An entry of the contents list is numbered, an attachment too; 关于 stands before the name or behind it.
  const from = listNumberLength(line.plain) + (/^(?:附件[一二三四五六七八九十\d]*：?|关于)*/.exec(line.plain)?.[0].length ?? 0);
  const to = match.index - (line.plain.slice(0, match.index).endsWith("关于") ? 2 : 0);
  if (isOrganisationName(line.plain.slice(from, to))) {
    const { line: whole, before } = withPlace(line, upper);
    return unitAt(whole, from, before + to);
  }
  const after =
    /^(.+?)(?:部门|单位)?(?:整体)?(?:(?:一般公共预算|财政拨款|行政经费及?)*三公|行政经费|一般公共预算|决算|预算|公开|信息)/.exec(rest)?.[1];
  if (after === undefined || !isOrganisationName(after)) return undefined;
  const start = match.index + match[0].length;
  return unitAt(line, start, start + after.length);
}

function unitAbove(lines: readonly Line[], index: number): FoundUnit | undefined {
  const above = lines[index - 1];
  if (above === undefined || !isOrganisationName(above.plain)) return undefined;
  const { line } = withPlace(above, lines[index - 2]);
  return unitAt(line, 0, line.plain.length);
}

const PLACE = /^.{1,8}?(?:省|市|区|县|州|盟|旗)/;

/** 示例区人民政府 / 示例路街道办事处: a name that says no place goes on from the line above it. */
function withPlace(line: Line, upper: Line | undefined): { readonly line: Line; readonly before: number } {
  if (upper === undefined || !/政府$/.test(upper.plain) || PLACE.test(line.plain)) return { line, before: 0 };
  return { line: joinLines([upper, line]), before: upper.plain.length };
}

function unitAt(line: Line, start: number, end: number, label?: string): FoundUnit {
  const span = line.spanOf(start, end);
  return {
    text: line.plain.slice(start, end),
    printed: line.printedAt(start, end),
    span,
    ...(label === undefined ? {} : { label }),
  };
}

function labelledUnit(lines: readonly Line[]): FoundUnit | undefined {
  for (const line of lines) {
    const label = UNIT_LABELS.exec(line.plain)?.[0];
    if (label === undefined || line.plain.length > 60) continue;
    const end = /(?:单位|金额单位)：|\s|20\d\d年/.exec(line.plain.slice(label.length))?.index;
    const name = line.plain.slice(label.length, end === undefined ? undefined : label.length + end);
    if (name.length >= 3) return unitAt(line, label.length, label.length + name.length, label);
  }
  return undefined;
}

/** A text without its cover still says whose revenue it tells: "X局 2023年度收入、支出决算总计 …". */
function unitOfSentences(lines: readonly Line[]): FoundUnit | undefined {
  const opening = new RegExp(
    `^(.{2,36}?${ORGANISATION}(?:（本级）|（本部）|本级)?)20\\d\\d年度?(?:收|支|财政|部门|单位|一般|机|政府|无|本年)`,
  );
  for (const line of lines) {
    const name = opening.exec(line.plain)?.[1];
    if (name !== undefined && !/^(?:与|比|较|根据|按照)/.test(name)) return unitAt(line, 0, name.length);
  }
  return undefined;
}

function yearOf(lines: readonly Line[]): number | undefined {
  for (const line of lines) {
    const year = readYear(/(20\d\d|二[〇○ＯO0零]二[〇○零一二三四五六七八九])年度/.exec(line.plain)?.[1] ?? "");
    if (year !== undefined) return year;
  }
  return undefined;
}

/** The year that most sentences speak of, where it stands out. */
function yearOfSentences(lines: readonly Line[]): number | undefined {
  const seen = new Map<number, number>();
  for (const line of lines) {
    for (const match of line.plain.matchAll(/(20\d\d)年度(?!相比)/g)) {
      const year = readYear(match[1] ?? "");
      if (year !== undefined) seen.set(year, (seen.get(year) ?? 0) + 1);
    }
  }
  const [first, second] = [...seen].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 2 && first[1] > 2 * (second?.[1] ?? 0) ? first[0] : undefined;
}

const CHINESE_DIGITS = "零一二三四五六七八九";
function readYear(text: string): number | undefined {
  const digits = /^20\d\d$/.test(text)
    ? text
    : [...text].map((mark) => (/[〇○ＯO0零]/.test(mark) ? "0" : String(CHINESE_DIGITS.indexOf(mark)))).join("");
  const year = Number(digits);
  return digits.length === 4 && isFiscalYear(year) ? year : undefined;
}

function kindOf(lines: readonly Line[]): DisclosureKind | undefined {
  const text = lines.map(({ plain }) => plain.replace(FUND_NAMES, "")).join("\n");
  const accounts = text.split("决算").length - 1;
  const budget = text.split("预算").length - 1;
  return accounts === budget ? undefined : accounts > budget ? "FINAL_ACCOUNTS" : "BUDGET";
}

/** A cover may name neither; the headings do: 收入决算情况说明. */
function kindOfHeadings(lines: readonly Line[]): DisclosureKind | undefined {
  const headings = lines.filter(({ plain }) => plain.length < 40 && !/[。，；]/.test(plain));
  const count = (word: RegExp): number => headings.filter(({ plain }) => word.test(plain)).length;
  const accounts = count(/决算/);
  const budget = count(/预算(?:编制|总表|情况|收|支|表)|部门预算|三公经费(?:支出)?安排/);
  if (accounts > budget) return "FINAL_ACCOUNTS";
  return budget > accounts ? "BUDGET" : kindOf(lines);
}

function scopeOf(unit: FoundUnit, titled: Scope | undefined, all: () => readonly Line[]): Scope {
  if (/（(?:本级|本部|机关)）$|(?:本级|本部|(?<=[局厅委会院])机关)$/.test(unit.text)) return "UNIT";
  if (/（(?:部门|汇总|本级汇总)）$/.test(unit.text)) return "DEPARTMENT";
  if (titled !== undefined) return titled;
  const headings = all().filter(({ plain }) => plain.length < 40 && /(?:决算|预算)/.test(plain));
  const department = headings.filter(({ plain }) => /部门(?:决算|预算)/.test(plain)).length;
  const alone = headings.filter(({ plain }) => /单位(?:决算|预算)/.test(plain)).length;
  if (department !== alone) return department > alone ? "DEPARTMENT" : "UNIT";
  return unit.label !== undefined && /部门/.test(unit.label) ? "DEPARTMENT" : "UNIT";
}

function labelledText(lines: readonly Line[], label: RegExp): Found | undefined {
  for (const line of lines) {
    const match = label.exec(line.plain);
    if (match === null) continue;
    const value = line.plain.slice(match[0].length);
    const end = /(?:单位负责人|财务负责人|编制人|填报人|报送日期|联系电话|电话)：/.exec(value)?.index ?? value.length;
    const text = value.slice(0, end);
    if (text !== "" && text.length <= 24) return { text, span: line.spanOf(match[0].length, match[0].length + text.length) };
  }
  return undefined;
}

/** Contact lines stand last in most documents. */
function inlineText({ blocks }: ExtractedDocument, word: string, words: RegExp): Found | undefined {
  for (let block = blocks.length - 1; block >= 0; block -= 1) {
    const found = blocks[block];
    if (found?.kind !== "PARAGRAPH" || !found.text.includes(word)) continue;
    const line = lineOf(found.text, block, {});
    const match = words.exec(line.plain);
    const text = match?.[1];
    if (match === null || text === undefined) continue;
    const start = match.index + match[0].length - text.length;
    return { text, span: line.spanOf(start, start + text.length) };
  }
  return undefined;
}

/** 2024年8月 → 2024-08; 2024年8月30日, 2024-8-30, 2024.8.30 → 2024-08-30. */
function readDate(text: string): string | undefined {
  const match = /(20\d\d)[年\-./](\d{1,2})(?:[月\-./](\d{1,2})?日?)?/.exec(text);
  if (match === null) return undefined;
  const [, year = "", month = "", day] = match;
  if (Number(month) < 1 || Number(month) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31) return undefined;
  return `${year}-${month.padStart(2, "0")}${day === undefined ? "" : `-${day.padStart(2, "0")}`}`;
}

/** Only a cover that has the form at all can lack a line of it. */
function incomplete(
  cover: readonly Line[],
  officers: Record<"head" | "financeLead" | "preparer", Found | undefined>,
  reported: Found | undefined,
): Message[] {
  if (!cover.some(({ plain }) => /^(?:单位|财务)负责人：|^报送日期：/.test(plain))) return [];
  const lines: readonly (readonly [string, Found | undefined])[] = [
    ["单位负责人", officers.head],
    ["财务负责人", officers.financeLead],
    ["编制人", officers.preparer],
    ["报送日期", reported],
  ];
  return lines.filter(([, found]) => found === undefined).map(([detail]) => ({ code: "HEADER_INCOMPLETE", detail }));
}
