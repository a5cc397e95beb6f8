import type { StatutoryTableKind } from "../../model/statutory-table-kind";
import { plainLabel } from "./plain-label";

export interface TableTitle {
  readonly kind: StatutoryTableKind;
  /** As printed, without white space and numbering. */
  readonly title: string;
}

/**
 * Tables go by their names, and the names vary: 决算/预算, 收入支出/收支, 总表/明细表, a year or a unit before, a lost first character
 * ("三、出决算表"). The order decides: the narrower name first.
 */
const KINDS_BY_NAME: readonly (readonly [RegExp, StatutoryTableKind])[] = [
  [/绩效.*自评|自评.*表/, "SELF_EVALUATION"],
  [/绩效.*目标|目标.*申报表/, "PERFORMANCE_TARGETS"],
  [/三公|因公出国/, "THREE_PUBLIC"],
  [/运行经费.*(?:资产|采购)|(?:资产|采购).*运行经费|公开相关信息统计/, "OPERATING_ASSETS_PROCUREMENT"],
  [/[机构关]运行经费|机构运行信息/, "OPERATING_ASSETS_PROCUREMENT"],
  [/(?:国有)?资产(?:占用|占有|使用|情况|信息)/, "STATE_ASSETS"],
  [/购买服务/, "PURCHASED_SERVICES"],
  [/采购/, "PROCUREMENT"],
  [/项目(?:收入支出|收支)/, "PROJECT_REVENUE_EXPENDITURE"],
  [/国有资本|国资预算/, "STATE_CAPITAL"],
  [/政府?性?基金/, "GOVERNMENT_FUND"],
  [/公共预算.*基本支出|基本支出.*经济分类|财政拨款基本支出|^基本支出/, "GENERAL_PUBLIC_BASIC"],
  [/公共预算.*项目支出/, "GENERAL_PUBLIC_PROJECT"],
  [/公共预算/, "GENERAL_PUBLIC"],
  [/经济分类/, "EXPENDITURE_BY_ECONOMIC"],
  [/拨款(?:收入支出|收支|.*总表)/, "FISCAL_APPROPRIATION"],
  [/拨款支出/, "FISCAL_APPROPRIATION"],
  [/收入支出|收支|^入支出/, "TOTALS"],
  [/项目支出|项目(?:预算|决算|明细|清单)|特定目标类/, "PROJECT_LIST"],
  [/(?:单位|部门)(?:构成|名单|一览)|(?:预算|决算|所属)单位(?:情况)?表|汇总单位/, "MEMBER_UNITS"],
  [/收入|^入(?:决|预)算/, "REVENUE"],
  [/支出|^出(?:决|预)算/, "EXPENDITURE"],
];

/** Names that end like a table of ours and are none. */
const NOT_OURS = /购买服务.*目录|指标变动|附表目录|目录|审批表|公开表说明|情况说明$/;

/** Lists that the hub's own exports add to the tables: they tell again what stands in them. */
export const isListOfExport = (title: string): boolean => /(?:表外数据|数据来源)一览表$/.test(title);

/** Revenue or expenditure of one source, or of another purse: not the whole that the kind is about. */
const PART_ONLY = /专户|转移支付|债[务券]|社会?保险?基金|社保|非税|收费|捐赠|拨款|补助|自有|单位资金|结余|结转|国库/;

/** Longer lines are sentences that mention a table. */
const LONGEST_TITLE = 60;

/** The statutory table that a line names; undefined for a line that is no title, or the title of an unknown table. */
export function readTableTitle(line: string): TableTitle | undefined {
  const title = titleText(line);
  if (title === undefined || NOT_OURS.test(title)) return undefined;
  const name = bareName(title);
  const kind = KINDS_BY_NAME.find(([pattern]) => pattern.test(name))?.[1];
  if ((kind === "REVENUE" || kind === "EXPENDITURE") && PART_ONLY.test(name)) return undefined;
  return kind === undefined ? undefined : { kind, title: printedTitle(line, title) };
}

/** The title with the quotation marks that the plain form lacks. */
function printedTitle(line: string, title: string): string {
  const printed = line.replace(/\s+/g, "");
  for (let from = 0; from < printed.length; from += 1) {
    if (plainLabel(printed.slice(from)) === title) return printed.slice(from).replace(/^[《》”]+|[《》“]+$/g, "");
  }
  return title;
}

/** The line as a title, known or not: short, and ending in 表. */
export function titleText(line: string): string | undefined {
  const text = plainLabel(line)
    .replace(/^(?:附?表|附件)[一二三四五六七八九十\d]+(?:[-—]\d+)?[：、.]?/, "")
    .replace(/^(?:[一二三四五六七八九十]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）|\d{1,2}[、.．-](?!\d))+/, "")
    .replace(/^(?:附?表|附件)[一二三四五六七八九十\d]+[：、.]?/, "")
    .replace(/(?:公开\d*表|\d+表)?(?:金额)?单位：.*$/, "")
    .replace(/[。.…]+\d*$/, "");
  if (text.length < 3 || text.length > LONGEST_TITLE || isTableNumber(text) || /[。；，：]/.test(text.replace(/（.*）/g, "")))
    return undefined;
  return /表(?:（[^（）]*）|[一二三四五六七八九十])*$/.test(text) ? text : undefined;
}

/** Without the year and the unit before the name, and without what brackets add behind it. */
const bareName = (title: string): string =>
  title
    .replace(/(?:（[^（）]*）)+$/, "")
    .replace(/^.*?(?:19|20)\d\d年?度?/, "")
    .replace(/^（[^）]*）/, "")
    .replace(/^(?:部门|单位|本级|区级|市级|县级|省级)+/, "");

/** 公开01表, 表1, 附表3: the number of a table by itself. */
export const isTableNumber = (label: string): boolean =>
  /^(?:公开|附|预公开|部门公开|财决|财预)?表?[一二三四五六七八九十\d]{1,3}(?:[-—]\d)?表?(?:（续）)?$/.test(label) && /表|公开/.test(label);

/** 编制部门：… / 部门名称：… / 编制单位：…: the line of who made the table. */
export const isDepartmentLine = (label: string): boolean =>
  /^(?:编制|公开|填报|预算|主管|汇总)?(?:预算|主管)?(?:部门|单位)(?:名称|编码|代码|（公章）|（盖章）)*[：]/.test(label) &&
  !/^(?:金额)?单位：(?:人民币)?(?:百|千|万|百万|亿)?元/.test(label);

/** The unit that a department line names; undefined for any other line. */
export function readDepartmentLine(line: string): string | undefined {
  const label = plainLabel(line);
  if (!isDepartmentLine(label)) return undefined;
  const name = /：\s*(.+)$/
    .exec(line.replaceAll(":", "："))?.[1]
    ?.split(/\s{2,}|金额单位|单位：/)[0]
    ?.trim();
  return name === undefined || name === "" ? undefined : plainLabel(name);
}
