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
  const isQuotient = ruleByCode(finding.rule)?.tolerance === "INTERVAL";
  switch (name) {
    case "published":
      return value(published);
    case "recomputed":
      return value(isQuotient ? roundBeside(valueKind, recomputed, published) : recomputed);
    case "difference":
      return value(published === null || recomputed === null ? recomputed : Math.abs(published - recomputed));
    case "tolerance":
      return value(tolerance);
    case "beyond":
      if (!tolerance) return "";
      return language === "en" ? `, beyond the ${value(tolerance)} that printing allows` : `，超出印制精度允许的${value(tolerance)}`;
    case "make": {
      const isOne = finding.figures.length - countOf(detail, "wholeCount") === 1;
      return language === "en" ? (isOne ? "makes" : "make") : isOne ? "为" : "合计为";
    }
    case "change":
      return tellChange(valueKind, published, language);
    case "otherChange":
      return tellChange(valueKind, roundBeside(valueKind, recomputed, published), language);
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
    case "twoSubjects":
      return finding.figures.map(({ subject }) => subjectName(subject ?? "")).join(language === "en" ? " and " : "、");
    case "other":
      return tellOther(finding, language);
    case "word":
      return FINDING_WORDS[argument ?? ""]?.[detail[argument ?? ""] ?? ""]?.[language === "en" ? 0 : 1] ?? "";
    case "value":
      return value(Number(detail[argument ?? ""] ?? ""));
    default:
      return quoteWithin(detail[name] ?? "", language);
  }
}

/** Most sentences put names between “ ”: marks within a name are the inner ones. */
const quoteWithin = (text: string, language: Language): string =>
  language === "en" ? text : text.replaceAll("“", "‘").replaceAll("”", "’");

/** A quotient as exact as the printed number beside it, unless the two would then look the same. */
function roundBeside(kind: Finding["valueKind"], value: number | null, beside: number | null): number | null {
  const digits = kind === "MONEY" ? 4 : kind === "RATE" ? 2 : 0;
  if (value === null || digits === 0) return value;
  const rounded = Math.round(value / 10 ** digits) * 10 ** digits;
  return rounded === beside ? value : rounded;
}

/** 增加 or 减少 with the size of the change. */
function tellChange(kind: Finding["valueKind"], value: number | null, language: Language): string {
  const size = printValue(kind, value === null ? null : Math.abs(value), language);
  if (!value) return language === "en" ? `change by ${size}` : `变动${size}`;
  if (language === "en") return `${value > 0 ? "rise" : "fall"} by ${size}`;
  return kind === "RATE" ? `${value > 0 ? "增长" : "下降"}${size}` : `${value > 0 ? "增加" : "减少"}${size}`;
}

const countOf = (detail: Finding["detail"], key: string): number => Number(detail[key] ?? "1");

type Figure = ToldFinding["figures"][number];

function nameFigure(figure: Figure | undefined, language: Language): string {
  if (figure === undefined) return "";
  const measure = isMeasureCode(figure.measure) ? measureOf(figure.measure) : undefined;
  const name = measure === undefined ? figure.measure : language === "en" ? measure.nameEn : measure.name;
  const stage = shownStage(figure.stage, language);
  const subject = figure.subject == null ? "" : subjectName(figure.subject);
  if (language === "zh") return `${stage}${name}${subject === "" ? "" : `（${subject}）`}`;
  const within = [subject, stage].filter((part) => part !== "").join(", ");
  return within === "" ? name : `${name} (${within})`;
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
    return language === "en" ? `in the table ${own}` : `“${own}”中`;
  }
  if (sectionKind === undefined || !(sectionKind in SECTION_KINDS)) return "";
  const { name } = SECTION_KINDS[sectionKind as SectionKind];
  return language === "en" ? `in the words (${name})` : `文字（${name}）中`;
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
