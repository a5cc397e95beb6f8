import type { SectionKind } from "../model/section-kind";
import type { DocumentFacts, LocatedSection } from "./handler";
import { listNumberLength } from "./narrative/list-number";
import { plainText } from "./narrative/plain-text";

/** The words by which a paragraph of a merged section says what it is about: they stand at its head, before the first number. */
const TOPICS: readonly (readonly [RegExp, SectionKind])[] = [
  [/绩效/, "PERFORMANCE"],
  [/三公|因公出国|公务接待|公务用车(?:购置|运行)/, "THREE_PUBLIC"],
  [/政府性基金/, "GOVERNMENT_FUND"],
  [/国有资本经营/, "STATE_CAPITAL"],
  [/机[关构](?:（机[关构]）)?运行经费/, "OPERATING_EXPENSE"],
  [/政府采购|面向中小企业/, "PROCUREMENT"],
  [/车辆|国有资产|大型设备|以上(?:的)?(?:专用|通用)?设备/, "STATE_ASSETS"],
  [/一般公共预算[^，。；]{0,8}基本支出|^[^，。；]{0,40}人员经费/, "GENERAL_PUBLIC_BASIC"],
  [/一般公共预算[^，。；]{0,8}项目支出/, "GENERAL_PUBLIC_PROJECT"],
  [/一般公共预算[^，。；]{0,10}(?:收入|支出|收支)|（类）/, "GENERAL_PUBLIC"],
  [/财政拨款(?:收入|支出|收支)[^，。；]{0,12}(?:总计|总额)|财政拨款收入支出/, "FISCAL_APPROPRIATION"],
  [/本年度?收入/, "REVENUE"],
  [/本年度?支出/, "EXPENDITURE"],
  [
    /收入(?:、|和|与)?支出[^，。；]{0,8}(?:总计|总体)|收、?支[^，。；]{0,6}总计|总收入|总支出|收入[^，。；]{0,4}总计|支出[^，。；]{0,4}总计/,
    "TOTALS",
  ],
];

/** Sections whose text may be about several things: a heading that gathers, or one that names several. */
const GATHERING: ReadonlySet<SectionKind> = new Set<SectionKind>(["NARRATIVE", "OTHER_MATTERS"]);

/**
 * Merged sections (机关运行经费、政府采购及国有资产占用情况说明; a narrative without headings) as the sections that they hold: each paragraph goes to
 * what its first words are about, one that names nothing stays with the one before.
 */
export function splitMergedSection(section: LocatedSection, facts: DocumentFacts): LocatedSection[] {
  if (!GATHERING.has(section.kind) && topicsOf(plainText(section.title).text).length < 2) return [section];
  const parts: LocatedSection[] = [section];
  for (let block = section.from + (section.title === "" ? 0 : 1); block < section.to; block += 1) {
    const running = parts.at(-1) ?? section;
    const found = facts.document.blocks[block];
    const kind = found?.kind === "PARAGRAPH" ? topicOf(plainText(found.text).text, running.kind) : undefined;
    if (kind === undefined || kind === running.kind) continue;
    if (block === running.from) parts.pop();
    else parts[parts.length - 1] = { ...running, to: block };
    parts.push({ kind, title: "", from: block, to: section.to });
  }
  return parts;
}

/** 一般公共预算财政拨款“三公”经费: the fund only says which money the expenses are of. */
const withoutFund = (plain: string): string => plain.replace(/(?:一般公共预算|政府性基金预算)?(?:财政拨款)?(?:安排的?)?(?=三公)/g, "");

const topicsOf = (title: string): SectionKind[] => {
  const named = withoutFund(title);
  return [...new Set(TOPICS.filter(([words]) => words.test(named)).map(([, kind]) => kind))];
};

/** What stands earliest before the first number decides; the three public expenses keep their own details. */
function topicOf(plain: string, current: SectionKind): SectionKind | undefined {
  const head =
    /^[^0-9]*/.exec(
      withoutFund(plain.slice(listNumberLength(plain)))
        .replace(/20\d\d年(?:度|\d{1,2}月(?:\d{1,2}日)?)?/g, "")
        .slice(0, 120),
    )?.[0] ?? "";
  const found = TOPICS.flatMap(([words, kind]) => {
    const at = head.search(words);
    return at < 0 ? [] : [{ kind, at }];
  }).sort((a, b) => a.at - b.at);
  const first = found[0]?.kind;
  if (current === "THREE_PUBLIC" && first === "STATE_ASSETS" && /公务用车|保有量/.test(head)) return undefined;
  // An item's path says of no fund whose it is: it stays with what the paragraphs before it were about.
  if (first === "GENERAL_PUBLIC" && !GATHERING.has(current) && !/一般公共预算/.test(head)) return undefined;
  return first;
}
