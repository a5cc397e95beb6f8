import { useMemo } from "react";
import { Chart } from "../charts/chart";
import { SourceLine } from "../components/page-head";
import { Empty } from "../components/shown";
import { statusName } from "../components/value";
import { shortNumber, writeNumber } from "../../../src/http/charts/write-number";
import { unitName, useMoneyUnit } from "../lib/amounts";
import { listOf, useChange, useNavigation } from "../lib/address";
import { useLanguage } from "../lib/language";
import { choosePlot, isOfOneYear } from "./choose-plot";
import { pointsOf, quantitiesOf } from "./comparison";
import type { Comparison, Point, Quantity } from "./comparison";
import { PLOTS, drawBars, drawDistribution, drawLines, drawMultiples, drawScatter } from "./plot-options";
import type { DrawnPlot, Plot } from "./plot-options";
import { usePeers } from "./use-peers";
import { MOST_ROWS } from "./read-question";
import type { Question } from "./read-question";

/** Pixels below which a plot has no room for names beside its lines. */
const NARROW = 760;

interface PlotProps {
  readonly comparison: Comparison;
  readonly question: Question;
  readonly title: string;
}

/** The plot beside the table: which one fits is a choice in the address, and by itself the years decide. */
export function ComparePlot({ comparison, question, title }: PlotProps) {
  const language = useLanguage();
  const { say } = language;
  const unit = useMoneyUnit();
  const { address } = useNavigation();
  const change = useChange();
  const points = useMemo(() => pointsOf(comparison), [comparison]);
  const quantities = useMemo(() => quantitiesOf(comparison), [comparison]);
  const { kind: chosen, quantity, other, years, year } = choosePlot(comparison, address.parameters);
  const pins = listOf(address.parameters, "pin");
  const named = listOf(address.parameters, "units");

  // Everyone's values, with which the chosen ones are compared; the page's own rows where units are grouped.
  const needsPeers = chosen === "distribution" && question.groupBy === null && quantity !== undefined && year !== undefined;
  const peers = usePeers(
    needsPeers
      ? {
          where: { ...peerWhere(question), years: [year] },
          measures: [quantity.measure.code],
          ...(quantity.subject && { subjects: [quantity.subject.code] }),
          stage: question.stage,
          first: MOST_ROWS,
          unit,
        }
      : undefined,
  );

  const nameOf = (one: Quantity) =>
    (language.code === "zh" ? one.measure.name : one.measure.nameEn) + (one.subject ? ` · ${one.subject.name}` : "");
  const unitOf = (one: Quantity) => unitName(one.measure.kind, unit, one.measure.unit, language);
  const drawn = useMemo((): DrawnPlot | undefined => {
    if (!quantity || year === undefined) return undefined;
    const write = (value: number) => writeNumber(value, quantity.measure.kind, unit);
    const short = shortNumber(language.code);
    const tell = (point: Point | undefined) =>
      point === undefined || point.value === null ? statusName(point?.status ?? "NOT_DISCLOSED", language) : write(point.value);
    const words = { write, short, tell, unit: unitOf(quantity) };
    const own = points.filter((one) => one.quantity === quantity.key);
    const isNarrow = innerWidth < NARROW;
    if (chosen === "bars") return drawBars(own, words);
    if (chosen === "lines") return drawLines(own, words, isNarrow);
    if (chosen === "multiples") {
      const alike = quantities.filter(({ measure }) => measure.kind === quantity.measure.kind && measure.unit === quantity.measure.unit);
      const keys = alike.map(({ key }) => key);
      const name = (key: string) => nameOf(quantities.find((one) => one.key === key) ?? quantity);
      return drawMultiples(
        points.filter((one) => keys.includes(one.quantity)),
        name,
        words,
        isNarrow ? 2 : 3,
      );
    }
    if (chosen === "scatter") {
      if (!other) return undefined;
      const axis = (one: Quantity) => ({
        name: nameOf(one),
        unit: unitOf(one),
        write: (value: number) => writeNumber(value, one.measure.kind, unit),
        short,
      });
      return drawScatter(points, year, [quantity.key, other.key], [axis(quantity), axis(other)]);
    }
    const ofYear = own.flatMap(({ key, name, year: its, value }) => (its !== year || value === null ? [] : [{ key, name, value }]));
    const told = needsPeers ? peers : ofYear;
    if (told === undefined || told.length === 0) return undefined;
    return drawDistribution(told, pins.length > 0 ? pins : named, { ...words, medianName: say("中位数", "median") });
    // The language and unit are in the words; the lists are written out.
  }, [comparison, peers, chosen, quantity?.key, other?.key, year, unit, language.code, pins.join(), named.join()]);

  if (!quantity) return null;
  const needsYear = isOfOneYear(chosen);
  return (
    <figure className="plot">
      <figcaption>
        <h2>{title}</h2>
      </figcaption>
      <div className="plot-controls no-print">
        <div className="segments" role="group" aria-label={say("图的种类", "Kind of plot")}>
          {PLOTS.map((one) => (
            <button key={one} type="button" aria-pressed={one === chosen} onClick={() => change({ plot: one }, "replace")}>
              {plotName(one, say)}
            </button>
          ))}
        </div>
        {quantities.length > 1 && (
          <select
            aria-label={say("图中的指标", "Measure of the plot")}
            value={quantity.key}
            onChange={(event) => change({ at: event.target.value }, "replace")}
          >
            {quantities.map((one) => (
              <option key={one.key} value={one.key}>
                {nameOf(one)}
              </option>
            ))}
          </select>
        )}
        {chosen === "scatter" && quantities.length > 2 && (
          <select
            aria-label={say("纵轴的指标", "Measure of the other axis")}
            value={other?.key}
            onChange={(event) => change({ against: event.target.value }, "replace")}
          >
            {quantities
              .filter(({ key }) => key !== quantity.key)
              .map((one) => (
                <option key={one.key} value={one.key}>
                  {nameOf(one)}
                </option>
              ))}
          </select>
        )}
        {needsYear && years.length > 1 && (
          <select
            aria-label={say("图中的年度", "Year of the plot")}
            value={year}
            onChange={(event) => change({ plotYear: event.target.value }, "replace")}
          >
            {years.map((one) => (
              <option key={one}>{one}</option>
            ))}
          </select>
        )}
      </div>
      {drawn ? (
        <>
          <Chart
            key={chosen}
            option={drawn.option}
            height={drawn.height}
            label={say(
              `${plotName(chosen, say)}：${title}。数字见表。`,
              `${plotName(chosen, say)}: ${title}. The table holds its numbers.`,
            )}
          />
          {drawn.gaps !== undefined && drawn.gaps > 0 && (
            <p className="hint">
              {say(
                `线断开的 ${drawn.gaps} 处没有数值，不是零；原因见表。`,
                `Where a line breaks off (${drawn.gaps} places) there is no value, which is not zero; the table says why.`,
              )}
            </p>
          )}
          {drawn.drawn < drawn.of && (
            <p className="hint">
              {chosen === "scatter"
                ? say(
                    `${drawn.of - drawn.drawn} 个单位缺其中一项，不在图中。`,
                    `${drawn.of - drawn.drawn} units lack one of the two and have no dot.`,
                  )
                : say(`图中为前 ${drawn.drawn} 个，共 ${drawn.of} 个。`, `The first ${drawn.drawn} of ${drawn.of} are drawn.`)}
            </p>
          )}
        </>
      ) : (
        <Empty>
          {chosen === "scatter" && quantities.length < 2
            ? say("散点图要两个指标：请再添加一个。", "A scatter plot needs two measures: add another.")
            : say("没有可画的数值。", "There is no value to draw.")}
        </Empty>
      )}
      <SourceLine unit={unitOf(quantity)} dataVersion={comparison.dataVersion}>
        {needsYear && year !== undefined && <span>{year}</span>}
      </SourceLine>
    </figure>
  );
}

function plotName(plot: Plot, say: (zh: string, en: string) => string): string {
  switch (plot) {
    case "bars":
      return say("条形", "Bars");
    case "lines":
      return say("折线", "Lines");
    case "multiples":
      return say("小图", "Multiples");
    case "scatter":
      return say("散点", "Scatter");
    case "distribution":
      return say("分布", "Distribution");
  }
}

/** The peers of the chosen units: everyone that the other conditions leave. */
function peerWhere({ variables }: Question): Record<string, unknown> {
  const { units: _, parents: __, ...others } = variables["where"] as Record<string, unknown>;
  return others;
}
