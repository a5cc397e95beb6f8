import type { ReactNode } from "react";
import { Link } from "../lib/address";
import { useLanguage } from "../lib/language";

export interface ShownFinding {
  readonly severity: string;
  readonly zh: string;
  readonly en: string;
  readonly rule: { readonly code: string; readonly title: string; readonly titleZh: string };
}

/** Findings in words, the rule beside each; the severity is told by a word and not by colour alone. */
export function FindingList<Finding extends ShownFinding>({
  findings,
  isOfOneRule = false,
  children,
}: {
  readonly findings: readonly Finding[];
  /** Whether the page is the rule's own, and need not name it again. */
  readonly isOfOneRule?: boolean;
  readonly children?: (finding: Finding) => ReactNode;
}) {
  const { say, word, code } = useLanguage();
  return (
    <ul className="findings">
      {findings.map((one, at) => (
        <li key={at} className={one.severity.toLowerCase()}>
          <p>
            <strong>{word("severity", one.severity)}</strong> {code === "zh" ? one.zh : one.en}
          </p>
          <small>
            {!isOfOneRule && (
              <>
                <Link to={`/rules/${encodeURIComponent(one.rule.code)}`}>{say(one.rule.titleZh, one.rule.title)}</Link>
                {children && " · "}
              </>
            )}
            {children?.(one)}
          </small>
        </li>
      ))}
    </ul>
  );
}
