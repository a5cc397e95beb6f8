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
}

/** `orderBy=MEASURE[:year].DESC` in an address. */
export interface Order {
  readonly measure: string;
  readonly subject: string | null;
  readonly year: number | null;
  readonly direction: "ASC" | "DESC";
}

export const DEFAULT_MEASURES: readonly string[] = ["EXPENDITURE_TOTAL", "THREE_PUBLIC_TOTAL"];
export const EXTRAS = ["change", "share", "standing"] as const;
export type Extra = (typeof EXTRAS)[number];
const ROWS = 60;
export const MOST_ROWS = 250;

export function readOrder(text: string | null): Order | undefined {
  const found = /^([A-Z_]+)(?:@([^.:]+))?(?::(\d{4}))?\.(ASC|DESC)$/.exec(text ?? "");
  if (!found) return undefined;
  const [, measure = "", subject, year, direction] = found;
  return {
    measure,
    subject: subject ?? null,
    year: year === undefined ? null : Number(year),
    direction: direction === "ASC" ? "ASC" : "DESC",
  };
}

export const writeOrder = ({ measure, subject, year, direction }: Order): string =>
  `${measure}${subject === null ? "" : `@${subject}`}${year === null ? "" : `:${year}`}.${direction}`;

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
  };
  const orderBy = order && [
    {
      measure: order.measure,
      ...(order.subject !== null && { subject: order.subject }),
      ...(order.year !== null && { year: order.year }),
      direction: order.direction,
    },
  ];
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
    orderBy,
    first: Math.min(MOST_ROWS, Math.max(ROWS, Number(parameters.get("rows")) || ROWS)),
    unit,
    shareOf: one("shareOf") ?? "EXPENDITURE_TOTAL",
    change: extras.includes("change"),
    share: extras.includes("share"),
    standing: extras.includes("standing"),
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
  };
}

/** Parameters that are the page's own and no arguments of the comparison. */
const OWN = ["plot", "show", "pin", "cell", "rows", "at"];

/** The address of the same comparison in another form: a download, a picture, a frame. */
export function comparisonHref(path: string, parameters: URLSearchParams, additions: Readonly<Record<string, string | null>> = {}): string {
  const changes = Object.fromEntries(OWN.map((name) => [name, null]));
  const measures = parameters.get("measures") ?? DEFAULT_MEASURES.join();
  return hrefOf(path, parameters, { ...changes, measures, ...additions });
}
