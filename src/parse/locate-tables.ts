import type { Block, Table } from "../model/extracted-document";
import type { Message } from "../model/message";
import type { MoneyUnit } from "../model/printed-number";
import type { SectionKind } from "../model/section-kind";
import type { StatutoryTableKind } from "../model/statutory-table-kind";
import type { DocumentFacts, LocatedSection, LocatedTable } from "./handler";
import { readMoneyUnitLine } from "./tables/money-unit-line";
import { plainLabel } from "./tables/plain-label";
import {
  isDepartmentLine,
  isListOfExport,
  isTableNumber,
  readDepartmentLine,
  readTableTitle,
  titleText,
  type TableTitle,
} from "./tables/table-title";

export interface LocatedTables {
  readonly tables: readonly LocatedTable[];
  readonly messages: readonly Message[];
}

/** How many paragraphs above a table may stand between it and its title. */
const TITLE_REACH = 8;

interface Found {
  readonly table: LocatedTable;
  /** Whose table it is, where it says so: 编制部门：…. */
  readonly department?: string;
}

/** Finds the tables of a document by their names, and joins what page breaks took apart. */
export function locateTables(facts: DocumentFacts, sections: readonly LocatedSection[]): LocatedTables {
  const { blocks } = facts.document;
  const found: Found[] = [];
  const messages: Message[] = [];
  /** The table block before, and what it was found to be. */
  let before: { readonly block: number; readonly at: number | undefined } | undefined;
  blocks.forEach((block, at) => {
    if (block.kind !== "TABLE") return;
    const section = sectionAt(sections, at);
    const caption = readCaption(blocks, at, block);
    const last = before?.at === undefined ? undefined : found[before.at];
    if (before?.at !== undefined && last !== undefined && goesOn(last.table, block, caption, blocks, before.block, at)) {
      found[before.at] = { ...last, table: { ...last.table, blocks: [...last.table.blocks, { block: at, table: block }] } };
      before = { block: at, at: before.at };
      return;
    }
    const kind = kindOf(caption, block, section);
    if (kind === undefined) {
      messages.push({ code: "TABLE_UNKNOWN", detail: caption.otherTitle ?? firstWords(block), span: wholeTable(at) });
      before = { block: at, at: undefined };
      return;
    }
    const table: LocatedTable = {
      kind,
      title: caption.title?.title ?? caption.otherTitle ?? "",
      blocks: [{ block: at, table: block }],
      ...(caption.unit === undefined ? {} : { moneyUnit: caption.unit }),
      section,
    };
    found.push({ table, ...(caption.department === undefined ? {} : { department: caption.department }) });
    before = { block: at, at: found.length - 1 };
  });
  const own = found.filter((one) => !isOfAnotherUnit(one, found, facts));
  for (const { table, department = "" } of found.filter((one) => !own.includes(one))) {
    messages.push({ code: "TABLE_UNKNOWN", detail: `${table.title}（${department}）`, span: wholeTable(table.blocks[0]?.block ?? 0) });
  }
  return { tables: own.map(({ table }) => table), messages };
}

const wholeTable = (block: number): { block: number; row: number; cell: number; start: number; end: number } => ({
  block,
  row: 0,
  cell: 0,
  start: 0,
  end: 0,
});

function sectionAt(sections: readonly LocatedSection[], block: number): SectionKind {
  return sections.findLast((section) => section.from <= block && block < section.to)?.kind ?? "TABLES";
}

/** Some documents print the tables of each member unit behind the department's: those are not this disclosure's figures. */
function isOfAnotherUnit(one: Found, all: readonly Found[], facts: DocumentFacts): boolean {
  if (one.department === undefined || isSameUnit(one.department, facts.unitName)) return false;
  return all.some(
    (other) =>
      other !== one &&
      other.table.kind === one.table.kind &&
      other.department !== one.department &&
      (other.department === undefined || isSameUnit(other.department, facts.unitName)),
  );
}

function isSameUnit(printed: string, unitName: string): boolean {
  const [left, right] = [printed, unitName].map((name) => name.replace(/（[^）]*）|[^\p{Script=Han}]/gu, ""));
  return left !== undefined && right !== undefined && left !== "" && (left.includes(right) || right.includes(left));
}

/** What stands above a table and in its first rows: title, unit, department. */
interface Caption {
  readonly title?: TableTitle;
  /** A line that is a table's title, though of no kind that is known. */
  readonly otherTitle?: string;
  readonly unit?: MoneyUnit;
  readonly department?: string;
}

function readCaption(blocks: readonly Block[], at: number, table: Table): Caption {
  const above = linesAbove(blocks, at);
  const inside = linesInside(table);
  const title = inside.title ?? above.title;
  const otherTitle = title === undefined ? above.otherTitle : undefined;
  const unit = inside.unit ?? above.unit;
  const department = inside.department ?? above.department;
  return {
    ...(title === undefined ? {} : { title }),
    ...(otherTitle === undefined ? {} : { otherTitle }),
    ...(unit === undefined ? {} : { unit }),
    ...(department === undefined ? {} : { department }),
  };
}

/** Reads upwards from a table to its title: unit line, department line and 公开01表 may stand between. */
function linesAbove(blocks: readonly Block[], table: number): Caption {
  let unit: MoneyUnit | undefined;
  let department: string | undefined;
  const caption = (title: Pick<Caption, "title" | "otherTitle">): Caption => ({
    ...title,
    ...(unit === undefined ? {} : { unit }),
    ...(department === undefined ? {} : { department }),
  });
  for (let at = table - 1, seen = 0; at >= 0 && seen < TITLE_REACH; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== "PARAGRAPH") break;
    const label = plainLabel(block.text);
    if (label === "") continue;
    seen += 1;
    unit ??= readMoneyUnitLine(block.text);
    department ??= readDepartmentLine(block.text);
    const whole = titleOverLines(blocks, at);
    if (whole.title !== undefined || whole.otherTitle !== undefined) return caption(whole);
    if (!isBetween(label)) break;
  }
  return caption({});
}

/** Lines that may stand between a title and its table. */
const isBetween = (label: string): boolean =>
  readMoneyUnitLine(label) !== undefined ||
  isTableNumber(label) ||
  isDepartmentLine(label) ||
  /^(?:（续）|续表|（?(?:19|20)\d\d年?度?）?|单位：.*|日期：.*|第\d+页.*|附件?\d*：?|表[一二三四五六七八九十\d]+：?)$/.test(label) ||
  /^（[^（）]*）$|空表|无数据/.test(label) ||
  label.length <= 4;

/** A title may be broken over two lines: 政府性基金预算财政拨款 / 收入支出决算表. */
function titleOverLines(blocks: readonly Block[], at: number): Pick<Caption, "title" | "otherTitle"> {
  const block = blocks[at];
  if (block?.kind !== "PARAGRAPH") return {};
  const own = titleText(block.text);
  if (own === undefined) return {};
  const before = blocks[at - 1];
  if (before?.kind === "PARAGRAPH" && titleText(before.text) === undefined) {
    const upper = plainLabel(before.text);
    // A cover says what the document is; the table below it has a name of its own.
    const isCover =
      readTableTitle(block.text) !== undefined &&
      (/(?:部门|单位)(?:决算|预算)$/.test(upper) || (/20\d\d年/.test(upper) && /20\d\d年/.test(own)));
    const opens =
      !isCover &&
      /(?:拨款|预算|基金|资本|经营|经费|支出|收入|决算|部门|年度?)$/.test(upper) &&
      upper.length < 40 &&
      !/[。；：，]/.test(upper);
    const joined = opens ? readTableTitle(`${before.text}${block.text}`) : undefined;
    if (joined !== undefined) return { title: joined };
  }
  const known = readTableTitle(block.text);
  return known === undefined ? { otherTitle: own } : { title: known };
}

/** A title in the first rows of the table itself, or broken over the cells of its first row; unit and department beside it. */
function linesInside(table: Table): Caption {
  let title: TableTitle | undefined;
  let unit: MoneyUnit | undefined;
  let department: string | undefined;
  for (const row of table.rows.slice(0, 6)) {
    const texts = row.map((cell) => cell.text).filter((text) => text.trim() !== "");
    for (const text of texts) {
      if (text.length > 80) continue;
      unit ??= readMoneyUnitLine(text);
      department ??= readDepartmentLine(text);
    }
    if (texts.length > 3 || title !== undefined) continue;
    title = texts.map(readTableTitle).find((read) => read !== undefined) ?? (texts.length > 1 ? readTableTitle(texts.join("")) : undefined);
  }
  return {
    ...(title === undefined ? {} : { title }),
    ...(unit === undefined ? {} : { unit }),
    ...(department === undefined ? {} : { department }),
  };
}

/** Whether a block continues the table before it: no title between and the same shape, or the title again on the next page. */
function goesOn(table: LocatedTable, block: Table, caption: Caption, blocks: readonly Block[], before: number, at: number): boolean {
  if (caption.otherTitle !== undefined) return false;
  if (caption.title !== undefined) {
    const previous = blocks[before];
    const again =
      caption.title.kind === table.kind && caption.title.title.replace(/（续）|续表/, "") === table.title.replace(/（续）|续表/, "");
    return again && previous?.page !== undefined && block.page === previous.page + 1 && repeatsHeader(table, block);
  }
  return isPageBreak(blocks, before, at) && (repeatsHeader(table, block) || isAsWide(table, block));
}

/** Only the remains of a page break stand between the two tables: a page number, 续表, a unit line. */
function isPageBreak(blocks: readonly Block[], before: number, after: number): boolean {
  for (let at = before + 1; at < after; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "PARAGRAPH") return false;
    const label = plainLabel(block.text);
    if (!/^[-—–]*\d{0,3}[-—–]*$/.test(label) && !/^第?\d+页/.test(label) && !isBetween(label)) return false;
  }
  return true;
}

const widthOf = (table: Table): number => Math.max(0, ...table.rows.flat().map((cell) => cell.column + cell.columnSpan));

function isAsWide(table: LocatedTable, block: Table): boolean {
  const width = widthOf(block);
  return table.blocks.some(({ table: part }) => widthOf(part) === width);
}

function repeatsHeader(table: LocatedTable, block: Table): boolean {
  const headers = new Set(table.blocks[0]?.table.rows.slice(0, 8).map(rowWords));
  return block.rows
    .slice(0, 4)
    .map(rowWords)
    .some((words) => words.length > 3 && headers.has(words));
}

const rowWords = (row: Table["rows"][number]): string =>
  row
    .map((cell) => plainLabel(cell.text))
    .filter((label) => label !== "" && !/^[\d,.%-]+$/.test(label))
    .join("|");

const firstWords = (table: Table): string => (table.rows.map(rowWords).find((words) => words !== "") ?? "").slice(0, 60);

/** The title decides, unless the header is that of an evaluation; where the title is lost, the header tells. */
function kindOf(caption: Caption, table: Table, section: SectionKind): StatutoryTableKind | undefined {
  if (caption.otherTitle !== undefined && isListOfExport(caption.otherTitle)) return undefined;
  const byHeader = kindByHeader(table, section);
  if (byHeader === "SELF_EVALUATION" || byHeader === "PERFORMANCE_TARGETS") return byHeader;
  return caption.title?.kind ?? (caption.otherTitle === undefined ? byHeader : undefined);
}

/** Each kind has columns that no other has. */
function kindByHeader(table: Table, section: SectionKind): StatutoryTableKind | undefined {
  const all = table.rows.map(rowWords).join("|");
  if (/一级指标|三级指标/.test(all)) return /自评|实际完成|得分|完成值/.test(all) ? "SELF_EVALUATION" : "PERFORMANCE_TARGETS";
  const header = table.rows.slice(0, 6).map(rowWords).join("|");
  if (/单位名称/.test(header) && (section === "ORGANISATION" || section === "OVERVIEW" || /序号/.test(header))) return "MEMBER_UNITS";
  if (/上缴上级支出/.test(header) && /基本支出/.test(header)) return "EXPENDITURE";
  if (/上级补助收入/.test(header) && /科目名称/.test(header) && /事业收入/.test(header)) return "REVENUE";
  if (/因公出国/.test(header) && /接待/.test(header)) return "THREE_PUBLIC";
  return undefined;
}
