import { useMemo } from "react";
import { Chart } from "../charts/chart";
import { AXIS, INK } from "../../../src/http/charts/look";
import { BASE, shortNumber } from "../charts/look";
import { measureName } from "../components/measure-name";
import { SourceLine } from "../components/page-head";
import { unitName, useMoneyUnit, writeNumber } from "../lib/amounts";
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
    const valuesOf = (history: History) => {
      const at = history.columns.findIndex((one) => one.measure.code === measure);
      return years.map((year) => history.rows.find((row) => row.year === year)?.cells[at]?.value ?? null);
    };
    const initial = valuesOf(budgets);
    const isInitial = initial.some((value) => value !== null);
    const write = (value: unknown) =>
      typeof value === "number" ? writeNumber(value, column.measure.kind, unit) : say("未公开", "not disclosed");
    return {
      ...BASE,
      tooltip: { ...BASE.tooltip, trigger: "axis", valueFormatter: write },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: INK } },
      grid: { left: 4, right: 10, top: 40, bottom: 4, containLabel: true },
      xAxis: { ...AXIS, type: "category", data: years.map(String) },
      yAxis: { ...AXIS, type: "value", axisLabel: { ...AXIS.axisLabel, formatter: shortNumber } },
      series: [
        {
          name: word("stage", isInitial ? "INITIAL_BUDGET" : "ADJUSTED_BUDGET"),
          type: "bar",
          barMaxWidth: 34,
          color: "#c3d5e0",
          data: isInitial ? initial : valuesOf(adjusted),
        },
        {
          name: word("stage", "FINAL"),
          type: "bar",
          barMaxWidth: 34,
          barGap: "8%",
          color: "#17486b",
          data: valuesOf(finals),
          label: {
            show: true,
            position: "top",
            fontSize: 11,
            color: INK,
            formatter: ({ value }: { value: unknown }) => (typeof value === "number" ? write(value) : ""),
          },
        },
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
