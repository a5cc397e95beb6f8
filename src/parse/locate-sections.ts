import type { ExtractedDocument, Paragraph } from "../model/extracted-document";
import type { SectionKind } from "../model/section-kind";
import type { LocatedSection } from "./handler";
import { listNumberLength } from "./narrative/list-number";
import { plainText } from "./narrative/plain-text";
import { CONTAINERS, sectionKindOf } from "./section-names";

interface Heading {
  readonly block: number;
  /** 0 第X部分 and titles without a number, 1 一、 2 （一） 3 the rest. */
  readonly level: number;
  /** As printed, without its number. */
  readonly title: string;
  readonly kind: SectionKind | undefined;
}

const LONGEST_HEADING = 48;

/**
 * Parts a document into its sections, each found by its name: whatever its number, in any order. The contents list is a section of its own and
 * its entries are no headings. What stands before the first heading is the cover.
 */
export function locateSections(document: ExtractedDocument, unitNames: readonly string[] = []): LocatedSection[] {
  const contents = findContents(document);
  const starts: { block: number; kind: SectionKind; title: string }[] = [];
  if (contents !== undefined) starts.push({ block: contents.from, kind: "CONTENTS", title: "目录" });
  let current: SectionKind = "COVER";
  let part: SectionKind = "COVER";
  let level = 0;
  document.blocks.forEach((block, index) => {
    if (block.kind !== "PARAGRAPH" || (contents !== undefined && index >= contents.from && index < contents.to)) return;
    const heading = readHeading(block, index, unitNames, isTableAhead(document, index));
    if (heading === undefined) {
      // Figures told below the title, before any heading: no cover any more.
      if (starts.length > 0 || !TELLS_AMOUNT.test(plainText(block.text).text)) return;
      current = part = "NARRATIVE";
      starts.push({ block: index, kind: current, title: "" });
      return;
    }
    const kind = opens(heading, current, part, level);
    if (kind === undefined) return;
    if (heading.level === 0) part = kind;
    current = kind;
    level = heading.level;
    starts.push({ block: index, kind, title: heading.title });
  });
  starts.sort((a, b) => a.block - b.block);
  return cut(document, starts, contents?.to);
}

function cut(
  document: ExtractedDocument,
  starts: readonly { block: number; kind: SectionKind; title: string }[],
  contentsEnd: number | undefined,
): LocatedSection[] {
  const sections: LocatedSection[] = [];
  const add = (kind: SectionKind, title: string, from: number, to: number): void => {
    if (to > from) sections.push({ kind, title, from, to });
  };
  add("COVER", "", 0, starts[0]?.block ?? document.blocks.length);
  starts.forEach((start, index) => {
    const end = starts[index + 1]?.block ?? document.blocks.length;
    if (start.kind === "CONTENTS" && contentsEnd !== undefined) {
      add("CONTENTS", start.title, start.block, contentsEnd);
      add("OTHER", "", contentsEnd, end);
    } else add(start.kind, start.title, start.block, end);
  });
  return sections;
}

const TELLS_AMOUNT = /\d(?:万|亿)?元[^。]*。/;

/**
 * The kind of the section that a heading opens; undefined where it is a heading inside the running one.
 * @param running the level of the heading that opened the running section
 */
function opens(heading: Heading, current: SectionKind, part: SectionKind, running: number): SectionKind | undefined {
  const { kind, level } = heading;
  // Titles of tables belong to the part with the tables; so do the headings of the terms that a glossary explains.
  if (kind === "TABLES") return current === "TABLES" ? undefined : level <= 1 ? "TABLES" : undefined;
  const within = part === "TABLES" || part === "GLOSSARY" || current === "GLOSSARY";
  if (level > 0 && within && !(kind !== undefined && /(?:说明|情况)$/.test(heading.title))) return undefined;
  if (level > 0 && kind === "PROJECT_DESCRIPTION" && current === kind) return undefined;
  if (kind === undefined) {
    if (level === 0) return heading.title === "" ? undefined : "OTHER";
    return level === 1 && !["DUTIES", "ACHIEVEMENTS", "PROJECT_DESCRIPTION", "PERFORMANCE", "CONTACT"].includes(current)
      ? "OTHER"
      : undefined;
  }
  // （二）支出决算情况 beside （一）收入决算情况: neither holds the other.
  const beside = level === 2 && running === 2;
  if (level >= 2 && (kind === current || !(beside || mayHold(current, kind)))) return undefined;
  return kind;
}

/** A heading of a lower level opens a section of its own only where the running one gathers several. */
function mayHold(current: SectionKind, kind: SectionKind): boolean {
  if (CONTAINERS.has(current) || current === "COVER" || current === "CONTENTS" || current === "OTHER") return true;
  // 十一、其他重要事项: （一）机关运行经费 （二）政府采购 follow one another below it.
  const matters: readonly SectionKind[] = [
    "OPERATING_EXPENSE",
    "PROCUREMENT",
    "STATE_ASSETS",
    "PERFORMANCE",
    "GENERAL_SPENDING",
    "OTHER_MATTERS",
  ];
  if (matters.includes(current) && matters.includes(kind)) return true;
  const overview: readonly SectionKind[] = ["DUTIES", "ORGANISATION", "ACHIEVEMENTS"];
  return overview.includes(current) && overview.includes(kind);
}

/** A table within the next lines (its unit line, its number stand between). */
const isTableAhead = (document: ExtractedDocument, block: number): boolean =>
  document.blocks.slice(block + 1, block + 5).some(({ kind }) => kind === "TABLE");

function readHeading(paragraph: Paragraph, block: number, unitNames: readonly string[], tableAhead: boolean): Heading | undefined {
  // A heading is short even with blanks between its characters and a field behind it.
  if (paragraph.text.length > 3 * LONGEST_HEADING) return undefined;
  const text = withoutFields(paragraph.text);
  const folded = plainText(text);
  const plain = folded.text;
  if (plain === "" || plain.length > LONGEST_HEADING) return undefined;
  const numberLength = listNumberLength(plain);
  const number = plain.slice(0, numberLength);
  const titleAt = /^[、.：]/.test(plain.slice(numberLength)) ? numberLength + 1 : numberLength;
  const title = plain.slice(titleAt).replace(/[。：；]$/, "");
  // A quotation mark before the title has no plain character of its own.
  const printedAt = titleAt === 0 ? 0 : (folded.at[titleAt - 1] ?? 0) + 1;
  const printed = text
    .slice(printedAt)
    .replace(/[。：；:;]$/, "")
    .trim();
  if (/[。；！？]/.test(title) || /\d(?:万|亿)?元|\d%/.test(title)) return undefined;
  if (/[，：]/.test(title) && !/^(?:一|二|三|四|五|六|七|八|九|十)/.test(number)) return undefined;
  const name = nameOf(title, unitNames);
  const level = levelOf(number, plain);
  const kind = title === "" || DOING.test(name) ? undefined : sectionKindOf(name);
  if (level === undefined) {
    // A title without a number is one only where the whole line is a known name.
    const whole = isWholeName(name) || (kind === "TABLES" && tableAhead);
    return kind !== undefined && whole ? { block, level: 0, title: printed, kind } : undefined;
  }
  return /：./.test(title) ? undefined : { block, level, title: printed, kind };
}

function levelOf(number: string, plain: string): number | undefined {
  if (/^第[一二三四五六七八九十百]+部分/.test(plain)) return 0;
  if (number === "") return undefined;
  if (/^[一二三四五六七八九十]+[、.]/.test(number)) return 1;
  if (/^（[一二三四五六七八九十]+）/.test(number)) return 2;
  return 3;
}

/** 2023年度（部门）X局收入支出决算情况说明 → 收入支出决算情况说明. */
function nameOf(title: string, unitNames: readonly string[]): string {
  let name = title;
  for (const unit of unitNames) if (unit !== "") name = name.replaceAll(unit, "");
  return name
    .replace(/（(?:本级|部门|单位|本部|汇总)）/g, "")
    .replace(/^关于/, "")
    .replace(/20\d\d年度?/g, "")
    .replace(/^(?:区级|本级)?(?:部门|单位)/, "");
}

/** "加强政府采购监管" is a task of the year, no section on procurement. */
const DOING =
  /^(?:加强|深化|推进|推动|强化|做好|做实|落实|持续|全面|扎实|严格|完善|提升|提高|优化|着力|聚焦|坚持|加快|健全|规范|实施|组织|开展|负责|贯彻|承担|指导|监督|管理|统筹|围绕|抓好|紧盯|突出|积极|切实)/;

const WHOLE_NAME =
  /^(?:目录|名词解释|(?:主要)?(?:职能|职责)(?:、?职责)?|机构设置(?:情况)?|概况|(?:预算|决算)编制说明|其他(?:相关|重要)?(?:情况|事项)(?:的)?(?:情况)?说明|.{0,30}项目经费情况说明|.{0,24}(?:收入|支出|收支|三公|运行经费|政府采购|国有资产|绩效).{0,16}(?:说明|情况)|[^及和与]{0,24}三公(?:经费)?.{0,6}(?:预算|决算)(?:公开)?|(?:预算|决算)(?:情况)?说明|情况说明|附件|(?:决算|预算)(?:公开)?表)$/;
const isWholeName = (name: string): boolean => WHOLE_NAME.test(name);

/** Word fields left in the text: PAGEREF _Toc16112 h 4, TOC \o "1-3", dotted leaders and page numbers. */
export function withoutFields(text: string): string {
  return text
    .replace(/(?:TOC\s+\\[^\u4e00-\u9fff]*|HYPERLINK\s+\\l\s+"?[\w]+"?|PAGEREF\s+\w+(?:\s+\\?h)?(?:\s+\d+)?)/g, "")
    .replace(/\s*[.．·…⋯。]{3,}\s*\d*\s*$/, "")
    .trim();
}

/** The contents list: from its title to the line at which its first entry stands again, or which is no entry. */
function findContents(document: ExtractedDocument): { from: number; to: number } | undefined {
  const from = document.blocks.findIndex((block) => block.kind === "PARAGRAPH" && /^目录$/.test(plainText(block.text).text));
  if (from < 0) return findUntitledContents(document);
  const seen = new Set<string>();
  let to = from + 1;
  for (; to < document.blocks.length; to += 1) {
    const block = document.blocks[to];
    if (block?.kind !== "PARAGRAPH") {
      if (block !== undefined && isContentsTable(block)) continue;
      break;
    }
    const entry = contentsEntry(block.text);
    if (entry === undefined || seen.has(entry)) break;
    seen.add(entry);
  }
  return { from, to };
}

const FEWEST_ENTRIES = 4;

/** A list that lost its title: lines side by side of which every one stands again further on. */
function findUntitledContents({ blocks }: ExtractedDocument): { from: number; to: number } | undefined {
  const lastAt = new Map<string, number>();
  const entries = blocks.map((block) => (block.kind === "PARAGRAPH" ? contentsEntry(block.text) : undefined));
  entries.forEach((entry, index) => entry !== undefined && lastAt.set(entry, index));
  let from = 0;
  for (let index = 0; index <= blocks.length; index += 1) {
    const entry = entries[index];
    if (entry !== undefined && (lastAt.get(entry) ?? 0) > index) continue;
    if (index - from >= FEWEST_ENTRIES) return { from, to: index };
    from = index + 1;
  }
  return undefined;
}

function isContentsTable(table: { readonly rows: readonly (readonly { readonly text: string }[])[] }): boolean {
  return table.rows.every((row) => row.every(({ text }) => text === "" || /^\d{1,3}$/.test(text) || contentsEntry(text) !== undefined));
}

/** An entry is a numbered name or a line with a leader or a page number behind it. */
function contentsEntry(text: string): string | undefined {
  const bare = withoutFields(text);
  const plain = plainText(bare).text;
  const led = bare.length < text.trim().length || /\S\s{2,}\d{1,3}$/.test(text) || /[\u4e00-\u9fff）]\d{1,3}$/.test(plain);
  const name = plain.replace(/[\d]{1,3}$/, "");
  if (name.length > LONGEST_HEADING || /[。；]/.test(name)) return undefined;
  return led || listNumberLength(name) > 0 || /^\d{1,2}[.、]/.test(name) ? name : undefined;
}
