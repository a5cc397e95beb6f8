import { registerEnumType } from "type-graphql";
import { CAUSES } from "../check/cause";
import { DISCLOSURE_KINDS, SCOPES } from "../model/disclosure-kind";
import { FIGURE_STATUSES } from "../model/figure-status";
import { MEASURES, MEASURE_GROUPS } from "../model/measures";
import { ADMINISTRATIVE_LEVELS } from "../model/region-catalogue";
import { SECTION_KINDS } from "../model/section-kind";
import { STAGES } from "../model/stage";
import { STATUTORY_TABLE_KINDS } from "../model/statutory-table-kind";
import { UNIT_NATURES } from "../model/unit-name";
import { AUDIT_ACTIONS } from "../store/audit-trail";

/** Makes a GraphQL enum whose internal values are its names, each with what it means. */
function registerVocabulary<Code extends string>(
  name: string,
  description: string,
  meanings: Readonly<Record<Code, string>>,
): { readonly [C in Code]: C } {
  const codes = Object.keys(meanings) as Code[];
  const values = Object.fromEntries(codes.map((code) => [code, code])) as { readonly [C in Code]: C };
  const valuesConfig = Object.fromEntries(codes.map((code) => [code, { description: meanings[code] }]));
  registerEnumType(values, { name, description, valuesConfig: valuesConfig as Record<Code, { description: string }> });
  return values;
}

const meaningsOf = <Code extends string, Value>(
  catalogue: Readonly<Record<Code, Value>>,
  tell: (value: Value) => string,
): Record<Code, string> =>
  Object.fromEntries(Object.entries<Value>(catalogue).map(([code, value]) => [code, tell(value)])) as Record<Code, string>;

const names = ({ name }: { name: string }): string => name;

export const MeasureCodeEnum = registerVocabulary(
  "MeasureCode",
  "指标代码: every quantity that disclosures publish, and the ratios computed from them.",
  meaningsOf(MEASURES, ({ name, description }: { name: string; description: string }) => `${name}. ${description}`),
);

export const MeasureKindEnum = registerVocabulary("MeasureKind", "What a measure counts in.", {
  MONEY: "金额: 万元 unless the `unit` argument says otherwise.",
  COUNT: "数量: whole things.",
  SCORE: "得分: points.",
  RATE: "比率: percent.",
});

export const MeasureGroupEnum = registerVocabulary("MeasureGroup", "指标类别: measures that are published together.", MEASURE_GROUPS);

export const MoneyUnitEnum = registerVocabulary("MoneyUnit", "金额单位: in what an amount is answered; every one is exact.", {
  FEN: "分",
  YUAN: "元",
  WAN_YUAN: "万元, in which disclosures are printed.",
  YI_YUAN: "亿元",
});

export const StageEnum = registerVocabulary(
  "Stage",
  "阶段: which of the year's numbers a value is.",
  meaningsOf(STAGES, ({ name, nameEn }: { name: string; nameEn: string }) => `${name}: ${nameEn}.`),
);

export const FigureStatusEnum = registerVocabulary("FigureStatus", "数据状态: whether a figure was told. Missing is never zero.", {
  REPORTED: `${FIGURE_STATUSES.REPORTED.name}: a number is printed, zero included, or follows from printed ones.`,
  NOT_APPLICABLE: `${FIGURE_STATUSES.NOT_APPLICABLE.name}: the document says that there is no such thing.`,
  NOT_DISCLOSED: `${FIGURE_STATUSES.NOT_DISCLOSED.name}: the document does not say.`,
});

export const DisclosureKindEnum = registerVocabulary("DisclosureKind", "公开类别: what a disclosure discloses.", {
  BUDGET: `${DISCLOSURE_KINDS.BUDGET.name}: the budget, published in spring.`,
  FINAL_ACCOUNTS: `${DISCLOSURE_KINDS.FINAL_ACCOUNTS.name}: the final accounts, published in autumn.`,
});

export const ScopeEnum = registerVocabulary(
  "Scope",
  "口径: whose money a disclosure counts. The two are never added up: a department's numbers hold those of its own unit.",
  {
    UNIT: `${SCOPES.UNIT.name}: the unit alone.`,
    DEPARTMENT: `${SCOPES.DEPARTMENT.name}: the department with all its units.`,
  },
);

export const UnitNatureEnum = registerVocabulary("UnitNature", "单位性质", UNIT_NATURES);
export const AdministrativeLevelEnum = registerVocabulary("AdministrativeLevel", "行政层级", ADMINISTRATIVE_LEVELS);

export const SubjectKindEnum = registerVocabulary("SubjectKind", "科目分类: which classification a budget subject belongs to.", {
  FUNCTIONAL: "支出功能分类: what for.",
  ECONOMIC: "部门预算支出经济分类: on what, as departments classify it.",
  GOVERNMENT_ECONOMIC: "政府预算支出经济分类: on what, as governments classify it.",
});

export const SubjectLevelEnum = registerVocabulary("SubjectLevel", "科目级次: the depth of a budget subject.", {
  CLASS: "类: three digits.",
  SECTION: "款: five digits.",
  ITEM: "项: seven digits.",
});

export const FigureLevelEnum = registerVocabulary("FigureLevel", "The total of a measure, or one level of its budget subjects.", {
  TOTAL: "合计: without a subject.",
  CLASS: "类: three digits.",
  SECTION: "款: five digits.",
  ITEM: "项: seven digits.",
});

export const CompletionBaseEnum = registerVocabulary("CompletionBase", "What a completion rate is measured against.", {
  INITIAL_BUDGET: "年初预算",
  ADJUSTED_BUDGET: "全年（调整）预算",
});

export const YearOnYearBasisEnum = registerVocabulary("YearOnYearBasis", "What a value is compared with.", {
  STATED: "本文件所载上年数: the prior year as this disclosure tells it.",
  PUBLISHED: "上年公开数: what the unit's own disclosure of the prior year published.",
});

export const SortDirectionEnum = registerVocabulary("SortDirection", "Order of a list. What has no value comes last both ways.", {
  ASC: "升序: smallest first.",
  DESC: "降序: largest first.",
});

export const SeverityEnum = registerVocabulary("Severity", "严重程度 of a finding.", {
  ERROR: "错误: numbers that cannot both be right.",
  WARNING: "警告: most likely wrong.",
  INFO: "提示: worth a look.",
});

export const ValueKindEnum = registerVocabulary("ValueKind", "What the numbers of a finding count in.", {
  MONEY: "金额",
  COUNT: "数量",
  SCORE: "分值",
  RATE: "比率（%）",
  NONE: "The finding has no number.",
});

export const SectionKindEnum = registerVocabulary(
  "SectionKind",
  "章节: a section of a disclosure, known by its name and never by its number.",
  meaningsOf(SECTION_KINDS, names),
);

export const TableKindEnum = registerVocabulary(
  "StatutoryTableKind",
  "公开表: a table of a disclosure, known by its name. A budget prints 预算 for 决算.",
  meaningsOf(STATUTORY_TABLE_KINDS, names),
);

export const DocumentFormatEnum = registerVocabulary("DocumentFormat", "文件格式: the form in which a document was published.", {
  TEXT: "Plain text with tab-led table cells.",
  DOCX: "Word 2007 and later.",
  DOC: "Word 97–2003.",
  PDF: "PDF with text.",
  XLSX: "Excel 2007 and later.",
  XLS: "Excel 97–2003.",
  HTML: "A web page.",
});

export const FundSourceEnum = registerVocabulary("FundSource", "资金来源 of a project's fund row.", {
  TOTAL: "年度资金总额",
  FISCAL: "当年财政拨款",
  CARRYOVER: "上年结转资金",
  SPECIAL_ACCOUNT: "财政专户管理资金",
  UNIT_OWN: "单位资金",
  OTHER: "其他资金",
});

export const IndicatorDirectionEnum = registerVocabulary("IndicatorDirection", "指标性质: which way an indicator is good.", {
  POSITIVE: "正向指标: the more the better.",
  NEGATIVE: "反向指标: the less the better.",
  QUALITATIVE: "定性指标: told in words.",
});

export const ComparatorEnum = registerVocabulary("Comparator", "How the actual value of an indicator must stand to its target.", {
  GE: "≥",
  LE: "≤",
  EQ: "=",
  GT: ">",
  LT: "<",
});

export const RelationFormEnum = registerVocabulary("RelationForm", "What a printed relation between figures says.", {
  CHANGE_AMOUNT: "增减额: 比上年增加 X 万元.",
  CHANGE_RATE: "增减率: 增长 Y%.",
  COMPLETION_RATE: "完成率: 完成预算的 Y%.",
  SHARE: "占比: 占…的 Y%.",
});

export const ChangeDirectionEnum = registerVocabulary("ChangeDirection", "The direction word as printed.", {
  INCREASE: "增加、增长、上升",
  DECREASE: "减少、下降",
  EQUAL: "持平",
});

export const ReadingOriginEnum = registerVocabulary("ReadingOrigin", "Where in a document a number is printed.", {
  TABLE: "公开表: a statutory table.",
  NARRATIVE: "情况说明: the narrative.",
  SELF_EVALUATION: "绩效自评: a self-evaluation table.",
});

export const DerivationEnum = registerVocabulary("Derivation", "How a value that is not printed itself follows from printed ones.", {
  CURRENT_MINUS_CHANGE: "本年数减增减额",
  CURRENT_OVER_RATE: "本年数除以比率",
  STATED_EQUAL: "说明持平",
});

export const CauseEnum = registerVocabulary(
  "FindingCauseCode",
  "可能原因: why a published number may be wrong.",
  meaningsOf(CAUSES, ([english, chinese]: readonly [string, string]) => `${chinese}: ${english}`.replace(/\{\w+\}/g, "…")),
);

export const CheckOutcomeEnum = registerVocabulary("CheckOutcome", "核对结果 of a rule. Neither of the last two is a pass.", {
  PASS: "通过",
  FAIL: "不符",
  NOT_CHECKABLE: "无法核对: what the rule needs is not disclosed.",
  NOT_APPLICABLE: "不适用",
});

export const NotCheckableReasonEnum = registerVocabulary(
  "NotCheckableReason",
  "无法核对的原因: why a rule that needs other documents cannot tell.",
  {
    NOT_PUBLISHED: "未公开: what it would be held against is not published here.",
    PREDECESSOR_NOT_PUBLISHED: "前身单位未公开: the unit was merged of several, not all of which are published here.",
    SPLIT: "分立: the unit came out of another, of which it is a part that nothing tells apart.",
    NOTHING_COMPARABLE: "无可比数据: the other document tells nothing that this one tells too.",
  },
);

export const RevisionStatusEnum = registerVocabulary("RevisionStatus", "修订状态 as it is now, whatever `asOf` says.", {
  DRAFT: "草稿: imported, and seen by those who may read drafts.",
  PUBLISHED: "已发布: what readers see.",
  SUPERSEDED: "已更正: a later revision took its place.",
  WITHDRAWN: "已撤回: hidden from readers.",
});

export const ReadableStatusEnum = registerVocabulary("ReadableStatus", "Which state of a disclosure is asked for.", {
  PUBLISHED: "已发布: needs no key.",
  DRAFT: "草稿: the newest draft; needs a key for the unit. It is read as of now.",
});

export const ImportOutcomeEnum = registerVocabulary("ImportOutcome", "导入结果", {
  SAVED: "已保存: a new draft.",
  UNCHANGED: "无变化: the same document was read before with the same result, and nothing was written.",
});

export const UpsertOutcomeEnum = registerVocabulary("UpsertOutcome", "维护结果", {
  CREATED: "新增",
  UPDATED: "更新",
  UNCHANGED: "无变化",
});

export const LineageFormEnum = registerVocabulary("LineageForm", "沿革形式: how a unit came to stand for another.", {
  RENAME: "更名",
  MERGER: "合并",
  SPLIT: "分立: a part of the predecessor; it may go on itself.",
});

export const UserErrorCodeEnum = registerVocabulary("UserErrorCode", "错误代码 of a mutation that changed nothing.", {
  NOT_FOUND: "未找到: what is named is not in the hub.",
  CONFLICT: "冲突: somebody else came first, or it is not in a state to do this with.",
  INVALID: "输入无效",
  UNREADABLE: "文件无法读取",
  BUSY: "繁忙: try again soon.",
});

export const LanguageEnum = registerVocabulary("Language", "语言 of a derived sentence.", { EN: "English", ZH: "中文" });

export const SearchKindEnum = registerVocabulary("SearchKind", "检索对象: what a search found.", {
  UNIT: "单位",
  SUBJECT: "预算科目",
  PROJECT: "项目",
  INDICATOR: "绩效指标",
  SECTION: "章节: the narrative of a disclosure.",
});

export const SuggestionKindEnum = registerVocabulary("SuggestionKind", "联想对象: what a suggestion names.", {
  UNIT: "单位",
  REGION: "行政区划",
  SUBJECT: "预算科目",
  MEASURE: "指标",
});

export const AuditActionEnum = registerVocabulary(
  "AuditAction",
  "操作 that the audit trail tells of.",
  meaningsOf(AUDIT_ACTIONS, (meaning) => meaning),
);
