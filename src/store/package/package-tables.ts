import { DISCLOSURE_KIND_CODES, DISCLOSURE_KINDS, SCOPE_CODES, SCOPES } from "../../model/disclosure-kind";
import { DOCUMENT_FORMATS } from "../../model/extracted-document";
import { FIGURE_STATUS_CODES, FIGURE_STATUSES } from "../../model/figure-status";
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR } from "../../model/fiscal-year";
import { MEASURE_CODES, measureById, measureOf } from "../../model/measures";
import type { MeasureKind } from "../../model/measures";
import { MESSAGE_TEXTS } from "../../model/message";
import { ADMINISTRATIVE_LEVELS } from "../../model/region-catalogue";
import { SECTION_KINDS } from "../../model/section-kind";
import { STAGE_CODES, STAGES } from "../../model/stage";
import { STATUTORY_TABLE_KINDS } from "../../model/statutory-table-kind";
import { UNIT_NATURES } from "../../model/unit-name";
import type { CarriedRow, PackageColumn } from "./package-column";
import {
  code,
  column,
  decimal,
  flag,
  integer,
  json,
  longText,
  matching,
  numberOf,
  shortDecimal,
  stepOf,
  text,
  UNIT_CODECS,
  valueColumns,
  word,
} from "./package-column";

/** A file of a package. */
export interface PackageTable {
  readonly name: string;
  readonly title: string;
  /** What a row is, in English. */
  readonly description: string;
  readonly columns: readonly PackageColumn[];
  readonly primaryKey: readonly string[];
  readonly foreignKeys: readonly ForeignKey[];
}

export interface ForeignKey {
  readonly fields: readonly string[];
  readonly reference: { readonly resource: string; readonly fields: readonly string[] };
}

const refersTo = (resource: string, fields: readonly string[], referred: readonly string[] = fields): ForeignKey => ({
  fields,
  reference: { resource, fields: referred },
});

const idsOf = <Code extends string>(codes: readonly Code[], idOf: (one: Code) => number): ReadonlyMap<string, number> =>
  new Map(codes.map((one) => [one, idOf(one)]));

const UNIT_CODE = matching(/^[\p{L}\p{N}_.-]{1,40}$/u, 40, "the code of a unit (1 to 40 letters, digits, hyphens, dots or underscores)");
const YEAR = {
  ...integer(FIRST_FISCAL_YEAR),
  read: (cell: string) =>
    /^\d{4}$/.test(cell) && Number(cell) >= FIRST_FISCAL_YEAR && Number(cell) <= LAST_FISCAL_YEAR ? Number(cell) : undefined,
  wanted: "a fiscal year",
};
const KIND = code(idsOf(DISCLOSURE_KIND_CODES, (one) => DISCLOSURE_KINDS[one].id));
const SCOPE = code(idsOf(SCOPE_CODES, (one) => SCOPES[one].id));
const MEASURE = code(idsOf(MEASURE_CODES, (one) => measureOf(one).id));
const STAGE = code(idsOf(STAGE_CODES, (one) => STAGES[one].id));
const STATUS = code(idsOf(FIGURE_STATUS_CODES, (one) => FIGURE_STATUSES[one].id));
const SHA256 = matching(/^[0-9a-f]{64}$/, 64, "a SHA-256 in 64 hexadecimal digits");
const SECTION = word(Object.keys(SECTION_KINDS));
const OUTCOME = word(["PASS", "FAIL", "NOT_CHECKABLE", "NOT_APPLICABLE"]);
const RULE = matching(/^[A-Z][A-Z0-9_]*$/, 60, "the code of a rule");
const AMOUNT = decimal(2);
const LEVEL = word(Object.keys(ADMINISTRATIVE_LEVELS));
const REGION = matching(/^\d{6}$/, 6, "the code of a region (six digits)");

const optional = { optional: true } as const;

/** By these four a disclosure is known in every hub; ids are a hub's own. */
export const KEY_COLUMNS: readonly PackageColumn[] = [
  column("unit", "单位代码", UNIT_CODE, { sql: "u.code", columnType: "administrative-classification:generic:code" }),
  column("year", "年度", YEAR, { property: "fiscalYear", columnType: "date:fiscal-year" }),
  column("kind", "公开类别", KIND),
  column("scope", "口径", SCOPE),
];
export const KEY = KEY_COLUMNS.map(({ name }) => name);

const SEQ = column("seq", "序号", integer(0));
const CITED: readonly PackageColumn[] = [
  column("block", "所在段落或表格的序号（自 0 起）", integer(0), { ...optional, property: "blockIndex" }),
  column("row", "表格行（自 0 起）", integer(0), { ...optional, property: "rowIndex" }),
  column("cell", "行内单元格（自 0 起）", integer(0), { ...optional, property: "cellIndex" }),
  column("start", "起始字符", integer(0), { ...optional, property: "startOffset" }),
  column("end", "结束字符", integer(0), { ...optional, property: "endOffset" }),
];
const MEASURED: readonly PackageColumn[] = [
  column("measure", "指标", MEASURE, { property: "measureId", columnType: "value-kind:code" }),
  column("subject", "预算科目", text(160), { ...optional, sql: "s.code" }),
  column("stage", "口径（阶段）", STAGE, { columnType: "phase:id" }),
];
const TO_MEASURE = refersTo("measures", ["measure"], ["code"]);
const TO_SUBJECT = refersTo("subjects", ["subject"], ["code"]);

const kindOfMeasure = ({ measureId }: CarriedRow): MeasureKind => {
  const known = measureById(Number(measureId));
  if (known === undefined) throw new Error(`The hub holds a measure ${measureId}, which no release has used`);
  return measureOf(known).kind;
};
const kindOfRelation = (row: CarriedRow): MeasureKind => (row["form"] === "CHANGE_AMOUNT" ? kindOfMeasure(row) : "RATE");
/** NONE has no numbers. */
const kindOfFinding = ({ valueKind }: CarriedRow): MeasureKind => (valueKind === "NONE" ? "COUNT" : (valueKind as MeasureKind));

export const UNITS: PackageTable = {
  name: "units",
  title: "单位",
  description: "Organisations that disclose. Of a sample unit (sample = true) everything is invented.",
  columns: [
    column("code", "单位代码", UNIT_CODE, { columnType: "administrative-classification:generic:code" }),
    column("name", "单位名称", text(200), { columnType: "administrative-classification:generic:label" }),
    column("region", "行政区划代码", REGION, { ...optional, property: "regionCode" }),
    column("level", "行政层级", LEVEL, optional),
    column("nature", "单位性质", word(Object.keys(UNIT_NATURES)), optional),
    column("nature_text", "单位性质（原文）", text(200), optional),
    column("parent", "上级单位代码", UNIT_CODE, { ...optional, sql: "p.code" }),
    column("active_from", "首个应公开年度", YEAR, optional),
    column("active_to", "最后应公开年度", YEAR, optional),
    column("sample", "示例单位", flag, { sql: "CASE WHEN t.name LIKE '%（示例）%' THEN 1 ELSE 0 END" }),
  ],
  primaryKey: ["code"],
  foreignKeys: [refersTo("regions", ["region"], ["code"]), refersTo("", ["parent"], ["code"])],
};

export const UNIT_NAMES: PackageTable = {
  name: "unit-names",
  title: "单位别名",
  description: "Other names by which a unit is found: former names, short forms.",
  columns: [column("unit", "单位代码", UNIT_CODE, { sql: "u.code" }), column("name", "名称", text(200))],
  primaryKey: ["unit", "name"],
  foreignKeys: [refersTo("units", ["unit"], ["code"])],
};

export const REGIONS: PackageTable = {
  name: "regions",
  title: "行政区划",
  description: "The regions of the units and those above them (GB/T 2260).",
  columns: [
    column("code", "行政区划代码", REGION),
    column("name", "名称", text(60)),
    column("level", "层级", LEVEL),
    column("parent", "上级区划代码", REGION, { ...optional, property: "parentCode" }),
  ],
  primaryKey: ["code"],
  foreignKeys: [refersTo("", ["parent"], ["code"])],
};

export const LINEAGE: PackageTable = {
  name: "lineage",
  title: "单位沿革",
  description: "Units that took over from others: renamed, merged or split.",
  columns: [
    column("predecessor", "原单位代码", UNIT_CODE, { sql: "b.code" }),
    column("successor", "现单位代码", UNIT_CODE, { sql: "a.code" }),
    column("year", "起始年度", YEAR, { property: "fiscalYear" }),
    column("form", "形式", word(["RENAME", "MERGER", "SPLIT"])),
    column("source", "来源", text(300), optional),
  ],
  primaryKey: ["predecessor", "successor"],
  foreignKeys: [refersTo("units", ["predecessor"], ["code"]), refersTo("units", ["successor"], ["code"])],
};

export const DENOMINATORS: PackageTable = {
  name: "denominators",
  title: "人均口径",
  description: "What amounts of a unit and year are divided by: staff or population.",
  columns: [
    column("unit", "单位代码", UNIT_CODE, { sql: "u.code" }),
    column("year", "年度", YEAR, { property: "fiscalYear" }),
    column("factor", "口径", word(["STAFF", "POPULATION"])),
    column("value", "人数", integer(1)),
    column("source", "来源", text(300)),
  ],
  primaryKey: ["unit", "year", "factor"],
  foreignKeys: [refersTo("units", ["unit"], ["code"])],
};

export const PRICES: PackageTable = {
  name: "prices",
  title: "价格指数",
  description: "Price level of a year, the base year of the series being 100.",
  columns: [
    column("year", "年度", YEAR, { property: "fiscalYear" }),
    column("level", "价格水平", UNIT_CODECS.RATE, { property: "value" }),
    column("source", "来源", text(300)),
  ],
  primaryKey: ["year"],
  foreignKeys: [],
};

export const MEASURES_TABLE: PackageTable = {
  name: "measures",
  title: "指标",
  description: "What the measures mean. MONEY stands in the column amount, in 元; COUNT, SCORE (points) and RATE (percent) in quantity.",
  columns: [
    column("code", "指标", word(MEASURE_CODES), { columnType: "value-kind:code" }),
    column("name", "名称", text(60), { columnType: "value-kind:label" }),
    column("name_en", "英文名称", text(100)),
    column("kind", "类型", word(["MONEY", "COUNT", "SCORE", "RATE"])),
  ],
  primaryKey: ["code"],
  foreignKeys: [],
};

export const SUBJECTS: PackageTable = {
  name: "subjects",
  title: "预算科目",
  description:
    "The budget subjects that the disclosures speak of and those above them. One that no catalogue knows has the origin observed.",
  columns: [
    column("code", "科目编码（没有编码的为名称路径）", text(160)),
    column("name", "名称", text(120)),
    column("kind", "分类", word(["FUNCTIONAL", "ECONOMIC", "GOVERNMENT_ECONOMIC"])),
    column("level", "级次", word(["CLASS", "SECTION", "ITEM"])),
    column("parent", "上级科目", text(160), { ...optional, sql: "p.code" }),
    column("from_year", "起用年度", integer(1900), optional),
    column("to_year", "停用年度", integer(1900), optional),
    column("origin", "出处", text(40)),
  ],
  primaryKey: ["code"],
  foreignKeys: [refersTo("", ["parent"], ["code"])],
};

export const DISCLOSURES: PackageTable = {
  name: "disclosures",
  title: "公开文件",
  description:
    "The published disclosures: what one unit discloses of one year, kind and scope, with its cover and the document it was read from.",
  columns: [
    ...KEY_COLUMNS,
    column("unit_name_printed", "单位名称（原文）", text(200)),
    column("head", "单位负责人", text(60), optional),
    column("finance_lead", "财务负责人", text(60), optional),
    column("preparer", "编制人", text(60), optional),
    column("reported_on", "报送日期", text(10), optional),
    column("contact", "联系人", text(60), optional),
    column("phone", "联系电话", text(60), optional),
    column("unit_nature", "单位性质（原文）", text(200), optional),
    column("office_count", "内设机构数", integer(0), optional),
    column("member_unit_count", "纳入汇总单位数", integer(0), optional),
    column("numbers_printed", "财务部分印出的数字", integer(0)),
    column("numbers_cited", "其中已引用", integer(0)),
    column("note", "发布说明", text(500), optional),
    column("document_sha256", "来源文件 SHA-256", SHA256, { property: "sha256", sql: "d.sha256" }),
    column("document_name", "来源文件名", text(255), { sql: "d.file_name" }),
    column("document_format", "来源文件格式", word(DOCUMENT_FORMATS), { sql: "d.format" }),
    column("document_bytes", "来源文件字节数", integer(0), { sql: "d.byte_length" }),
    column("fingerprint", "解析与检查结果的哈希", SHA256),
  ],
  primaryKey: KEY,
  foreignKeys: [refersTo("units", ["unit"], ["code"])],
};

/** A file with rows of disclosures: its columns stand after those of the disclosure's key. */
export interface ContentTable extends PackageTable {
  /** The tables that a statement reads, and its order within a disclosure. */
  readonly from: string;
  readonly order: string;
}

const content = (
  table: Pick<PackageTable, "name" | "title" | "description" | "columns"> & {
    readonly key: readonly string[];
    readonly foreignKeys?: readonly ForeignKey[];
    readonly from: string;
    readonly order?: string;
  },
): ContentTable => {
  const { key, foreignKeys = [], order = "t.seq", ...rest } = table;
  return { ...rest, order, primaryKey: [...KEY, ...key], foreignKeys: [refersTo("disclosures", KEY), ...foreignKeys] };
};

const WITH_SUBJECT = "LEFT JOIN budget_subject s ON s.id = t.subject_id";

export const READINGS = content({
  name: "readings",
  title: "印文与引用",
  description: "Every printed occurrence of a quantity, as printed, with its place in the document.",
  columns: [
    SEQ,
    ...MEASURED,
    column("status", "状态", STATUS),
    ...valueColumns(kindOfMeasure),
    stepOf(kindOfMeasure),
    column("printed", "印文", text(120)),
    column("text", "所在句或行", text(1000)),
    column("origin", "来源", word(["TABLE", "NARRATIVE", "SELF_EVALUATION"])),
    column("section", "章节", SECTION),
    column("section_title", "章节或表格标题", text(200)),
    column("table_kind", "报表", word(Object.keys(STATUTORY_TABLE_KINDS)), optional),
    column("derivation", "推算方式", word(["CURRENT_MINUS_CHANGE", "CURRENT_OVER_RATE", "STATED_EQUAL"]), optional),
    column("reason", "原因（原文）", longText, optional),
    ...CITED,
  ],
  key: ["seq"],
  foreignKeys: [TO_MEASURE, TO_SUBJECT],
  from: `reading t ${WITH_SUBJECT}`,
});

export const FIGURES = content({
  name: "figures",
  title: "数据",
  description:
    "The figures: one value for each measure, subject (empty: the total) and stage of a disclosure. Its citation is the reading of that seq; " +
    "-1 where the hub counted it itself. An empty value is not zero: status says why.",
  columns: [
    ...MEASURED,
    column("status", "状态", STATUS),
    ...valueColumns(kindOfMeasure),
    column("derived", "推算", flag),
    column("reading", "所依据的印文序号", integer(-1)),
  ],
  key: ["measure", "subject", "stage"],
  foreignKeys: [TO_MEASURE, TO_SUBJECT],
  from: `figure t ${WITH_SUBJECT}`,
  order: "t.measure_id, t.subject_id, t.stage",
});

export const RELATIONS = content({
  name: "relations",
  title: "变动与占比",
  description: "Every printed change, rate and share, exactly as published; rates and shares in percent.",
  columns: [
    SEQ,
    column("form", "形式", word(["CHANGE_AMOUNT", "CHANGE_RATE", "COMPLETION_RATE", "SHARE"])),
    ...MEASURED,
    column("base_stage", "比较基数的阶段", STAGE, optional),
    column("base_measure", "总体指标", MEASURE, { ...optional, property: "baseMeasureId" }),
    column("base_subject", "总体科目", text(160), { ...optional, sql: "b.code" }),
    ...valueColumns(kindOfRelation),
    stepOf(kindOfRelation),
    column("printed", "印文", text(120)),
    column("text", "所在句或行", text(1000)),
    column("direction", "方向", word(["INCREASE", "DECREASE", "EQUAL"]), optional),
    column("section", "章节", SECTION),
    column("section_title", "章节标题", text(200)),
    ...CITED,
  ],
  key: ["seq"],
  foreignKeys: [TO_MEASURE, TO_SUBJECT],
  from: `relation t ${WITH_SUBJECT} LEFT JOIN budget_subject b ON b.id = t.base_subject_id`,
});

export const SECTIONS = content({
  name: "sections",
  title: "章节",
  description: "The sections of a disclosure; their text stands in the blocks [from_block, to_block).",
  columns: [
    SEQ,
    column("section", "章节", SECTION, { property: "sectionKind", sql: "t.kind" }),
    column("title", "标题", text(200)),
    column("from_block", "起始段落", integer(0)),
    column("to_block", "结束段落", integer(0)),
  ],
  key: ["seq"],
  from: "section t",
});

export const OFFICES = content({
  name: "offices",
  title: "内设机构",
  description: "Internal offices, as listed.",
  columns: [SEQ, column("name", "名称", text(200))],
  key: ["seq"],
  from: "office t",
});

export const MEMBER_UNITS = content({
  name: "member-units",
  title: "纳入汇总范围的单位",
  description: "The units that a department adds up, as listed.",
  columns: [
    SEQ,
    column("name", "名称", text(200)),
    column("nature", "性质", text(200), optional),
    column("note", "备注", text(300), optional),
  ],
  key: ["seq"],
  from: "member_unit t",
});

export const PROJECTS = content({
  name: "projects",
  title: "项目",
  description: "Projects that a disclosure names, describes or evaluates. Money in 元, scores in points, rates in percent.",
  columns: [
    column("project", "项目序号", integer(0), { property: "seq" }),
    column("name", "项目名称", text(300), { columnType: "activity:generic:project:label" }),
    column("code", "项目代码", text(60), { ...optional, columnType: "activity:generic:project:code" }),
    column("supervising_unit", "主管部门", text(200), optional),
    column("implementing_unit", "实施单位", text(200), optional),
    column("score", "得分", decimal(2), optional),
    column("total_weight", "总分值", decimal(2), optional),
    column("adjusted_budget", "全年预算数", AMOUNT, optional),
    column("executed", "执行数", AMOUNT, optional),
    column("expected_goal", "预期目标", longText, optional),
    column("actual_completion", "实际完成情况", longText, optional),
    column("narrative_score", "综述得分", decimal(2), optional),
    column("narrative_budget", "综述预算数", AMOUNT, optional),
    column("narrative_executed", "综述执行数", AMOUNT, optional),
    column("narrative_execution_rate", "综述执行率", decimal(4), optional),
    column("problems", "发现的主要问题", longText, optional),
    column("next_steps", "下一步改进措施", longText, optional),
    column("has_table", "有自评表或目标表", flag),
    column("section", "章节", SECTION),
    column("section_title", "章节标题", text(200)),
    column("text", "所在句或行", text(1000)),
    ...CITED,
  ],
  key: ["project"],
  from: "project t",
});

const OF_PROJECT = column("project", "项目序号", integer(0));
const TO_PROJECT = refersTo("projects", [...KEY, "project"]);

export const PROJECT_FUNDS = content({
  name: "project-funds",
  title: "项目资金",
  description: "The fund rows of a self-evaluation table.",
  columns: [
    OF_PROJECT,
    SEQ,
    column("source", "资金来源", word(["TOTAL", "FISCAL", "CARRYOVER", "SPECIAL_ACCOUNT", "UNIT_OWN", "OTHER"]), {
      columnType: "fin-source:generic:code",
    }),
    column("label", "名称（原文）", text(100)),
    column("initial_budget", "年初预算数", AMOUNT, optional),
    column("adjusted_budget", "全年预算数", AMOUNT, optional),
    column("executed", "全年执行数", AMOUNT, optional),
    column("weight", "分值", decimal(2), optional),
    column("execution_rate", "执行率", decimal(4), optional),
    column("score", "得分", decimal(2), optional),
  ],
  key: ["project", "seq"],
  foreignKeys: [TO_PROJECT],
  from: "project_fund t",
  order: "t.project, t.seq",
});

export const INDICATORS = content({
  name: "indicators",
  title: "绩效指标",
  description: "The indicators of projects: every column of their rows, and whether the target was met (empty: cannot be told).",
  columns: [
    OF_PROJECT,
    SEQ,
    column("level1", "一级指标", text(100)),
    column("level2", "二级指标", text(100)),
    column("name", "三级指标", text(300)),
    column("direction", "指标性质", word(["POSITIVE", "NEGATIVE", "QUALITATIVE"]), optional),
    column("comparator", "比较符", word(["GE", "LE", "EQ", "GT", "LT"]), optional),
    column("target", "年度指标值", text(500)),
    column("actual", "实际完成值", text(500), optional),
    column("target_value", "年度指标值（数）", shortDecimal(6), optional),
    column("actual_value", "实际完成值（数）", shortDecimal(6), optional),
    column("measurement_unit", "计量单位", text(60), optional),
    column("weight", "分值", decimal(2), optional),
    column("score", "得分", decimal(2), optional),
    column("reason", "偏差原因", longText, optional),
    column("met", "是否完成", flag, optional),
    column("achievement", "完成率（%）", decimal(2), optional),
    column("text", "所在行", text(1000)),
    ...CITED,
  ],
  key: ["project", "seq"],
  foreignKeys: [TO_PROJECT],
  from: "indicator t",
  order: "t.project, t.seq",
});

export const FINDINGS = content({
  name: "findings",
  title: "勾稽不符",
  description:
    "What contradicts itself, by the rules of the hub that wrote the package. value_kind says the unit of the numbers: MONEY 元, SCORE points, RATE percent.",
  columns: [
    SEQ,
    column("rule", "规则", RULE),
    column("severity", "程度", word(["ERROR", "WARNING", "INFO"])),
    column("value_kind", "数值类型", word(["MONEY", "COUNT", "SCORE", "RATE", "NONE"])),
    numberOf("published", "公布值", kindOfFinding, optional),
    numberOf("recomputed", "复算值", kindOfFinding, optional),
    numberOf("tolerance", "容许误差", kindOfFinding, optional),
    column("project", "项目序号", integer(0), optional),
    column("indicator", "指标序号", integer(0), optional),
    column("detail", "细节", json("object")),
    column("figures", "涉及的数据", json("array")),
    column("citations", "引用", json("array")),
  ],
  key: ["seq"],
  from: "finding t",
});

export const OUTCOMES = content({
  name: "outcomes",
  title: "检查结果",
  description:
    "What every rule answers for a disclosure: outcome beside the other published documents, own_outcome of the document alone. Neither NOT_CHECKABLE nor NOT_APPLICABLE is a pass.",
  columns: [
    column("rule", "规则", RULE),
    column("outcome", "结果", OUTCOME, { property: "standing", sql: "t.outcome" }),
    column("own_outcome", "单独检查的结果", OUTCOME, { property: "outcome" }),
    column("reason", "无法判断的原因", text(32), { ...optional, property: "standingReason", sql: "NULL" }),
  ],
  key: ["rule"],
  from: "rule_outcome t",
  order: "t.rule",
});

export const MESSAGES = content({
  name: "messages",
  title: "解析提示",
  description: "What reading the document had to say.",
  columns: [
    SEQ,
    column("code", "提示", word(Object.keys(MESSAGE_TEXTS))),
    column("detail", "细节", longText, optional),
    column("place", "位置", text(200), optional),
    ...CITED,
  ],
  key: ["seq"],
  from: "import_message t",
});

/** Characters of a paragraph or of a row of a table: far more than the limits on reading let through. */
const LONGEST_BLOCK = 10_000_000;

export const BLOCKS = content({
  name: "blocks",
  title: "文件文本",
  description: "The text of the document: a paragraph (text), or a row of a table (row and cells) a line.",
  columns: [
    column("block", "段落或表格的序号（自 0 起）", integer(0), { property: "blockIndex" }),
    column("row", "表格行（自 0 起）", integer(0), { ...optional, property: "rowIndex" }),
    column("page", "页", integer(0), optional),
    column("text", "段落", text(LONGEST_BLOCK), optional),
    column("cells", "单元格", json("array", LONGEST_BLOCK), optional),
  ],
  key: ["block", "row"],
  from: "document_block t",
});

/** Content by disclosure, in the order of the package; blocks are read in a way of their own. */
export const CONTENT_TABLES: readonly ContentTable[] = [
  FIGURES,
  READINGS,
  RELATIONS,
  SECTIONS,
  OFFICES,
  MEMBER_UNITS,
  PROJECTS,
  PROJECT_FUNDS,
  INDICATORS,
  FINDINGS,
  OUTCOMES,
  MESSAGES,
];

/** Every file of a package, in its order. */
export const PACKAGE_TABLES: readonly PackageTable[] = [
  UNITS,
  UNIT_NAMES,
  REGIONS,
  LINEAGE,
  DENOMINATORS,
  PRICES,
  MEASURES_TABLE,
  SUBJECTS,
  DISCLOSURES,
  ...CONTENT_TABLES,
  BLOCKS,
];

/** The columns of a file as they stand in it. */
export const columnsOf = (table: PackageTable): readonly PackageColumn[] =>
  "from" in table ? [...KEY_COLUMNS, ...table.columns] : table.columns;
