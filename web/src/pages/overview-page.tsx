import { Actions, PageHead } from "../components/page-head";
import { SearchBox } from "../components/search-box";
import { Empty, Shown } from "../components/shown";
import { addressOf } from "../components/suggestion-address";
import { Link, useChange, useHref, useNavigation } from "../lib/address";
import type { Changes } from "../lib/address";
import { useAnswer } from "../lib/ask";
import { disclosureParameters } from "../lib/disclosure-parameters";
import { useLanguage } from "../lib/language";
import COVERAGE from "../queries/coverage.graphql?raw";
import REGION_COVERAGE from "../queries/region-coverage.graphql?raw";
import OVERVIEW from "../queries/overview.graphql?raw";

interface NamedUnit {
  readonly code: string;
  readonly name: string;
}

interface Overview {
  readonly hub: { readonly dataVersion: number; readonly updatedAt: string };
  readonly fiscalYears: readonly {
    readonly year: number;
    readonly disclosureCount: number;
    readonly coverage: { readonly expected: number; readonly disclosed: number };
  }[];
  readonly units: { readonly totalCount: number };
  readonly projects: { readonly totalCount: number };
  readonly allFindings: { readonly totalCount: number };
  readonly newest: {
    readonly totalCount: number;
    readonly nodes: readonly {
      readonly id: string;
      readonly unit: NamedUnit;
      readonly fiscalYear: { readonly year: number };
      readonly kind: string | null;
      readonly scope: string | null;
      readonly revision: number;
      readonly publishedAt: string | null;
      readonly coverage: { readonly percent: number | null };
      readonly quality: { readonly passed: number; readonly failed: number };
    }[];
  };
  readonly findings: {
    readonly nodes: readonly {
      readonly rule: { readonly code: string; readonly title: string; readonly titleZh: string };
      readonly zh: string;
      readonly en: string;
      readonly disclosure: {
        readonly unit: NamedUnit;
        readonly fiscalYear: { readonly year: number };
        readonly kind: string | null;
        readonly scope: string | null;
      };
    }[];
  };
}

interface Checks {
  readonly columns: readonly { readonly year: number; readonly measure: { readonly code: string } }[];
  readonly rows: readonly {
    readonly unit: NamedUnit & { readonly region: { readonly name: string } | null };
    readonly cells: readonly { readonly value: number | null; readonly status: string }[];
  }[];
}

interface Coverage {
  readonly compare: Checks & { readonly totalCount: number };
  readonly budgets: Checks;
}

interface RegionCoverage {
  readonly compare: {
    readonly coverage: { readonly byRegion: readonly RegionYear[] };
  };
  readonly units: { readonly totalCount: number };
}

interface RegionYear {
  readonly group: { readonly key: string; readonly name: string };
  readonly year: number;
  readonly expected: number;
  readonly disclosed: number;
}

/** Questions that the pages answer at once: each is an address. */
const QUESTIONS: readonly (readonly [zh: string, en: string, parameters: Changes])[] = [
  [
    "“三公”经费谁最多？",
    "Who spends most on the three public expenses?",
    { measures: "THREE_PUBLIC_TOTAL,OFFICIAL_VEHICLES,OFFICIAL_RECEPTION", orderBy: "THREE_PUBLIC_TOTAL.DESC", plot: "bars" },
  ],
  ["支出逐年怎么变？", "How does expenditure move over the years?", { measures: "EXPENDITURE_TOTAL", pivot: "YEAR", plot: "lines" }],
  [
    "采购给了中小企业多少？",
    "How much procurement goes to small enterprises?",
    { measures: "PROCUREMENT_TOTAL,PROCUREMENT_SME,SME_SHARE_OF_PROCUREMENT", plot: "scatter" },
  ],
  [
    "项目支出占多大比重？",
    "What share is project expenditure?",
    { measures: "PROJECT_SHARE,PROJECT_EXPENDITURE,CURRENT_YEAR_EXPENDITURE", orderBy: "PROJECT_SHARE.DESC", plot: "distribution" },
  ],
  ["各地区合计多少？", "What are the totals by region?", { measures: "EXPENDITURE_TOTAL,THREE_PUBLIC_TOTAL", groupBy: "REGION" }],
];

/** 总览: what is in the hub. */
export function OverviewPage() {
  const { say, code } = useLanguage();
  const { go } = useNavigation();
  const href = useHref();
  const overview = useAnswer<Overview>(OVERVIEW, {});
  return (
    <div className="page">
      <section className="hero">
        <PageHead title={say("每一笔公开的钱，都查得到出处", "Every published figure, with its source")}>
          <p className="lede">
            {say(
              "把各部门公开的预算、决算文件逐项读成数据：跨单位、跨年度比较，一键回到原文那一行。",
              "Departmental budgets and final accounts read figure by figure: compare across units and years, and go back to the printed line.",
            )}
          </p>
        </PageHead>
        <SearchBox
          large
          label={say("检索单位、指标、科目", "Search units, measures, subjects")}
          placeholder={say("输入单位、指标或科目，也可用拼音首字母或代码", "A unit, measure or subject; pinyin initials or a code")}
          onPick={(one) => go(href(...addressOf(one)))}
          onSubmit={(text) => go(href("/search", { q: text }))}
        />
        <ul className="questions">
          {QUESTIONS.map(([zh, en, parameters]) => (
            <li key={en}>
              <Link to="/compare" parameters={parameters}>
                {say(zh, en)}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <Shown answered={overview} lines={3}>
        {(data) => <Totals data={data} />}
      </Shown>
      <CoverageMap />
      <Shown answered={overview} lines={8}>
        {(data) => (
          <div className="columns">
            <Newest data={data} />
            <TellingFindings data={data} />
          </div>
        )}
      </Shown>
      <Actions
        query={OVERVIEW}
        variables={{}}
        exports={[
          [
            say("核对结果 Excel", "checks, Excel"),
            `/export/compare.xlsx?measures=CHECKS_PASSED,CHECKS_FAILED&pivot=YEAR&includeEmpty=true&lang=${code}`,
          ],
          [say("公开文件清单 Excel", "disclosures, Excel"), `/export/disclosures.xlsx?lang=${code}`],
          [say("勾稽不符 Excel", "findings, Excel"), `/export/findings.xlsx?lang=${code}`],
        ]}
        embed={`/embed/compare?measures=CHECKS_PASSED&groupBy=REGION&aggregate=COUNT&lang=${code}`}
      />
    </div>
  );
}

function Totals({ data }: { readonly data: Overview }) {
  const { say, code } = useLanguage();
  const years = data.fiscalYears.map(({ year }) => year);
  const [newest, oldest] = [years[0], years.at(-1)];
  const totals: readonly (readonly [string, string])[] = [
    [say("单位", "Units"), data.units.totalCount.toLocaleString("zh-CN")],
    [say("年度", "Years"), newest === undefined ? "—" : newest === oldest ? String(newest) : `${oldest}–${newest}`],
    [say("公开文件", "Disclosures"), data.newest.totalCount.toLocaleString("zh-CN")],
    [say("项目", "Projects"), data.projects.totalCount.toLocaleString("zh-CN")],
    [say("勾稽不符", "Findings"), data.allFindings.totalCount.toLocaleString("zh-CN")],
  ];
  const updated = new Date(data.hub.updatedAt);
  return (
    <section aria-label={say("概况", "In short")}>
      <dl className="totals">
        {totals.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <p className="source-line">
        <span>
          {say("最近更新", "Updated")}{" "}
          {updated.toLocaleString(code === "zh" ? "zh-CN" : "en-GB", { dateStyle: "medium", timeStyle: "short" })}
        </span>
        <span>{say(`数据版本 ${data.hub.dataVersion}`, `Data version ${data.hub.dataVersion}`)}</span>
      </p>
    </section>
  );
}

const STEP = 40;
const MOST = 250;
/** More units than that are shown by region first. */
const MOST_AT_ONCE = 60;

function CoverageMap() {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const region = address.parameters.get("region");
  const regions = useAnswer<RegionCoverage>(REGION_COVERAGE, {});
  const known = regions.state === "failed" ? undefined : regions.data;
  const isByRegion = region === null && (known?.units.totalCount ?? 0) > MOST_AT_ONCE;
  const wanted = Math.min(MOST, Math.max(STEP, Number(address.parameters.get("rows")) || STEP));
  const isAsked = region !== null || (known !== undefined && !isByRegion);
  const coverage = useAnswer<Coverage>(COVERAGE, isAsked ? { first: wanted, regions: region === null ? null : [region] } : undefined);
  return (
    <section id="coverage">
      <h2>
        {isByRegion ? say("公开覆盖：地区 × 年度", "Coverage: regions × years") : say("公开覆盖：单位 × 年度", "Coverage: units × years")}
      </h2>
      <p className="hint">
        {isByRegion
          ? say(
              "每格是一个地区一年已公开决算的单位数和应公开的单位数，点地区看它的各个单位。",
              "Each square counts the units of a region that published final accounts, of those that were to; open a region for its units.",
            )
          : say(
              "每格是一个单位一年的决算；颜色深浅表示勾稽核对不符的多少，点开看该单位当年。只公开了预算的另作标记。",
              "Each square is one unit's final accounts of a year; the shade tells how many checks fail. Open one to read it. Where only a budget is published, the square says so.",
            )}
      </p>
      {region !== null && (
        <p className="relatives">
          <b>{known?.compare.coverage.byRegion.find(({ group }) => group.key === region)?.group.name ?? region}</b>
          <Link to="/">{say("全部地区", "All regions")}</Link>
          <Link to="/compare" parameters={{ regions: region }}>
            {say("比较这个地区的单位", "Compare the units of the region")}
          </Link>
        </p>
      )}
      {isByRegion && known ? (
        <RegionTable {...known} />
      ) : (
        <Shown answered={regions.state === "failed" ? regions : coverage} lines={8}>
          {(data) => {
            if (!("budgets" in data)) return null;
            const { compare } = data;
            return compare.rows.length === 0 ? (
              <Empty>
                {say("还没有公开文件。用 npm run hub -- import 导入。", "Nothing is published yet: npm run hub -- import brings it in.")}
              </Empty>
            ) : (
              <>
                <CoverageTable {...data} />
                {compare.rows.length < compare.totalCount && (
                  <p>
                    {compare.rows.length < MOST ? (
                      <button type="button" onClick={() => change({ rows: String(Math.min(MOST, wanted * 2)) }, "replace")}>
                        {say(
                          `再多显示一些（${compare.rows.length} / ${compare.totalCount} 个单位）`,
                          `Show more (${compare.rows.length} of ${compare.totalCount} units)`,
                        )}
                      </button>
                    ) : (
                      <Link to="/units">{say(`全部 ${compare.totalCount} 个单位`, `All ${compare.totalCount} units`)}</Link>
                    )}
                  </p>
                )}
              </>
            );
          }}
        </Shown>
      )}
    </section>
  );
}

function RegionTable({
  compare: {
    coverage: { byRegion },
  },
}: RegionCoverage) {
  const { say } = useLanguage();
  const years = [...new Set(byRegion.map(({ year }) => year))].sort((a, b) => a - b);
  const regions = [...new Map(byRegion.map(({ group }) => [group.key, group])).values()];
  const places = new Map(byRegion.map((one) => [`${one.group.key} ${one.year}`, one]));
  return (
    <div className="scroll coverage-scroll" tabIndex={0} role="region" aria-label={say("公开覆盖", "Coverage")}>
      <table className="heat">
        <thead>
          <tr>
            <th scope="col">{say("地区", "Region")}</th>
            {years.map((year) => (
              <th scope="col" key={year}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {regions.map(({ key, name }) => (
            <tr key={key}>
              <th scope="row">
                {key === NO_REGION ? (
                  say("地区未知", "region not known")
                ) : (
                  <Link to="/" parameters={{ region: key }}>
                    {name}
                  </Link>
                )}
              </th>
              {years.map((year) => (
                <td key={year}>
                  <RegionSquare place={places.get(`${key} ${year}`)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The key of the group of units whose region is not known. */
const NO_REGION = "NONE";

function RegionSquare({ place }: { readonly place: RegionYear | undefined }) {
  const { say } = useLanguage();
  if (!place || place.expected === 0) return <span className="square none">{say("无须公开", "none due")}</span>;
  const { disclosed, expected } = place;
  if (disclosed === 0)
    return (
      <span className="square none">
        {say("未公开", "not disclosed")} 0 / {expected}
      </span>
    );
  const words = say(`应公开 ${expected} 个单位，已公开 ${disclosed} 个`, `${disclosed} of ${expected} units published`);
  return (
    <span className={`square count-${Math.max(1, Math.floor((disclosed / expected) * 4))}`} title={words}>
      {disclosed} / {expected}
    </span>
  );
}

/** The shade of a square: none failed, up to 3, up to 10, more. */
const shadeOf = (failed: number): number => (failed === 0 ? 0 : failed <= 3 ? 1 : failed <= 10 ? 2 : 3);

/** How the checks of a unit and year went; undefined where nothing of the kind is published. */
function checksOf({ columns }: Checks, row: Checks["rows"][number] | undefined, year: number) {
  const valueOf = (code: string) =>
    row?.cells[columns.findIndex((column) => column.year === year && column.measure.code === code)]?.value ?? null;
  const [failed, passed] = [valueOf("CHECKS_FAILED"), valueOf("CHECKS_PASSED")];
  return failed === null || passed === null ? undefined : { failed, passed };
}

function CoverageTable({ compare, budgets }: Coverage) {
  const { say } = useLanguage();
  const years = [...new Set(compare.columns.map(({ year }) => year))];
  const budgetRows = new Map(budgets.rows.map((row) => [row.unit.code, row]));
  return (
    <div className="scroll" tabIndex={0} role="region" aria-label={say("公开覆盖", "Coverage")}>
      <table className="heat">
        <thead>
          <tr>
            <th scope="col">{say("单位", "Unit")}</th>
            {years.map((year) => (
              <th scope="col" key={year}>
                {year}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {compare.rows.map((row) => (
            <tr key={row.unit.code}>
              <th scope="row">
                <Link to={`/units/${encodeURIComponent(row.unit.code)}`}>{row.unit.name}</Link>
                {row.unit.region && <small>{row.unit.region.name}</small>}
              </th>
              {years.map((year) => (
                <td key={year}>
                  <Square
                    unit={row.unit}
                    year={year}
                    finals={checksOf(compare, row, year)}
                    budget={checksOf(budgets, budgetRows.get(row.unit.code), year)}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface SquareProps {
  readonly unit: NamedUnit;
  readonly year: number;
  readonly finals: ReturnType<typeof checksOf>;
  readonly budget: ReturnType<typeof checksOf>;
}

function Square({ unit, year, finals, budget }: SquareProps) {
  const { say } = useLanguage();
  const told = finals ?? budget;
  if (!told) return <span className="square none">{say("未公开", "not disclosed")}</span>;
  const { failed, passed } = told;
  const verdict = failed === 0 ? say("相符", "clean") : say(`${failed} 处不符`, `${failed} fail`);
  return (
    <Link
      className={`square ${finals ? `shade-${shadeOf(failed)}` : "budget-only"}`}
      to={`/units/${encodeURIComponent(unit.code)}`}
      parameters={{ year: String(year), kind: finals ? null : "BUDGET" }}
      title={say(`通过 ${passed} 项，不符 ${failed} 项`, `${passed} pass, ${failed} fail`)}
    >
      <span className="visually-hidden">
        {unit.name} {year}
      </span>
      {finals ? verdict : say(`仅预算 · ${verdict}`, `budget only · ${verdict}`)}
    </Link>
  );
}

function Newest({ data }: { readonly data: Overview }) {
  const { say, word, code } = useLanguage();
  return (
    <section>
      <h2>{say("最近公开", "Newest disclosures")}</h2>
      <ol className="entries">
        {data.newest.nodes.map((one) => (
          <li key={one.id}>
            <Link to={`/units/${encodeURIComponent(one.unit.code)}`} parameters={disclosureParameters(one)}>
              {one.unit.name}
            </Link>
            <span>
              {say(`${one.fiscalYear.year} 年`, `${one.fiscalYear.year} `)}
              {one.kind === null ? "" : word("kind", one.kind)}
              {one.scope === "DEPARTMENT" && ` · ${word("scope", one.scope)}`}
              {one.revision > 1 && <em>{say(`第 ${one.revision} 次修订`, `revision ${one.revision}`)}</em>}
            </span>
            <small>
              {one.publishedAt !== null && new Date(one.publishedAt).toLocaleDateString(code === "zh" ? "zh-CN" : "en-GB")}
              {one.coverage.percent !== null &&
                say(` · 引用覆盖率 ${one.coverage.percent}%`, ` · ${one.coverage.percent}% of its numbers cited`)}
              {one.quality.failed > 0 && say(` · ${one.quality.failed} 处不符`, ` · ${one.quality.failed} checks fail`)}
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}

const [MOST_TELLING, MOST_OF_A_UNIT] = [6, 2];

/** The gravest first, and no unit more than twice: one bad document does not hide the others. */
function telling({ findings }: Overview): Overview["findings"]["nodes"] {
  const told = new Map<string, number>();
  return findings.nodes
    .filter(({ disclosure: { unit } }) => {
      told.set(unit.code, (told.get(unit.code) ?? 0) + 1);
      return (told.get(unit.code) ?? 0) <= MOST_OF_A_UNIT;
    })
    .slice(0, MOST_TELLING);
}

function TellingFindings({ data }: { readonly data: Overview }) {
  const { say, code } = useLanguage();
  return (
    <section>
      <h2>{say("值得一看的不符", "Contradictions worth a look")}</h2>
      {data.findings.nodes.length === 0 && <Empty>{say("没有错误级的不符。", "No finding is graver than a warning.")}</Empty>}
      <ol className="entries">
        {telling(data).map((one, at) => (
          <li key={at}>
            <p>{code === "zh" ? one.zh : one.en}</p>
            <small>
              <Link to={`/units/${encodeURIComponent(one.disclosure.unit.code)}`} parameters={disclosureParameters(one.disclosure)}>
                {one.disclosure.unit.name} {one.disclosure.fiscalYear.year}
              </Link>
              {" · "}
              <Link to={`/rules/${encodeURIComponent(one.rule.code)}`}>{say(one.rule.titleZh, one.rule.title)}</Link>
            </small>
          </li>
        ))}
      </ol>
    </section>
  );
}
