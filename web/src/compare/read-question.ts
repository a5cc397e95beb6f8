import { hrefOf, listOf } from "../lib/address";
import type { Variables } from "../lib/ask";

/** What a comparison asks for, as the page's address tells it: the arguments of `compare` under their own names. */
export interface Question {
  readonly variables: Variables;
  readonly measures: readonly string[];
  readonly years: readonly number[];
  readonly order: Order | undefined;
  readonly pivot: boolean;
  readonly groupBy: string | null;
  readonly stage: string;
  readonly terms: string;
}

/** `orderBy=MEASURE[@SUBJECT][:YEAR][.ASPECT].ASC|DESC` in an address, as the exports read it too. */
export interface Order {
  readonly measure: string;
  readonly subject: string | null;
  readonly year: number | null;
  readonly aspect: string | null;
  readonly direction: "ASC" | "DESC";
}

export const DEFAULT_MEASURES: readonly string[] = ["EXPENDITURE_TOTAL", "THREE_PUBLIC_TOTAL"];
export const EXTRAS = ["change", "share", "standing", "quartiles"] as const;
export type Extra = (typeof EXTRAS)[number];
const ROWS = 60;
export const MOST_ROWS = 250;

const COLUMN = String.raw`([A-Z][A-Z0-9_]*)(?:@([^.:@]+))?(?::(\d{4}))?(?:\.([A-Z_]+))?`;
const ORDER = new RegExp(`^${COLUMN}\\.(ASC|DESC)$`);
const CONDITION = new RegExp(`^${COLUMN}(>=|<=|>|<)(-?\\d+(?:\\.\\d+)?)$`);
const BOUNDS: Readonly<Record<string, string>> = { ">=": "atLeast", ">": "above", "<=": "atMost", "<": "below" };
export const ROW_KEYS = ["NAME", "CODE", "YEAR", "REGION"];

export function readOrder(text: string | null): Order | undefined {
  const found = ORDER.exec(text ?? "");
  if (!found) return undefined;
  const [, measure = "", subject, year, aspect, direction] = found;
  return {
    measure,
    subject: subject ?? null,
    year: year === undefined ? null : Number(year),
    aspect: aspect ?? null,
    direction: direction === "ASC" ? "ASC" : "DESC",
  };
}

export const writeOrder = ({ measure, subject, year, aspect, direction }: Order): string =>
  `${measure}${subject === null ? "" : `@${subject}`}${year === null ? "" : `:${year}`}${aspect === null ? "" : `.${aspect}`}.${direction}`;

function orderInput({ measure, subject, year, aspect, direction }: Order): Variables {
  if (ROW_KEYS.includes(measure)) return { row: measure, direction };
  return { measure, subject: subject ?? undefined, year: year ?? undefined, aspect: aspect ?? undefined, direction };
}

/** `having=MEASURE[@SUBJECT][:YEAR][.ASPECT]>=100`, money in 万元 whatever the page shows, as in exports; what cannot be read is left out. */
function readConditions(texts: readonly string[]): Variables[] {
  return texts.flatMap((text) => {
    const [, measure, subject, year, aspect, operator = "", bound] = CONDITION.exec(text) ?? [];
    if (measure === undefined) return [];
    return [{ measure, subject, year: year === undefined ? undefined : Number(year), aspect, [BOUNDS[operator] ?? ""]: Number(bound) }];
  });
}

export function readExtras(parameters: URLSearchParams): readonly Extra[] {
  const shown = parameters.get("show");
  return shown === null ? ["change"] : EXTRAS.filter((one) => shown.split(",").includes(one));
}

export function readQuestion(parameters: URLSearchParams, unit: string): Question {
  const lists = (name: string) => {
    const list = listOf(parameters, name);
    return list.length > 0 ? list : undefined;
  };
  const one = (name: string) => parameters.get(name) || undefined;
  const flag = (name: string) => (parameters.has(name) ? parameters.get(name) === "true" : undefined);
  const number = (name: string) => Number(parameters.get(name)) || undefined;
  const years = listOf(parameters, "years").map(Number).filter(Number.isInteger);
  const measures = lists("measures") ?? [...DEFAULT_MEASURES];
  const order = readOrder(parameters.get("orderBy"));
  const extras = readExtras(parameters);
  const where = {
    units: lists("units"),
    regions: lists("regions"),
    parents: lists("parents"),
    natures: lists("natures"),
    levels: lists("levels"),
    years: years.length > 0 ? years : undefined,
    kind: one("kind"),
    scope: one("scope"),
    text: one("text"),
    yearFrom: number("yearFrom"),
    yearTo: number("yearTo"),
  };
  const having = readConditions(listOf(parameters, "having"));
  const variables = {
    where,
    measures,
    subjects: lists("subjects"),
    subjectLevel: one("subjectLevel"),
    stage: one("stage") ?? "FINAL",
    groupBy: one("groupBy"),
    aggregate: one("aggregate"),
    pivot: one("pivot"),
    peers: one("peers") ?? "SELECTION",
    per: one("per"),
    orderBy: order && [orderInput(order)],
    having: having.length > 0 ? having : undefined,
    includeDescendants: flag("includeDescendants"),
    includeEmpty: flag("includeEmpty"),
    terms: one("terms"),
    baseYear: number("baseYear"),
    asOf: one("asOf"),
    first: Math.min(MOST_ROWS, Math.max(ROWS, Number(parameters.get("rows")) || ROWS)),
    unit,
    shareOf: one("shareOf") ?? "EXPENDITURE_TOTAL",
    change: extras.includes("change"),
    share: extras.includes("share"),
    standing: extras.includes("standing"),
    spread: extras.includes("quartiles"),
  };
  return {
    // As it is sent: what is undefined is not there.
    variables: JSON.parse(JSON.stringify(variables)) as Variables,
    measures,
    years,
    order,
    pivot: one("pivot") === "YEAR",
    groupBy: one("groupBy") ?? null,
    stage: variables.stage,
    terms: variables.terms ?? "NOMINAL",
  };
}

/** Parameters that are the page's own and no arguments of the comparison. */
const OWN = ["plot", "plotYear", "show", "shareOf", "pin", "cell", "rows", "at", "against"];

/** The address of the same comparison in another form: a download, a picture, a frame. */
export function comparisonHref(path: string, parameters: URLSearchParams, additions: Readonly<Record<string, string | null>> = {}): string {
  const changes = Object.fromEntries(OWN.map((name) => [name, null]));
  const measures = parameters.get("measures") ?? DEFAULT_MEASURES.join();
  return hrefOf(path, parameters, { ...changes, measures, ...additions });
}
