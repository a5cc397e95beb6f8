import type { FigureAddress, Finding } from "../model/finding";
import { isMeasureCode, measureOf } from "../model/measures";
import { SECTION_KINDS } from "../model/section-kind";
import { STAGES } from "../model/stage";
import { STATUTORY_TABLE_KINDS } from "../model/statutory-table-kind";
import { subjectByCode } from "../model/subject-catalogue";
import { CAUSES, isCause } from "./cause";
import { ruleByCode } from "./rule-list";

type Language = "en" | "zh";
type Told = Pick<Finding, "rule" | "valueKind" | "published" | "recomputed" | "tolerance" | "figures" | "detail">;

/** The sentence of a finding, derived from its rule and its values. */
export function tellFinding(finding: Told, language: Language = "en"): string {
  const rule = ruleByCode(finding.rule);
  if (!rule) return finding.rule;
  const words = wordsOf(finding, language);
  const sentence = fill(rule.sentence[language], words);
  const cause =
    words["cause"] === undefined || rule.sentence[language].includes("{cause}")
      ? ""
      : language === "zh"
        ? `；${words["cause"]}`
        : `; ${words["cause"]}`;
  return sentence + cause;
}

const fill = (template: string, words: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => words[name] ?? "");

function wordsOf(finding: Told, language: Language): Record<string, string> {
  const { published, recomputed, tolerance, figures, detail } = finding;
  const amount = (value: number | null): string => (value === null ? "—" : tellValue(value, finding.valueKind));
  const wholes = Number(detail["wholeCount"] ?? 1);
  const words: Record<string, string> = {
    ...detail,
    published: amount(published),
    recomputed: amount(recomputed),
    difference: published === null || recomputed === null ? "—" : amount(Math.abs(published - recomputed)),
    tolerance: amount(tolerance),
    figure: figures[0] ? tellFigure(figures[0], language) : "",
    whole: tellFigures(figures.slice(0, wholes), language),
    parts: tellFigures(figures.slice(wholes), language),
    place: tellPlace(detail["table"], detail["section"], language),
    otherPlace: tellPlace(detail["otherTable"], detail["otherSection"], language),
  };
  for (const name of ["baseStage", "causeStage", "stage"]) if (detail[name] !== undefined) words[name] = tellStage(detail[name], language);
  for (const name of ["baseMeasure", "causeMeasure"]) if (detail[name] !== undefined) words[name] = tellMeasure(detail[name], language);
  words["base"] = words["baseMeasure"] ?? words["baseStage"] ?? "";
  words["causeFigure"] = words["causeMeasure"] ?? "";
  if (detail["likely"] !== undefined && /^-?\d+$/.test(detail["likely"])) words["likely"] = amount(Number(detail["likely"]));
  const { cause } = detail;
  if (cause !== undefined && isCause(cause)) words["cause"] = fill(CAUSES[cause][language === "en" ? 0 : 1], words);
  return words;
}

const tellFigures = (figures: readonly FigureAddress[], language: Language): string => {
  const names = figures.slice(0, 4).map((figure) => tellFigure(figure, language));
  const rest = figures.length > 4 ? (language === "zh" ? `等${figures.length}项` : ` and ${figures.length - 4} more`) : "";
  return names.join(language === "zh" ? "、" : ", ") + rest;
};

function tellFigure({ measure, subject, stage }: FigureAddress, language: Language): string {
  const name = tellMeasure(measure, language);
  const ofSubject = subject === undefined ? "" : ` ${subject}${subjectByCode(subject)?.name ?? ""}`;
  return language === "zh" ? `${name}${ofSubject}${tellStage(stage, language)}` : `${name}${ofSubject} (${tellStage(stage, language)})`;
}

const tellMeasure = (code: string, language: Language): string =>
  isMeasureCode(code) ? (language === "zh" ? measureOf(code).name : measureOf(code).nameEn) : code;

const tellStage = (code: string, language: Language): string =>
  Object.hasOwn(STAGES, code) ? STAGES[code as keyof typeof STAGES][language === "zh" ? "name" : "nameEn"] : code;

function tellPlace(table: string | undefined, section: string | undefined, language: Language): string {
  const name =
    table !== undefined && Object.hasOwn(STATUTORY_TABLE_KINDS, table)
      ? STATUTORY_TABLE_KINDS[table as keyof typeof STATUTORY_TABLE_KINDS].name
      : section !== undefined && Object.hasOwn(SECTION_KINDS, section)
        ? SECTION_KINDS[section as keyof typeof SECTION_KINDS].name
        : "";
  return name === "" || language === "zh" ? name : `in ${name}`;
}

/** A value as a person would print it: money in 万元 without needless zeros, rates in percent. */
function tellValue(value: number, kind: Finding["valueKind"]): string {
  if (kind === "MONEY") return `${decimals(value, 6)}万元`;
  if (kind === "RATE") return `${decimals(value, 4)}%`;
  return kind === "SCORE" ? decimals(value, 2) : String(value);
}

/** An integer with its decimal point moved left, digit by digit. */
function decimals(value: number, places: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, "0");
  const whole = digits.slice(0, -places).replace(/\B(?=(\d{3})+$)/g, ",");
  const fraction = digits.slice(-places).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${whole}${fraction === "" ? "" : `.${fraction}`}`;
}
