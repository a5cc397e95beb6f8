import { hrefOf } from "../lib/address";
import { pointsOf, quantitiesOf } from "./comparison";
import type { Comparison, Quantity } from "./comparison";
import { PLOTS } from "./plot-options";
import type { Plot } from "./plot-options";
import { comparisonHref } from "./read-question";

/** Which plot stands beside the table: what the address names, and by itself what fits. */
export interface ChosenPlot {
  readonly kind: Plot;
  readonly quantity: Quantity | undefined;
  /** The second axis of a scatter. */
  readonly other: Quantity | undefined;
  readonly years: readonly number[];
  /** Of a plot of one year. */
  readonly year: number | undefined;
}

export function choosePlot(comparison: Comparison, parameters: URLSearchParams): ChosenPlot {
  const quantities = quantitiesOf(comparison);
  const years = [...new Set(pointsOf(comparison).map(({ year }) => year))].sort((a, b) => a - b);
  const quantity = quantities.find(({ key }) => key === parameters.get("at")) ?? quantities[0];
  const others = quantities.filter(({ key }) => key !== quantity?.key);
  const asked = Number(parameters.get("plotYear"));
  return {
    kind: PLOTS.find((one) => one === parameters.get("plot")) ?? (years.length > 1 ? "lines" : "bars"),
    quantity,
    other: others.find(({ key }) => key === parameters.get("against")) ?? others[0],
    years,
    year: years.includes(asked) ? asked : years.at(-1),
  };
}

export const isOfOneYear = (kind: Plot): boolean => kind === "scatter" || kind === "distribution";

/** What the server's plots call it. */
const KIND_OF_PICTURE: Readonly<Record<Plot, string>> = {
  bars: "bar",
  lines: "line",
  multiples: "multiples",
  scatter: "scatter",
  distribution: "distribution",
};

/** The address of the plot that is shown, as a picture or a frame: its kind, its measures, its year. */
export function pictureHref(path: string, parameters: URLSearchParams, { kind, quantity, other, year }: ChosenPlot, lang: string): string {
  const drawn = kind === "multiples" ? [] : [quantity, ...(kind === "scatter" ? [other] : [])].filter((one) => one !== undefined);
  const subjects = drawn.flatMap(({ subject }) => subject?.code ?? []);
  const href = comparisonHref(path, parameters, {
    lang,
    ...(drawn.length > 0 && { measures: [...new Set(drawn.map(({ measure }) => measure.code))].join() }),
    ...(subjects.length > 0 && { subjects: [...new Set(subjects)].join() }),
    ...(isOfOneYear(kind) && year !== undefined && { years: String(year) }),
  });
  const [, search] = href.split("?");
  const all = new URLSearchParams(search);
  // Beside the kind of document, which has the same name.
  all.append("kind", KIND_OF_PICTURE[kind]);
  return hrefOf(path, all);
}
