import type { Block, Table } from "../model/extracted-document";
import type { Message } from "../model/message";
import type { MoneyUnit } from "../model/printed-number";
import type { SectionKind } from "../model/section-kind";
import type { StatutoryTableKind } from "../model/statutory-table-kind";
import type { DocumentFacts, LocatedSection, LocatedTable } from "./handler";
import { readMoneyUnitLine } from "./tables/money-unit-line";
import { plainLabel } from "./tables/plain-label";
import { isDepartmentLine, isTableNumber, readTableTitle, titleText, type TableTitle } from "./tables/table-title";

export interface LocatedTables {
  readonly tables: readonly LocatedTable[];
  readonly messages: readonly Message[];
}

/** How many paragraphs above a table may stand between it and its title. */
const TITLE_REACH = 8;

/** Finds the tables of a document by their names, and joins what page breaks took apart. */
export function locateTables(facts: DocumentFacts, sections: readonly LocatedSection[]): LocatedTables {
  const { blocks } = facts.document;
  const tables: LocatedTable[] = [];
  const messages: Message[] = [];
  let last: { table: LocatedTable | undefined; block: number } | undefined;
  blocks.forEach((block, at) => {
    if (block.kind !== "TABLE") return;
    const section = sectionAt(sections, at);
    const above = linesAbove(blocks, at);
    const inside = titleInside(block);
    const named = inside ?? above.title;
    const unit = unitInside(block) ?? above.unit;
    if (named === undefined && above.otherTitle === undefined && last !== undefined && goesOn(blocks, last.block, at)) {
      if (last.table !== undefined && sameShape(last.table, block)) {
        const joined: LocatedTable = { ...last.table, blocks: [...last.table.blocks, { block: at, table: block }] };
        tables[tables.indexOf(last.table)] = joined;
        last = { table: joined, block: at };
        return;
      }
    }
    const kind = named?.kind ?? kindByHeader(block, section);
    if (kind === undefined) {
      messages.push({
        code: "TABLE_UNKNOWN",
        detail: above.otherTitle ?? firstWords(block),
        span: { block: at, row: 0, cell: 0, start: 0, end: 0 },
      });
      last = { table: undefined, block: at };
      return;
    }
    const continued = last?.table;
    if (
      continued !== undefined &&
      named !== undefined &&
      continued.kind === kind &&
      continued.title === named.title &&
      /续/.test(above.text)
    ) {
      const joined: LocatedTable = { ...continued, blocks: [...continued.blocks, { block: at, table: block }] };
      tables[tables.indexOf(continued)] = joined;
      last = { table: joined, block: at };
      return;
    }
    const table: LocatedTable = {
      kind,
      title: named?.title ?? above.otherTitle ?? "",
      blocks: [{ block: at, table: block }],
      ...(unit === undefined ? {} : { moneyUnit: unit }),
      section,
    };
    tables.push(table);
    last = { table, block: at };
  });
  return { tables, messages };
}

function sectionAt(sections: readonly LocatedSection[], block: number): SectionKind {
  return sections.findLast((section) => section.from <= block && block < section.to)?.kind ?? "TABLES";
}

interface LinesAbove {
  readonly title?: TableTitle;
  /** A line that is a table's title, though of no kind that is known. */
  readonly otherTitle?: string;
  readonly unit?: MoneyUnit;
  readonly text: string;
}

/** Reads upwards from a table to its title: unit line, department line and 公开01表 may stand between. */
function linesAbove(blocks: readonly Block[], table: number): LinesAbove {
  let unit: MoneyUnit | undefined;
  let text = "";
  for (let at = table - 1, seen = 0; at >= 0 && seen < TITLE_REACH; at -= 1) {
    const block = blocks[at];
    if (block?.kind !== "PARAGRAPH") break;
    const label = plainLabel(block.text);
    if (label === "") continue;
    seen += 1;
    text = `${block.text}\n${text}`;
    unit ??= readMoneyUnitLine(block.text);
    const whole = titleOverLines(blocks, at);
    if (whole.known !== undefined) return { title: whole.known, ...(unit === undefined ? {} : { unit }), text };
    if (whole.other !== undefined) return { otherTitle: whole.other, ...(unit === undefined ? {} : { unit }), text };
    if (!isBetween(label)) break;
  }
  return { ...(unit === undefined ? {} : { unit }), text };
}

/** Lines that may stand between a title and its table. */
const isBetween = (label: string): boolean =>
  readMoneyUnitLine(label) !== undefined ||
  isTableNumber(label) ||
  isDepartmentLine(label) ||
  /^(?:（续）|续表|（?(?:19|20)\d\d年?度?）?|单位：.*|日期：.*|第\d+页.*|附件?\d*：?|表[一二三四五六七八九十\d]+：?)$/.test(label) ||
  label.length <= 4;

/** A title may be broken over two lines: 政府性基金预算财政拨款 / 收入支出决算表. */
function titleOverLines(blocks: readonly Block[], at: number): { known?: TableTitle; other?: string } {
  const block = blocks[at];
  if (block?.kind !== "PARAGRAPH") return {};
  const own = titleText(block.text);
  if (own === undefined) return {};
  const before = blocks[at - 1];
  if (before?.kind === "PARAGRAPH" && titleText(before.text) === undefined) {
    const upper = plainLabel(before.text);
    const opens =
      /(?:拨款|预算|基金|资本|经营|经费|支出|收入|决算|部门|年度?)$/.test(upper) && upper.length < 40 && !/[。；：，]/.test(upper);
    const joined = opens ? readTableTitle(`${before.text}${block.text}`) : undefined;
    if (joined !== undefined) return { known: joined };
  }
  const known = readTableTitle(block.text);
  return known === undefined ? { other: own } : { known };
}

/** A title in the first rows of the table itself, or broken over the cells of its first row. */
function titleInside(table: Table): TableTitle | undefined {
  for (const row of table.rows.slice(0, 5)) {
    const filled = row.filter((cell) => cell.text.trim() !== "");
    if (filled.length === 0) continue;
    if (filled.length > 3) break;
    for (const cell of filled) {
      const title = readTableTitle(cell.text);
      if (title !== undefined) return title;
    }
    const joined = filled.length > 1 ? readTableTitle(filled.map((cell) => cell.text).join("")) : undefined;
    if (joined !== undefined) return joined;
  }
  return undefined;
}

function unitInside(table: Table): MoneyUnit | undefined {
  for (const row of table.rows.slice(0, 6)) {
    for (const cell of row) {
      const unit = cell.text.length < 80 ? readMoneyUnitLine(cell.text) : undefined;
      if (unit !== undefined) return unit;
    }
  }
  return undefined;
}

/** Only the remains of a page break stand between the two tables: a page number, 续表, a unit line. */
function goesOn(blocks: readonly Block[], before: number, after: number): boolean {
  for (let at = before + 1; at < after; at += 1) {
    const block = blocks[at];
    if (block?.kind !== "PARAGRAPH") return false;
    const label = plainLabel(block.text);
    if (!/^[-—–]*\d{0,3}[-—–]*$/.test(label) && !/^第?\d+页/.test(label) && !/^续表|（续）$/.test(label) && !isBetween(label)) return false;
  }
  return true;
}

const widthOf = (table: Table): number => Math.max(0, ...table.rows.flat().map((cell) => cell.column + cell.columnSpan));

/** A table goes on in a block that repeats its header, or is as wide and begins without one. */
function sameShape(table: LocatedTable, block: Table): boolean {
  const first = table.blocks[0]?.table;
  if (first === undefined) return false;
  const headers = new Set(first.rows.slice(0, 8).map(rowWords));
  const opening = block.rows
    .slice(0, 4)
    .map(rowWords)
    .filter((words) => words !== "");
  if (opening.some((words) => words.length > 3 && headers.has(words))) return true;
  return widthOf(block) === widthOf(first) || widthOf(block) === widthOf(table.blocks.at(-1)?.table ?? first);
}

const rowWords = (row: Table["rows"][number]): string =>
  row
    .map((cell) => plainLabel(cell.text))
    .filter((label) => label !== "" && !/^[\d,.%-]+$/.test(label))
    .join("|");

const firstWords = (table: Table): string => (table.rows.map(rowWords).find((words) => words !== "") ?? "").slice(0, 60);

/** Where the title is lost, the header tells: each kind has columns that no other has. */
function kindByHeader(table: Table, section: SectionKind): StatutoryTableKind | undefined {
  const header = table.rows.slice(0, 6).map(rowWords).join("|");
  if (/指标/.test(header) && /一级指标|三级指标/.test(header))
    return /自评|实际完成|得分/.test(header) ? "SELF_EVALUATION" : "PERFORMANCE_TARGETS";
  if (/单位名称/.test(header) && (section === "ORGANISATION" || section === "OVERVIEW" || /序号/.test(header))) return "MEMBER_UNITS";
  if (/上缴上级支出/.test(header) && /基本支出/.test(header)) return "EXPENDITURE";
  if (/上级补助收入/.test(header) && /科目名称/.test(header) && /事业收入/.test(header)) return "REVENUE";
  if (/因公出国/.test(header) && /接待/.test(header)) return "THREE_PUBLIC";
  return undefined;
}
