import type { DocumentFormat, Span } from "./extracted-document";
import type { DisclosureKind, Scope } from "./disclosure-kind";
import type { FigureStatus } from "./figure-status";
import type { MeasureCode } from "./measures";
import type { Message } from "./message";
import type { SectionKind } from "./section-kind";
import type { Stage } from "./stage";
import type { StatutoryTableKind } from "./statutory-table-kind";

/**
 * One disclosure as parsed: what the document says, each quantity with its place. Nothing here is repaired: a contradiction stays, and a
 * check says so.
 */
export interface Disclosure {
  readonly format: DocumentFormat;
  readonly header: DisclosureHeader;
  readonly profile: UnitProfile;
  /** Every section of the document in printed order, known or not; together they cover all blocks after the cover. */
  readonly sections: readonly Section[];
  readonly tables: readonly StatutoryTable[];
  /** Every quantity as printed, once for each time that it is printed. */
  readonly readings: readonly Reading[];
  /** Every printed change, rate and share, beside the figures that it relates. */
  readonly relations: readonly Relation[];
  readonly projects: readonly Project[];
  /** Subjects that the document prints and the catalogue does not know. */
  readonly observedSubjects: readonly ObservedSubject[];
  readonly coverage: Coverage;
  readonly messages: readonly Message[];
}

/** The cover: 封面. Texts are undefined where the document does not print them. */
export interface DisclosureHeader {
  /** Full name of the unit without the suffix （本级）, brackets full-width. */
  readonly unitName: string;
  /** The unit's name exactly as printed. */
  readonly unitNamePrinted: string;
  readonly scope: Scope;
  readonly year: number;
  readonly kind: DisclosureKind;
  /** 单位负责人 */
  readonly head?: string;
  /** 财务负责人 */
  readonly financeLead?: string;
  /** 编制人 */
  readonly preparer?: string;
  /** 报送日期: YYYY-MM-DD, or YYYY-MM where only the month is printed. */
  readonly reportedOn?: string;
  /** 联系人 */
  readonly contact?: string;
  /** 联系电话 */
  readonly phone?: string;
  /** Where each of the texts above stands. */
  readonly citations: readonly Span[];
}

/** 单位概况 */
export interface UnitProfile {
  /** 单位性质 as printed (财政拨款的行政单位 …). */
  readonly nature?: string;
  /** 内设机构 */
  readonly offices: readonly string[];
  /** The number of internal offices that the document declares. */
  readonly officeCount?: number;
  /** 纳入汇总范围的单位, as listed. */
  readonly memberUnits: readonly MemberUnit[];
  /** The number of member units that the document declares. */
  readonly memberUnitCount?: number;
  readonly citations: readonly Span[];
}

export interface MemberUnit {
  readonly name: string;
  readonly nature?: string;
  /** 备注, such as "预算不单列，并入本级". */
  readonly note?: string;
  readonly citation: Span;
}

export interface Section {
  /** OTHER for a section of unknown kind: kept as text, searchable, and reported. */
  readonly kind: SectionKind;
  /** The heading as printed, without its number; empty for text before the first heading. */
  readonly title: string;
  /** Blocks [from, to) of the document, heading included. */
  readonly from: number;
  readonly to: number;
}

export interface StatutoryTable {
  readonly kind: StatutoryTableKind;
  readonly title: string;
  readonly block: number;
  /** The document states that the table holds nothing (本表无数据, 空表). */
  readonly statedEmpty: boolean;
}

export type ReadingOrigin = "TABLE" | "NARRATIVE" | "SELF_EVALUATION";

/** How a value that is not printed itself follows from printed ones. */
export type Derivation = "CURRENT_MINUS_CHANGE" | "CURRENT_OVER_RATE" | "STATED_EQUAL";

/** One printed occurrence of a quantity. */
export interface Reading {
  readonly measure: MeasureCode;
  /** Key of a budget subject (its code, or its path where it has none); undefined for the total. */
  readonly subject?: string;
  readonly stage: Stage;
  readonly status: FigureStatus;
  /** Base units (see PrintedNumber); null unless REPORTED. */
  readonly value: number | null;
  /** One unit of the last printed digit in base units; for a derived value the sum of its inputs' steps. */
  readonly step: number;
  /** The number as printed, with its unit where the text gives one: "9,422.60万元"; for a derived value the printed change. */
  readonly printed: string;
  readonly origin: ReadingOrigin;
  readonly section: SectionKind;
  /** Kind of the statutory table it stands in. */
  readonly table?: StatutoryTableKind;
  readonly citation: Span;
  readonly derivation?: Derivation;
  /** 变动/差异原因 as stated. */
  readonly reason?: StatedText;
}

export interface StatedText {
  readonly text: string;
  readonly citation: Span;
}

/**
 * A printed relation between figures, kept exactly as published:
 * CHANGE_AMOUNT (比上年增加 X 万元; base units, negative for 减少), CHANGE_RATE (增长 Y %), COMPLETION_RATE (完成预算的 %), SHARE (占 … 的 %).
 * Rates are in millionths (1 % = 10,000).
 */
export interface Relation {
  readonly form: "CHANGE_AMOUNT" | "CHANGE_RATE" | "COMPLETION_RATE" | "SHARE";
  readonly measure: MeasureCode;
  readonly subject?: string;
  readonly stage: Stage;
  /** What the figure is compared with: a stage of the same measure (changes, completion), or a whole (shares). */
  readonly base: { readonly stage: Stage } | { readonly measure: MeasureCode; readonly subject?: string };
  /** Null where the text says that there is no such rate (不可比, --). */
  readonly value: number | null;
  readonly step: number;
  readonly printed: string;
  /** The direction word as printed (增加, 减少, 持平 …), where there is one. */
  readonly direction?: "INCREASE" | "DECREASE" | "EQUAL";
  readonly section: SectionKind;
  readonly citation: Span;
}

/** A number inside a project or an indicator, in base units of its kind (money 分, scores hundredths, rates millionths). */
export interface CitedNumber {
  readonly value: number;
  readonly step: number;
  readonly printed: string;
  readonly citation: Span;
}

export type FundSource = "TOTAL" | "FISCAL" | "CARRYOVER" | "SPECIAL_ACCOUNT" | "UNIT_OWN" | "OTHER";

/** One row of the fund block of a self-evaluation table (年度资金总额, 财政拨款, 上年结转, 其他资金). */
export interface FundRow {
  readonly source: FundSource;
  readonly label: string;
  readonly initialBudget?: CitedNumber;
  readonly adjustedBudget?: CitedNumber;
  readonly executed?: CitedNumber;
  readonly weight?: CitedNumber;
  readonly executionRate?: CitedNumber;
  readonly score?: CitedNumber;
}

/** 指标性质/方向: 正向 the more the better, 反向 the less the better, 定性 in words. */
export type IndicatorDirection = "POSITIVE" | "NEGATIVE" | "QUALITATIVE";
export type Comparator = "GE" | "LE" | "EQ" | "GT" | "LT";

export interface Indicator {
  readonly level1: string;
  readonly level2: string;
  /** 三级指标 */
  readonly name: string;
  readonly direction?: IndicatorDirection;
  readonly comparator?: Comparator;
  /** 年度指标值 as printed. */
  readonly target: string;
  /** 实际完成值 as printed; undefined in a budget, where only the target is set. */
  readonly actual?: string;
  /** Target and actual as millionths of one measurement unit, where they are numbers. */
  readonly targetValue?: number;
  readonly actualValue?: number;
  readonly measurementUnit?: string;
  readonly weight?: CitedNumber;
  readonly score?: CitedNumber;
  readonly reason?: string;
  /** The table and its row; every cell of the row belongs to the indicator. */
  readonly citation: Span;
}

/** 项目: a project named, described or evaluated by the document. */
export interface Project {
  readonly name: string;
  readonly code?: string;
  /** 主管部门 */
  readonly supervisingUnit?: string;
  /** 实施单位 */
  readonly implementingUnit?: string;
  readonly funds: readonly FundRow[];
  /** 预期目标 */
  readonly expectedGoal?: StatedText;
  /** 实际完成情况 */
  readonly actualCompletion?: StatedText;
  readonly indicators: readonly Indicator[];
  /** 总分: weights and score. */
  readonly totalWeight?: CitedNumber;
  readonly totalScore?: CitedNumber;
  /** Block of the self-evaluation (or target) table; undefined for a project that only the narrative names. */
  readonly tableBlock?: number;
  readonly narrative?: ProjectNarrative;
  /** Where the project is named: the heading or table, and each further mention. */
  readonly citations: readonly Span[];
}

/** What the narrative beside the table says: 自评综述. */
export interface ProjectNarrative {
  readonly score?: CitedNumber;
  readonly budget?: CitedNumber;
  readonly executed?: CitedNumber;
  readonly executionRate?: CitedNumber;
  readonly completion?: StatedText;
  /** 发现的主要问题及原因 */
  readonly problems?: StatedText;
  /** 下一步改进措施 */
  readonly nextSteps?: StatedText;
}

export interface ObservedSubject {
  /** The code where the document prints one, else the path (see subject-catalogue). */
  readonly key: string;
  readonly code?: string;
  readonly name: string;
  readonly parentKey?: string;
  readonly kind: "FUNCTIONAL" | "ECONOMIC" | "GOVERNMENT_ECONOMIC";
  readonly level: "CLASS" | "SECTION" | "ITEM";
  readonly citation: Span;
}

/**
 * 引用覆盖率: of the numbers printed in the financial parts (narrative sections, tables, self-evaluation; not dates, list numbers, page
 * numbers), how many some figure, relation, project or indicator cites.
 */
export interface Coverage {
  readonly printed: number;
  readonly cited: number;
  readonly uncited: readonly Span[];
}
