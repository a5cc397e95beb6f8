import { createHash } from "node:crypto";
import { checkDisclosure } from "../../check/check-disclosure";
import { ruleByCode } from "../../check/rule-list";
import type { Disclosure } from "../../model/disclosure";
import type { ExtractedDocument } from "../../model/extracted-document";
import { MEASURES } from "../../model/measures";
import type { MeasureCode } from "../../model/measures";
import { NotADisclosureError } from "../../parse/not-a-disclosure-error";
import { parseDisclosure } from "../../parse/parse-disclosure";
import { subjectKeysOf } from "../../store/find-or-create-subjects";
import type { CarriedRow } from "../../store/package/package-column";
import {
  FIGURES,
  FINDINGS,
  INDICATORS,
  MEMBER_UNITS,
  OFFICES,
  OUTCOMES,
  PROJECT_FUNDS,
  PROJECTS,
  READINGS,
  RELATIONS,
  SECTIONS,
} from "../../store/package/package-tables";
import type { ContentTable } from "../../store/package/package-tables";
import * as revisionRows from "../../store/revision-rows";
import type { Checked, RevisionContext } from "../../store/revision-rows";

type Content = ReadonlyMap<ContentTable, readonly CarriedRow[]>;

/** What the rules of this hub say of a carried disclosure. */
export type Recheck =
  /** They say what the package says. */
  | { readonly outcome: "SAME" }
  /** They say otherwise, of the same figures: what they say takes the place of it. */
  | { readonly outcome: "RECHECKED"; readonly content: Content; readonly fingerprint: string }
  /** This hub reads other figures in the text, so its rules were not asked of those that are published. */
  | { readonly outcome: "READ_OTHERWISE"; readonly table: string };

/**
 * Reads the carried text as if its document had come, and checks it. Where that gives word for word what the package tells, its findings are those of
 * this hub's rules; where this hub reads the text otherwise, the package stands as it is: published figures are not changed on the way.
 */
export function recheckCarried(document: ExtractedDocument, content: Content, fingerprint: string): Recheck {
  const disclosure = parse(document);
  if (disclosure === undefined) return { outcome: "READ_OTHERWISE", table: "disclosures" };
  const subjectIds = new Map([...subjectKeysOf(disclosure)].map((key, index) => [key, index + 1]));
  const context: RevisionContext = { revisionId: 0, unitId: 0, document, disclosure, subjectIds };
  for (const [table, rows] of parsedRows(context)) {
    if (!isSame(table, rows, content.get(table) ?? [], subjectIds)) return { outcome: "READ_OTHERWISE", table: table.name };
  }
  const checked = checkDisclosure(disclosure, document);
  const findings = findingsNow(context, checked, content.get(FINDINGS) ?? []);
  const outcomes = outcomesNow(checked, content.get(OUTCOMES) ?? []);
  if (!findings && !outcomes) return { outcome: "SAME" };
  const figures = (content.get(FIGURES) ?? []).map((row) => withQuality(row, disclosure, checked));
  const replaced = new Map([...content, [FIGURES, figures] as const]);
  if (findings) replaced.set(FINDINGS, findings);
  if (outcomes) replaced.set(OUTCOMES, outcomes);
  const said = JSON.stringify([fingerprint, replaced.get(FINDINGS), replaced.get(OUTCOMES)]);
  return { outcome: "RECHECKED", content: replaced, fingerprint: createHash("sha256").update(said).digest("hex") };
}

function parse(document: ExtractedDocument): Disclosure | undefined {
  try {
    return parseDisclosure(document);
  } catch (error) {
    if (error instanceof NotADisclosureError) return undefined;
    throw error;
  }
}

const parsedRows = (context: RevisionContext): readonly (readonly [ContentTable, readonly object[]])[] => [
  [READINGS, revisionRows.readingRows(context)],
  [RELATIONS, revisionRows.relationRows(context)],
  [SECTIONS, revisionRows.sectionRows(context)],
  [OFFICES, revisionRows.officeRows(context)],
  [MEMBER_UNITS, revisionRows.memberUnitRows(context)],
  [PROJECTS, revisionRows.projectRows(context)],
  [PROJECT_FUNDS, revisionRows.projectFundRows(context)],
  [INDICATORS, revisionRows.indicatorRows(context)],
];

/** Column by column; subjects by what they stand for. */
function isSame(
  table: ContentTable,
  parsed: readonly object[],
  carried: readonly CarriedRow[],
  subjectIds: ReadonlyMap<string, number>,
): boolean {
  if (parsed.length !== carried.length) return false;
  const properties = table.columns.flatMap(({ selects }) => Object.keys(selects));
  const idOf = (key: CarriedRow[string] | undefined): number | undefined => (typeof key === "string" ? subjectIds.get(key) : 0);
  return parsed.every((one, index) => {
    const [row, told] = [one as CarriedRow, carried[index] ?? {}];
    return properties.every((property) => {
      if (property === "subject") return row["subjectId"] === idOf(told["subject"]);
      if (property === "baseSubject") return (row["baseSubjectId"] ?? 0) === idOf(told["baseSubject"]);
      if (property === "sectionKind") return row["kind"] === told["sectionKind"];
      return row[property] === told[property];
    });
  });
}

const FINDING_PROPERTIES = FINDINGS.columns.flatMap(({ selects }) => Object.keys(selects)).filter((property) => property !== "seq");
const isRelated = ({ rule }: CarriedRow): boolean => ruleByCode(String(rule))?.needsRelated !== undefined;
const saidBy = (row: CarriedRow): string => JSON.stringify(FINDING_PROPERTIES.map((property) => row[property]));

/** undefined where nothing differs. What needs other documents is asked when the revision is published. */
function findingsNow(context: RevisionContext, checked: Checked, carried: readonly CarriedRow[]): readonly CarriedRow[] | undefined {
  const now = (revisionRows.findingRows(context, checked) as unknown as readonly CarriedRow[]).filter((row) => !isRelated(row));
  const before = carried.filter((row) => !isRelated(row));
  if (now.map(saidBy).join("\n") === before.map(saidBy).join("\n")) return undefined;
  return [...now, ...carried.filter(isRelated)].map((row, seq) => ({ ...row, seq }));
}

function outcomesNow({ outcomes }: Checked, carried: readonly CarriedRow[]): readonly CarriedRow[] | undefined {
  const before = new Map(carried.map(({ rule, outcome }) => [rule, outcome]));
  if (before.size === outcomes.size && [...outcomes].every(([rule, outcome]) => before.get(rule) === outcome)) return undefined;
  return [...outcomes].map(([rule, outcome]) => ({ rule, outcome }));
}

/** 数据质量: what counts the answers of the rules goes with them. */
function withQuality(row: CarriedRow, disclosure: Disclosure, checked: Checked): CarriedRow {
  const counted = Object.entries(revisionRows.qualityOf(disclosure, checked)).find(
    ([measure]) => MEASURES[measure as MeasureCode].id === row["measureId"] && measure !== "CITATION_COVERAGE",
  );
  return counted ? { ...row, value: counted[1] } : row;
}
