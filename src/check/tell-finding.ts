import type { FigureAddress, Finding } from "../model/finding";
import { isMeasureCode, measureOf } from "../model/measures";
import { SECTION_KINDS, type SectionKind } from "../model/section-kind";
import { STAGES, type Stage } from "../model/stage";
import { STATUTORY_TABLE_KINDS, type StatutoryTableKind } from "../model/statutory-table-kind";
import { subjectByCode } from "../model/subject-catalogue";
import { CAUSES, isCause } from "./cause";
import { FINDING_WORDS } from "./finding-words";
import { printValue, type Language } from "./print-value";
import { ruleByCode } from "./rule-list";

/** What a finding's sentence is told from: a finding, or what was stored of one. */
export type ToldFinding = Pick<Finding, "rule" | "valueKind" | "published" | "recomputed" | "tolerance" | "detail"> & {
  readonly figures: readonly { readonly measure: string; readonly subject?: string | null; readonly stage: string }[];
};

/** The finding as a sentence: its rule's template with the finding's values in it. */
export function tellFinding(finding: ToldFinding, language: Language = "en"): string {
  const rule = ruleByCode(finding.rule);
  if (rule === undefined) return finding.rule;
  const template = rule.otherSentences?.[finding.detail["telling"] ?? ""] ?? rule.sentence;
  const sentence = template[language].replace(/\{([a-zA-Z]+)(?::([a-zA-Z]+))?\}/g, (_all, name: string, argument?: string) =>
    fill(finding, name, argument, language),
  );
  const near = finding.detail["near"] === undefined ? "" : NEAR[language];
  const told = `${sentence}${near}`;
  return language === "en" ? `${told.charAt(0).toUpperCase()}${told.slice(1)}` : told;
}

const NEAR = {
  en: "; with so many parts this may still be rounding",
  zh: "；因项数较多，可能仍为四舍五入所致",
};

function fill(finding: ToldFinding, name: string, argument: string | undefined, language: Language): string {
  const { detail, published, recomputed, tolerance, valueKind } = finding;
  const value = (number: number | null): string => printValue(valueKind, number, language);
  switch (name) {
    case "published":
      return value(published);
    case "recomputed":
      return value(recomputed);
    case "difference":
      return value(published === null || recomputed === null ? recomputed : Math.abs(published - recomputed));
    case "tolerance":
      return value(tolerance);
    case "figure":
      return nameFigure(finding.figures[0], language);
    case "figures":
      return nameFigures(finding.figures, language);
    case "whole":
      return nameFigures(finding.figures.slice(0, countOf(detail, "wholeCount")), language);
    case "parts":
      return nameParts(finding, language);
    case "base":
      return nameBase(detail, language);
    case "place":
      return namePlace(detail, "table", "section", language);
    case "otherPlace":
      return namePlace(detail, "otherTable", "otherSection", language);
    case "cause":
      return tellCause(finding, language);
    case "subjects":
      return (detail["subjects"] ?? "").split(" ").map(subjectName).join("、");
    case "other":
      return tellOther(finding, language);
    case "word":
      return FINDING_WORDS[argument ?? ""]?.[detail[argument ?? ""] ?? ""]?.[language === "en" ? 0 : 1] ?? "";
    case "value":
      return value(Number(detail[argument ?? ""] ?? ""));
    default:
      return detail[name] ?? "";
  }
}

const countOf = (detail: Finding["detail"], key: string): number => Number(detail[key] ?? "1");

type Figure = ToldFinding["figures"][number];

function nameFigure(figure: Figure | undefined, language: Language): string {
  if (figure === undefined) return "";
  const measure = isMeasureCode(figure.measure) ? measureOf(figure.measure) : undefined;
  const name = measure === undefined ? figure.measure : language === "en" ? measure.nameEn : measure.name;
  const stage = shownStage(figure.stage, language);
  const subject = figure.subject == null ? "" : `（${subjectName(figure.subject)}）`;
  return language === "en" ? `${name}${subject}${stage === "" ? "" : ` (${stage})`}` : `${stage}${name}${subject}`;
}

/** The stage goes without saying where it is the disclosure's own. */
function shownStage(stage: string, language: Language): string {
  if (stage === "FINAL" || stage === "INITIAL_BUDGET" || !(stage in STAGES)) return "";
  return language === "en" ? STAGES[stage as Stage].nameEn.toLowerCase() : STAGES[stage as Stage].name;
}

function subjectName(key: string): string {
  const known = subjectByCode(key);
  if (known !== undefined) return `${known.code} ${known.name}`;
  return key.slice(key.indexOf(":") + 1);
}

const MANY = 4;

function nameFigures(figures: readonly Figure[], language: Language, minus = 0): string {
  const [first] = figures;
  const sameMeasure = figures.length > 1 && figures.every((figure) => figure.measure === first?.measure && figure.subject != null);
  const names = figures.map((figure) => (sameMeasure ? subjectName(figure.subject ?? "") : nameFigure(figure, language)));
  if (names.length > MANY) {
    return language === "en" ? `its ${names.length} parts` : `${names.slice(0, 2).join("、")}等${names.length}项`;
  }
  const plus = names.slice(0, names.length - minus).join(language === "en" ? " + " : "＋");
  return [plus, ...names.slice(names.length - minus)].join(language === "en" ? " − " : "－");
}

function nameParts({ figures, detail }: ToldFinding, language: Language): string {
  const wholes = countOf(detail, "wholeCount");
  return nameFigures(figures.slice(wholes), language, Number(detail["minusCount"] ?? "0"));
}

function nameBase(detail: Finding["detail"], language: Language): string {
  const stage = detail["baseStage"];
  if (stage !== undefined && stage in STAGES) {
    return language === "en" ? `the ${STAGES[stage as Stage].nameEn.toLowerCase()}` : STAGES[stage as Stage].name;
  }
  const measure = detail["baseMeasure"];
  return measure === undefined ? "" : nameFigure(figureOfDetail(measure, detail["baseSubject"]), language);
}

const figureOfDetail = (
  measure: string,
  subject: string | undefined,
  stage: string = "FINAL" satisfies FigureAddress["stage"],
): Figure => ({
  measure,
  stage,
  ...(subject === undefined ? {} : { subject }),
});

/** Tables and sections go by their official names in both languages. */
function namePlace(detail: Finding["detail"], table: string, section: string, language: Language): string {
  const tableKind = detail[table];
  const sectionKind = detail[section];
  if (tableKind !== undefined && tableKind in STATUTORY_TABLE_KINDS) {
    const { name } = STATUTORY_TABLE_KINDS[tableKind as StatutoryTableKind];
    const own = detail["documentKind"] === "BUDGET" ? name.replaceAll("决算", "预算") : name;
    return language === "en" ? `in the table ${own}` : `“${own}”`;
  }
  if (sectionKind === undefined || !(sectionKind in SECTION_KINDS)) return "";
  const { name } = SECTION_KINDS[sectionKind as SectionKind];
  return language === "en" ? `in the words (${name})` : `文字（${name}）`;
}

function tellCause({ detail, valueKind }: ToldFinding, language: Language): string {
  const code = detail["cause"];
  if (code === undefined || !isCause(code)) return "";
  const sentence = CAUSES[code][language === "en" ? 0 : 1].replace(/\{([a-zA-Z]+)\}/g, (_all, name: string) => {
    if (name === "likely") return printValue(valueKind, Number(detail["likely"] ?? ""), language);
    if (name === "likelyAmount") return printValue("MONEY", Number(detail["likelyAmount"] ?? ""), language);
    if (name === "causeFigure")
      return nameFigure(figureOfDetail(detail["causeMeasure"] ?? "", detail["causeSubject"], detail["causeStage"]), language);
    const stage = detail["causeStage"];
    return stage !== undefined && stage in STAGES
      ? language === "en"
        ? STAGES[stage as Stage].nameEn.toLowerCase()
        : STAGES[stage as Stage].name
      : "";
  });
  return language === "en" ? `; ${sentence}` : `，${sentence}`;
}

/** The second figure with its own value: counts beside money. */
function tellOther({ figures, detail }: ToldFinding, language: Language): string {
  const kind = detail["otherKind"];
  const value = printValue(kind === "MONEY" ? "MONEY" : "COUNT", Number(detail["otherValue"] ?? "0"), language);
  const name = nameFigure(figures[1], language);
  return language === "en" ? `${name.charAt(0).toLowerCase()}${name.slice(1)} is ${value}` : `${name}为${value}`;
}
