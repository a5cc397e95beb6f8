import { drawChart, fitHeight } from "../../../src/http/charts/draw-chart";
import type { ChartKind, ChartRequest } from "../../../src/http/charts/draw-chart";

type Cell = readonly [value: number | null, status: string];

const MONEY = { kind: "MONEY", unit: "万元" };
const measure = (code: string, { kind, unit } = MONEY) => ({ code, name: code, nameEn: code, kind, unit });

/** One row a unit, a column a measure, all of 2024. */
function draw(kind: ChartKind, units: readonly (readonly [string, readonly Cell[]])[], others: Partial<ChartRequest> = {}) {
  const measures = [measure("A"), measure("B"), measure("COUNTED", { kind: "COUNT", unit: "辆" })];
  const columns = measures.slice(0, units[0]?.[1].length).map((one) => ({ measure: one, subject: null, year: null }));
  const rows = units.map(([name, cells]) => ({
    unit: { code: name, name },
    group: null,
    subject: null,
    year: 2024,
    scope: null,
    cells: cells.map(([value, status]) => ({ value, status, citation: null })),
  }));
  const table = { totalCount: rows.length, columns, rows };
  const asked: ChartRequest = { table, kind, width: 860, height: 480, language: "zh", moneyUnit: "WAN_YUAN", source: "来源", ...others };
  return drawChart(asked) as {
    title: { text: string }[];
    grid: object[];
    yAxis: { min: number; max: number }[];
    series: { name: string; data: { value: number; itemStyle?: { color: string }; label: { show: boolean; formatter: string } }[] }[];
  };
}

const UNITS = [
  ["甲", [[12.5, "REPORTED"]]],
  ["乙", [[0, "REPORTED"]]],
  ["丙", [[null, "NOT_APPLICABLE"]]],
  ["丁", [[null, "NOT_DISCLOSED"]]],
] as const;

describe("the server's plots", () => {
  it("tell a zero, what does not exist and what is not disclosed apart, in words", () => {
    const [series] = draw("bar", UNITS).series;
    expect(series?.data.map(({ label: { show, formatter } }) => show && formatter)).toEqual(["12.50", "0.00", "注明不存在", "未公开"]);
    expect(series?.data.map(({ itemStyle }) => itemStyle?.color)).toEqual([undefined, undefined, "transparent", "transparent"]);
  });

  it("mark what is missing where there is no room for words, and say what the mark means", () => {
    const { series, title } = draw("bar", UNITS, { height: 160 });
    expect(series[0]?.data.map(({ label: { show, formatter } }) => (show ? formatter : ""))).toEqual(["", "0", "×", "×"]);
    expect(title.at(-1)?.text).toContain("× 2处没有数据");
  });

  it("never write as zero what is none", () => {
    const [series] = draw("bar", [["甲", [[0.00001, "REPORTED"]]]], { moneyUnit: "YI_YUAN" }).series;
    expect(series?.data[0]?.label.formatter).toBe("0.00001");
  });

  it("give each unit a panel on one scale, and leave out what is counted in another unit", () => {
    const { grid, yAxis, title, series } = draw("multiples", [
      [
        "甲",
        [
          [50, "REPORTED"],
          [20, "REPORTED"],
          [3, "REPORTED"],
        ],
      ],
      [
        "乙",
        [
          [-10, "REPORTED"],
          [null, "NOT_DISCLOSED"],
          [4, "REPORTED"],
        ],
      ],
    ]);
    expect(grid).toHaveLength(2);
    expect(yAxis.map(({ min, max }) => [min, max])).toEqual([
      [-10, 50],
      [-10, 50],
    ]);
    expect(series.map(({ name, data }) => [name, ...data])).toEqual([
      ["A", 50],
      ["B", 20],
      ["A", -10],
      ["B", null],
    ]);
    expect(title.map(({ text }) => text)).toEqual([
      "甲",
      "乙",
      "A（万元）、B（万元） 2024年度",
      expect.stringContaining("1个指标单位不同，未绘出"),
    ]);
    expect(title.at(-1)?.text).toContain("断开处没有数据（1处）");
  });

  it("say how many panels there is no room for", () => {
    const many = Array.from({ length: 30 }, (_, at) => [`单位${at}`, [[at, "REPORTED"]]] as const);
    expect(draw("multiples", many).title.at(-1)?.text).toMatch(/绘出30个中的前\d+个/);
  });

  it("are as high as their rows need, where nobody says how high", () => {
    const columns = [{ measure: measure("A"), subject: null, year: null }];
    const tableOf = (count: number) => {
      const rows = Array.from({ length: count }, (_, at) => ({
        unit: { code: String(at), name: String(at) },
        group: null,
        subject: null,
        year: 2024,
        scope: null,
        cells: [{ value: 1, status: "REPORTED", citation: null }],
      }));
      return { totalCount: count, columns, rows };
    };
    const heights = [0, 2, 20, 40, 250].map((count) => fitHeight("bar", tableOf(count), 860));
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    expect([heights[0], heights[4]]).toEqual([280, heights[3]]);
    for (const count of [2, 20, 40]) {
      const table = tableOf(count);
      const drawn = draw(
        "bar",
        table.rows.map(({ unit }) => [unit.name, [[1, "REPORTED"]]] as const),
        { height: fitHeight("bar", table, 860) },
      );
      expect(drawn.series[0]?.data.every(({ label }) => label.show && label.formatter === "1.00")).toBe(true);
    }
    expect(
      draw(
        "multiples",
        Array.from({ length: 30 }, (_, at) => [String(at), [[1, "REPORTED"]]] as const),
        { height: fitHeight("multiples", tableOf(30), 860) },
      ).grid,
    ).toHaveLength(30);
  });
});
