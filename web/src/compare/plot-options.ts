import type { EChartsCoreOption } from "echarts/core";
import { AXIS, COLOURS, FAINT, INK, yearColour } from "../../../src/http/charts/look";
import { extentOf, panelsOf, placePanels } from "../../../src/http/charts/panels";
import { BASE, shorten } from "../charts/look";
import type { Point } from "./comparison";

export const PLOTS = ["bars", "lines", "multiples", "scatter", "distribution"] as const;
export type Plot = (typeof PLOTS)[number];

/** Everything that is written in a plot, in the reader's language and unit. */
export interface PlotWords {
  readonly write: (value: number) => string;
  /** For axes. */
  readonly short: (value: number) => string;
  readonly unit: string;
  /** A value, or why there is none. */
  readonly tell: (point: Point | undefined) => string;
}

export const MOST_BARS = 30;
const MOST_LINES = 12;
const MOST_PANELS = 12;
const [LEGEND_HEIGHT, PANEL_HEIGHT] = [40, 150];

export interface DrawnPlot {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** How many of all are drawn, where not all. */
  readonly drawn: number;
  readonly of: number;
  /** Places where a line breaks off, since there is no value. */
  readonly gaps?: number;
}

interface Named {
  readonly key: string;
  readonly name: string;
}

function namedOf(points: readonly Point[]): Named[] {
  return [...new Map(points.map(({ key, name }) => [key, { key, name }])).values()];
}

const yearsOf = (points: readonly Point[]): number[] => [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);

/** What stands in the place of a bar: why there is none, never a bar of no length. A zero is told too, since it has none either. */
function barOf(point: Point | undefined, tell: PlotWords["tell"], isTold: boolean) {
  const value = point?.value ?? null;
  const label = { show: isTold || !value, position: "right", fontSize: 12, color: value === null ? FAINT : INK, formatter: tell(point) };
  return value === null ? { value: 0, itemStyle: { color: "transparent" }, label } : { value, label };
}

/** Horizontal bars in the order of the table, one colour a year. */
export function drawBars(points: readonly Point[], { short, tell, unit }: PlotWords): DrawnPlot {
  const all = namedOf(points);
  const rows = all.slice(0, MOST_BARS);
  const years = yearsOf(points).slice(-3);
  const find = finder(points);
  return {
    height: Math.max(220, 70 + rows.length * (years.length * 13 + 15)),
    drawn: rows.length,
    of: all.length,
    option: {
      ...BASE,
      tooltip: { ...BASE.tooltip, trigger: "axis", axisPointer: { type: "shadow" } },
      legend: { show: years.length > 1, top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: INK } },
      grid: { left: 4, right: 76, top: years.length > 1 ? 34 : 10, bottom: 22, containLabel: true },
      xAxis: {
        ...AXIS,
        type: "value",
        name: unit,
        nameLocation: "end",
        nameGap: 8,
        axisLine: { show: false },
        axisLabel: { ...AXIS.axisLabel, formatter: short, hideOverlap: true },
      },
      yAxis: {
        ...AXIS,
        type: "category",
        inverse: true,
        data: rows.map(({ name }) => name),
        axisLabel: { color: INK, fontSize: 12, formatter: (name: string) => shorten(name, 14) },
      },
      series: years.map((year, at) => {
        const told = rows.map(({ key }) => find(key, year));
        return {
          name: String(year),
          type: "bar",
          barMaxWidth: 18,
          barGap: "15%",
          color: yearColour(years.length, at),
          tooltip: tooltipOf(told, tell),
          data: told.map((point) => barOf(point, tell, years.length === 1)),
        };
      }),
    },
  };
}

const tooltipOf = (points: readonly (Point | undefined)[], tell: PlotWords["tell"]) => ({
  valueFormatter: (_: unknown, at: number) => tell(points[at]),
});

function finder(points: readonly Point[]): (key: string, year: number, quantity?: string) => Point | undefined {
  const found = new Map(points.map((point) => [`${point.key}\n${point.year}\n${point.quantity}`, point]));
  const [first] = points;
  return (key, year, quantity = first?.quantity ?? "") => found.get(`${key}\n${year}\n${quantity}`);
}

const countGaps = (points: readonly (Point | undefined)[]): number => points.filter((point) => (point?.value ?? null) === null).length;

/** Lines over years, one a unit, named at their ends where there is room; a year without a value is a gap and not a zero. */
export function drawLines(points: readonly Point[], { short, tell, unit }: PlotWords, isNarrow: boolean): DrawnPlot {
  const all = namedOf(points);
  const rows = all.slice(0, MOST_LINES);
  const years = yearsOf(points);
  const find = finder(points);
  const lines = rows.map(({ key, name }) => ({ name, told: years.map((year) => find(key, year)) }));
  return {
    height: 440,
    drawn: rows.length,
    of: all.length,
    gaps: countGaps(lines.flatMap(({ told }) => told)),
    option: {
      ...BASE,
      tooltip: { ...BASE.tooltip, trigger: "axis" },
      legend: {
        show: isNarrow,
        type: "plain",
        bottom: 0,
        left: 0,
        itemWidth: 16,
        itemHeight: 8,
        textStyle: { color: INK, fontSize: 12 },
        formatter: (name: string) => shorten(name, 16),
      },
      grid: isNarrow
        ? { left: 8, right: 24, top: 34, bottom: 24 + Math.ceil(rows.length / 2) * 24, containLabel: true }
        : { left: 8, right: 142, top: 34, bottom: 8, containLabel: true },
      xAxis: { ...AXIS, type: "category", data: years.map(String), boundaryGap: isNarrow },
      yAxis: {
        ...AXIS,
        type: "value",
        scale: false,
        name: unit,
        nameLocation: "end",
        axisLabel: { ...AXIS.axisLabel, formatter: short },
      },
      series: lines.map(({ name, told }, at) => ({
        name,
        type: "line",
        symbol: "circle",
        symbolSize: 7,
        connectNulls: false,
        tooltip: tooltipOf(told, tell),
        data: told.map((point) => point?.value ?? null),
        endLabel: {
          show: !isNarrow,
          fontSize: 12,
          color: INK,
          padding: [2, 0],
          formatter: ({ seriesName }: { seriesName: string }) => `{dot|●} ${shorten(seriesName, 10)}`,
          rich: { dot: { color: COLOURS[at % COLOURS.length], fontSize: 9 } },
        },
        labelLayout: { moveOverlap: "shiftY" },
      })),
    },
  };
}

/** Small multiples: a panel a unit on one common scale, each quantity a line. */
export function drawMultiples(
  points: readonly Point[],
  quantityName: (key: string) => string,
  { short, tell }: PlotWords,
  perRow: number,
): DrawnPlot {
  const all = namedOf(points);
  const rows = all.slice(0, MOST_PANELS);
  const years = yearsOf(points);
  const find = finder(points);
  const quantities = [...new Set(points.map(({ quantity }) => quantity))];
  const lines = rows.flatMap(({ key }, at) =>
    quantities.map((quantity, line) => ({ at, line, quantity, told: years.map((year) => find(key, year, quantity)) })),
  );
  const { height, places } = placePanels(rows.length, perRow, LEGEND_HEIGHT, PANEL_HEIGHT);
  return {
    height,
    drawn: rows.length,
    of: all.length,
    gaps: countGaps(lines.flatMap(({ told }) => told)),
    option: {
      ...BASE,
      tooltip: { ...BASE.tooltip, trigger: "axis" },
      legend: { top: 0, left: 0, data: quantities.map(quantityName), itemWidth: 16, itemHeight: 8, textStyle: { color: INK } },
      ...panelsOf(
        rows.map(({ name }) => shorten(name, 11)),
        places,
        { years, ...extentOf(points), short },
      ),
      series: lines.map(({ at, line, quantity, told }) => ({
        name: quantityName(quantity),
        type: "line",
        xAxisIndex: at,
        yAxisIndex: at,
        symbolSize: 5,
        color: COLOURS[line % COLOURS.length],
        tooltip: tooltipOf(told, tell),
        data: told.map((point) => point?.value ?? null),
      })),
    },
  };
}

export interface ScatterAxis {
  readonly name: string;
  readonly unit: string;
  readonly write: (value: number) => string;
  readonly short: (value: number) => string;
}

/** Two quantities of one year, a dot a unit. Who lacks one of them has no dot, and the line below counts them. */
export function drawScatter(
  points: readonly Point[],
  year: number,
  [x, y]: readonly [string, string],
  axes: readonly [ScatterAxis, ScatterAxis],
): DrawnPlot {
  const ofYear = points.filter((one) => one.year === year);
  const valueOf = (key: string, quantity: string) => ofYear.find((one) => one.key === key && one.quantity === quantity)?.value ?? null;
  const all = namedOf(ofYear);
  const dots = all.flatMap(({ key, name }) => {
    const [across, up] = [valueOf(key, x), valueOf(key, y)];
    return across === null || up === null ? [] : [{ name, value: [across, up] }];
  });
  const axisOf = ({ name, unit, short }: ScatterAxis) => ({
    ...AXIS,
    type: "value",
    name: `${name} (${unit})`,
    nameLocation: "middle",
    axisLabel: { ...AXIS.axisLabel, formatter: short, hideOverlap: true },
  });
  return {
    height: 440,
    drawn: dots.length,
    of: all.length,
    option: {
      ...BASE,
      tooltip: {
        ...BASE.tooltip,
        trigger: "item",
        formatter: ({ name, value }: { name: string; value: [number, number] }) =>
          `${name}\n${axes[0].name}  ${axes[0].write(value[0])}\n${axes[1].name}  ${axes[1].write(value[1])}`,
      },
      // Room for the name of the axis beyond its numbers, which may be short.
      grid: { left: 46, right: 24, top: 20, bottom: 34, containLabel: true },
      xAxis: { ...axisOf(axes[0]), nameGap: 30 },
      yAxis: { ...axisOf(axes[1]), nameGap: 52 },
      series: [
        {
          type: "scatter",
          symbolSize: dots.length > 60 ? 8 : 12,
          itemStyle: { color: COLOURS[0], opacity: 0.75, borderColor: "#fff" },
          data: dots,
          label: {
            show: dots.length <= 25,
            position: "top",
            fontSize: 11,
            color: INK,
            formatter: ({ name }: { name: string }) => shorten(name, 9),
          },
          labelLayout: { hideOverlap: true },
        },
      ],
    },
  };
}

export interface Peer {
  readonly key: string;
  readonly name: string;
  readonly value: number;
}

const BINS = 44;
const DOTS_HEIGHT = 300;
const LABEL_HEIGHT = 16;

/** How the values of all peers are spread: a dot a unit, stacked where they meet, the chosen ones named, the median marked. */
export function drawDistribution(
  peers: readonly Peer[],
  chosen: readonly string[],
  words: PlotWords & { readonly medianName: string },
): DrawnPlot {
  const { write, short, unit, medianName } = words;
  const sorted = [...peers].sort((a, b) => a.value - b.value);
  const [least = 0, most = 0] = [sorted[0]?.value, sorted.at(-1)?.value];
  const width = most === least ? 1 : (most - least) / BINS;
  const heights = new Map<number, number>();
  const dots = sorted.map(({ key, name, value }) => {
    const bin = Math.min(BINS - 1, Math.floor((value - least) / width));
    const height = (heights.get(bin) ?? 0) + 1;
    heights.set(bin, height);
    return { key, name, value: [value, height] };
  });
  const tallest = Math.max(1, ...heights.values());
  const size = Math.max(2, Math.min(15, DOTS_HEIGHT / tallest));
  const median = sorted[Math.floor((sorted.length - 1) / 2)]?.value;
  // Above the tallest stack there is room for the names, each on a line of its own.
  const room = tallest * size + (Math.min(chosen.length, 8) + 1) * LABEL_HEIGHT;
  const isChosen = ({ key }: { readonly key: string }) => chosen.includes(key);
  return {
    height: 130 + room,
    drawn: peers.length,
    of: peers.length,
    option: {
      ...BASE,
      tooltip: {
        ...BASE.tooltip,
        trigger: "item",
        formatter: ({ name, value }: { name: string; value: unknown }) =>
          Array.isArray(value) ? `${name}\n${write(Number(value[0]))}` : name,
      },
      grid: { left: 20, right: 30, top: 46, bottom: 34, containLabel: true },
      xAxis: {
        ...AXIS,
        type: "value",
        scale: true,
        name: unit,
        nameLocation: "middle",
        nameGap: 28,
        axisLabel: { ...AXIS.axisLabel, formatter: short, hideOverlap: true },
      },
      yAxis: { type: "value", show: false, min: 0.4, max: 0.4 + room / size },
      series: [
        {
          type: "scatter",
          symbolSize: size,
          itemStyle: { color: "#8fb0c5", borderColor: "#fff", borderWidth: size > 5 ? 1 : 0 },
          data: dots.filter((dot) => !isChosen(dot)),
          ...(median !== undefined && {
            markLine: {
              symbol: "none",
              silent: true,
              lineStyle: { color: INK, type: "dashed", width: 1 },
              data: [{ xAxis: median, label: { formatter: `${medianName} ${write(median)}`, position: "end", color: INK, fontSize: 12 } }],
            },
          }),
        },
        {
          type: "scatter",
          symbolSize: Math.max(9, size),
          itemStyle: { color: "#c2552d", borderColor: "#fff" },
          data: dots.filter(isChosen).map((dot, at) => ({ ...dot, label: { distance: 5 + (at % 8) * LABEL_HEIGHT } })),
          label: {
            show: true,
            position: "top",
            fontSize: 12,
            color: "#8f3a19",
            formatter: ({ name }: { name: string }) => shorten(name, 10),
          },
        },
      ],
    },
  };
}
