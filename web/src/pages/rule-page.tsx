import { ruleYearsQuery } from "../../../src/http/charts/rule-years-query";
import type { PageProps } from "../app";
import { FindingList } from "../components/finding-list";
import type { ShownFinding } from "../components/finding-list";
import { Actions, PageHead } from "../components/page-head";
import { Pager } from "../components/pager";
import { PrintedText } from "../components/printed-text";
import type { PrintedCitation } from "../components/printed-text";
import { Empty, Shown } from "../components/shown";
import { writeNumber } from "../../../src/http/charts/write-number";
import { MONEY_UNITS, useMoneyUnit } from "../lib/amounts";
import type { ValueKind } from "../lib/amounts";
import { Link, hrefOf, useChange, useNavigation } from "../lib/address";
import { useAnswer } from "../lib/ask";
import { listExports } from "../lib/list-exports";
import { disclosureParameters } from "../lib/disclosure-parameters";
import { codesOf, useLanguage } from "../lib/language";
import RULE_FINDINGS from "../queries/rule-findings.graphql?raw";
import RULES from "../queries/rules.graphql?raw";

interface Rule {
  readonly code: string;
  readonly category: string;
  readonly title: string;
  readonly titleZh: string;
  readonly severity: string;
  readonly identity: string;
  readonly tolerance: string;
}

interface FindingsAnswer {
  readonly fiscalYears: readonly { readonly year: number; readonly disclosureCount: number }[];
  readonly findings: {
    readonly totalCount: number;
    readonly nodes: readonly (ShownFinding & {
      readonly published: number | null;
      readonly recomputed: number | null;
      readonly difference: number | null;
      readonly valueKind: ValueKind;
      readonly disclosure: {
        readonly unit: { readonly code: string; readonly name: string };
        readonly fiscalYear: { readonly year: number };
        readonly kind: string | null;
        readonly scope: string | null;
      };
      readonly project: { readonly id: string; readonly name: string } | null;
      readonly citations: readonly PrintedCitation[];
    })[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** 勾稽: the catalogue of rules and what breaks them, or one rule and what breaks it. */
export function RulePage({ code }: PageProps) {
  const { say, word } = useLanguage();
  const { address } = useNavigation();
  const answered = useAnswer<{ rules: readonly Rule[] }>(RULES, {});
  const rules = answered.state === "done" ? answered.data.rules : [];
  const rule = rules.find((one) => one.code === code);
  const isCatalogue = code === "" && address.parameters.get("view") === "catalogue";
  return (
    <div className="page">
      {code === "" ? (
        <PageHead title={say("勾稽核对", "Checks")}>
          <p className="lede">
            {say(
              "公开的数字彼此该相等而不相等，就列在这里；数字本身照原样保留。",
              "Published numbers that ought to agree and do not. The numbers themselves stay as published.",
            )}
          </p>
          <div className="segments" role="group" aria-label={say("看什么", "View")}>
            <ViewButton name={say("不符之处", "Findings")} view={null} />
            <ViewButton name={say("规则目录", "Catalogue of rules")} view="catalogue" />
          </div>
        </PageHead>
      ) : (
        <Shown answered={answered} lines={6}>
          {() =>
            rule ? (
              <>
                <PageHead
                  title={say(rule.titleZh, rule.title)}
                  eyebrow={`${rule.code} · ${rule.category} · ${word("severity", rule.severity)}`}
                />
                <dl className="pairs rule">
                  <div>
                    <dt>{say("关系式", "Identity")}</dt>
                    <dd>{rule.identity}</dd>
                  </div>
                  <div>
                    <dt>{say("允许误差", "Tolerance")}</dt>
                    <dd>{rule.tolerance}</dd>
                  </div>
                </dl>
              </>
            ) : (
              <PageHead title={say("没有这条规则", "There is no such rule")}>
                <Link to="/rules" parameters={{ view: "catalogue" }}>
                  {say("规则目录", "Catalogue of rules")}
                </Link>
              </PageHead>
            )
          }
        </Shown>
      )}
      {isCatalogue ? (
        <Shown answered={answered} lines={14}>
          {(data) => <Catalogue rules={data.rules} />}
        </Shown>
      ) : (
        (code === "" || rule) && <RuleFindings code={code} />
      )}
    </div>
  );
}

function ViewButton({ name, view }: { readonly name: string; readonly view: string | null }) {
  const { address } = useNavigation();
  const change = useChange();
  return (
    <button type="button" aria-pressed={address.parameters.get("view") === view} onClick={() => change({ view, after: null })}>
      {name}
    </button>
  );
}

function Catalogue({ rules }: { readonly rules: readonly Rule[] }) {
  const { say, word, code } = useLanguage();
  const categories = [...new Set(rules.map(({ category }) => category))];
  return (
    <>
      {categories.map((category) => (
        <section key={category}>
          <h2>{category}</h2>
          <div className="scroll" tabIndex={0} role="region" aria-label={category}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("规则", "Rule")}</th>
                  <th scope="col">{say("关系式", "Identity")}</th>
                  <th scope="col">{say("严重程度", "Severity")}</th>
                </tr>
              </thead>
              <tbody>
                {rules
                  .filter((one) => one.category === category)
                  .map((one) => (
                    <tr key={one.code}>
                      <th scope="row">
                        <Link to={`/rules/${encodeURIComponent(one.code)}`}>{say(one.titleZh, one.title)}</Link>
                        <small>{one.code}</small>
                      </th>
                      <td>{one.identity}</td>
                      <td>{word("severity", one.severity)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </div>
        </section>
      ))}
      <Actions query={RULES} variables={{}} exports={listExports("rules", { lang: code })} />
    </>
  );
}

/** How often a rule is broken, year by year; each year leads to its findings. */
function RuleYears({
  rules,
  fiscalYears,
}: {
  readonly rules: readonly string[] | null;
  readonly fiscalYears: FindingsAnswer["fiscalYears"];
}) {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const years = fiscalYears.map(({ year }) => year);
  const counted = useAnswer<Readonly<Record<string, { readonly totalCount: number }>>>(
    ruleYearsQuery(years),
    years.length === 0 ? undefined : { rules },
  );
  if (years.length === 0) return null;
  return (
    <Shown answered={counted} lines={3}>
      {(counts) => {
        const most = Math.max(1, ...Object.values(counts).map(({ totalCount }) => totalCount));
        return (
          <table className="meters rule-years">
            <caption className="visually-hidden">{say("各年不符之处", "Findings by year")}</caption>
            <thead>
              <tr>
                <th scope="col">{say("年度", "Year")}</th>
                <td />
                <th scope="col" className="n">
                  {say("不符之处", "Findings")}
                </th>
                <th scope="col" className="n">
                  {say("公开文件", "Documents")}
                </th>
              </tr>
            </thead>
            <tbody>
              {fiscalYears.map(({ year, disclosureCount }) => {
                const count = counts[`y${year}`]?.totalCount;
                return count === undefined ? null : (
                  <tr key={year}>
                    <th scope="row">
                      <Link to={address.path} parameters={{ year: String(year) }}>
                        {year}
                      </Link>
                    </th>
                    <td className="meter">
                      <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                        <rect width={(count / most) * 100} height="10" />
                      </svg>
                    </td>
                    <td className="n">{count}</td>
                    <td className="n">{disclosureCount}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        );
      }}
    </Shown>
  );
}

function RuleFindings({ code }: { readonly code: string }) {
  const { say, word, code: language } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const money = useMoneyUnit();
  const year = Number(address.parameters.get("year")) || undefined;
  const severity = address.parameters.get("severity");
  const where = { ...(code !== "" && { rules: [code] }), ...(year && { year }), ...(severity && { severity: [severity] }) };
  const variables = { first: 20, after: address.parameters.get("after"), where, money };
  const answered = useAnswer<FindingsAnswer>(RULE_FINDINGS, variables);
  return (
    <section>
      <Shown answered={answered} lines={12}>
        {({ findings, fiscalYears }) => (
          <>
            <RuleYears rules={code === "" ? null : [code]} fiscalYears={fiscalYears} />
            <h2>
              {say("不符之处", "Findings")} <small>{findings.totalCount}</small>
            </h2>
            <div className="filters no-print">
              <select
                aria-label={say("年度", "Year")}
                value={year ?? ""}
                onChange={(event) => change({ year: event.target.value, after: null })}
              >
                <option value="">{say("全部年度", "every year")}</option>
                {fiscalYears.map((one) => (
                  <option key={one.year}>{one.year}</option>
                ))}
              </select>
              {code === "" && (
                <select
                  aria-label={say("严重程度", "Severity")}
                  value={severity ?? ""}
                  onChange={(event) => change({ severity: event.target.value, after: null })}
                >
                  <option value="">{say("各种严重程度", "every severity")}</option>
                  {codesOf("severity").map((one) => (
                    <option key={one} value={one}>
                      {word("severity", one)}
                    </option>
                  ))}
                </select>
              )}
            </div>
            {findings.nodes.length === 0 ? (
              <Empty>{say("没有不符。", "Nothing breaks it.")}</Empty>
            ) : (
              <FindingList findings={findings.nodes} isOfOneRule={code !== ""}>
                {(one) => (
                  <>
                    <Link to={`/units/${encodeURIComponent(one.disclosure.unit.code)}`} parameters={disclosureParameters(one.disclosure)}>
                      {one.disclosure.unit.name} {one.disclosure.fiscalYear.year}
                      {one.disclosure.kind === "BUDGET" && ` ${word("kind", "BUDGET")}`}
                    </Link>
                    {one.project && (
                      <>
                        {" · "}
                        <Link to={`/projects/${encodeURIComponent(one.project.id)}`}>{one.project.name}</Link>
                      </>
                    )}
                    {one.published !== null && one.recomputed !== null && (
                      <span className="sums">
                        {say("公开数", "published")} {writeNumber(one.published, one.valueKind, money)} · {say("重算数", "recomputed")}{" "}
                        {writeNumber(one.recomputed, one.valueKind, money)}
                        {one.difference !== null && ` · ${say("差额", "difference")} ${writeNumber(one.difference, one.valueKind, money)}`}
                        {one.valueKind === "MONEY" && ` ${say(...MONEY_UNITS[money])}`}
                      </span>
                    )}
                    {one.citations.length > 0 && (
                      <details>
                        <summary>{say(`原文 ${one.citations.length} 处`, `${one.citations.length} places as printed`)}</summary>
                        {one.citations.map((citation, at) => (
                          <PrintedText key={at} citation={citation} />
                        ))}
                      </details>
                    )}
                  </>
                )}
              </FindingList>
            )}
            <Pager {...findings.pageInfo} />
          </>
        )}
      </Shown>
      <Actions
        query={RULE_FINDINGS}
        variables={variables}
        exports={listExports("findings", {
          rules: code,
          year: year === undefined ? null : String(year),
          severity,
          lang: language,
          unit: money,
        })}
        embed={hrefOf("/embed/rule", new URLSearchParams(), { rule: code, lang: language })}
      />
    </section>
  );
}
