import { useCallback } from "react";
import { CompareBuilder } from "../compare/compare-builder";
import { ComparePlot } from "../compare/compare-plot";
import { choosePlot, pictureHref } from "../compare/choose-plot";
import { CompareTable } from "../compare/compare-table";
import { quantitiesOf } from "../compare/comparison";
import type { Comparison } from "../compare/comparison";
import { MOST_ROWS, comparisonHref, readQuestion } from "../compare/read-question";
import { FigureDrawer, readFigureKey } from "../components/figure-drawer";
import { Actions, PageHead, SourceLine } from "../components/page-head";
import { Empty, Failed, Shown } from "../components/shown";
import { ValueLegend } from "../components/value";
import { useMoneyUnit } from "../lib/amounts";
import { Link, listOf, useChange, useNavigation } from "../lib/address";
import { useAnswer } from "../lib/ask";
import type { Answered } from "../lib/ask";
import { useLanguage } from "../lib/language";
import COMPARE from "../queries/compare.graphql?raw";

/** 比较: units × years × measures × subjects as a table, beside it the plot that fits, and behind each value its source. */
export function ComparePage() {
  const { say, code } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const unit = useMoneyUnit();
  const question = readQuestion(address.parameters, unit);
  const answered = useAnswer<{ compare: Comparison }>(COMPARE, question.variables);
  const shown = answered.state === "failed" ? undefined : answered.data?.compare;
  const figureKey = readFigureKey(address.parameters.get("cell"));
  const close = useCallback(() => change({ cell: null }, "replace"), [change]);
  const quantities = shown ? quantitiesOf(shown) : [];
  const plot = shown && choosePlot(shown, address.parameters);
  const names = quantities.map(
    ({ measure, subject }) => (code === "zh" ? measure.name : measure.nameEn) + (subject ? ` · ${subject.name}` : ""),
  );
  const title = names.length === 0 ? say("比较", "Compare") : names.slice(0, 3).join(say("、", ", ")) + (names.length > 3 ? "…" : "");
  const plotTitle = names[quantities.findIndex(({ key }) => key === plot?.quantity?.key)] ?? title;
  const lang = code === "en" ? "en" : "zh";
  return (
    <div className={`page wide ${figureKey ? "with-drawer" : ""}`}>
      <PageHead title={say(`比较：${title}`, `Compare: ${title}`)} />
      <CompareBuilder question={question} comparison={shown} />
      {answered.state === "failed" ? (
        <NotCompared answered={answered} />
      ) : (
        <Shown answered={answered} lines={10}>
          {({ compare }) =>
            compare.rows.length === 0 ? (
              <Empty>
                {say(
                  "没有符合条件的单位和年度。减少条件，或换一个年度。",
                  "No unit and year fits. Drop a condition, or take another year.",
                )}
              </Empty>
            ) : (
              <div className="compare-body">
                <section>
                  <Coverage comparison={compare} />
                  <CompareTable comparison={compare} question={question} />
                  <More comparison={compare} />
                  <ValueLegend />
                  <SourceLine dataVersion={compare.dataVersion} />
                </section>
                <ComparePlot comparison={compare} question={question} title={plotTitle} />
              </div>
            )
          }
        </Shown>
      )}
      {figureKey && <FigureDrawer figureKey={figureKey} onClose={close} />}
      <Actions
        query={COMPARE}
        variables={question.variables}
        exports={[
          ["CSV", comparisonHref("/export/compare.csv", address.parameters, { lang })],
          ["Excel", comparisonHref("/export/compare.xlsx", address.parameters, { lang })],
          ...(plot ? ([["SVG", pictureHref("/charts/compare.svg", address.parameters, plot, lang)]] as const) : []),
        ]}
        {...(plot && { embed: pictureHref("/embed/compare", address.parameters, plot, lang) })}
      />
    </div>
  );
}

/** A name that the hub does not know spoils the whole question: it is told, and can be left out. */
function NotCompared({ answered }: { readonly answered: Extract<Answered<unknown>, { state: "failed" }> }) {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const unknown = listOf(address.parameters, "units").filter((one) => answered.detail.includes(one));
  if (answered.code !== "UNIT_NOT_FOUND" || unknown.length === 0) return <Failed code={answered.code} message={answered.message} />;
  return (
    <div className="notice bad" role="alert">
      <strong>{say(`查不到这 ${unknown.length} 个单位`, `${unknown.length} units are unknown`)}</strong>
      <p>{unknown.join(say("、", ", "))}</p>
      <button
        type="button"
        onClick={() =>
          change({
            units: listOf(address.parameters, "units")
              .filter((one) => !unknown.includes(one))
              .join(),
          })
        }
      >
        {say("去掉它们", "Leave them out")}
      </button>
    </div>
  );
}

function Coverage({ comparison: { coverage, warnings, totalCount } }: { readonly comparison: Comparison }) {
  const { say } = useLanguage();
  const change = useChange();
  const missing = coverage.gaps;
  return (
    <div className="coverage-line">
      <p>
        {say(`${totalCount} 行`, `${totalCount} rows`)}
        {" · "}
        {say(
          `应公开 ${coverage.expected}，已公开 ${coverage.disclosed}`,
          `${coverage.disclosed} of ${coverage.expected} expected disclosures are published`,
        )}
      </p>
      {missing.length > 0 && (
        <details>
          <summary>{say(`缺 ${missing.length} 份`, `${missing.length} missing`)}</summary>
          <ul>
            {missing.slice(0, 100).map(({ unit, year }) => (
              <li key={`${unit.code} ${year}`}>
                <Link to={`/units/${encodeURIComponent(unit.code)}`}>{unit.name}</Link> {year}
              </li>
            ))}
          </ul>
        </details>
      )}
      {warnings.map((one) => (
        <p key={one.code} className="remark">
          {warningText(one, say)}{" "}
          {one.code === "ONLY_BUDGET" && (
            <button type="button" className="plain no-print" onClick={() => change({ stage: "INITIAL_BUDGET", cell: null })}>
              {say("改为比较年初预算", "Compare initial budgets instead")}
            </button>
          )}
        </p>
      ))}
    </div>
  );
}

function warningText({ code, message, count, examples }: Comparison["warnings"][number], say: (zh: string, en: string) => string): string {
  const named = examples.slice(0, 3).join("、");
  const told: Readonly<Record<string, string>> = {
    ONLY_BUDGET: `${count} 个单位这些年度只公开了预算，没有决算：${named}`,
    MEMBERS_NOT_ADDED: `${count} 个单位已由上级部门汇总，不重复相加：${named}`,
    FACTOR_MISSING: `${count} 个单位缺少换算系数：${named}`,
    NOT_ADDITIVE: `${count} 个指标不能跨单位相加：${named}`,
    OTHER_SCOPE: `${count} 个单位部分年度的口径不同：${named}`,
    RENAMED_UNIT: `${count} 个单位更名或合并过：${named}`,
    SPLIT_UNIT: `${count} 个单位拆分过：${named}`,
    UNITS_WITHOUT_FIGURE: `${count} 个单位没有数据：${named}`,
  };
  return say(
    told[code] ?? message,
    code === "ONLY_BUDGET" ? `${count} units have published only budgets for these years: ${named}` : message,
  );
}

function More({ comparison }: { readonly comparison: Comparison }) {
  const { say } = useLanguage();
  const change = useChange();
  const shown = comparison.rows.length;
  if (shown >= comparison.totalCount) return null;
  return shown < MOST_ROWS ? (
    <p className="no-print">
      <button type="button" onClick={() => change({ rows: String(Math.min(MOST_ROWS, shown * 2)) }, "replace")}>
        {say(`再多显示一些（${shown} / ${comparison.totalCount}）`, `Show more (${shown} of ${comparison.totalCount})`)}
      </button>
    </p>
  ) : (
    <p className="hint">
      {say(
        `页面最多显示 ${MOST_ROWS} 行，全部 ${comparison.totalCount} 行请导出。`,
        `The page shows ${MOST_ROWS} rows at most; export all ${comparison.totalCount}.`,
      )}
    </p>
  );
}
