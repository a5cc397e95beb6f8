import { writeNumber } from "../../../src/http/charts/write-number";
import { unitName, useMoneyUnit, writeChange, writePercent } from "../lib/amounts";
import { useChange, useNavigation, Link, listOf } from "../lib/address";
import { useLanguage } from "../lib/language";
import { Value } from "../components/value";
import { writeFigureKey } from "../components/figure-drawer";
import { quantitiesOf, rowKey, rowName } from "./comparison";
import type { Comparison, ComparisonCell, ComparisonColumn, ComparisonRow } from "./comparison";
import type { Order, Question } from "./read-question";
import { writeOrder } from "./read-question";

/** 比较表: sorts, pins, and tells under each value how it stands. A value opens its source. */
export function CompareTable({ comparison, question }: { readonly comparison: Comparison; readonly question: Question }) {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const pins = listOf(address.parameters, "pin");
  const { columns, rows } = comparison;
  const hasYears = rows.some(({ year }) => year !== null);
  // Where years are columns of one quantity, its name stands once above them.
  const isOneQuantity = columns.length > 1 && quantitiesOf(comparison).length === 1;
  const onOrder = (order: Order | null) => change({ orderBy: order && writeOrder(order) });
  const ordered = [...rows.filter((row) => pins.includes(rowKey(row))), ...rows.filter((row) => !pins.includes(rowKey(row)))];
  const togglePin = (key: string) =>
    change({ pin: (pins.includes(key) ? pins.filter((one) => one !== key) : [...pins, key]).join() }, "replace");
  return (
    <div className="scroll compare-scroll" tabIndex={0} role="region" aria-label={say("比较表", "Comparison")}>
      <table className="compare">
        <caption className="visually-hidden">
          {say("比较表：点数值看出处，点列名排序", "Comparison: open a value for its source, a column to sort")}
        </caption>
        <thead>
          <tr>
            <RowHead
              name={question.groupBy === null ? say("单位", "Unit") : say("分组", "Group")}
              by="NAME"
              first="ASC"
              className="row-name"
              order={question.order}
              onOrder={onOrder}
            />
            {hasYears && <RowHead name={say("年度", "Year")} by="YEAR" first="DESC" order={question.order} onOrder={onOrder} />}
            {columns.map((column, at) => (
              <ColumnHead key={at} column={column} question={question} isBare={isOneQuantity && at > 0} onOrder={onOrder} />
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row, at) => {
            const key = rowKey(row);
            const isPinned = pins.includes(key);
            const isRepeated = at > 0 && rowKey(ordered[at - 1] as ComparisonRow) === key;
            return (
              <tr key={`${key} ${row.year}`} className={`${isPinned ? "pinned" : ""} ${isRepeated ? "repeated" : ""}`}>
                <th scope="row" className="row-name">
                  {isRepeated ? (
                    <span className="visually-hidden">{rowName(row)}</span>
                  ) : (
                    <>
                      <button
                        type="button"
                        className="pin"
                        aria-pressed={isPinned}
                        aria-label={say(`置顶 ${rowName(row)}`, `Pin ${rowName(row)}`)}
                        title={say("置顶", "Pin")}
                        onClick={() => togglePin(key)}
                      >
                        {isPinned ? "★" : "☆"}
                      </button>
                      <span>
                        {row.unit ? <Link to={`/units/${encodeURIComponent(row.unit.code)}`}>{row.unit.name}</Link> : rowName(row)}
                        {row.scope === "DEPARTMENT" && <small>{say("部门汇总", "whole department")}</small>}
                      </span>
                    </>
                  )}
                </th>
                {hasYears && <td className="year">{row.year}</td>}
                {row.cells.map((cell, index) => (
                  <Cell key={index} row={row} cell={cell} column={columns[index] as ComparisonColumn} question={question} />
                ))}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

interface RowHeadProps {
  readonly name: string;
  readonly by: "NAME" | "YEAR";
  readonly first: Order["direction"];
  readonly className?: string;
  readonly order: Order | undefined;
  readonly onOrder: (order: Order | null) => void;
}

/** A heading that sorts by the row itself: one way, the other, and as it was. */
function RowHead({ name, by, first, className, order, onOrder }: RowHeadProps) {
  const direction = order?.measure === by ? order.direction : undefined;
  const second = first === "ASC" ? "DESC" : "ASC";
  const next = direction === undefined ? first : direction === first ? second : undefined;
  const ordered = (one: Order["direction"]): Order => ({ measure: by, subject: null, year: null, aspect: null, direction: one });
  return (
    <th
      scope="col"
      className={className}
      aria-sort={direction === undefined ? undefined : direction === "ASC" ? "ascending" : "descending"}
    >
      <button type="button" className="sort row" onClick={() => onOrder(next ? ordered(next) : null)}>
        {name} <i aria-hidden="true">{direction === "ASC" ? "▲" : direction === "DESC" ? "▼" : "↕"}</i>
      </button>
    </th>
  );
}

function ColumnHead({
  column,
  question: { order },
  isBare,
  onOrder,
}: {
  readonly column: ComparisonColumn;
  readonly question: Question;
  /** Whether its quantity is told by the heading before. */
  readonly isBare: boolean;
  readonly onOrder: (order: Order | null) => void;
}) {
  const language = useLanguage();
  const unit = useMoneyUnit();
  const { measure, subject, year } = column;
  const isOrdered =
    order?.measure === measure.code &&
    (order.subject ?? null) === (subject?.code ?? null) &&
    (order.year ?? null) === year &&
    order.aspect === null;
  const direction = isOrdered ? order.direction : undefined;
  const next = (): Order | null =>
    direction === "ASC"
      ? null
      : { measure: measure.code, subject: subject?.code ?? null, year, aspect: null, direction: direction === "DESC" ? "ASC" : "DESC" };
  return (
    <th scope="col" className="n" aria-sort={direction === undefined ? undefined : direction === "ASC" ? "ascending" : "descending"}>
      <button type="button" className="sort" onClick={() => onOrder(next())}>
        <span className={isBare ? "visually-hidden" : undefined}>
          {language.code === "zh" ? measure.name : measure.nameEn}
          {subject && ` · ${subject.name}`}
        </span>
        {year !== null && <b>{year}</b>}
        <small>
          {unitName(measure.kind, unit, measure.unit, language)}{" "}
          <i aria-hidden="true">{direction === "ASC" ? "▲" : direction === "DESC" ? "▼" : "↕"}</i>
        </small>
      </button>
    </th>
  );
}

interface CellProps {
  readonly row: ComparisonRow;
  readonly cell: ComparisonCell;
  readonly column: ComparisonColumn;
  readonly question: Question;
}

function Cell({ row, cell, column, question }: CellProps) {
  const { say } = useLanguage();
  const unit = useMoneyUnit();
  const { address } = useNavigation();
  const change = useChange();
  const { kind } = column.measure;
  const year = row.year ?? column.year;
  const key =
    row.unit && year !== null
      ? writeFigureKey({
          unit: row.unit.code,
          year,
          measure: column.measure.code,
          subject: column.subject?.code ?? null,
          kind: cell.kind,
          scope: row.scope,
          stage: question.stage,
        })
      : undefined;
  const shown = <Value value={cell.value} status={cell.status} kind={kind} />;
  const { yearOnYear, shareOf, rank, peerMedian, peerCount, quartiles } = cell;
  return (
    <td className={`n ${key !== undefined && address.parameters.get("cell") === key ? "open" : ""}`}>
      {key !== undefined && cell.kind !== null ? (
        <button
          type="button"
          className="value"
          aria-label={`${rowName(row)} ${year} ${column.measure.name} ${cell.value === null ? "" : writeNumber(cell.value, kind, unit)} ${say("看出处", "source")}`}
          onClick={() => change({ cell: key })}
        >
          {shown}
          {cell.derived && <sup title={say("由印出的增减额推算", "follows from a printed change")}>*</sup>}
        </button>
      ) : (
        shown
      )}
      {row.group && cell.value !== null && <small>{say(`${cell.unitCount} 个单位`, `${cell.unitCount} units`)}</small>}
      {yearOnYear != null && (
        <small title={`${writeChange(yearOnYear.amount, kind, unit)}`}>
          {say("同比 ", "yoy ")}
          <span className={yearOnYear.amount > 0 ? "rise" : yearOnYear.amount < 0 ? "fall" : ""}>
            {kind === "RATE"
              ? `${writeChange(yearOnYear.amount, "SCORE", unit)} ${say("个百分点", "pp")}`
              : yearOnYear.rate === null
                ? writeChange(yearOnYear.amount, kind, unit)
                : writePercent(yearOnYear.rate, true)}
          </span>
        </small>
      )}
      {shareOf != null && (
        <small>
          {say("占比 ", "share ")}
          {writePercent(shareOf)}
        </small>
      )}
      {quartiles != null && quartiles.lower !== null && quartiles.upper !== null && (
        <small>
          {say("四分位 ", "quartiles ")}
          {writeNumber(quartiles.lower, kind, unit)} – {writeNumber(quartiles.upper, kind, unit)}
        </small>
      )}
      {rank != null && (
        <small>
          {say(`第 ${rank} / ${peerCount}`, `no. ${rank} of ${peerCount}`)}
          {peerMedian != null && ` · ${say("中位", "median")} ${writeNumber(peerMedian, kind, unit)}`}
        </small>
      )}
    </td>
  );
}
