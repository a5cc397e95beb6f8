import { useState } from "react";
import type { PageProps } from "../app";
import { Actions, PageHead } from "../components/page-head";
import { Pager } from "../components/pager";
import { PrintedText } from "../components/printed-text";
import type { PrintedCitation } from "../components/printed-text";
import { ProjectTable } from "../components/project-table";
import type { ListedProject } from "../components/project-table";
import { Empty, Shown } from "../components/shown";
import { Value } from "../components/value";
import { writeNumber } from "../../../src/http/charts/write-number";
import { MONEY_UNITS, useMoneyUnit, writePercent } from "../lib/amounts";
import { Link, hrefOf, useChange, useNavigation } from "../lib/address";
import { useAnswer } from "../lib/ask";
import { documentHref } from "../lib/document-href";
import { disclosureParameters } from "../lib/disclosure-parameters";
import { listExports } from "../lib/list-exports";
import { useLanguage } from "../lib/language";
import PROJECT from "../queries/project.graphql?raw";
import PROJECTS from "../queries/projects.graphql?raw";

interface ProjectsAnswer {
  readonly fiscalYears: readonly { readonly year: number }[];
  readonly projects: {
    readonly totalCount: number;
    readonly nodes: readonly ListedProject[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

interface Indicator {
  readonly id: string;
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly comparator: string | null;
  readonly target: string;
  readonly actual: string | null;
  readonly measurementUnit: string | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly reason: string | null;
  readonly achievement: number | null;
  readonly met: boolean | null;
}

interface Project {
  readonly id: string;
  readonly name: string;
  readonly year: number;
  readonly score: number | null;
  readonly totalWeight: number | null;
  readonly unit: { readonly code: string; readonly name: string };
  readonly supervisingUnit: string | null;
  readonly implementingUnit: string | null;
  readonly expectedGoal: string | null;
  readonly actualCompletion: string | null;
  readonly disclosure: { readonly kind: string | null; readonly scope: string | null; readonly document: { readonly fileName: string } };
  readonly narrative: {
    readonly score: number | null;
    readonly budget: number | null;
    readonly executed: number | null;
    readonly executionRate: number | null;
    readonly problems: string | null;
    readonly nextSteps: string | null;
  };
  readonly funds: readonly {
    readonly source: string;
    readonly label: string;
    readonly initialBudget: number | null;
    readonly adjustedBudget: number | null;
    readonly executed: number | null;
    readonly weight: number | null;
    readonly executionRate: number | null;
    readonly score: number | null;
  }[];
  readonly indicators: readonly Indicator[];
  readonly citation: PrintedCitation;
}

/** 项目: the list of projects, or one project with its targets and what came of them. */
export function ProjectPage({ code }: PageProps) {
  return code === "" ? <ProjectList /> : <OneProject id={code} />;
}

function ProjectList() {
  const { say, code } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const money = useMoneyUnit();
  const parameter = (name: string) => address.parameters.get(name) ?? "";
  const [text, setText] = useState(parameter("text"));
  const order = parameter("orderBy") || "SCORE.ASC";
  const [field, direction] = order.split(".");
  const where = {
    ...(parameter("text") !== "" && { text: parameter("text") }),
    ...(parameter("year") !== "" && { year: Number(parameter("year")) }),
    ...(parameter("units") !== "" && { units: parameter("units").split(",") }),
    ...(parameter("all") === "" && { hasTable: true }),
  };
  const variables = { first: 40, after: address.parameters.get("after"), where, orderBy: { field, direction }, money };
  const answered = useAnswer<ProjectsAnswer>(PROJECTS, variables);
  return (
    <div className="page">
      <PageHead title={say("项目绩效自评", "Projects and their self-evaluation")} />
      <form
        className="filters no-print"
        onSubmit={(event) => {
          event.preventDefault();
          change({ text, after: null });
        }}
      >
        <input
          type="search"
          aria-label={say("项目名称中的字", "Words of the name")}
          placeholder={say("项目名称中的字", "Words of the name")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <button type="submit">{say("筛选", "Filter")}</button>
        <select
          aria-label={say("年度", "Year")}
          value={parameter("year")}
          onChange={(event) => change({ year: event.target.value, after: null })}
        >
          <option value="">{say("全部年度", "every year")}</option>
          {answered.state !== "failed" && answered.data?.fiscalYears.map(({ year }) => <option key={year}>{year}</option>)}
        </select>
        <select aria-label={say("排序", "Order")} value={order} onChange={(event) => change({ orderBy: event.target.value, after: null })}>
          <option value="SCORE.ASC">{say("得分从低到高", "lowest score first")}</option>
          <option value="SCORE.DESC">{say("得分从高到低", "highest score first")}</option>
          <option value="ADJUSTED_BUDGET.DESC">{say("预算从大到小", "largest budget first")}</option>
          <option value="NAME.ASC">{say("按名称", "by name")}</option>
        </select>
        <label className="check">
          <input
            type="checkbox"
            checked={parameter("all") !== ""}
            onChange={(event) => change({ all: event.target.checked ? "1" : null, after: null })}
          />
          {say("也列没有自评表的项目", "also those without a table")}
        </label>
      </form>
      <Shown answered={answered} lines={12}>
        {({ projects }) => (
          <>
            <p className="hint">
              {say(
                `${projects.totalCount} 个项目，金额单位：${MONEY_UNITS[money][0]}`,
                `${projects.totalCount} projects, money in ${MONEY_UNITS[money][1]}`,
              )}
            </p>
            {projects.nodes.length === 0 ? (
              <Empty>{say("没有符合条件的项目。", "No project fits.")}</Empty>
            ) : (
              <ProjectTable projects={projects.nodes} />
            )}
            <Pager {...projects.pageInfo} />
          </>
        )}
      </Shown>
      <Actions
        query={PROJECTS}
        variables={variables}
        exports={listExports("projects", {
          text: parameter("text"),
          year: parameter("year"),
          units: parameter("units"),
          hasTable: parameter("all") === "" ? "true" : null,
          orderBy: order,
          lang: code,
          unit: money,
        })}
        noEmbed={say("名单不作嵌入；打开一个项目，嵌入它的指标表。", "The list is not embedded: open a project to embed its targets.")}
      />
    </div>
  );
}

function OneProject({ id }: { readonly id: string }) {
  const { say, code } = useLanguage();
  const money = useMoneyUnit();
  const variables = { id, money };
  const answered = useAnswer<{ project: Project | null }>(PROJECT, variables);
  const project = answered.state === "done" ? answered.data.project : null;
  return (
    <div className="page">
      <Shown answered={answered} lines={14}>
        {({ project }) =>
          project ? (
            <ProjectBody project={project} />
          ) : (
            <PageHead title={say("没有这个项目", "There is no such project")}>
              <p className="lede">
                {say(
                  "文件可能已撤回，或修订后改了项目名称。请按名称查找。",
                  "The document may have been withdrawn, or its correction renamed the project. Look for it by its name.",
                )}
              </p>
              <Link to="/projects">{say("项目列表", "Projects")}</Link>
            </PageHead>
          )
        }
      </Shown>
      <Actions
        query={PROJECT}
        variables={variables}
        {...(project && {
          exports: [
            ...listExports("indicators", { project: id, lang: code }).map(([name, href]): readonly [string, string] => [
              say(`指标 ${name}`, `targets, ${name}`),
              href,
            ]),
            [
              say("所在文件 Excel", "its document, Excel"),
              documentHref("xlsx", project.unit.code, { ...project.disclosure, fiscalYear: project }, code, money),
            ],
          ],
          embed: hrefOf("/embed/project", new URLSearchParams(), { id, lang: code, unit: money }),
        })}
      />
    </div>
  );
}

const COMPARATORS: Readonly<Record<string, string>> = { EQ: "=", GE: "≥", GT: ">", LE: "≤", LT: "<" };

function ProjectBody({ project }: { readonly project: Project }) {
  const { say, word } = useLanguage();
  const unit = useMoneyUnit();
  const { unit: owner, funds, indicators, narrative } = project;
  const total = funds.find(({ source }) => source === "TOTAL");
  const missed = indicators.filter(({ met }) => met === false).length;
  const rows: readonly (readonly [string, string | null])[] = [
    [say("主管部门", "Supervised by"), project.supervisingUnit],
    [say("实施单位", "Done by"), project.implementingUnit],
    [say("预期目标", "Goal"), project.expectedGoal],
    [say("实际完成", "What was done"), project.actualCompletion],
    [say("发现的问题", "Problems found"), narrative.problems],
    [say("改进措施", "Next steps"), narrative.nextSteps],
  ];
  const money = say(...MONEY_UNITS[unit]);
  return (
    <>
      <PageHead
        title={project.name}
        eyebrow={
          <>
            <Link
              to={`/units/${encodeURIComponent(owner.code)}`}
              parameters={disclosureParameters({ fiscalYear: project, ...project.disclosure })}
            >
              {owner.name}
            </Link>
            {" · "}
            {project.year} {project.disclosure.kind !== null && word("kind", project.disclosure.kind)}
            {project.disclosure.scope === "DEPARTMENT" && ` · ${word("scope", "DEPARTMENT")}`}
          </>
        }
      />
      <dl className="totals">
        <div>
          <dt>{say("自评得分", "Score")}</dt>
          <dd>
            {project.score === null ? <Value value={null} kind="SCORE" /> : writeNumber(project.score, "SCORE", unit)}
            {project.totalWeight !== null && <small>{say(`满分 ${project.totalWeight}`, `of ${project.totalWeight}`)}</small>}
          </dd>
        </div>
        <div>
          <dt>{`${say("全年预算", "Budget")}（${money}）`}</dt>
          <dd>
            <Value value={total?.adjustedBudget ?? narrative.budget} kind="MONEY" />
          </dd>
        </div>
        <div>
          <dt>{`${say("全年执行", "Spent")}（${money}）`}</dt>
          <dd>
            <Value value={total?.executed ?? narrative.executed} kind="MONEY" />
            {total?.executionRate != null && (
              <small>{say(`执行率 ${writePercent(total.executionRate)}`, `${writePercent(total.executionRate)} of the budget`)}</small>
            )}
          </dd>
        </div>
        <div>
          <dt>{say("未完成指标", "Targets missed")}</dt>
          <dd>
            {missed}
            <small>{say(`共 ${indicators.length} 项`, `of ${indicators.length}`)}</small>
          </dd>
        </div>
      </dl>
      {indicators.length > 0 && (
        <section>
          <h2>{say("绩效指标", "Targets")}</h2>
          <IndicatorTable indicators={indicators} />
          <p className="hint">
            {say(
              "完成与否按目标值与实际值判断，不看得分。",
              "Whether a target was met is judged by target and actual value, never by the score.",
            )}
          </p>
        </section>
      )}
      {funds.length > 0 && (
        <section>
          <h2>
            {say("资金", "Funds")} <small>{money}</small>
          </h2>
          <div className="scroll" tabIndex={0} role="region" aria-label={say("资金", "Funds")}>
            <table>
              <thead>
                <tr>
                  <th scope="col">{say("来源", "Source")}</th>
                  <th scope="col" className="n">
                    {say("年初预算", "Initial")}
                  </th>
                  <th scope="col" className="n">
                    {say("全年预算", "Adjusted")}
                  </th>
                  <th scope="col" className="n">
                    {say("执行", "Spent")}
                  </th>
                  <th scope="col" className="n">
                    {say("执行率", "Rate")}
                  </th>
                  <th scope="col" className="n">
                    {say("得分 / 分值", "Score / weight")}
                  </th>
                </tr>
              </thead>
              <tbody>
                {funds.map((one, at) => (
                  <tr key={at}>
                    <th scope="row">{say(one.label, word("fund", one.source))}</th>
                    <td className="n">
                      <Value value={one.initialBudget} kind="MONEY" />
                    </td>
                    <td className="n">
                      <Value value={one.adjustedBudget} kind="MONEY" />
                    </td>
                    <td className="n">
                      <Value value={one.executed} kind="MONEY" />
                    </td>
                    <td className="n">{one.executionRate === null ? "" : writePercent(one.executionRate)}</td>
                    <td className="n">{one.score === null ? "" : `${one.score}${one.weight === null ? "" : ` / ${one.weight}`}`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      )}
      <section>
        <h2>{say("文件怎么说", "In the words of the document")}</h2>
        <dl className="pairs">
          {rows
            .filter(([, value]) => value !== null && value !== "")
            .map(([name, value]) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          <div>
            <dt>{say("文件", "File")}</dt>
            <dd className="wrap">{project.disclosure.document.fileName}</dd>
          </div>
        </dl>
        <h3>{say("出处", "Source")}</h3>
        <PrintedText citation={project.citation} />
      </section>
    </>
  );
}

function IndicatorTable({ indicators }: { readonly indicators: readonly Indicator[] }) {
  const { say } = useLanguage();
  const hasReason = indicators.some(({ reason }) => reason !== null && reason !== "");
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say("绩效指标", "Targets")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say("指标", "Indicator")}</th>
            <th scope="col" className="n">
              {say("目标", "Target")}
            </th>
            <th scope="col" className="n">
              {say("实际", "Actual")}
            </th>
            <th scope="col" className="n">
              {say("完成度", "Achievement")}
            </th>
            <th scope="col">{say("是否完成", "Met")}</th>
            <th scope="col" className="n">
              {say("得分 / 分值", "Score / weight")}
            </th>
            {hasReason && <th scope="col">{say("偏差原因", "Reason")}</th>}
          </tr>
        </thead>
        <tbody>
          {indicators.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                {one.name}
                <small>{[one.level1, one.level2].filter((level) => level !== "").join(" › ")}</small>
              </th>
              <td className="n">
                {one.comparator === null || /^[≥≤=＝<>]/.test(one.target) ? "" : COMPARATORS[one.comparator]}
                {one.target}
                {one.measurementUnit}
              </td>
              <td className="n">
                {one.actual === null ? <Value value={null} kind="COUNT" /> : one.actual}
                {one.actual !== null && one.measurementUnit}
              </td>
              <td className="n">{one.achievement === null ? "" : writePercent(one.achievement)}</td>
              <td>
                <span className={`verdict ${one.met === null ? "" : one.met ? "is-met" : "is-missed"}`}>
                  {one.met === null ? say("无法判断", "unclear") : one.met ? say("完成", "met") : say("未完成", "missed")}
                </span>
              </td>
              <td className="n">{one.score === null ? "" : `${one.score}${one.weight === null ? "" : ` / ${one.weight}`}`}</td>
              {hasReason && <td className="reason-cell">{one.reason}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
