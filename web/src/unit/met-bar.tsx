import { useLanguage } from "../lib/language";

/** A dot a target: filled where met, red where missed, hollow where nobody can tell. */
export function MetBar({ indicators }: { readonly indicators: readonly { readonly met: boolean | null }[] }) {
  const { say } = useLanguage();
  if (indicators.length === 0) return <span className="hint">{say("没有指标表", "no target table")}</span>;
  const count = (met: boolean | null) => indicators.filter((one) => one.met === met).length;
  return (
    <span className="met">
      <span className="met-counts">
        {count(true)} / <span className={count(false) > 0 ? "missed-count" : ""}>{count(false)}</span> / {count(null)}
      </span>
      <span className="dots" aria-hidden="true">
        {indicators.slice(0, 24).map(({ met }, at) => (
          <i key={at} className={met === null ? "unclear" : met ? "is-met" : "is-missed"} />
        ))}
      </span>
    </span>
  );
}
