import {
  countEvaluations,
  findIncompletePrinting,
  findMissingSections,
  findMissingTables,
  findResidue,
  findUnstatedEmptiness,
  judgePublication,
} from "../completeness";
import { ownRule } from "../declare-rule";
import { findOtherUnits, findWrongYears } from "../identity";
import { PUBLICATION_DAYS } from "../plausibility-bands";
import { FINAL_ACCOUNTS_ONLY, type Rule } from "../rule";
import { findStraySubjects } from "../subject-names";

const category = "COMPLETENESS";
const tolerance = "NONE";

/** 完整性与一致性: what must be there is there, and is of this unit and year. */
export const COMPLETENESS_RULES: readonly Rule[] = [
  ownRule({
    code: "REQUIRED_TABLES",
    category,
    title: "Every table that is mandatory or announced is there",
    titleZh: "应公开及目录所列的表均在",
    identity: "法定表格、目录所列表格 ⊆ 正文或附件中的表格",
    tolerance,
    sentence: {
      en: "The table {name} is announced or mandatory, and is not in the document",
      zh: "目录所列或应公开的“{name}”未见于文件",
    },
    evaluate: findMissingTables,
  }),
  ownRule({
    code: "REQUIRED_SECTIONS",
    category,
    severity: "WARNING",
    title: "Every section that is mandatory or announced is there",
    titleZh: "应公开及目录所列的说明均在",
    identity: "法定说明、目录所列章节 ⊆ 正文章节",
    tolerance,
    sentence: {
      en: "The section {name} is announced or mandatory, and is not in the document",
      zh: "目录所列或应公开的“{name}”未见于文件",
    },
    evaluate: findMissingSections,
  }),
  ownRule({
    code: "EMPTY_TABLE_STATEMENT",
    category,
    severity: "WARNING",
    title: "An empty table says so, and what is said not to exist has no amount",
    titleZh: "空表有说明，注明不存在的项目没有金额",
    identity: "空表 ⇒ 注明“本表无数据”；注明“无” ⇒ 各处均无非零金额",
    tolerance,
    sentence: {
      en: "{word:emptiness} {name}{figure} {place}",
      zh: "{place}{name}{figure}：{word:emptiness}",
    },
    evaluate: findUnstatedEmptiness,
  }),
  ownRule({
    code: "EVALUATED_PROJECTS_PRESENT",
    category,
    kinds: FINAL_ACCOUNTS_ONLY,
    severity: "WARNING",
    title: "The self-evaluations that the document says it reports are there",
    titleZh: "声明公开的项目自评表均在",
    identity: "声明在决算中反映的自评项目数 = 自评表数",
    tolerance: "EXACT",
    sentence: {
      en: "The document says that it reports {published} self-evaluations, and holds {recomputed}",
      zh: "声明公开{published}个项目的绩效自评结果，实有自评表{recomputed}张",
    },
    evaluate: countEvaluations,
  }),
  ownRule({
    code: "YEAR_CONSISTENT",
    category,
    severity: "WARNING",
    title: "Titles, comparisons and project periods name the right year",
    titleZh: "标题、比较和项目周期所写年份正确",
    identity: "标题年份 = 文件年度；“比某年”之某年 ≠ 本年度；预算项目实施周期不早于本年度",
    tolerance,
    sentence: {
      en: "“{words}”: {word:yearPlace}",
      zh: "“{words}”：{word:yearPlace}",
    },
    evaluate: findWrongYears,
  }),
  ownRule({
    code: "UNIT_NAME_CONSISTENT",
    category,
    severity: "WARNING",
    title: "The document names one unit throughout",
    titleZh: "全文单位名称一致",
    identity: "各章节所称单位 = 封面单位",
    tolerance,
    sentence: {
      en: "The words speak of {words}, the cover of {name}",
      zh: "文中称“{words}”，而封面单位为“{name}”",
    },
    evaluate: findOtherUnits,
  }),
  ownRule({
    code: "TEMPLATE_RESIDUE",
    category,
    severity: "INFO",
    title: "Nothing of the template was left unfilled",
    titleZh: "模板内容已填写或删除",
    identity: "无未选择的选项、占位符、填写说明、域代码",
    tolerance,
    sentence: { en: "“{words}” is left from the template", zh: "“{words}”为模板残留" },
    evaluate: findResidue,
  }),
  ownRule({
    code: "PRINTING_COMPLETE",
    category,
    severity: "INFO",
    title: "Amounts print their unit, rates their percent sign",
    titleZh: "金额有单位，比率有百分号",
    identity: "金额后有“元”“万元”；比率后有“%”",
    tolerance,
    sentence: { en: "“{words}” lacks {word:printing}", zh: "“{words}”缺少{word:printing}" },
    evaluate: findIncompletePrinting,
  }),
  ownRule({
    code: "PURPOSE_FITS_SUBJECT",
    category,
    severity: "INFO",
    title: "Running costs stand under the same section as the unit's other items",
    titleZh: "行政运行与本单位其他支出在同一款下",
    identity: "行政运行（项）所在款 = 本单位一般行政管理事务等项所在款",
    tolerance,
    sentence: {
      en: "{figure} stands alone under its section while the unit's other items stand elsewhere; {subjects} is likely meant",
      zh: "{figure}单独列于另一款，本单位其他支出均不在该款，疑应为{subjects}",
    },
    evaluate: findStraySubjects,
  }),
  ownRule({
    code: "PUBLISHED_IN_TIME",
    category,
    severity: "INFO",
    title: "The document was published within twenty days of its approval",
    titleZh: "批复后20日内公开",
    identity: "公开日期 − 批复日期 ≤ 20 日",
    tolerance: "EXACT",
    sentence: {
      en: "Published {published} days after approval; {recomputed} are allowed",
      zh: "批复后{published}日公开，超过规定的{recomputed}日",
    },
    evaluate: (facts) => judgePublication(facts, PUBLICATION_DAYS),
  }),
];
