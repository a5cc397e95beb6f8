import { useCallback, useState } from "react";
import type { PageProps } from "../app";
import { ComparePlot } from "../compare/compare-plot";
import { CompareTable } from "../compare/compare-table";
import type { Comparison } from "../compare/comparison";
import { comparisonHref, readQuestion } from "../compare/read-question";
import { FigureDrawer, readFigureKey } from "../components/figure-drawer";
import { Actions, PageHead, SourceLine } from "../components/page-head";
import { Pager } from "../components/pager";
import { Empty, Failed, Shown } from "../components/shown";
import { Value, ValueLegend } from "../components/value";
import { MONEY_UNITS, useMoneyUnit } from "../lib/amounts";
import { Link, hrefOf, useChange, useNavigation } from "../lib/address";
import { useAnswer } from "../lib/ask";
import { listExports } from "../lib/list-exports";
import { codesOf, useLanguage } from "../lib/language";
import COMPARE from "../queries/compare.graphql?raw";
import SUBJECT from "../queries/subject.graphql?raw";
import SUBJECTS from "../queries/subjects.graphql?raw";

interface NamedSubject {
  readonly code: string;
  readonly name: string;
}

interface SubjectAnswer {
  readonly fiscalYears: readonly { readonly year: number }[];
  readonly subject:
    | (NamedSubject & {
        readonly kind: string;
        readonly level: string;
        readonly parent: (NamedSubject & { readonly parent: NamedSubject | null }) | null;
        readonly children: readonly NamedSubject[];
      })
    | null;
}

interface SubjectsAnswer {
  readonly subjects: {
    readonly totalCount: number;
    readonly nodes: readonly (NamedSubject & { readonly level: string; readonly parent: { readonly name: string } | null })[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

/** 科目: the classification, or one subject across every unit, year by year. */
export function SubjectPage({ code }: PageProps) {
  return code === "" ? <SubjectList /> : <OneSubject code={code} />;
}

function SubjectList() {
  const { say, word, code: language } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const [text, setText] = useState(address.parameters.get("text") ?? "");
  const kind = address.parameters.get("kind") ?? "FUNCTIONAL";
  const asked = address.parameters.get("text");
  const variables = { first: 100, after: address.parameters.get("after"), kind, level: asked ? null : "CLASS", text: asked };
  const answered = useAnswer<SubjectsAnswer>(SUBJECTS, variables);
  return (
    <div className="page">
      <PageHead title={say("预算科目", "Budget subjects")} />
      <form
        className="filters no-print"
        onSubmit={(event) => {
          event.preventDefault();
          change({ text, after: null });
        }}
      >
        <select
          aria-label={say("分类", "Classification")}
          value={kind}
          onChange={(event) => change({ kind: event.target.value, after: null })}
        >
          {codesOf("subjectKind").map((one) => (
            <option key={one} value={one}>
              {word("subjectKind", one)}
            </option>
          ))}
        </select>
        <input
          type="search"
          aria-label={say("名称或代码", "Name or code")}
          placeholder={say("名称或代码", "Name or code")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit">{say("查找", "Find")}</button>
      </form>
      <Shown answered={answered} lines={12}>
        {({ subjects }) =>
          subjects.nodes.length === 0 ? (
            <Empty>{say("没有这样的科目。", "There is no such subject.")}</Empty>
          ) : (
            <>
              <ul className="subject-list">
                {subjects.nodes.map((one) => (
                  <li key={one.code}>
                    <Link to={`/subjects/${encodeURIComponent(one.code)}`}>
                      <span>{one.code}</span> {one.name}
                    </Link>
                    {one.parent && <small>{one.parent.name}</small>}
                  </li>
                ))}
              </ul>
              <Pager {...subjects.pageInfo} />
            </>
          )
        }
      </Shown>
      <Actions
        query={SUBJECTS}
        variables={variables}
        exports={listExports("subjects", { kind, level: variables.level, text: asked, lang: language })}
        noEmbed={say("目录不作嵌入；打开一个科目，嵌入它的图。", "The catalogue is not embedded: open a subject to embed its plot.")}
      />
    </div>
  );
}

/** The measure that a classification is published for first. */
const MEASURE_OF: Readonly<Record<string, string>> = {
  FUNCTIONAL: "GENERAL_PUBLIC_EXPENDITURE",
  ECONOMIC: "GENERAL_PUBLIC_BASIC_EXPENDITURE",
  GOVERNMENT_ECONOMIC: "CURRENT_YEAR_EXPENDITURE",
};

function OneSubject({ code }: PageProps) {
  const { say, word, code: language } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const unit = useMoneyUnit();
  const answered = useAnswer<SubjectAnswer>(SUBJECT, { code });
  const subject = answered.state === "done" ? answered.data.subject : undefined;
  const newest = answered.state === "done" ? answered.data.fiscalYears[0]?.year : undefined;
  const measure = MEASURE_OF[subject?.kind ?? "FUNCTIONAL"] ?? "GENERAL_PUBLIC_EXPENDITURE";
  const parameters = new URLSearchParams(address.parameters);
  parameters.set("measures", measure);
  parameters.set("subjects", code);
  parameters.set("pivot", "YEAR");
  if (!parameters.has("orderBy") && newest !== undefined) parameters.set("orderBy", `${measure}@${code}:${newest}.DESC`);
  const question = readQuestion(parameters, unit);
  const compared = useAnswer<{ compare: Comparison }>(COMPARE, subject ? question.variables : undefined);
  const totalParameters = new URLSearchParams({ measures: measure, subjects: code, groupBy: "YEAR" });
  const totals = useAnswer<{ compare: Comparison }>(COMPARE, subject ? readQuestion(totalParameters, unit).variables : undefined);
  const figureKey = readFigureKey(address.parameters.get("cell"));
  const close = useCallback(() => change({ cell: null }, "replace"), [change]);
  const lang = language === "en" ? "en" : "zh";
  if (answered.state === "failed") {
    return (
      <div className="page">
        <Failed code={answered.code} message={answered.message} />
      </div>
    );
  }
  return (
    <div className={figureKey ? "page wide with-drawer" : "page wide"}>
      <Shown answered={answered} lines={5}>
        {(data) =>
          data.subject ? (
            <>
              <PageHead
                title={`${data.subject.name}（${data.subject.code}）`}
                eyebrow={`${word("subjectKind", data.subject.kind)} · ${word("subjectLevel", data.subject.level)}`}
              >
                <div className="relatives">
                  {[data.subject.parent?.parent, data.subject.parent].map(
                    (one) =>
                      one && (
                        <Link key={one.code} to={`/subjects/${encodeURIComponent(one.code)}`}>
                          {one.code} {one.name}
                        </Link>
                      ),
                  )}
                  <a href={hrefOf("/compare", parameters)}>{say("在比较页继续", "Go on in Compare")}</a>
                  {data.subject.children.length > 0 && (
                    <details>
                      <summary>
                        {say(`下级科目 ${data.subject.children.length} 个`, `${data.subject.children.length} subjects below`)}
                      </summary>
                      <ul className="subject-list">
                        {data.subject.children.map((one) => (
                          <li key={one.code}>
                            <Link to={`/subjects/${encodeURIComponent(one.code)}`}>
                              <span>{one.code}</span> {one.name}
                            </Link>
                          </li>
                        ))}
                      </ul>
                    </details>
                  )}
                </div>
              </PageHead>
            </>
          ) : (
            <PageHead title={say("没有这个科目", "There is no such subject")}>
              <Link to="/subjects">{say("科目目录", "Subjects")}</Link>
            </PageHead>
          )
        }
      </Shown>
      {subject && (
        <>
          <Shown answered={totals} lines={2}>
            {({ compare }) => (
              <dl className="totals">
                {compare.rows.map((row) => (
                  <div key={row.group?.key ?? row.year}>
                    <dt>
                      {say(row.group?.name ?? String(row.year), row.group?.key ?? String(row.year))}（{say(...MONEY_UNITS[unit])}）
                    </dt>
                    <dd>
                      <Value value={row.cells[0]?.value ?? null} status={row.cells[0]?.status ?? "NOT_DISCLOSED"} kind="MONEY" />
                      <small>{say(`${row.cells[0]?.unitCount ?? 0} 个单位合计`, `over ${row.cells[0]?.unitCount ?? 0} units`)}</small>
                    </dd>
                  </div>
                ))}
              </dl>
            )}
          </Shown>
          <Shown answered={compared} lines={10}>
            {({ compare }) =>
              compare.rows.length === 0 ? (
                <Empty>{say("没有单位公开这个科目的支出。", "No unit discloses expenditure of this subject.")}</Empty>
              ) : (
                <div className="compare-body">
                  <section>
                    <CompareTable comparison={compare} question={question} />
                    <ValueLegend />
                    <SourceLine dataVersion={compare.dataVersion} />
                  </section>
                  <ComparePlot comparison={compare} question={question} title={subject.name} />
                </div>
              )
            }
          </Shown>
          {figureKey && <FigureDrawer figureKey={figureKey} onClose={close} />}
          <Actions
            query={COMPARE}
            variables={question.variables}
            exports={[
              ["CSV", comparisonHref("/export/compare.csv", parameters, { lang })],
              ["Excel", comparisonHref("/export/compare.xlsx", parameters, { lang })],
            ]}
            embed={comparisonHref("/embed/compare", parameters, { lang })}
          />
        </>
      )}
    </div>
  );
}
