import type { Disclosure, DisclosureHeader } from "./disclosure";
import { figureKey, settleFigures } from "./figure";
import type { CheckOutcome, Finding } from "./finding";
import { MEASURES } from "./measures";
import type { MeasureCode } from "./measures";
import type { Stage } from "./stage";

/** A published number of another disclosure; `step` is one unit of its last printed digit, as in a reading. */
export interface RelatedFigure {
  readonly value: number;
  readonly step: number;
}

/** What the rules ask of another disclosure: its printed figures, wherever they are kept. */
export interface RelatedFigures {
  readonly header: Pick<DisclosureHeader, "unitName" | "year" | "kind" | "scope">;
  figure(address: {
    readonly measure: MeasureCode;
    readonly subject?: string | undefined;
    readonly stage: Stage;
  }): RelatedFigure | undefined;
}

/**
 * The other documents that a disclosure is held against, as far as they are there. What is missing is undefined, and the rules that need it
 * answer NOT_CHECKABLE until it arrives.
 */
export interface RelatedDisclosures {
  /** Same unit, scope and kind, of the year before; of a unit that took over from others (沿革), what they published. */
  readonly priorYear?: RelatedFigures | undefined;
  /** The final accounts of the year before, for a budget. */
  readonly priorFinalAccounts?: RelatedFigures | undefined;
  /** The budget of the same year, for final accounts. */
  readonly sameYearBudget?: RelatedFigures | undefined;
  /** Own disclosures (本级 and subordinate units) of a department, of the same year and kind. */
  readonly memberUnits: readonly RelatedFigures[];
  /** Why one is missing, where it is not just unpublished: what its unit's history (沿革) says. */
  readonly gaps?: Partial<Record<RelatedRole, NotCheckableReason>>;
}

/** By what a rule holds a disclosure against others. */
export type RelatedRole = "priorYear" | "priorFinalAccounts" | "sameYearBudget" | "memberUnits";

/** Why a rule that needs other documents cannot tell. */
export type NotCheckableReason = "NOT_PUBLISHED" | "PREDECESSOR_NOT_PUBLISHED" | "SPLIT" | "NOTHING_COMPARABLE";

export const NO_RELATED_DISCLOSURES: RelatedDisclosures = { memberUnits: [] };

/** Of the disclosure itself no more is needed than this: it can be read back from where it was stored. */
export type OwnFigures = Pick<Disclosure, "header" | "profile" | "readings">;

/** The rules that need other documents, as those who keep the documents ask for them. */
export type CheckRelated = (own: OwnFigures, related: RelatedDisclosures) => RelatedAnswers;

export interface RelatedAnswers {
  readonly findings: readonly Finding[];
  readonly outcomes: ReadonlyMap<string, CheckOutcome>;
  /** Of the rules that cannot tell. */
  readonly reasons: ReadonlyMap<string, NotCheckableReason>;
}

/** A parsed disclosure as the others see it: its printed figures. What it derived from a change it did not publish. */
export function relatedFiguresOf({ header, readings }: Pick<Disclosure, "header" | "readings">): RelatedFigures {
  const published = new Map(
    settleFigures(readings).flatMap(({ reading }) =>
      reading.value === null || reading.derivation !== undefined
        ? []
        : [[figureKey(reading), { value: reading.value, step: reading.step }] as const],
    ),
  );
  return {
    header,
    figure: ({ measure, subject, stage }) => published.get(figureKey({ measure, stage, ...(subject === undefined ? {} : { subject }) })),
  };
}

/** 沿革: what several units published, added up. What only some of them told, or what does not add up over units, is not told. */
export function sumRelatedFigures(parts: readonly [RelatedFigures, ...RelatedFigures[]]): RelatedFigures {
  if (parts.length === 1) return parts[0];
  return {
    header: { ...parts[0].header, unitName: parts.map(({ header }) => header.unitName).join("、") },
    figure: (address) => {
      if (!MEASURES[address.measure].addsOverUnits) return undefined;
      const figures = parts.map((part) => part.figure(address)).filter((figure) => figure !== undefined);
      if (figures.length < parts.length) return undefined;
      const sum = (pick: (figure: RelatedFigure) => number): number => figures.reduce((all, figure) => all + pick(figure), 0);
      return { value: sum(({ value }) => value), step: sum(({ step }) => step) };
    },
  };
}
