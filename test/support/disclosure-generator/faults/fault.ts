import { slipOf } from "../../../../src/check/cause";
import type { MeasureCode } from "../../../../src/model/measures";
import type { SectionKind } from "../../../../src/model/section-kind";
import type { Stage } from "../../../../src/model/stage";
import type { StatutoryTableKind } from "../../../../src/model/statutory-table-kind";
import { HUNDRED_YUAN } from "../amounts";
import type { DisclosureRequest } from "../generate-disclosure";
import type { Alterations, Place } from "../printer";
import type { ProjectIndicator, UnitYear } from "../unit-year";
import { evaluatedProjects, finalOf, itemsOf } from "../unit-year-sums";

/** The forms of generated documents: they print different facts. ATTACHED is the official form without its statutory tables. */
export type DocumentForm = "OFFICIAL" | "ATTACHED" | "SHANGHAI" | "BUDGET";

export function formOf({ kind, form, tables }: DisclosureRequest): DocumentForm {
  if (kind === "BUDGET") return "BUDGET";
  if (form === "SHANGHAI") return "SHANGHAI";
  return tables === "ATTACHED" ? "ATTACHED" : "OFFICIAL";
}

/** A contradiction planted by name. */
export interface Fault {
  readonly what: string;
  /** The rule of the catalogue that it breaks. */
  readonly rule: string;
  /** The forms that print its facts: in a document of one of them it can be planted, and must be found. */
  readonly in: readonly DocumentForm[];
  /** What a document of these forms may lack. */
  readonly needs?: (request: DisclosureRequest) => boolean;
  /** Rules that the same printed number may break too, by its nature, and why. */
  readonly also?: Readonly<Record<string, string>>;
  /** Changes what the whole document is written from: everything follows but the one identity. */
  readonly given?: (request: DisclosureRequest) => Partial<DisclosureRequest>;
  /** Changes what is printed at places. */
  readonly plant?: (request: DisclosureRequest) => Partial<Alterations>;
}

export interface At {
  readonly section?: SectionKind;
  readonly table?: StatutoryTableKind;
  /** Only in sentences. */
  readonly inWords?: true;
  readonly kind?: Place["kind"];
  readonly measure?: MeasureCode | readonly MeasureCode[];
  readonly subject?: string;
  readonly noSubject?: true;
  readonly stage?: Stage;
  readonly base?: Stage;
  readonly project?: number;
  readonly detail?: string;
}

function isAt(place: Place, at: At): boolean {
  return (
    (at.section === undefined || place.section === at.section) &&
    (at.table === undefined || place.table === at.table) &&
    (at.inWords === undefined || place.table === undefined) &&
    place.kind === (at.kind ?? "FACT") &&
    (at.measure === undefined || (place.measure !== undefined && [at.measure].flat().includes(place.measure))) &&
    (at.subject === undefined || place.subject === at.subject) &&
    (at.noSubject === undefined || place.subject === undefined) &&
    (at.stage === undefined || place.stage === at.stage) &&
    (at.base === undefined || place.base === at.base) &&
    (at.project === undefined || place.project === at.project) &&
    (at.detail === undefined || place.detail === at.detail)
  );
}

export const change = (at: At, to: (value: number) => number): Partial<Alterations> => ({
  numbers: [(place, value) => (isAt(place, at) ? to(value) : value)],
});

/** Adds an amount exactly. */
export const add = (at: At, amount: number): Partial<Alterations> => change(at, (value) => value + amount);

/** Adds about an amount of money, so that no slip of a digit explains the difference: that would be another fault. */
export const shift = (at: At, amount: number): Partial<Alterations> =>
  change(at, (value) => {
    const found = [0, 1, 2, 3].map((more) => value + amount + more * 13 * HUNDRED_YUAN).find((other) => !isSlip(other, value));
    return found ?? value + amount;
  });

const isSlip = (one: number, other: number): boolean => [1, HUNDRED_YUAN].some((step) => slipOf(one, other, step) !== undefined);

export const turn = (...switches: string[]): Partial<Alterations> => ({ switches: new Set(switches) });

export const together = (...planted: readonly Partial<Alterations>[]): Partial<Alterations> => ({
  numbers: planted.flatMap(({ numbers }) => numbers ?? []),
  switches: new Set(planted.flatMap(({ switches }) => [...(switches ?? [])])),
});

/** 2713.43 → 2714.33 万元: two neighbouring digits that differ change places, in whole hundredths of 万元. */
export function swapDigits(amount: number): number {
  const digits = [...String(Math.abs(amount) / HUNDRED_YUAN)];
  for (let at = digits.length - 2; at > 0; at -= 1) {
    const [left, right] = [digits[at - 1], digits[at]];
    if (left !== undefined && right !== undefined && left !== right && !(at === 1 && right === "0")) {
      [digits[at - 1], digits[at]] = [right, left];
      break;
    }
  }
  return Number(digits.join("")) * HUNDRED_YUAN * Math.sign(amount);
}

/** The largest item of the general public budget. */
export const firstItem = ({ year }: DisclosureRequest): string => {
  const items = [...itemsOf(year, "GENERAL")].sort((a, b) => finalOf(b) - finalOf(a));
  return items[0]?.code ?? "";
};
export const classOfItem = (request: DisclosureRequest): string => firstItem(request).slice(0, 3);

/** 行政运行 or the like: the item that pays salaries. */
export const runningItem = ({ year }: DisclosureRequest): string => {
  const items = itemsOf(year, "GENERAL").filter(({ nature }) => nature === "BASIC");
  return [...items].sort((a, b) => finalOf(b) - finalOf(a))[0]?.code ?? "";
};

export const hasFundItems = ({ year }: DisclosureRequest): boolean => itemsOf(year, "FUND").length > 0;

/** The year with one indicator of its first evaluated project as given. */
export function withIndicator(
  { year }: DisclosureRequest,
  order: number,
  given: (indicator: ProjectIndicator) => Partial<ProjectIndicator>,
): { readonly year: UnitYear } {
  const [first] = evaluatedProjects(year);
  const projects = year.projects.map((project) =>
    project !== first
      ? project
      : {
          ...project,
          indicators: project.indicators.map((indicator, at) => (at === order ? { ...indicator, ...given(indicator) } : indicator)),
        },
  );
  return { year: { ...year, projects } };
}

/** Points in the proportion reached, in tenths, as the simulated units give them. */
export const proportionOf = ({ weight, target }: ProjectIndicator, actual: number): number =>
  Math.floor((weight * actual) / Number(target) / 10) * 10;
