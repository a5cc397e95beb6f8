import { init } from "echarts";
import { LRUCache } from "lru-cache";
import type { Answer } from "../answer";
import { readComparedTable } from "../compared-table";
import type { ComparedRow } from "../compared-table";
import { readChoice, readComparisonParameters, readWholeNumber } from "../comparison-parameters";
import type { DoorRequest } from "../door";
import { answerEmbedPage } from "../embeds/embed-page";
import { MONEY_UNIT_CODES } from "../money-unit-name";
import type { DoorLanguage } from "../money-unit-name";
import { CHART_KINDS, drawChart, fitHeight } from "./draw-chart";
import type { ChartKind, ChartRequest } from "./draw-chart";

/** Rendering takes the server's one thread: so many rows and pixels, and no more. */
const MOST_ROWS = 250;
const MOST_CELLS = 3_000;
/** A plot by itself, and one on a phone: scaled down the first one could not be read there. */
const [WIDE, NARROW] = [860, 400];
const WIDTH = [240, 2_400] as const;
const HEIGHT = [160, 2_400] as const;
const OWN = ["lang", "unit", "width", "height"] as const;

/** Rendered pictures by the mark that tells the state of the data and the whole question. */
const rendered = new LRUCache<string, readonly string[]>({
  maxSize: 2 ** 23,
  maxEntrySize: 2 ** 21,
  sizeCalculation: (pictures) => pictures.join("").length + 1,
});

/** Styles within the picture are its own; nothing else is loaded, and nothing runs. */
const SVG_POLICY = "default-src 'none'; style-src 'unsafe-inline'";
/** A comparison as a picture. */
export async function answerChart(door: DoorRequest, publicUrl: string): Promise<Answer> {
  const { pictures } = await render(door, publicUrl, [WIDE]);
  return {
    status: 200,
    headers: { ...door.headers, "content-type": "image/svg+xml; charset=utf-8", "content-security-policy": SVG_POLICY },
    body: pictures.join(""),
  };
}

/** The same picture as a page for an iframe, drawn for a phone too where no width is asked for, with a link to where it comes from. */
export async function answerEmbed(door: DoorRequest, publicUrl: string): Promise<Answer> {
  const { pictures, language } = await render(door, publicUrl, [WIDE, NARROW]);
  const title = language === "zh" ? "预决算公开比较" : "Comparison of disclosures";
  const page = new URL("/compare", publicUrl);
  page.search = pageParameters(door.parameters).toString();
  return answerEmbedPage(door.headers, {
    language,
    title,
    body: `<h1 class="spoken">${title}</h1>${pictures.length > 1 ? pictures.map(frameOf).join("") : pictures.join("")}`,
    page,
  });
}

const frameOf = (svg: string, at: number): string => `<div class="${at === 0 ? "wide" : "narrow"}">${svg}</div>`;

const isChartKind = (text: string): text is ChartKind => (CHART_KINDS as readonly string[]).includes(text);

/** What the page of a comparison calls the kinds of plots. */
const PLOT_OF_KIND: Readonly<Record<ChartKind, string>> = {
  bar: "bars",
  line: "lines",
  multiples: "multiples",
  scatter: "scatter",
  distribution: "distribution",
};

/** The same comparison on its page, beside the same kind of plot. */
function pageParameters(parameters: URLSearchParams): URLSearchParams {
  const page = new URLSearchParams();
  for (const [name, value] of parameters) {
    if (name === "kind" && isChartKind(value)) page.set("plot", PLOT_OF_KIND[value]);
    else if (name !== "width" && name !== "height") page.append(name, value);
  }
  return page;
}

async function render(
  { context, state, parameters, mark }: DoorRequest,
  publicUrl: string,
  usualWidths: readonly number[],
): Promise<{ pictures: readonly string[]; language: DoorLanguage }> {
  const language = readChoice(parameters, "lang", ["zh", "en"], "zh");
  const key = `${mark} ${publicUrl}`;
  const known = rendered.get(key);
  if (known !== undefined) return { pictures: known, language };
  // `kind` says both what is disclosed (BUDGET, FINAL_ACCOUNTS) and how it is drawn (bar, line …): the values tell which.
  const question = new URLSearchParams([...parameters].filter(([name, value]) => !(name === "kind" && isChartKind(value))));
  const drawings = parameters.getAll("kind").filter(isChartKind);
  const moneyUnit = readChoice(parameters, "unit", MONEY_UNIT_CODES, "WAN_YUAN");
  const widths = parameters.get("width") ? [readWholeNumber(parameters, "width", WIDE, WIDTH)] : usualWidths;
  const variables = readComparisonParameters(question, OWN);
  const columns = Math.max(1, countOf(variables["measures"])) * Math.max(1, countOf(variables["subjects"]));
  const most = Math.max(1, Math.min(MOST_ROWS, Math.floor(MOST_CELLS / columns)));
  const compared = await readComparedTable(context, variables, { moneyUnit });
  const table = { ...compared, rows: await take(compared.rows(), most) };
  const moved = state.updatedAt.slice(0, 10);
  const source =
    language === "zh"
      ? `来源：各单位公开的预决算 · 数据版本 ${state.dataVersion}（${moved}）· ${publicUrl}`
      : `Source: budgets and final accounts as disclosed by the units · data version ${state.dataVersion} (${moved}) · ${publicUrl}`;
  const kind = drawings[0] ?? "bar";
  const pictures = widths.map((width) => {
    const height = readWholeNumber(parameters, "height", fitHeight(kind, table, width), HEIGHT);
    return renderSvg({ table, kind, width, height, language, moneyUnit, source });
  });
  rendered.set(key, pictures);
  return { pictures, language };
}

function renderSvg(request: ChartRequest): string {
  const { width, height } = request;
  const chart = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    chart.setOption(drawChart(request));
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

async function take(rows: AsyncIterable<ComparedRow>, most: number): Promise<ComparedRow[]> {
  const taken: ComparedRow[] = [];
  for await (const row of rows) {
    taken.push(row);
    if (taken.length === most) break;
  }
  return taken;
}

const countOf = (list: unknown): number => (Array.isArray(list) ? list.length : 0);
