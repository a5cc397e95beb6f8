import { useState } from "react";
import { listOf, useChange, useNavigation } from "../lib/address";
import { useLanguage } from "../lib/language";
import type { Question } from "./read-question";

const BOUND = /^([A-Z][A-Z0-9_]*)(.*?)(>=|<=|>|<)(-?[\d.]+)$/;

interface ChipsProps {
  readonly nameOf: (code: string) => string;
}

/** 筛选条件 that hold now, each with a button that drops it. */
export function ConditionChips({ nameOf }: ChipsProps) {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const conditions = listOf(address.parameters, "having");
  const text = address.parameters.get("text");
  if (conditions.length === 0 && text === null) return null;
  const told = (one: string): string => {
    const [, measure = one, rest = "", operator = "", bound = ""] = BOUND.exec(one) ?? [];
    return `${nameOf(measure)}${rest} ${operator.replace(">=", "≥").replace("<=", "≤")} ${bound}`;
  };
  return (
    <div className="builder-row" role="group" aria-label={say("条件", "Conditions")}>
      <span className="builder-name">{say("条件", "Where")}</span>
      <div>
        {text !== null && (
          <span className="chip">
            {say(`名称含“${text}”`, `the name holds “${text}”`)}
            <button type="button" aria-label={say(`去掉 ${text}`, `Remove ${text}`)} onClick={() => change({ text: null, cell: null })}>
              ×
            </button>
          </span>
        )}
        {conditions.map((one) => (
          <span className="chip" key={one}>
            {told(one)}
            <button
              type="button"
              aria-label={say(`去掉 ${told(one)}`, `Remove ${told(one)}`)}
              onClick={() => change({ having: conditions.filter((other) => other !== one).join(), cell: null })}
            >
              ×
            </button>
          </span>
        ))}
      </div>
    </div>
  );
}

interface AddProps {
  readonly question: Question;
  readonly nameOf: (code: string) => string;
}

/** Adds a condition on a value: money in 万元 whatever the page shows, as an export reads the same address. */
export function AddCondition({ question, nameOf }: AddProps) {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const [measure, setMeasure] = useState(question.measures[0] ?? "");
  const [operator, setOperator] = useState(">=");
  const [bound, setBound] = useState("");
  const chosen = question.measures.includes(measure) ? measure : (question.measures[0] ?? "");
  const isNumber = /^-?\d+(\.\d+)?$/.test(bound.trim());
  return (
    <fieldset>
      <legend>{say("只看符合条件的（金额按万元）", "Only where (money in 10k CNY)")}</legend>
      <span className="condition">
        <select
          aria-label={say("条件的指标", "Measure of the condition")}
          value={chosen}
          onChange={(event) => setMeasure(event.target.value)}
        >
          {question.measures.map((one) => (
            <option key={one} value={one}>
              {nameOf(one)}
            </option>
          ))}
        </select>
        <select aria-label={say("比较", "Comparison")} value={operator} onChange={(event) => setOperator(event.target.value)}>
          <option value=">=">≥</option>
          <option value="<=">≤</option>
        </select>
        <input
          type="text"
          inputMode="decimal"
          size={8}
          aria-label={say("数值", "Number")}
          value={bound}
          onChange={(event) => setBound(event.target.value)}
        />
        <button
          type="button"
          disabled={!isNumber}
          onClick={() => {
            change({
              having: [...new Set([...listOf(address.parameters, "having"), `${chosen}${operator}${bound.trim()}`])].join(),
              cell: null,
            });
            setBound("");
          }}
        >
          {say("加上", "Add")}
        </button>
      </span>
    </fieldset>
  );
}
