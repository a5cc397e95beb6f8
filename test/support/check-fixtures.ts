import { checkDisclosure } from "../../src/check/check-disclosure";
import { NO_RELATED_DISCLOSURES, type RelatedDisclosures } from "../../src/model/related-disclosures";
import type { Disclosure, Project, Reading, Relation, Section } from "../../src/model/disclosure";
import type { DisclosureKind } from "../../src/model/disclosure-kind";
import type { ExtractedDocument } from "../../src/model/extracted-document";
import type { CheckOutcome, Finding } from "../../src/model/finding";
import { measureOf, type MeasureCode } from "../../src/model/measures";
import type { SectionKind } from "../../src/model/section-kind";
import type { Stage } from "../../src/model/stage";
import type { StatutoryTableKind } from "../../src/model/statutory-table-kind";

/** 0.01 万元, the precision in which most documents print. */
export const STEP = 10_000;

export interface Where {
  readonly table?: StatutoryTableKind;
  readonly section?: SectionKind;
  readonly subject?: string;
  readonly stage?: Stage;
  readonly step?: number;
  readonly status?: Reading["status"];
  readonly block?: number;
  readonly start?: number;
  readonly reason?: string;
  readonly derivation?: Reading["derivation"];
}

/** Money in hundredths of 万元 (942260 is 9,422.60 万元), counts as they are. */
export function reading(measure: MeasureCode, amount: number, where: Where = {}): Reading {
  const money = measureOf(measure).kind === "MONEY";
  const { table, section = table === undefined ? "NARRATIVE" : "TABLES", subject, stage = "FINAL", status = "REPORTED" } = where;
  const citation = { block: where.block ?? 0, start: where.start ?? 0, end: (where.start ?? 0) + 1 };
  return {
    measure,
    ...(subject === undefined ? {} : { subject }),
    stage,
    status,
    value: status === "REPORTED" ? amount * (money ? STEP : 1) : null,
    step: where.step ?? (money ? STEP : 1),
    printed: String(amount),
    origin: table === undefined ? "NARRATIVE" : "TABLE",
    section,
    ...(table === undefined ? {} : { table }),
    citation,
    ...(where.derivation === undefined ? {} : { derivation: where.derivation }),
    ...(where.reason === undefined ? {} : { reason: { text: where.reason, citation } }),
  };
}

export type RelationWhere = Pick<Where, "section" | "subject" | "stage" | "step" | "block" | "start"> &
  Partial<Pick<Relation, "base" | "direction">>;

/** Changes in hundredths of 万元 (or counts), rates in hundredths of a percent. */
export function relation(form: Relation["form"], measure: MeasureCode, amount: number | null, where: RelationWhere = {}): Relation {
  const money = form === "CHANGE_AMOUNT" && measureOf(measure).kind === "MONEY";
  const unit = form === "CHANGE_AMOUNT" ? (money ? STEP : 1) : 100;
  return {
    form,
    measure,
    ...(where.subject === undefined ? {} : { subject: where.subject }),
    stage: where.stage ?? "FINAL",
    base: where.base ?? { stage: form === "COMPLETION_RATE" ? "INITIAL_BUDGET" : "PRIOR_FINAL" },
    value: amount === null ? null : amount * unit,
    step: where.step ?? unit,
    printed: String(amount),
    ...(where.direction === undefined ? {} : { direction: where.direction }),
    section: where.section ?? "NARRATIVE",
    citation: { block: where.block ?? 0, start: where.start ?? 10, end: (where.start ?? 10) + 1 },
  };
}

export interface Told {
  readonly kind?: DisclosureKind;
  readonly year?: number;
  readonly header?: Partial<Disclosure["header"]>;
  readonly profile?: Partial<Disclosure["profile"]>;
  readonly readings?: readonly Reading[];
  readonly relations?: readonly Relation[];
  readonly projects?: readonly Project[];
  readonly sections?: readonly Section[];
  readonly tables?: Disclosure["tables"];
  readonly messages?: Disclosure["messages"];
  readonly uncited?: Disclosure["coverage"]["uncited"];
  readonly blocks?: ExtractedDocument["blocks"];
}

export const documentOf = ({ blocks = [] }: Told): ExtractedDocument => ({ format: "TEXT", blocks, messages: [] });

export function disclosureOf(told: Told): Disclosure {
  return {
    format: "TEXT",
    header: {
      unitName: "示例市司法局",
      unitNamePrinted: "示例市司法局",
      scope: "UNIT",
      year: told.year ?? 2023,
      kind: told.kind ?? "FINAL_ACCOUNTS",
      citations: [],
      ...told.header,
    },
    profile: { offices: [], memberUnits: [], citations: [], ...told.profile },
    sections: told.sections ?? [],
    tables: told.tables ?? [],
    readings: told.readings ?? [],
    relations: told.relations ?? [],
    projects: told.projects ?? [],
    observedSubjects: [],
    coverage: { printed: 0, cited: 0, uncited: told.uncited ?? [] },
    messages: told.messages ?? [],
  };
}

export interface Checked {
  readonly findings: readonly Finding[];
  readonly outcomes: ReadonlyMap<string, CheckOutcome>;
}

export const check = (told: Told & { readonly related?: Partial<RelatedDisclosures> }): Checked =>
  checkDisclosure(disclosureOf(told), documentOf(told), { ...NO_RELATED_DISCLOSURES, ...told.related });

/** The outcome of one rule, and its findings alone. */
export function checkRule(
  code: string,
  told: Parameters<typeof check>[0],
): { readonly outcome: CheckOutcome | undefined; readonly findings: readonly Finding[] } {
  const { findings, outcomes } = check(told);
  return { outcome: outcomes.get(code), findings: findings.filter(({ rule }) => rule === code) };
}
