import type { EChartsOption } from "echarts";
import type { MoneyUnit } from "../../graph/amounts";
import type { ComparedHeading, ComparedRow, ComparedTable } from "../compared-table";
import { moneyUnitName } from "../money-unit-name";
import type { DoorLanguage } from "../money-unit-name";
import { AXIS as PLAIN_AXIS, COLOURS, FAINT, FONT, INK, yearColour } from "./look";
import { extentOf, panelsOf, placePanels } from "./panels";
import { shortNumber, writeNumber } from "./write-number";
import type { NumberKind } from "./write-number";

export const CHART_KINDS = ["bar", "line", "multiples", "scatter", "distribution"] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** As much of a comparison as one picture takes. */
export interface DrawnTable extends Pick<ComparedTable, "totalCount" | "columns"> {
  readonly rows: readonly ComparedRow[];
}

export interface ChartRequest {
  readonly table: DrawnTable;
  readonly kind: ChartKind;
  readonly width: number;
  readonly height: number;
  readonly language: DoorLanguage;
  readonly moneyUnit: MoneyUnit;
  /** Under the plot: whose data, of which version, and where they are. */
  readonly source: string;
}

/** More is not readable in one picture; the note says what was left out. */
const MOST_BARS = 40;
const MOST_SERIES = 12;
/** Thinner bars carry no words of their own. */
const LEAST_BAR_PIXELS = 11;
const MOST_BINS = 24;
const MISSING_MARK = "×";
/** From this width on the names of lines stand at their ends. */
const ROOMY_WIDTH = 600;
const [LEAST_PANEL_WIDTH, LEAST_PANEL_HEIGHT] = [200, 96];

const AXIS = { ...PLAIN_AXIS, axisLabel: { ...PLAIN_AXIS.axisLabel, hideOverlap: true } };

interface Point {
  readonly key: string;
  readonly name: string;
  readonly year: number;
  readonly quantity: string;
  readonly value: number | null;
  readonly status: string;
}

interface Quantity {
  readonly key: string;
  readonly heading: ComparedHeading;
}

/** What one kind of plot comes to: what is drawn, and what a reader has to be told beside it. */
interface Plot {
  readonly option: EChartsOption;
  readonly notes: readonly string[];
}

const [LEAST_HEIGHT, USUAL_HEIGHT, MOST_HEIGHT] = [280, 480, 2_400];
/** At it a bar has its value written beside it, and a panel shows its line. */
const [BAR_PIXELS, PANEL_PIXELS] = [15, 150];

/** How high a plot is that nobody gave a height: so that each bar has room for its words, and each unit its panel. */
export function fitHeight(kind: ChartKind, table: DrawnTable, width: number): number {
  const points = pointsOf(table);
  const entities = entitiesOf(points).length;
  const fits = (height: number): number => Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Math.ceil(height)));
  if (points.length === 0) return LEAST_HEIGHT;
  if (kind === "bar") {
    const series = Math.min(MOST_SERIES, quantitiesOf(table).length * Math.max(1, yearsOf(points).length));
    return fits(140 + Math.ceil(series / 4) * 22 + Math.min(MOST_BARS, entities) * (series + 1) * BAR_PIXELS);
  }
  if (kind === "multiples") return fits(120 + Math.ceil(entities / panelsPerRow(entities, width)) * PANEL_PIXELS);
  return USUAL_HEIGHT;
}

const panelsPerRow = (panels: number, width: number): number => Math.max(1, Math.min(4, panels, Math.floor(width / LEAST_PANEL_WIDTH)));

/** The chart of a comparison, ready to be rendered: title, units, source and what is missing are in the picture. */
export function drawChart(request: ChartRequest): EChartsOption {
  const { table, kind, width, height, language, source } = request;
  const points = pointsOf(table);
  const quantities = quantitiesOf(table);
  const { option, notes } = DRAWINGS[kind](points, quantities, request);
  const left = table.totalCount - table.rows.length;
  const cut =
    left > 0
      ? [say(language, `共${table.totalCount}行，绘出前${table.rows.length}行`, `first ${table.rows.length} of ${table.totalCount} rows`)]
      : [];
  const lines = [[...cut, ...notes].join(say(language, "；", "; ")), source].filter((line) => line !== "");
  return {
    animation: false,
    backgroundColor: "#ffffff",
    color: [...COLOURS],
    textStyle: { fontFamily: FONT, color: INK },
    ...option,
    title: [
      ...(option.title === undefined ? [] : [option.title].flat()),
      {
        text: titleOf(points, quantities, request),
        left: 16,
        top: 12,
        textStyle: { fontSize: 16, color: INK, width: width - 32, overflow: "truncate" },
      },
      {
        text: lines.join("\n"),
        left: 16,
        bottom: 8,
        padding: 0,
        textStyle: { fontSize: 11, lineHeight: 15, fontWeight: "normal", color: FAINT, width: width - 32, overflow: "truncate" },
      },
    ],
    ...(points.length === 0 && {
      graphic: {
        type: "text",
        left: "center",
        top: Math.round(height / 2) - 10,
        style: { text: say(language, "没有数据", "No data"), fill: FAINT, fontSize: 14 },
      },
    }),
  };
}

const DRAWINGS: Readonly<Record<ChartKind, (points: readonly Point[], quantities: readonly Quantity[], request: ChartRequest) => Plot>> = {
  bar: drawBars,
  line: drawLines,
  multiples: drawMultiples,
  scatter: drawScatter,
  distribution: drawDistribution,
};

const say = (language: DoorLanguage, zh: string, en: string): string => (language === "zh" ? zh : en);
const shorten = (name: string, most: number): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
const LEGEND = {
  type: "plain",
  top: 38,
  left: 16,
  right: 16,
  itemWidth: 12,
  itemHeight: 10,
  textStyle: { color: INK, fontSize: 12 },
} as const;
const gridOf = (legends: number): { left: number; right: number; top: number; bottom: number; containLabel: true } => ({
  left: 20,
  right: 76,
  top: 62 + legends * 22,
  bottom: 56,
  containLabel: true,
});

function pointsOf({ columns, rows }: DrawnTable): Point[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell, at) => {
      const column = columns[at];
      if (!column) return [];
      const key = row.unit?.code ?? row.group?.key ?? row.subject?.code ?? "";
      const name = row.unit?.name ?? row.group?.name ?? row.subject?.name ?? "";
      return [{ key, name, year: row.year ?? column.year ?? 0, quantity: quantityKey(column), value: cell.value, status: cell.status }];
    }),
  );
}

const quantityKey = ({ measure, subject }: ComparedHeading): string => `${measure.code}@${subject?.code ?? ""}`;
const quantitiesOf = ({ columns }: DrawnTable): Quantity[] => [
  ...new Map(columns.map((heading) => [quantityKey(heading), { key: quantityKey(heading), heading }])).values(),
];
const entitiesOf = (points: readonly Point[]): { key: string; name: string }[] => [
  ...new Map(points.map(({ key, name }) => [key, { key, name }])).values(),
];
const yearsOf = (points: readonly Point[]): number[] =>
  [...new Set(points.map(({ year }) => year))].filter((year) => year > 0).sort((a, b) => a - b);

function nameOf({ heading: { measure, subject } }: Quantity, language: DoorLanguage): string {
  const name = say(language, measure.name, measure.nameEn);
  return subject ? `${name} ${subject.code} ${subject.name}` : name;
}

function unitOf({ heading: { measure } }: Quantity, { language, moneyUnit }: ChartRequest): string {
  switch (measure.kind) {
    case "MONEY":
      return moneyUnitName(moneyUnit, language);
    case "RATE":
      return "%";
    case "SCORE":
      return say(language, "分", "points");
    default:
      return say(language, measure.unit, "count");
  }
}

function titleOf(points: readonly Point[], quantities: readonly Quantity[], request: ChartRequest): string {
  const { language, kind } = request;
  const shown = drawnQuantities(kind, quantities);
  const names = shown.map(
    (one) => `${nameOf(one, language)}${say(language, "（", " (")}${unitOf(one, request)}${say(language, "）", ")")}`,
  );
  const years = yearsOf(points).slice(kind === "scatter" || kind === "distribution" ? -1 : 0);
  const span = years.length > 1 ? `${years[0]}–${years.at(-1)}` : String(years[0] ?? "");
  return `${names.join(say(language, "、", ", "))}${span === "" ? "" : say(language, ` ${span}年度`, `, ${span}`)}`;
}

/** Why there is no value: said in its place, and never drawn as a zero. */
function tellMissing(status: string, language: DoorLanguage): string {
  switch (status) {
    case "NOT_APPLICABLE":
      return say(language, "注明不存在", "not applicable");
    case "NOT_COMPUTABLE":
      return say(language, "无法计算", "not computable");
    case "FACTOR_MISSING":
      return say(language, "缺少换算系数", "factor missing");
    default:
      return say(language, "未公开", "not disclosed");
  }
}

/** What a plot of this kind shows of the quantities that were asked for. */
function drawnQuantities(kind: ChartKind, quantities: readonly Quantity[]): readonly Quantity[] {
  const [first] = quantities;
  if (kind === "scatter") return quantities.slice(0, 2);
  if (kind === "distribution") return quantities.slice(0, 1);
  // Panels have one scale.
  if (kind === "multiples") return quantities.filter(({ heading: { measure } }) => isAlike(measure, first?.heading.measure));
  return quantities;
}

const isAlike = (one: ComparedHeading["measure"], other: ComparedHeading["measure"] | undefined): boolean =>
  one.kind === other?.kind && (one.kind !== "COUNT" || one.unit === other.unit);

const valueWriter =
  ({ heading: { measure } }: Quantity, { moneyUnit }: ChartRequest) =>
  (value: number): string =>
    writeNumber(value, measure.kind as NumberKind, moneyUnit);

function drawBars(points: readonly Point[], quantities: readonly Quantity[], request: ChartRequest): Plot {
  const { language, height } = request;
  const all = entitiesOf(points);
  const rows = all.slice(0, MOST_BARS);
  const years = yearsOf(points);
  const wanted = quantities.flatMap((quantity) => (years.length === 0 ? [0] : years).map((year) => ({ quantity, year })));
  const series = wanted.slice(0, MOST_SERIES);
  const find = new Map(points.map((point) => [`${point.key}\n${point.quantity}\n${point.year}`, point]));
  const thickness = Math.floor((height - 120) / Math.max(1, rows.length * (series.length + 1)));
  const isRoomy = thickness >= LEAST_BAR_PIXELS;
  const missing = series.reduce(
    (sum, { quantity, year }) =>
      sum + rows.filter(({ key }) => typeof find.get(`${key}\n${quantity.key}\n${year}`)?.value !== "number").length,
    0,
  );
  // Where there is no room for words a mark tells what is missing from what is zero.
  const mark = isRoomy ? "" : `${MISSING_MARK} `;
  const seriesName = (quantity: Quantity, year: number): string =>
    [quantities.length > 1 ? nameOf(quantity, language) : "", years.length > 1 || quantities.length === 1 ? String(year) : ""]
      .join(" ")
      .trim();
  return {
    notes: [
      ...(missing > 0 ? [say(language, `${mark}${missing}处没有数据`, `${mark}${missing} values not available`)] : []),
      ...(all.length > rows.length
        ? [say(language, `绘出${all.length}个中的前${rows.length}个`, `first ${rows.length} of ${all.length} drawn`)]
        : []),
      ...(wanted.length > series.length
        ? [say(language, `绘出${wanted.length}个系列中的前${series.length}个`, `first ${series.length} of ${wanted.length} series`)]
        : []),
    ],
    option: {
      ...(series.length > 1 && { legend: LEGEND }),
      grid: gridOf(series.length > 1 ? Math.ceil(series.length / 4) : 0),
      xAxis: {
        ...AXIS,
        type: "value",
        axisLine: { show: false },
        axisLabel: { ...AXIS.axisLabel, formatter: shortNumber(language) },
      },
      yAxis: {
        ...AXIS,
        type: "category",
        inverse: true,
        data: rows.map(({ name }) => name),
        axisLabel: { color: INK, fontSize: 12, interval: 0, formatter: (name: string) => shorten(name, 18) },
      },
      series: series.map(({ quantity, year }, at) => ({
        name: seriesName(quantity, year),
        type: "bar",
        ...(quantities.length === 1 && { color: yearColour(series.length, at) }),
        barMaxWidth: 20,
        data: rows.map(({ key }) => {
          const point = find.get(`${key}\n${quantity.key}\n${year}`);
          const value = point?.value ?? null;
          const words = value === null ? tellMissing(point?.status ?? "", language) : valueWriter(quantity, request)(value);
          return {
            value: value ?? 0,
            ...(value === null && { itemStyle: { color: "transparent" } }),
            label: {
              show: isRoomy || !value,
              position: "right",
              fontSize: Math.min(11, Math.max(5, thickness)),
              color: value === null ? FAINT : INK,
              formatter: isRoomy ? words : value === null ? MISSING_MARK : "0",
            },
          };
        }),
      })),
    },
  };
}

function drawLines(points: readonly Point[], quantities: readonly Quantity[], { language, width }: ChartRequest): Plot {
  // Of several quantities the names are too long for that.
  const isRoomy = width >= ROOMY_WIDTH && quantities.length === 1;
  const years = yearsOf(points);
  const wanted = entitiesOf(points).flatMap((entity) => quantities.map((quantity) => ({ entity, quantity })));
  const series = wanted.slice(0, MOST_SERIES);
  const find = new Map(points.map((point) => [`${point.key}\n${point.quantity}\n${point.year}`, point.value]));
  const drawn = series.map(({ entity, quantity }, at) => ({
    name: quantities.length > 1 ? `${entity.name} ${nameOf(quantity, language)}` : entity.name,
    type: "line" as const,
    symbol: "circle",
    symbolSize: 7,
    connectNulls: false,
    data: years.map((year) => find.get(`${entity.key}\n${quantity.key}\n${year}`) ?? null),
    endLabel: {
      show: isRoomy,
      fontSize: 12,
      color: INK,
      padding: [2, 0],
      formatter: ({ seriesName = "" }) => `{dot|●} ${shorten(seriesName, 14)}`,
      rich: { dot: { color: COLOURS[at % COLOURS.length] ?? INK, fontSize: 9 } },
    },
    labelLayout: { moveOverlap: "shiftY" as const },
  }));
  const gaps = drawn.reduce((sum, { data }) => sum + data.filter((value) => value === null).length, 0);
  return {
    notes: [
      ...(wanted.length > series.length
        ? [say(language, `绘出${wanted.length}条线中的前${series.length}条`, `first ${series.length} of ${wanted.length} lines`)]
        : []),
      ...(gaps > 0 ? [say(language, `断开处没有数据（${gaps}处）`, `gaps: ${gaps} values not available`)] : []),
    ],
    option: {
      legend: { ...LEGEND, show: !isRoomy, formatter: (name: string) => shorten(name, 20) },
      grid: isRoomy
        ? { ...gridOf(0), right: 196 }
        : { ...gridOf(Math.ceil(series.length / Math.max(1, Math.floor(width / 200)))), right: 32 },
      xAxis: { ...AXIS, type: "category", data: years.map(String), boundaryGap: !isRoomy },
      yAxis: { ...AXIS, type: "value", axisLabel: { ...AXIS.axisLabel, formatter: shortNumber(language) } },
      series: drawn,
    },
  };
}

/** Small multiples, as on the pages: a panel a unit on one common scale, each quantity a line. */
function drawMultiples(points: readonly Point[], quantities: readonly Quantity[], request: ChartRequest): Plot {
  const { language, width, height } = request;
  const shown = drawnQuantities("multiples", quantities);
  const own = points.filter(({ quantity }) => shown.some(({ key }) => key === quantity));
  const years = yearsOf(own);
  const all = entitiesOf(own);
  const perRow = panelsPerRow(all.length, width);
  const top = shown.length > 1 ? 66 : 44;
  const room = height - top - 54;
  const rows = Math.max(1, Math.min(Math.ceil(all.length / perRow), Math.floor(room / LEAST_PANEL_HEIGHT)));
  const panels = all.slice(0, rows * perRow);
  const { places } = placePanels(panels.length, perRow, top, Math.floor(room / rows));
  const find = new Map(own.map((point) => [`${point.key}\n${point.quantity}\n${point.year}`, point.value]));
  const series = panels.flatMap(({ key }, at) =>
    shown.map((quantity, line) => ({
      name: nameOf(quantity, language),
      type: "line" as const,
      xAxisIndex: at,
      yAxisIndex: at,
      symbol: "circle",
      symbolSize: 5,
      color: COLOURS[line % COLOURS.length] ?? INK,
      data: years.map((year) => find.get(`${key}\n${quantity.key}\n${year}`) ?? null),
    })),
  );
  const gaps = series.reduce((sum, { data }) => sum + data.filter((value) => value === null).length, 0);
  const left = quantities.length - shown.length;
  return {
    notes: [
      ...(all.length > panels.length
        ? [say(language, `绘出${all.length}个中的前${panels.length}个`, `first ${panels.length} of ${all.length} drawn`)]
        : []),
      ...(left > 0 ? [say(language, `${left}个指标单位不同，未绘出`, `${left} measures in other units not drawn`)] : []),
      ...(gaps > 0 ? [say(language, `断开处没有数据（${gaps}处）`, `gaps: ${gaps} values not available`)] : []),
    ],
    option: {
      ...(shown.length > 1 && { legend: { ...LEGEND, data: shown.map((one) => nameOf(one, language)) } }),
      ...panelsOf(
        panels.map(({ name }) => shorten(name, Math.floor(width / perRow / 17))),
        places,
        { years, ...extentOf(own), short: shortNumber(language) },
      ),
      series,
    },
  };
}

function drawScatter(points: readonly Point[], quantities: readonly Quantity[], request: ChartRequest): Plot {
  const { language } = request;
  const [across, up] = quantities;
  if (!across || !up) return { option: {}, notes: [say(language, "散点图需要两个指标", "a scatter needs two measures")] };
  const year = yearsOf(points).at(-1) ?? 0;
  const ofYear = points.filter((point) => point.year === year);
  const valueOf = (key: string, { key: quantity }: Quantity) =>
    ofYear.find((point) => point.key === key && point.quantity === quantity)?.value ?? null;
  const all = entitiesOf(ofYear);
  const dots = all.flatMap(({ key, name }) => {
    const [x, y] = [valueOf(key, across), valueOf(key, up)];
    return x === null || y === null ? [] : [{ name, value: [x, y] }];
  });
  const axisOf = (quantity: Quantity) => ({
    ...AXIS,
    type: "value" as const,
    name: `${nameOf(quantity, language)} (${unitOf(quantity, request)})`,
    nameLocation: "middle" as const,
  });
  return {
    notes: [
      say(language, `${year}年度`, `fiscal year ${year}`),
      ...(all.length > dots.length
        ? [say(language, `${all.length - dots.length}个缺少数据，未绘出`, `${all.length - dots.length} lack a value and are not drawn`)]
        : []),
    ],
    option: {
      grid: { ...gridOf(0), left: 64, right: 40, bottom: 84 },
      xAxis: { ...axisOf(across), nameGap: 28 },
      yAxis: { ...axisOf(up), nameGap: 56 },
      series: [
        {
          type: "scatter",
          symbolSize: 10,
          data: dots,
          label: { show: dots.length <= 30, position: "top", fontSize: 11, color: INK, formatter: ({ name }) => shorten(name, 12) },
          labelLayout: { hideOverlap: true },
        },
      ],
    },
  };
}

function drawDistribution(points: readonly Point[], quantities: readonly Quantity[], request: ChartRequest): Plot {
  const { language } = request;
  const writeValue = quantities[0] ? valueWriter(quantities[0], request) : String;
  const year = yearsOf(points).at(-1) ?? 0;
  const wanted = points.filter((point) => point.year === year && point.quantity === quantities[0]?.key);
  const values = wanted.flatMap(({ value }) => (value === null ? [] : [value])).sort((a, b) => a - b);
  const [least = 0, most = 0] = [values[0], values.at(-1)];
  const bins = Math.min(MOST_BINS, Math.max(5, Math.ceil(Math.sqrt(2 * values.length))));
  const step = most === least ? 1 : (most - least) / bins;
  const counts = Array.from({ length: bins }, () => 0);
  for (const value of values) {
    const bin = Math.min(bins - 1, Math.floor((value - least) / step));
    counts[bin] = (counts[bin] ?? 0) + 1;
  }
  return {
    notes: [
      say(language, `${year}年度，${values.length}个有数据`, `fiscal year ${year}, ${values.length} with a value`),
      ...(wanted.length > values.length
        ? [say(language, `${wanted.length - values.length}个没有数据`, `${wanted.length - values.length} without`)]
        : []),
    ],
    option: {
      grid: gridOf(0),
      xAxis: {
        ...AXIS,
        type: "category",
        data: counts.map((_, at) => `${writeValue(least + at * step)}–${writeValue(least + (at + 1) * step)}`),
        axisLabel: { ...AXIS.axisLabel, rotate: 30, fontSize: 10 },
      },
      yAxis: { ...AXIS, type: "value", minInterval: 1, name: say(language, "个数", "count") },
      series: [
        {
          type: "bar",
          barCategoryGap: "4%",
          data: counts,
          label: {
            show: true,
            position: "top",
            fontSize: 11,
            color: INK,
            formatter: ({ value }) => (typeof value === "number" && value > 0 ? String(value) : ""),
          },
        },
      ],
    },
  };
}
