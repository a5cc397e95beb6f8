/** As the pages know it: their sources have types of their own, and are read here as what they do. */
interface Point {
  readonly key: string;
  readonly name: string;
  readonly year: number;
  readonly quantity: string;
  readonly value: number | null;
  readonly status: string;
}
interface PlotWords {
  readonly write: (value: number) => string;
  readonly short: (value: number) => string;
  readonly unit: string;
  readonly tell: (point: Point | undefined) => string;
}
interface PlotOptions {
  drawBars(points: readonly Point[], words: PlotWords): { readonly option: Drawn };
  drawLines(points: readonly Point[], words: PlotWords, isNarrow: boolean): { readonly option: Drawn; readonly gaps: number };
}
const { drawBars, drawLines } = jest.requireActual<PlotOptions>("../../../web/src/compare/plot-options");

const point = (key: string, year: number, value: number | null, status = "REPORTED"): Point => ({
  key,
  name: key,
  year,
  quantity: "A",
  value,
  status,
});
const WORDS: PlotWords = {
  write: String,
  short: String,
  unit: "万元",
  tell: (one) => (one === undefined ? "no row" : one.value === null ? one.status : String(one.value)),
};

interface Drawn {
  readonly series: readonly {
    readonly tooltip: { readonly valueFormatter: (value: unknown, at: number) => string };
    readonly data: readonly (
      number | null | { readonly itemStyle?: object; readonly label: { readonly show: boolean; readonly formatter: string } }
    )[];
  }[];
}

describe("the plots of the pages", () => {
  const points = [point("甲", 2023, 0), point("甲", 2024, 5), point("乙", 2023, null, "NOT_APPLICABLE")];

  it("write a zero and the reason of a missing value in the place of the bar, of every year", () => {
    const { series } = drawBars(points, WORDS).option;
    const told = series.map(({ data }) =>
      data.map((one) => (one !== null && typeof one === "object" && one.label.show ? [one.label.formatter, "itemStyle" in one] : "bar")),
    );
    expect(told).toEqual([
      [
        ["0", false],
        ["NOT_APPLICABLE", true],
      ],
      ["bar", ["no row", true]],
    ]);
    expect(series.map(({ tooltip }) => tooltip.valueFormatter(0, 1))).toEqual(["NOT_APPLICABLE", "no row"]);
  });

  it("leave a gap in a line where there is no value, and count the gaps", () => {
    const drawn = drawLines(points, WORDS, false);
    expect(drawn.option.series.map(({ data }) => data)).toEqual([
      [0, 5],
      [null, null],
    ]);
    expect(drawn.gaps).toBe(2);
  });
});
