import { createContext, useContext } from "react";
import type { ReactNode } from "react";
import { writeFigureKey } from "../components/figure-drawer";
import { measureName } from "../components/measure-name";
import { Value } from "../components/value";
import type { Status } from "../components/value";
import { unitName, useMoneyUnit, writePercent } from "../lib/amounts";
import type { ValueKind } from "../lib/amounts";
import { useChange } from "../lib/address";
import { useLanguage } from "../lib/language";
import type { ToldFigure } from "./unit-answer";

/** The disclosure whose figures are shown: each value opens its source in it. */
export interface ShownFrom {
  readonly unit: string;
  readonly year: number;
  readonly kind: string | null;
  readonly scope: string | null;
}

const FromContext = createContext<ShownFrom | undefined>(undefined);

export const FiguresOf = ({ from, children }: { readonly from: ShownFrom; readonly children: ReactNode }) => (
  <FromContext.Provider value={from}>{children}</FromContext.Provider>
);

interface SourcedProps {
  readonly name: string;
  readonly measure: string;
  readonly subject?: string | null;
  readonly stage: string;
  readonly value: number | null;
  readonly status?: Status;
  readonly kind: ValueKind;
}

/** A value that opens its source. */
export function Sourced({ name, measure, subject = null, stage, value, status, kind }: SourcedProps) {
  const from = useContext(FromContext);
  const change = useChange();
  const { say } = useLanguage();
  const shown = <Value value={value} {...(status && { status })} kind={kind} />;
  if (!from || (value === null && status !== "NOT_APPLICABLE")) return shown;
  return (
    <button type="button" className="value" onClick={() => change({ cell: writeFigureKey({ ...from, measure, subject, stage }) })}>
      <span className="visually-hidden">
        {name} {say("看出处", "source")}
      </span>
      {shown}
    </button>
  );
}

/** Whether anything at all is told: what is not is a line, not an empty table. */
export const isTold = (figures: readonly ToldFigure[]): boolean => figures.some(({ status }) => status !== "NOT_DISCLOSED");

interface FigureTableProps {
  readonly figures: readonly ToldFigure[];
  readonly isBudget: boolean;
  readonly label: string;
  /** Keeps what is not disclosed: where the list itself is a duty. */
  readonly keepUntold?: boolean;
}

/** Measures of a disclosure with budget, final, execution, change and the stated reason. */
export function FigureTable({ figures, isBudget, label, keepUntold = false }: FigureTableProps) {
  const language = useLanguage();
  const { say, word } = language;
  const unit = useMoneyUnit();
  const shown = keepUntold ? figures : figures.filter(({ status }) => status !== "NOT_DISCLOSED");
  const kinds = new Set(shown.map(({ measure }) => measure.kind));
  const hasBudget = !isBudget && shown.some(({ initialBudget, adjustedBudget }) => initialBudget !== null || adjustedBudget !== null);
  const hasReason = shown.some(({ reason }) => reason !== null);
  const usesAdjusted = shown.some(({ initialBudget, adjustedBudget }) => initialBudget === null && adjustedBudget !== null);
  const budgetStage = usesAdjusted ? "ADJUSTED_BUDGET" : "INITIAL_BUDGET";
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={label}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("指标", "Measure")}</th>
            {hasBudget && (
              <th scope="col" className="n">
                {word("stage", budgetStage)}
              </th>
            )}
            <th scope="col" className="n">
              {word("stage", isBudget ? "INITIAL_BUDGET" : "FINAL")}
            </th>
            {hasBudget && (
              <th scope="col" className="n">
                {say("执行率", "Execution")}
              </th>
            )}
            <th scope="col" className="n">
              {say("同比", "On the year")}
            </th>
            {hasReason && <th scope="col">{say("文件所述原因", "Reason as stated")}</th>}
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => {
            const name = measureName(one.measure, language);
            const { code, kind } = one.measure;
            const budget = one.initialBudget ?? one.adjustedBudget;
            const stage = one.initialBudget === null ? "ADJUSTED_BUDGET" : "INITIAL_BUDGET";
            return (
              <tr key={code}>
                <th scope="row">
                  {name}
                  {kinds.size > 1 || kind !== "MONEY" ? <small>{unitName(kind, unit, one.measure.unit, language)}</small> : null}
                </th>
                {hasBudget && (
                  <td className="n">
                    <Sourced
                      name={name}
                      measure={code}
                      stage={stage}
                      value={budget}
                      status={budget === null ? "NOT_DISCLOSED" : "REPORTED"}
                      kind={kind}
                    />
                  </td>
                )}
                <td className="n">
                  <Sourced
                    name={name}
                    measure={code}
                    stage={isBudget ? "INITIAL_BUDGET" : "FINAL"}
                    value={one.value}
                    status={one.status}
                    kind={kind}
                  />
                </td>
                {hasBudget && <td className="n">{one.executionRate === null ? "" : writePercent(one.executionRate)}</td>}
                <td className="n">{one.yearOnYear?.rate == null ? "" : writePercent(one.yearOnYear.rate, true)}</td>
                {hasReason && <td className="reason-cell">{one.reason}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
