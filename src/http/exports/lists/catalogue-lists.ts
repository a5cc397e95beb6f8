import { DISCLOSURE, UNIT, disclosureColumns, number, text, unitColumns } from "./columns";
import type { ListedDisclosure, ListedUnit } from "./columns";
import type { ListedExport } from "./listed-export";

interface Unit extends ListedUnit {
  readonly level: string | null;
  readonly nature: string | null;
  readonly natureText: string | null;
  readonly activeFrom: number | null;
  readonly activeTo: number | null;
  readonly parent: { readonly code: string; readonly name: string } | null;
}

/** 单位目录 */
export const UNITS_LIST: ListedExport<Unit> = {
  field: "units",
  title: ["单位", "Units"],
  selection: `${UNIT.slice(1, -1)} level nature natureText activeFrom activeTo parent { code name }`,
  columns: [
    ...unitColumns<Unit>((unit) => unit),
    text("level", "层级", 14, ({ level }) => level),
    text("nature", "单位性质", 26, ({ nature }) => nature),
    text("nature_printed", "单位性质（原文）", 26, ({ natureText }) => natureText),
    text("parent_code", "主管单位代码", 16, ({ parent }) => parent?.code ?? null),
    text("parent_name", "主管单位", 34, ({ parent }) => parent?.name ?? null),
    number("active_from", "起始年度", "YEAR", ({ activeFrom }) => activeFrom),
    number("active_to", "终止年度", "YEAR", ({ activeTo }) => activeTo),
  ],
};

interface Subject {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly origin: string;
  readonly fromYear: number | null;
  readonly toYear: number | null;
  readonly parent: { readonly code: string; readonly name: string } | null;
}

/** 预算科目 */
export const SUBJECTS_LIST: ListedExport<Subject> = {
  field: "subjects",
  title: ["预算科目", "Budget subjects"],
  selection: "code name kind level origin fromYear toYear parent { code name }",
  columns: [
    text("subject_code", "科目编码", 14, ({ code }) => code),
    text("subject_name", "科目名称", 34, ({ name }) => name),
    text("classification", "科目分类", 20, ({ kind }) => kind),
    text("level", "科目级次", 12, ({ level }) => level),
    text("parent_code", "上级科目编码", 14, ({ parent }) => parent?.code ?? null),
    text("parent_name", "上级科目", 34, ({ parent }) => parent?.name ?? null),
    number("from_year", "起用年度", "YEAR", ({ fromYear }) => fromYear),
    number("to_year", "停用年度", "YEAR", ({ toYear }) => toYear),
    text("origin", "来源", 26, ({ origin }) => origin),
  ],
};

interface Rule {
  readonly code: string;
  readonly category: string;
  readonly title: string;
  readonly titleZh: string;
  readonly severity: string;
  readonly identity: string;
  readonly tolerance: string;
}

/** 勾稽关系目录 */
export const RULES_LIST: ListedExport<Rule> = {
  field: "rules",
  title: ["勾稽关系", "Rules"],
  selection: "code category title titleZh severity identity tolerance",
  columns: [
    text("rule", "规则代码", 30, ({ code }) => code),
    text("category", "规则类别", 20, ({ category }) => category),
    text("title", "英文名称", 44, ({ title }) => title),
    text("title_zh", "规则名称", 44, ({ titleZh }) => titleZh),
    text("severity", "严重程度", 12, ({ severity }) => severity),
    text("identity", "关系式", 60, ({ identity }) => identity),
    text("tolerance", "允许误差", 20, ({ tolerance }) => tolerance),
  ],
};

interface Hit {
  readonly kind: string;
  readonly code: string | null;
  readonly title: string;
  readonly snippet: string;
  readonly disclosure: ListedDisclosure | null;
}

/** 检索结果: a hit is of a disclosure, or is a unit or subject by itself. */
export const SEARCH_LIST: ListedExport<Hit> = {
  field: "search",
  title: ["检索结果", "Search"],
  selection: `kind code title snippet disclosure { ${DISCLOSURE} }`,
  isCounted: false,
  columns: [
    text("found", "类型", 12, ({ kind }) => kind),
    text("code", "代码", 16, ({ code }) => code),
    text("title", "名称", 40, ({ title }) => title),
    text("snippet", "上下文", 70, ({ snippet }) => snippet),
    ...disclosureColumns<Hit>(({ disclosure }) => disclosure),
  ],
};
