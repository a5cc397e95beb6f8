import { useCallback } from "react";
import { FigureDrawer, readFigureKey } from "../components/figure-drawer";
import { measureName } from "../components/measure-name";
import { Actions, PageHead } from "../components/page-head";
import { Empty, Shown } from "../components/shown";
import { Value } from "../components/value";
import type { PageProps } from "../app";
import { MONEY_UNITS, useMoneyUnit, writePercent } from "../lib/amounts";
import { Link, hrefOf, useChange, useNavigation } from "../lib/address";
import { useAnswer } from "../lib/ask";
import { documentHref } from "../lib/document-href";
import { useLanguage } from "../lib/language";
import DISCLOSURE from "../queries/disclosure.graphql?raw";
import UNIT from "../queries/unit.graphql?raw";
import { FiguresOf } from "../unit/figure-table";
import type { DisclosureAnswer, PublishedDisclosure, ShownDisclosure, UnitAnswer } from "../unit/unit-answer";
import { UnitHistory } from "../unit/unit-history";
import { UnitList } from "../unit/unit-list";
import { DocumentFacts, Findings, Projects, Revisions, Sources, Spending, Told } from "../unit/unit-sections";

/** 单位: what one unit published, year by year, and everything that one of its disclosures says. */
export function UnitPage({ code }: PageProps) {
  return code === "" ? <UnitList /> : <OneUnit code={code} />;
}

const keyOf = ({ fiscalYear, kind, scope }: PublishedDisclosure): string => `${fiscalYear.year} ${kind} ${scope}`;

function OneUnit({ code }: PageProps) {
  const { say, word, code: language } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const money = useMoneyUnit();
  const answered = useAnswer<UnitAnswer>(UNIT, { unit: code, money });
  const figureKey = readFigureKey(address.parameters.get("cell"));
  const close = useCallback(() => change({ cell: null }, "replace"), [change]);
  const disclosures = answered.state === "failed" ? [] : (answered.data?.unit.disclosures.nodes ?? []);
  const chosen = choose(disclosures, address.parameters);
  const variables = chosen && { unit: code, year: chosen.fiscalYear.year, kind: chosen.kind, scope: chosen.scope, money };
  const disclosure = useAnswer<DisclosureAnswer>(DISCLOSURE, variables);
  return (
    <div className={figureKey ? "page with-drawer" : "page"}>
      <Shown answered={answered} lines={12}>
        {({ unit, budgets, adjusted, finals }) => (
          <>
            <PageHead
              title={unit.name}
              eyebrow={
                <>
                  {[unit.region?.parent?.name, unit.region?.name].filter(Boolean).join(" · ")}
                  {unit.level !== null && ` · ${word("level", unit.level)}`}
                  {unit.nature !== null && ` · ${word("nature", unit.nature)}`}
                </>
              }
            >
              <div className="relatives">
                {unit.parent && (
                  <span>
                    {say("主管单位 ", "Under ")}
                    <Link to={`/units/${encodeURIComponent(unit.parent.code)}`}>{unit.parent.name}</Link>
                  </span>
                )}
                {unit.children.length > 0 && (
                  <span>
                    {say("下属单位 ", "Above ")}
                    {unit.children.slice(0, 12).map((one) => (
                      <Link key={one.code} to={`/units/${encodeURIComponent(one.code)}`}>
                        {one.name}
                      </Link>
                    ))}
                    {unit.children.length > 12 && say(`等 ${unit.children.length} 个`, `and ${unit.children.length - 12} more`)}
                  </span>
                )}
                {unit.region && (
                  <Link
                    to="/compare"
                    parameters={{ regions: unit.region.code, measures: "EXPENDITURE_TOTAL,THREE_PUBLIC_TOTAL", pin: unit.code }}
                  >
                    {say("与同地区单位比较", "Compare with the units of the region")}
                  </Link>
                )}
                <a className="no-print" href={hrefOf("/feed.atom", new URLSearchParams(), { units: code })}>
                  {say("订阅公开与更正", "Follow by feed")}
                </a>
              </div>
            </PageHead>
            {chosen ? (
              <>
                <div className="history">
                  <UnitHistory measure="EXPENDITURE_TOTAL" budgets={budgets} adjusted={adjusted} finals={finals} />
                  <UnitHistory measure="THREE_PUBLIC_TOTAL" budgets={budgets} adjusted={adjusted} finals={finals} />
                </div>
                <Chooser disclosures={disclosures} chosen={chosen} />
                <p className="downloads no-print">
                  <span>{say("导出这份文件：", "This document as")}</span>
                  {(["xlsx", "csv", "ndjson"] as const).map((format) => (
                    <a key={format} href={documentHref(format, code, chosen, language, money)} download>
                      {EXPORT_NAMES[format]}
                    </a>
                  ))}
                  <small>
                    {say("法定表样式，附每个数字的出处", "in the layout of the statutory tables, with the source of every figure")}
                  </small>
                </p>
              </>
            ) : (
              <Empty>{say("该单位没有公开文件。", "Nothing of this unit is published.")}</Empty>
            )}
          </>
        )}
      </Shown>
      {chosen && variables && (
        <Shown answered={disclosure} lines={16}>
          {(data) =>
            data.disclosure && (
              <FiguresOf from={{ unit: code, year: chosen.fiscalYear.year, kind: chosen.kind, scope: chosen.scope }}>
                <Whole disclosure={data.disclosure} dataVersion={disclosure.state === "done" ? disclosure.dataVersion : 0} />
              </FiguresOf>
            )
          }
        </Shown>
      )}
      {figureKey && <FigureDrawer figureKey={figureKey} onClose={close} />}
      <Actions
        query={variables ? DISCLOSURE : UNIT}
        variables={variables ?? { unit: code, money }}
        exports={[
          [say("各年主要指标 CSV", "main figures of all years, CSV"), exportHref("csv", code, language, money)],
          [say("各年主要指标 Excel", "main figures of all years, Excel"), exportHref("xlsx", code, language, money)],
          [say("各年勾稽不符 Excel", "findings of all years, Excel"), listHref("findings", code, language, money)],
          [say("各年项目 Excel", "projects of all years, Excel"), listHref("projects", code, language, money)],
        ]}
        embed={`/embed/compare?units=${encodeURIComponent(code)}&measures=EXPENDITURE_TOTAL,THREE_PUBLIC_TOTAL&kind=line&lang=${language}`}
      />
    </div>
  );
}

const EXPORTED =
  "REVENUE_TOTAL,EXPENDITURE_TOTAL,BASIC_EXPENDITURE,PROJECT_EXPENDITURE,GENERAL_PUBLIC_EXPENDITURE,THREE_PUBLIC_TOTAL,PROCUREMENT_TOTAL";

/** The unit's main figures of every year as a file. */
const exportHref = (format: string, code: string, language: string, money: string): string =>
  `/export/compare.${format}?units=${encodeURIComponent(code)}&measures=${EXPORTED}&lang=${language}&unit=${money}`;

const listHref = (list: string, units: string, lang: string, unit: string): string =>
  hrefOf(`/export/${list}.xlsx`, new URLSearchParams(), { units, lang, unit });

const EXPORT_NAMES = { xlsx: "Excel", csv: "CSV", ndjson: "NDJSON" } as const;

/** The disclosure that the address names; by itself the newest final accounts of the whole department. */
function choose(disclosures: readonly PublishedDisclosure[], parameters: URLSearchParams): PublishedDisclosure | undefined {
  const [year, kind, scope] = [Number(parameters.get("year")), parameters.get("kind"), parameters.get("scope")];
  const fits = (one: PublishedDisclosure): number =>
    (one.fiscalYear.year === year ? 100_000_000 : 0) +
    (one.kind === (kind ?? "FINAL_ACCOUNTS") ? (kind === null ? 5_000 : 1_000_000) : 0) +
    (one.scope === (scope ?? "DEPARTMENT") ? (scope === null ? 0.5 : 100_000) : 0) +
    one.fiscalYear.year;
  return [...disclosures].sort((a, b) => fits(b) - fits(a))[0];
}

function Chooser({ disclosures, chosen }: { readonly disclosures: readonly PublishedDisclosure[]; readonly chosen: PublishedDisclosure }) {
  const { say, word } = useLanguage();
  const change = useChange();
  const hasScopes = new Set(disclosures.map(({ scope }) => scope)).size > 1;
  const years = [...new Set(disclosures.map(({ fiscalYear }) => fiscalYear.year))].sort((a, b) => b - a);
  return (
    <div className="chooser" role="group" aria-label={say("公开文件", "Disclosure")}>
      {years.map((year) => (
        <div key={year}>
          <b>{year}</b>
          {disclosures
            .filter(({ fiscalYear }) => fiscalYear.year === year)
            .map((one) => (
              <button
                key={keyOf(one)}
                type="button"
                aria-pressed={keyOf(one) === keyOf(chosen)}
                onClick={() => change({ year: String(year), kind: one.kind, scope: hasScopes ? one.scope : null, cell: null })}
              >
                {one.kind !== null && word("kind", one.kind)}
                {hasScopes && one.scope !== null && ` · ${word("scope", one.scope)}`}
                {one.quality.failed > 0 && <em>{say(`${one.quality.failed} 处不符`, `${one.quality.failed} fail`)}</em>}
              </button>
            ))}
        </div>
      ))}
    </div>
  );
}

const HEADLINES = ["EXPENDITURE_TOTAL", "BASIC_EXPENDITURE", "PROJECT_EXPENDITURE"];

function Whole({ disclosure, dataVersion }: { readonly disclosure: ShownDisclosure; readonly dataVersion: number }) {
  const language = useLanguage();
  const { say } = language;
  const unit = useMoneyUnit();
  const figureOf = (code: string) => [...disclosure.totals, ...disclosure.threePublic].find(({ measure }) => measure.code === code);
  const headlines = [...HEADLINES, "THREE_PUBLIC_TOTAL"].flatMap((code) => figureOf(code) ?? []);
  const places: readonly (readonly [string, string])[] = [
    ["sources", say("来源", "Sources")],
    ["spending", say("去向", "Spending")],
    ["totals", say("收支", "Totals")],
    ["three-public", say("“三公”", "Three public")],
    ["procurement", say("采购", "Procurement")],
    ["assets", say("车辆设备", "Assets")],
    ["projects", say("项目", "Projects")],
    ["findings", say("勾稽", "Checks")],
    ...(disclosure.revisions.length > 1 ? ([["revisions", say("修订", "Revisions")]] as const) : []),
    ["document", say("文件", "Document")],
  ];
  return (
    <>
      <dl className="totals">
        {headlines.map(({ measure, value, status, yearOnYear }) => (
          <div key={measure.code}>
            <dt>
              {measureName(measure, language)}（{say(...MONEY_UNITS[unit])}）
            </dt>
            <dd>
              <Value value={value} status={status} kind={measure.kind} />
              <small>{yearOnYear?.rate == null ? "" : `${say("同比", "on the year")} ${writePercent(yearOnYear.rate, true)}`}</small>
            </dd>
          </div>
        ))}
        <div>
          <dt>{say("勾稽核对", "Checks")}</dt>
          <dd>
            {disclosure.quality.failed === 0
              ? say("相符", "clean")
              : say(`${disclosure.quality.failed} 处不符`, `${disclosure.quality.failed} fail`)}
            <small>{say(`通过 ${disclosure.quality.passed} 项`, `${disclosure.quality.passed} pass`)}</small>
          </dd>
        </div>
      </dl>
      <nav className="places" aria-label={say("本页内容", "On this page")}>
        {places.map(([id, name]) => (
          <a key={id} href={`#${id}`}>
            {name}
          </a>
        ))}
      </nav>
      <Sources disclosure={disclosure} dataVersion={dataVersion} />
      <Spending disclosure={disclosure} dataVersion={dataVersion} />
      <Told id="totals" title={say("预算与决算", "Budget and final accounts")} disclosure={disclosure} amounts={disclosure.totals} />
      <Told
        id="three-public"
        title={say("“三公”经费", "Three public expenses")}
        disclosure={disclosure}
        amounts={disclosure.threePublic}
        counts={disclosure.counts}
        keepUntold
      />
      <Told id="procurement" title={say("政府采购", "Government procurement")} disclosure={disclosure} amounts={disclosure.procurement} />
      <Told
        id="assets"
        title={say("车辆与大型设备", "Vehicles and large equipment")}
        disclosure={disclosure}
        amounts={[]}
        counts={disclosure.assets}
      />
      <Projects disclosure={disclosure} />
      <Findings disclosure={disclosure} />
      <Revisions disclosure={disclosure} />
      <DocumentFacts disclosure={disclosure} />
    </>
  );
}
