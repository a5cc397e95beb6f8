import { useState } from "react";
import type { ReactNode } from "react";
import { SearchBox } from "../components/search-box";
import type { Suggestion } from "../components/search-box";
import { listOf, useChange, useNavigation } from "../lib/address";
import type { Changes } from "../lib/address";
import { useAnswer } from "../lib/ask";
import { codesOf, useLanguage } from "../lib/language";
import type { Vocabulary } from "../lib/language";
import CATALOGUE from "../queries/catalogue.graphql?raw";
import { AddCondition, ConditionChips } from "./conditions";
import type { Comparison } from "./comparison";
import { PasteUnits } from "./paste-units";
import { EXTRAS, readExtras } from "./read-question";
import type { Question } from "./read-question";
import { resolveUnits } from "./resolve-units";

interface Catalogue {
  readonly fiscalYears: readonly { readonly year: number }[];
  readonly measures: readonly {
    readonly code: string;
    readonly name: string;
    readonly nameEn: string;
    readonly group: string;
    readonly description: string;
  }[];
}

interface BuilderProps {
  readonly question: Question;
  readonly comparison: Comparison | undefined;
}

/** What is compared: units, years, measures and subjects. Every change is a change of the address. */
export function CompareBuilder({ question, comparison }: BuilderProps) {
  const { say, code } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const catalogue = useAnswer<Catalogue>(CATALOGUE, {});
  const known = catalogue.state === "done" ? catalogue.data : undefined;
  const [given, setGiven] = useState<Readonly<Record<string, string>>>({});
  const units = listOf(address.parameters, "units");
  const regions = listOf(address.parameters, "regions");
  const parents = listOf(address.parameters, "parents");
  const subjects = listOf(address.parameters, "subjects");
  const names: Record<string, string> = { ...given };
  for (const { unit } of comparison?.rows ?? []) if (unit) names[unit.code] = unit.name;
  for (const { subject } of comparison?.columns ?? []) if (subject) names[subject.code] = subject.name;
  for (const measure of known?.measures ?? []) names[measure.code] = code === "zh" ? measure.name : measure.nameEn;
  const nameOf = (one: string) => names[one] ?? one;

  const setList = (name: string, list: readonly string[]) => change({ [name]: [...new Set(list)].join(), cell: null });
  const pick = (name: string, list: readonly string[]) => (one: Suggestion) => {
    setGiven({ ...given, [one.code]: code === "en" && one.kind === "MEASURE" ? (one.within ?? one.name) : one.name });
    setList(name, [...list, one.code]);
  };
  const pickPlace = (one: Suggestion) => (one.kind === "REGION" ? pick("regions", regions)(one) : pick("units", units)(one));
  const years = known?.fiscalYears.map(({ year }) => year) ?? [];
  const toggleYear = (year: number) =>
    setList(
      "years",
      (question.years.includes(year) ? question.years.filter((one) => one !== year) : [...question.years, year]).sort().map(String),
    );

  return (
    <section className="builder no-print" aria-label={say("比较什么", "What is compared")}>
      <Row name={say("单位", "Units")}>
        {units.length + regions.length + parents.length === 0 && <span className="all">{say("全部单位", "all units")}</span>}
        {units.map((one) => (
          <Chip
            key={one}
            name={nameOf(one)}
            onRemove={() =>
              setList(
                "units",
                units.filter((other) => other !== one),
              )
            }
          >
            <button
              type="button"
              title={say("改为它的下属单位", "Its member units instead")}
              onClick={() => change({ units: units.filter((other) => other !== one).join(), parents: [...parents, one].join() })}
            >
              {say("下属", "members")}
            </button>
          </Chip>
        ))}
        {parents.map((one) => (
          <Chip
            key={one}
            name={say(`${nameOf(one)} 的下属单位`, `members of ${nameOf(one)}`)}
            onRemove={() =>
              setList(
                "parents",
                parents.filter((other) => other !== one),
              )
            }
          />
        ))}
        {regions.map((one) => (
          <Chip
            key={one}
            name={say(`地区：${nameOf(one)}`, `region ${nameOf(one)}`)}
            onRemove={() =>
              setList(
                "regions",
                regions.filter((other) => other !== one),
              )
            }
          />
        ))}
        <SearchBox
          label={say("添加单位或地区，可粘贴名单", "Add a unit or region, or paste a list")}
          placeholder={say("添加单位、地区，或粘贴名单", "Add units, or paste a list")}
          kinds={["UNIT", "REGION"]}
          onPick={pickPlace}
          onPasteLines={(lines) =>
            void resolveUnits(lines).then(({ codes, unknown, names: found }) => {
              setGiven({ ...given, ...found });
              // What is unknown stays in the address: the page says so and offers to leave it out.
              setList("units", [...units, ...codes, ...unknown]);
            })
          }
        />
        <PasteUnits
          onUnits={(codes, found) => {
            setGiven({ ...given, ...found });
            setList("units", [...units, ...codes]);
          }}
        />
      </Row>
      <Row name={say("年度", "Years")}>
        {question.years.length === 0 && <span className="all">{say("全部年度", "all years")}</span>}
        {years
          .slice()
          .reverse()
          .map((year) => (
            <button
              key={year}
              type="button"
              className="year-chip"
              aria-pressed={question.years.includes(year)}
              onClick={() => toggleYear(year)}
            >
              {year}
            </button>
          ))}
        <label className="check">
          <input
            type="checkbox"
            checked={question.pivot}
            onChange={(event) => change({ pivot: event.target.checked ? "YEAR" : null, orderBy: null, cell: null })}
          />
          {say("年度作列", "Years as columns")}
        </label>
      </Row>
      <Row name={say("指标", "Measures")}>
        {question.measures.map((one) => (
          <Chip
            key={one}
            name={nameOf(one)}
            {...(question.measures.length > 1 && {
              onRemove: () =>
                setList(
                  "measures",
                  question.measures.filter((other) => other !== one),
                ),
            })}
          />
        ))}
        <SearchBox
          label={say("添加指标", "Add a measure")}
          placeholder={say("添加指标", "Add a measure")}
          kinds={["MEASURE"]}
          onPick={pick("measures", question.measures)}
        />
        {known && <MeasureCatalogue catalogue={known} chosen={question.measures} onChoose={(list) => setList("measures", list)} />}
      </Row>
      <Row name={say("科目", "Subjects")}>
        {subjects.length === 0 && <span className="all">{say("合计", "totals")}</span>}
        {subjects.map((one) => (
          <Chip
            key={one}
            name={`${one} ${names[one] ?? ""}`}
            onRemove={() =>
              setList(
                "subjects",
                subjects.filter((other) => other !== one),
              )
            }
          />
        ))}
        <SearchBox
          label={say("添加预算科目", "Add a budget subject")}
          placeholder={say("添加预算科目", "Add a budget subject")}
          kinds={["SUBJECT"]}
          onPick={(one) => {
            setGiven({ ...given, [one.code]: one.name });
            // Totals of the default measures are published without subjects.
            const measures = address.parameters.has("measures") ? {} : { measures: "GENERAL_PUBLIC_EXPENDITURE" };
            change({ subjects: [...new Set([...subjects, one.code])].join(), ...measures, cell: null });
          }}
        />
      </Row>
      <ConditionChips nameOf={nameOf} />
      <details className="more">
        <summary>{say("口径、条件与显示", "Basis, conditions and display")}</summary>
        <div className="options">
          <Choice
            name="stage"
            label={say("阶段", "Stage")}
            vocabulary="stage"
            codes={["INITIAL_BUDGET", "ADJUSTED_BUDGET", "FINAL"]}
            standard="FINAL"
          />
          <Choice name="groupBy" label={say("汇总", "Totals")} vocabulary="groupBy" none={say("逐个单位", "each unit")} />
          {question.groupBy !== null && (
            <Choice name="aggregate" label={say("汇总方式", "Of each group")} vocabulary="aggregate" standard="SUM" />
          )}
          <Choice name="per" label={say("人均口径", "Per head")} vocabulary="per" none={say("不折算", "no")} />
          {years.length > 0 && (
            <Choice
              name="terms"
              label={say("价格口径", "Prices")}
              vocabulary="terms"
              standard="NOMINAL"
              also={(terms) => ({ baseYear: terms === "REAL" ? String(years[0]) : null })}
            />
          )}
          {question.terms === "REAL" && years.length > 0 && <BaseYear years={years} />}
          <Choice name="peers" label={say("名次与中位数在谁之中", "Ranked among")} vocabulary="peers" standard="SELECTION" />
          <Choice name="scope" label={say("口径", "Scope")} vocabulary="scope" none={say("部门优先", "department first")} />
          <Choice name="kind" label={say("文件", "Document")} vocabulary="kind" none={say("按阶段", "as the stage needs")} />
          <Choice name="natures" label={say("单位性质", "Nature")} vocabulary="nature" none={say("不限", "any")} />
          <Choice name="levels" label={say("层级", "Level")} vocabulary="level" none={say("不限", "any")} />
          {subjects.length > 0 && (
            <Choice
              name="subjectLevel"
              label={say("科目级次", "Level of subjects")}
              vocabulary="subjectLevel"
              none={say("所选科目", "as chosen")}
            />
          )}
          <fieldset>
            <legend>{say("范围", "Range")}</legend>
            {subjects.length > 0 && <Flag name="includeDescendants" label={say("含下级科目", "with the subjects below")} />}
            <Flag name="includeEmpty" label={say("含没有数据的单位", "with units that tell nothing")} />
          </fieldset>
          <Extras />
          {readExtras(address.parameters).includes("share") && known && (
            <label>
              <span>{say("占谁的比重", "Share of")}</span>
              <select
                value={address.parameters.get("shareOf") ?? "EXPENDITURE_TOTAL"}
                onChange={(event) => change({ shareOf: event.target.value === "EXPENDITURE_TOTAL" ? null : event.target.value })}
              >
                {known.measures
                  .filter(({ group }) => group !== "RATIOS" && group !== "QUALITY")
                  .map((one) => (
                    <option key={one.code} value={one.code}>
                      {nameOf(one.code)}
                    </option>
                  ))}
              </select>
            </label>
          )}
          <AddCondition question={question} nameOf={nameOf} />
        </div>
      </details>
    </section>
  );
}

function Row({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="builder-row" role="group" aria-label={name}>
      <span className="builder-name">{name}</span>
      <div>{children}</div>
    </div>
  );
}

function Chip({ name, onRemove, children }: { readonly name: string; readonly onRemove?: () => void; readonly children?: ReactNode }) {
  const { say } = useLanguage();
  return (
    <span className="chip">
      {name}
      {children}
      {onRemove && (
        <button type="button" aria-label={say(`去掉 ${name}`, `Remove ${name}`)} onClick={onRemove}>
          ×
        </button>
      )}
    </span>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly vocabulary: Vocabulary;
  readonly codes?: readonly string[];
  /** The code that stands where the address names none. */
  readonly standard?: string;
  /** How the absence of a choice reads. */
  readonly none?: string;
  /** What the choice brings with it. */
  readonly also?: (code: string) => Changes;
}

function Choice({ name, label, vocabulary, codes = codesOf(vocabulary), standard, none, also }: ChoiceProps) {
  const { word } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  return (
    <label>
      <span>{label}</span>
      <select
        value={address.parameters.get(name) ?? standard ?? ""}
        onChange={({ target: { value } }) => change({ [name]: value === standard ? null : value, cell: null, ...also?.(value) })}
      >
        {none !== undefined && <option value="">{none}</option>}
        {codes.map((code) => (
          <option key={code} value={code}>
            {word(vocabulary, code)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** 基年: the year in whose prices the others are told. */
function BaseYear({ years }: { readonly years: readonly number[] }) {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  return (
    <label>
      <span>{say("基年", "Base year")}</span>
      <select value={address.parameters.get("baseYear") ?? years[0]} onChange={(event) => change({ baseYear: event.target.value })}>
        {years.map((year) => (
          <option key={year}>{year}</option>
        ))}
      </select>
    </label>
  );
}

function Flag({ name, label }: { readonly name: string; readonly label: string }) {
  const { address } = useNavigation();
  const change = useChange();
  return (
    <label className="check">
      <input
        type="checkbox"
        checked={address.parameters.get(name) === "true"}
        onChange={(event) => change({ [name]: event.target.checked ? "true" : null, cell: null })}
      />
      {label}
    </label>
  );
}

function Extras() {
  const { say } = useLanguage();
  const { address } = useNavigation();
  const change = useChange();
  const extras = readExtras(address.parameters);
  const names = {
    change: say("同比", "change on the year"),
    share: say("占比", "share"),
    standing: say("名次、中位数", "rank and median"),
    quartiles: say("四分位数", "quartiles"),
  };
  return (
    <fieldset>
      <legend>{say("数值下显示", "Under each value")}</legend>
      {EXTRAS.map((one) => (
        <label key={one} className="check">
          <input
            type="checkbox"
            checked={extras.includes(one)}
            onChange={(event) => {
              const next = event.target.checked ? [...extras, one] : extras.filter((other) => other !== one);
              change({ show: next.length === 0 ? "none" : next.join() }, "replace");
            }}
          />
          {names[one]}
        </label>
      ))}
    </fieldset>
  );
}

interface CatalogueProps {
  readonly catalogue: Catalogue;
  readonly chosen: readonly string[];
  readonly onChoose: (measures: readonly string[]) => void;
}

function MeasureCatalogue({ catalogue, chosen, onChoose }: CatalogueProps) {
  const { say, word, code } = useLanguage();
  const groups = [...new Set(catalogue.measures.map(({ group }) => group))];
  return (
    <details className="catalogue">
      <summary>{say("指标目录", "Catalogue")}</summary>
      <div className="catalogue-groups">
        {groups.map((group) => (
          <fieldset key={group}>
            <legend>{word("group", group)}</legend>
            {catalogue.measures
              .filter((one) => one.group === group)
              .map((one) => (
                <label key={one.code} className="check" title={one.description}>
                  <input
                    type="checkbox"
                    checked={chosen.includes(one.code)}
                    onChange={(event) => {
                      const next = event.target.checked ? [...chosen, one.code] : chosen.filter((other) => other !== one.code);
                      if (next.length > 0) onChoose(next);
                    }}
                  />
                  {code === "zh" ? one.name : one.nameEn}
                </label>
              ))}
          </fieldset>
        ))}
      </div>
    </details>
  );
}
