import { moneyUnitName } from "../../money-unit-name";
import { DISCLOSURE, disclosureColumns, number, text } from "./columns";
import type { ListedDisclosure } from "./columns";
import { CITATION } from "./listed-export";
import type { ListTerms, ListedCitation, ListedExport } from "./listed-export";

interface Finding {
  readonly rule: { readonly code: string; readonly title: string; readonly titleZh: string };
  readonly severity: string;
  readonly message: string;
  readonly valueKind: string;
  readonly published: number | null;
  readonly recomputed: number | null;
  readonly difference: number | null;
  readonly tolerance: number | null;
  readonly cause: { readonly code: string } | null;
  readonly disclosure: ListedDisclosure;
  readonly project: { readonly id: string; readonly name: string } | null;
  readonly citations: readonly ListedCitation[];
}

/** In what the numbers of a finding count. */
function countedIn({ valueKind }: Finding, { language, moneyUnit }: ListTerms): string | null {
  const zh = language === "zh";
  if (valueKind === "MONEY") return zh ? moneyUnitName(moneyUnit, language) : moneyUnit;
  if (valueKind === "RATE") return "%";
  if (valueKind === "SCORE") return zh ? "分值" : "POINTS";
  return valueKind === "COUNT" ? (zh ? "个数" : "COUNT") : null;
}

/** 勾稽不符, each with its numbers and the first place where they are printed; the workbook cites them all. */
export const FINDINGS_LIST: ListedExport<Finding> = {
  field: "findings",
  title: ["勾稽不符", "Findings"],
  selection: `rule { code title titleZh } severity message(language: $language) valueKind cause { code }
    published(unit: $money) recomputed(unit: $money) difference(unit: $money) tolerance(unit: $money)
    disclosure { ${DISCLOSURE} } project { id name } citations ${CITATION}`,
  orderBy: "DISCLOSURE",
  columns: [
    ...disclosureColumns<Finding>(({ disclosure }) => disclosure),
    text("rule", "规则代码", 28, ({ rule }) => rule.code),
    text("rule_title", "规则", 34, ({ rule }, { language }) => (language === "zh" ? rule.titleZh : rule.title)),
    text("severity", "严重程度", 12, ({ severity }) => severity),
    text("message", "说明", 60, ({ message }) => message),
    number("published", "公开数", "DECIMAL", ({ published }) => published),
    number("recomputed", "重算数", "DECIMAL", ({ recomputed }) => recomputed),
    number("difference", "差额", "DECIMAL", ({ difference }) => difference),
    number("tolerance", "允许误差", "DECIMAL", ({ tolerance }) => tolerance),
    text("counted_in", "计量单位", 12, countedIn),
    text("cause", "可能原因", 18, ({ cause }) => cause?.code ?? null),
    text("project_id", "项目标识", 18, ({ project }) => project?.id ?? null),
    text("project", "项目", 30, ({ project }) => project?.name ?? null),
    number("citations", "出处数", "INTEGER", ({ citations }) => citations.length),
    text("section", "章节", 26, ({ citations: [first] }) => first?.section ?? null),
    text("text", "原文", 60, ({ citations: [first] }) => first?.text ?? null),
  ],
  citationsOf: ({ citations }) => citations,
};
