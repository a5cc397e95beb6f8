import { useMemo } from "react";
import { Chart } from "../charts/chart";
import { AXIS, FAINT, INK } from "../../../src/http/charts/look";
import { BASE } from "../charts/look";
import { measureName } from "../components/measure-name";
import { SourceLine } from "../components/page-head";
import { statusName } from "../components/value";
import { shortNumber, writeNumber } from "../../../src/http/charts/write-number";
import { unitName, useMoneyUnit } from "../lib/amounts";
import { useLanguage } from "../lib/language";
import type { History } from "./unit-answer";

interface HistoryProps {
  readonly measure: string;
  readonly budgets: History;
  readonly adjusted: History;
  readonly finals: History;
}

/** 预算与决算 of one measure over the years: the initial budget, or the adjusted one where no initial one is told. */
export function UnitHistory({ measure, budgets, adjusted, finals }: HistoryProps) {
  const language = useLanguage();
  const { say, word } = language;
  const unit = useMoneyUnit();
  const column = finals.columns.find((one) => one.measure.code === measure);
  const option = useMemo(() => {
    if (!column) return {};
    const years = [...new Set([...budgets.rows, ...finals.rows].map(({ year }) => year))].sort((a, b) => a - b);
    const cellsOf = (history: History) => {
      const at = history.columns.findIndex((one) => one.measure.code === measure);
      return years.map((year) => history.rows.find((row) => row.year === year)?.cells[at]);
    };
    const initial = cellsOf(budgets);
    const isInitial = initial.some((cell) => (cell?.value ?? null) !== null);
    const tell = (cell: (typeof initial)[number]) =>
      cell === undefined || cell.value === null
        ? statusName(cell?.status ?? "NOT_DISCLOSED", language)
        : writeNumber(cell.value, column.measure.kind, unit);
    const seriesOf = (cells: typeof initial, isNamed: boolean) => ({
      type: "bar",
      barMaxWidth: 34,
      tooltip: { valueFormatter: (_: unknown, at: number) => tell(cells[at]) },
      // What is missing says so in the bar's place; a zero has no bar either, and says 0.00.
      data: cells.map((cell) => {
        const value = cell?.value ?? null;
        const label = {
          show: isNamed || !value,
          position: "top",
          fontSize: 11,
          color: value === null ? FAINT : INK,
          formatter: tell(cell),
        };
        return value === null ? { value: 0, itemStyle: { color: "transparent" }, label } : { value, label };
      }),
    });
    return {
      ...BASE,
      tooltip: { ...BASE.tooltip, trigger: "axis" },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: INK } },
      grid: { left: 4, right: 10, top: 40, bottom: 4, containLabel: true },
      xAxis: { ...AXIS, type: "category", data: years.map(String) },
      yAxis: { ...AXIS, type: "value", axisLabel: { ...AXIS.axisLabel, formatter: shortNumber(language.code) } },
      series: [
        {
          ...seriesOf(isInitial ? initial : cellsOf(adjusted), false),
          name: word("stage", isInitial ? "INITIAL_BUDGET" : "ADJUSTED_BUDGET"),
          color: "#c3d5e0",
        },
        { ...seriesOf(cellsOf(finals), true), name: word("stage", "FINAL"), barGap: "8%", color: "#17486b" },
      ],
    };
  }, [measure, budgets, adjusted, finals, unit, language.code]);
  if (!column) return null;
  const name = measureName(column.measure, language);
  return (
    <figure className="plot">
      <figcaption>
        <h2>{name}</h2>
      </figcaption>
      <Chart option={option} height={250} label={say(`${name}：各年预算与决算。`, `${name}: budget and final accounts by year.`)} />
      <SourceLine unit={unitName(column.measure.kind, unit, column.measure.unit, language)} dataVersion={finals.dataVersion} />
    </figure>
  );
}
