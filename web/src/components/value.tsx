import { writeNumber } from "../../../src/http/charts/write-number";
import { useMoneyUnit } from "../lib/amounts";
import type { ValueKind } from "../lib/amounts";
import { useLanguage } from "../lib/language";
import type { Language } from "../lib/language";

export type Status = "REPORTED" | "NOT_APPLICABLE" | "NOT_DISCLOSED" | "NOT_COMPUTABLE" | "FACTOR_MISSING";

const STATUS_NAMES: Readonly<Record<Exclude<Status, "REPORTED">, readonly [zh: string, en: string]>> = {
  NOT_APPLICABLE: ["不适用", "n/a"],
  NOT_DISCLOSED: ["未公开", "not disclosed"],
  NOT_COMPUTABLE: ["无法计算", "no quotient"],
  FACTOR_MISSING: ["缺系数", "no factor"],
};

export const statusName = (status: Status, { say }: Language): string => (status === "REPORTED" ? "" : say(...STATUS_NAMES[status]));

interface ValueProps {
  readonly value: number | null;
  readonly status?: Status;
  readonly kind: ValueKind;
}

/** A number, or why there is none. Zero, not applicable and not disclosed never look alike. */
export function Value({ value, status, kind }: ValueProps) {
  const language = useLanguage();
  const unit = useMoneyUnit();
  if (value !== null) return <span className={value === 0 ? "number zero" : "number"}>{writeNumber(value, kind, unit)}</span>;
  const why = status === undefined || status === "REPORTED" ? "NOT_DISCLOSED" : status;
  return <span className={`no-value ${why.toLowerCase()}`}>{statusName(why, language)}</span>;
}

/** How the ways of having no number look, told once beside a table. */
export function ValueLegend() {
  const { say } = useLanguage();
  const unit = useMoneyUnit();
  return (
    <p className="legend">
      <span>
        <span className="number zero">{writeNumber(0, "MONEY", unit)}</span> {say("公开为零", "published as zero")}
      </span>
      <span>
        <span className="no-value not_applicable">{say("不适用", "n/a")}</span> {say("文件说明没有此项", "said not to exist")}
      </span>
      <span>
        <span className="no-value not_disclosed">{say("未公开", "not disclosed")}</span> {say("文件没有说", "the document does not say")}
      </span>
    </p>
  );
}
