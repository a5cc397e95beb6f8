import { FindingList } from "../components/finding-list";
import { SourceLine } from "../components/page-head";
import { ProjectTable } from "../components/project-table";
import { Empty } from "../components/shown";
import { Value, ValueLegend } from "../components/value";
import { MONEY_UNITS, useMoneyUnit, writePercent } from "../lib/amounts";
import { Link } from "../lib/address";
import { useLanguage } from "../lib/language";
import { measureName } from "../components/measure-name";
import { FigureTable, Sourced, isTold } from "./figure-table";
import { SubjectTreemap } from "./subject-treemap";
import type { ShownDisclosure, ToldFigure } from "./unit-answer";

interface SectionProps {
  readonly disclosure: ShownDisclosure;
  readonly dataVersion: number;
}

const isBudget = ({ kind }: ShownDisclosure): boolean => kind === "BUDGET";

/** 收支: where the money came from. */
export function Sources({ disclosure, dataVersion }: SectionProps) {
  const language = useLanguage();
  const { say } = language;
  const unit = useMoneyUnit();
  const told = disclosure.sources.filter(({ value }) => value !== null && value !== 0);
  const most = Math.max(0, ...told.map(({ value }) => value ?? 0));
  return (
    <section id="sources">
      <h2>{say("钱从哪里来", "Where the money came from")}</h2>
      {told.length === 0 ? (
        <Empty>{say("没有公开收入来源。", "No source of revenue is disclosed.")}</Empty>
      ) : (
        <table className="meters">
          <caption className="visually-hidden">{say("收入来源", "Sources of revenue")}</caption>
          <tbody>
            {told.map(({ measure, value, status, share }) => (
              <tr key={measure.code}>
                <th scope="row">{measureName(measure, language)}</th>
                <td className="meter">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect width={most > 0 && value !== null ? Math.max(0.4, (value / most) * 100) : 0} height="10" />
                  </svg>
                </td>
                <td className="n">
                  <Sourced
                    name={measureName(measure, language)}
                    measure={measure.code}
                    stage={isBudget(disclosure) ? "INITIAL_BUDGET" : "FINAL"}
                    value={value}
                    status={status}
                    kind="MONEY"
                  />
                </td>
                <td className="n share">{share === null ? "" : writePercent(share)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <SourceLine unit={say(...MONEY_UNITS[unit])} dataVersion={dataVersion}>
        <span>{say("百分比占收入总计", "Percent of total revenue")}</span>
      </SourceLine>
    </section>
  );
}

/** 支出去向 down to 项, and each 项 against its budget with the stated reason. */
export function Spending({ disclosure, dataVersion }: SectionProps) {
  const { say } = useLanguage();
  const unit = useMoneyUnit();
  const all = [disclosure.classes, disclosure.sections, disclosure.items];
  const general = [disclosure.generalClasses, disclosure.generalSections, disclosure.generalItems];
  const isWhole = disclosure.classes.length > 0;
  const levels = (isWhole ? all : general).filter((level) => level.length > 0);
  const items = disclosure.generalItems;
  return (
    <section id="spending">
      <h2>{say("钱花到哪里去", "Where it went")}</h2>
      {levels.length === 0 ? (
        <Empty>{say("没有按科目公开支出。", "Expenditure is not disclosed by subject.")}</Empty>
      ) : (
        <figure className="bare">
          <SubjectTreemap
            levels={levels}
            label={say("按支出功能分类的面积图，数字见下表。", "Areas by functional subject; the table below holds numbers.")}
          />
          <SourceLine unit={say(...MONEY_UNITS[unit])} dataVersion={dataVersion}>
            <span>
              {isWhole
                ? say("本年支出，按功能分类", "Current-year expenditure by functional subject")
                : say("一般公共预算财政拨款支出，按功能分类", "General public budget expenditure by functional subject")}
            </span>
          </SourceLine>
        </figure>
      )}
      {items.length > 0 && (
        <>
          <h3>
            {say(
              "一般公共预算财政拨款支出：逐项预算、决算与原因",
              "General public budget expenditure: budget, final and reason, item by item",
            )}
          </h3>
          <div className="scroll" tabIndex={0} role="region" aria-label={say("逐项支出", "Expenditure by item")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("科目", "Subject")}</th>
                  <th scope="col" className="n">
                    {say("年初预算", "Initial budget")}
                  </th>
                  {!isBudget(disclosure) && (
                    <>
                      <th scope="col" className="n">
                        {say("决算", "Final")}
                      </th>
                      <th scope="col" className="n">
                        {say("完成率", "Completion")}
                      </th>
                      <th scope="col">{say("文件所述原因", "Reason as stated")}</th>
                    </>
                  )}
                </tr>
              </thead>
              <tbody>
                {items.map(({ subject, initialBudget, final, completionRate, reason, status }) => (
                  <tr key={subject?.code}>
                    <th scope="row">
                      <Link to={`/subjects/${encodeURIComponent(subject?.code ?? "")}`}>{subject?.name}</Link>
                      <small>{subject?.code}</small>
                    </th>
                    <td className="n">
                      <Sourced
                        name={subject?.name ?? ""}
                        measure="GENERAL_PUBLIC_EXPENDITURE"
                        subject={subject?.code ?? null}
                        stage="INITIAL_BUDGET"
                        value={initialBudget}
                        kind="MONEY"
                      />
                    </td>
                    {!isBudget(disclosure) && (
                      <>
                        <td className="n">
                          <Sourced
                            name={subject?.name ?? ""}
                            measure="GENERAL_PUBLIC_EXPENDITURE"
                            subject={subject?.code ?? null}
                            stage="FINAL"
                            value={final}
                            status={status}
                            kind="MONEY"
                          />
                        </td>
                        <td className="n">{completionRate === null ? "" : writePercent(completionRate)}</td>
                        <td className="reason-cell">{reason}</td>
                      </>
                    )}
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </>
      )}
    </section>
  );
}

/** Amounts and the counts that explain them. */
export function Told({
  id,
  title,
  disclosure,
  amounts,
  counts = [],
  keepUntold = false,
}: {
  readonly id: string;
  readonly title: string;
  readonly disclosure: ShownDisclosure;
  readonly amounts: readonly ToldFigure[];
  readonly counts?: readonly ToldFigure[];
  readonly keepUntold?: boolean;
}) {
  const { say } = useLanguage();
  const unit = useMoneyUnit();
  const isAny = isTold(amounts) || isTold(counts);
  return (
    <section id={id}>
      <h2>{title}</h2>
      {!isAny ? (
        <p className="empty">
          <Value value={null} status="NOT_DISCLOSED" kind="MONEY" /> {say("本文件没有公开。", "This document does not say.")}
        </p>
      ) : (
        <>
          {(isTold(amounts) || keepUntold) && (
            <FigureTable figures={amounts} isBudget={isBudget(disclosure)} label={title} keepUntold={keepUntold} />
          )}
          {isTold(counts) && <Counts figures={counts} disclosure={disclosure} />}
          {amounts.some(({ measure }) => measure.kind === "MONEY") && (
            <p className="source-line">{say(`金额单位：${MONEY_UNITS[unit][0]}`, `Money in ${MONEY_UNITS[unit][1]}`)}</p>
          )}
        </>
      )}
    </section>
  );
}

function Counts({ figures, disclosure }: { readonly figures: readonly ToldFigure[]; readonly disclosure: ShownDisclosure }) {
  const language = useLanguage();
  return (
    <dl className="counts">
      {figures
        .filter(({ status }) => status !== "NOT_DISCLOSED")
        .map(({ measure, value, status }) => (
          <div key={measure.code}>
            <dt>{measureName(measure, language)}</dt>
            <dd>
              <Sourced
                name={measureName(measure, language)}
                measure={measure.code}
                stage={isBudget(disclosure) ? "INITIAL_BUDGET" : "FINAL"}
                value={value}
                status={status}
                kind={measure.kind}
              />{" "}
              {language.code === "zh" && <small>{measure.unit}</small>}
            </dd>
          </div>
        ))}
    </dl>
  );
}

const MOST_PROJECTS = 60;

/** 项目: money, score, and how many targets were met. */
export function Projects({ disclosure }: { readonly disclosure: ShownDisclosure }) {
  const { say } = useLanguage();
  const { projects } = disclosure;
  const ordered = [...projects].sort((a, b) => (a.score ?? 1000) - (b.score ?? 1000));
  return (
    <section id="projects">
      <h2>
        {say("项目与绩效指标", "Projects and their targets")} <small>{projects.length}</small>
      </h2>
      {projects.length === 0 ? (
        <Empty>{say("本文件没有列出项目。", "This document lists no projects.")}</Empty>
      ) : (
        <ProjectTable projects={ordered.slice(0, MOST_PROJECTS)} />
      )}
      {projects.length > MOST_PROJECTS && (
        <p className="hint">{say(`显示得分最低的 ${MOST_PROJECTS} 个。`, `The ${MOST_PROJECTS} that scored least.`)}</p>
      )}
    </section>
  );
}

/** 勾稽: what contradicts itself in this document. */
export function Findings({ disclosure }: { readonly disclosure: ShownDisclosure }) {
  const { say } = useLanguage();
  const { quality, findings } = disclosure;
  const order = ["ERROR", "WARNING", "INFO"];
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  return (
    <section id="findings">
      <h2>{say("勾稽核对", "Checks")}</h2>
      <p className="hint">
        {say(
          `通过 ${quality.passed} 项，不符 ${quality.failed} 项，缺数无法核对 ${quality.undecided} 项，不适用 ${quality.notApplicable} 项。`,
          `${quality.passed} pass, ${quality.failed} fail, ${quality.undecided} lack what they need, ${quality.notApplicable} do not apply.`,
        )}
      </p>
      {sorted.length === 0 ? <Empty>{say("没有发现不符。", "Nothing contradicts itself.")}</Empty> : <FindingList findings={sorted} />}
    </section>
  );
}

/** 修订: what each correction changed. */
export function Revisions({ disclosure }: { readonly disclosure: ShownDisclosure }) {
  const language = useLanguage();
  const { say, word, code } = language;
  const { revisions, changes } = disclosure;
  if (revisions.length < 2) return null;
  return (
    <section id="revisions">
      <h2>{say("修订", "Revisions")}</h2>
      <ol className="entries">
        {revisions.map(({ revision, publishedAt, note }) => (
          <li key={revision}>
            {say(`第 ${revision} 次`, `No. ${revision}`)}{" "}
            <small>
              {publishedAt !== null && new Date(publishedAt).toLocaleString(code === "zh" ? "zh-CN" : "en-GB")} {note}
            </small>
          </li>
        ))}
      </ol>
      {changes.length > 0 && (
        <div className="scroll" tabIndex={0} role="region" aria-label={say("修订差异", "What changed")}>
          <table>
            <thead>
              <tr>
                <th scope="col">{say("指标", "Measure")}</th>
                <th scope="col">{say("阶段", "Stage")}</th>
                <th scope="col" className="n">
                  {say("修订前", "Before")}
                </th>
                <th scope="col" className="n">
                  {say("修订后", "After")}
                </th>
                <th scope="col" className="n">
                  {say("差额", "Difference")}
                </th>
              </tr>
            </thead>
            <tbody>
              {changes.map((one, at) => {
                const kind = one.measure?.kind ?? "MONEY";
                return (
                  <tr key={at}>
                    <th scope="row">
                      {one.measure && measureName(one.measure, language)}
                      {one.subject && <small>{`${one.subject.code} ${one.subject.name}`}</small>}
                    </th>
                    <td>{one.stage !== null && word("stage", one.stage)}</td>
                    <td className="n">
                      <Value value={one.before} kind={kind} />
                    </td>
                    <td className="n">
                      <Value value={one.after} kind={kind} />
                    </td>
                    <td className="n">{one.difference !== null && <Value value={one.difference} kind={kind} />}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

export function DocumentFacts({ disclosure }: { readonly disclosure: ShownDisclosure }) {
  const { say } = useLanguage();
  const { officers, document } = disclosure;
  const facts: readonly (readonly [string, string | number | null])[] = [
    [say("封面单位", "On the cover"), disclosure.unitNamePrinted],
    [say("报送日期", "Reported"), disclosure.reportedOn],
    [say("单位负责人", "Head"), officers.head],
    [say("财务负责人", "Finance lead"), officers.financeLead],
    [say("编制人", "Preparer"), officers.preparer],
    [say("汇总单位数", "Member units"), disclosure.memberUnitCount],
    [say("内设机构", "Offices"), disclosure.officeCount],
    [say("引用覆盖率", "Numbers cited"), disclosure.coverage.percent === null ? null : writePercent(disclosure.coverage.percent)],
    [say("文件", "File"), document.fileName],
    ["SHA-256", document.sha256],
  ];
  return (
    <section id="document">
      <h2>{say("来源文件", "Document")}</h2>
      <dl className="pairs facts">
        {facts
          .filter(([, value]) => value !== null)
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className="wrap">{value}</dd>
            </div>
          ))}
      </dl>
      <ValueLegend />
    </section>
  );
}
