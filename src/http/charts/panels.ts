import { AXIS, INK } from "./look";

/**
 * Small multiples, a panel a unit: where the panels stand and how they are framed, for the pages' plots and those that the server renders.
 * It imports nothing but the look, so that both programs can hold it.
 */
export interface PanelPlace {
  readonly left: string;
  readonly width: string;
  readonly top: number;
  readonly height: number;
}

/** Above a panel its name, below it the years. */
const [NAME_HEIGHT, YEARS_HEIGHT] = [26, 24];

/** Panels in rows from `top` on, each with its name and years so many pixels high; and how high all of them are. */
export function placePanels(count: number, perRow: number, top: number, panelHeight: number): { height: number; places: PanelPlace[] } {
  const places = Array.from({ length: count }, (_, at) => ({
    left: `${((at % perRow) * 100) / perRow + 24 / perRow}%`,
    width: `${70 / perRow}%`,
    top: top + Math.floor(at / perRow) * panelHeight + NAME_HEIGHT,
    height: panelHeight - NAME_HEIGHT - YEARS_HEIGHT - 12,
  }));
  return { height: top + Math.ceil(count / perRow) * panelHeight + 10, places };
}

/** The one scale of all panels: it begins at zero, or below where values do. */
export function extentOf(points: readonly { readonly value: number | null }[]): { least: number; most: number } {
  const values = points.flatMap(({ value }) => value ?? []);
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  return { least, most: most === least ? least + 1 : most };
}

interface PanelScale {
  readonly years: readonly number[];
  readonly least: number;
  readonly most: number;
  readonly short: (value: number) => string;
}

/** Names, frames and axes of panels: the parts of a chart's option that lines are then drawn into. */
export function panelsOf(names: readonly string[], places: readonly PanelPlace[], { years, least, most, short }: PanelScale) {
  return {
    title: places.map(({ left, top }, at) => ({
      text: names[at] ?? "",
      left,
      top: top - NAME_HEIGHT + 2,
      padding: 0,
      textStyle: { fontSize: 12, fontWeight: "bold" as const, color: INK },
    })),
    grid: places.map((place) => ({ ...place })),
    xAxis: places.map((_, at) => ({
      ...AXIS,
      type: "category" as const,
      gridIndex: at,
      data: years.map(String),
      axisLabel: { ...AXIS.axisLabel, fontSize: 10, hideOverlap: true },
    })),
    yAxis: places.map((_, at) => ({
      ...AXIS,
      type: "value" as const,
      gridIndex: at,
      min: least,
      max: most,
      splitNumber: 2,
      axisLabel: { ...AXIS.axisLabel, fontSize: 10, showMaxLabel: false, formatter: short },
    })),
  };
}
