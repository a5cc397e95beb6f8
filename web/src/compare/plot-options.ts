import type { EChartsCoreOption } from "echarts/core";
import { AXIS, COLOURS, INK } from "../../../src/http/charts/look";
import { BASE, shorten, shortNumber } from "../charts/look";
import type { Point } from "./comparison";

export const PLOTS = ["bars", "lines", "multiples", "scatter", "distribution"] as const;
export type Plot = (typeof PLOTS)[number];

/** Everything that is written in a plot, in the reader's language and unit. */
export interface PlotWords {
  readonly write: (value: number) => string;
  readonly unit: string;
  readonly notTold: string;
}

export const MOST_BARS = 30;
const MOST_LINES = 12;
const MOST_PANELS = 12;

export interface DrawnPlot {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** How many of all are drawn, where not all. */
  readonly drawn: number;
  readonly of: number;
}

interface Named {
  readonly key: string;
  readonly name: string;
}

function namedOf(points: readonly Point[]): Named[] {
  return [...new Map(points.map(({ key, name }) => [key, { key, name }])).values()];
}

const yearsOf = (points: readonly Point[]): number[] => [...new Set(points.map(({ year }) => year))].sort((a, b) => a - b);

/** Horizontal bars in the order of the table, one colour a year; a value that is not told says so in the bar's place. */
export function drawBars(points: readonly Point[], { write, notTold, unit }: PlotWords): DrawnPlot {
  const all = namedOf(points);
  const rows = all.slice(0, MOST_BARS);
  const years = yearsOf(points).slice(-3);
  const valueOf = (key: string, year: number) => points.find((one) => one.key === key && one.year === year)?.value ?? null;
  return {
    height: Math.max(220, 70 + rows.length * (years.length * 13 + 15)),
    drawn: rows.length,
    of: all.length,
    option: {
      ...BASE,
      tooltip: {
        ...BASE.tooltip,
        trigger: "axis",
        axisPointer: { type: "shadow" },
        valueFormatter: (value: unknown) => tell(value, write, notTold),
      },
      legend: { show: years.length > 1, top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: INK } },
      grid: { left: 4, right: 70, top: years.length > 1 ? 34 : 10, bottom: 22, containLabel: true },
      xAxis: {
        ...AXIS,
        type: "value",
        name: unit,
        nameLocation: "end",
        nameGap: 8,
        axisLine: { show: false },
        axisLabel: { ...AXIS.axisLabel, formatter: shortNumber, hideOverlap: true },
      },
      yAxis: {
        ...AXIS,
        type: "category",
        inverse: true,
        data: rows.map(({ name }) => name),
        axisLabel: { color: INK, fontSize: 12, formatter: (name: string) => shorten(name, 14) },
      },
      series: years.map((year, at) => ({
        name: String(year),
        type: "bar",
        barMaxWidth: 18,
        barGap: "15%",
        color: yearShade(years.length, at),
        data: rows.map(({ key }) => valueOf(key, year)),
        label: {
          show: years.length === 1,
          position: "right",
          fontSize: 12,
          color: INK,
          formatter: ({ value }: { value: unknown }) => tell(value, write, notTold),
        },
      })),
    },
  };
}

/** Years are an order: the newest is the darkest. */
const yearShade = (count: number, at: number): string => (["#17486b", "#7ba3be", "#c3d5e0"] as const)[count - 1 - at] ?? COLOURS[0] ?? INK;

const tell = (value: unknown, write: (value: number) => string, notTold: string): string =>
  typeof value === "number" ? write(value) : notTold;

/** Lines over years, one a unit; a year without a value is a gap and not a zero. */
export function drawLines(points: readonly Point[], { write, notTold, unit }: PlotWords): DrawnPlot {
  const all = namedOf(points);
  const rows = all.slice(0, MOST_LINES);
  const years = yearsOf(points);
  return {
    height: 440,
    drawn: rows.length,
    of: all.length,
    option: {
      ...BASE,
      tooltip: { ...BASE.tooltip, trigger: "axis", valueFormatter: (value: unknown) => tell(value, write, notTold) },
      legend: {
        type: "plain",
        bottom: 0,
        left: 0,
        itemWidth: 16,
        itemHeight: 8,
        textStyle: { color: INK, fontSize: 12 },
        formatter: (name: string) => shorten(name, 16),
      },
      grid: { left: 8, right: 24, top: 34, bottom: 30 + Math.ceil(rows.length / 3) * 24, containLabel: true },
      xAxis: { ...AXIS, type: "category", data: years.map(String), boundaryGap: true },
      yAxis: {
        ...AXIS,
        type: "value",
        scale: false,
        name: unit,
        nameLocation: "end",
        axisLabel: { ...AXIS.axisLabel, formatter: shortNumber },
      },
      series: rows.map(({ key, name }) => ({
        name,
        type: "line",
        symbol: "circle",
        symbolSize: 7,
        connectNulls: false,
        data: years.map((year) => points.find((one) => one.key === key && one.year === year)?.value ?? null),
      })),
    },
  };
}

/** Small multiples: a panel a unit on one common scale, each quantity a line. */
export function drawMultiples(
  points: readonly Point[],
  quantityName: (key: string) => string,
  { write, notTold }: PlotWords,
  perRow: number,
): DrawnPlot {
  const all = namedOf(points);
  const rows = all.slice(0, MOST_PANELS);
  const years = yearsOf(points);
  const quantities = [...new Set(points.map(({ quantity }) => quantity))];
  const most = Math.max(0, ...points.map(({ value }) => value ?? 0));
  const lines = Math.ceil(rows.length / perRow);
  const legendHeight = 40;
  const panel = 150;
  const height = legendHeight + lines * panel + 10;
  const place = (at: number) => ({
    left: `${((at % perRow) * 100) / perRow + 24 / perRow}%`,
    width: `${70 / perRow}%`,
    top: legendHeight + Math.floor(at / perRow) * panel + 26,
    height: panel - 62,
  });
  return {
    height,
    drawn: rows.length,
    of: all.length,
    option: {
      ...BASE,
      tooltip: { ...BASE.tooltip, trigger: "axis", valueFormatter: (value: unknown) => tell(value, write, notTold) },
      legend: { top: 0, left: 0, data: quantities.map(quantityName), itemWidth: 16, itemHeight: 8, textStyle: { color: INK } },
      title: rows.map(({ name }, at) => ({
        text: shorten(name, 11),
        left: place(at).left,
        top: place(at).top - 24,
        padding: 0,
        textStyle: { fontSize: 12, fontWeight: "bold", color: INK },
      })),
      grid: rows.map((_, at) => place(at)),
      xAxis: rows.map((_, at) => ({
        ...AXIS,
        type: "category",
        gridIndex: at,
        data: years.map(String),
        axisLabel: { ...AXIS.axisLabel, fontSize: 10 },
      })),
      yAxis: rows.map((_, at) => ({
        ...AXIS,
        type: "value",
        gridIndex: at,
        max: most === 0 ? 1 : most,
        splitNumber: 2,
        axisLabel: { ...AXIS.axisLabel, fontSize: 10, showMaxLabel: false, formatter: shortNumber },
      })),
      series: rows.flatMap(({ key }, at) =>
        quantities.map((quantity, line) => ({
          name: quantityName(quantity),
          type: "line",
          xAxisIndex: at,
          yAxisIndex: at,
          symbolSize: 5,
          color: COLOURS[line % COLOURS.length],
          data: years.map((year) => points.find((one) => one.key === key && one.quantity === quantity && one.year === year)?.value ?? null),
        })),
      ),
    },
  };
}

export interface ScatterAxis {
  readonly name: string;
  readonly unit: string;
  readonly write: (value: number) => string;
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
  const axisOf = ({ name, unit }: ScatterAxis) => ({
    ...AXIS,
    type: "value",
    name: `${name}（${unit}）`,
    nameLocation: "middle",
    axisLabel: { ...AXIS.axisLabel, formatter: shortNumber, hideOverlap: true },
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
      grid: { left: 30, right: 24, top: 20, bottom: 34, containLabel: true },
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
  const { write, unit, medianName } = words;
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
        axisLabel: { ...AXIS.axisLabel, formatter: shortNumber, hideOverlap: true },
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
