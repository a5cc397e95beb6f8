import type { DisclosureKind, Scope } from "../../../src/model/disclosure-kind";
import { addUnitYears } from "./add-unit-years";
import { CARRIED_OVER_IDENTITY, carriedOverYears, PUBLISHED_CONTRADICTIONS } from "./carried-over-unit";
import { FAULTS, type FaultName } from "./faults/faults";
import { generateDisclosure, type DisclosureRequest, type GeneratedDisclosure } from "./generate-disclosure";
import {
  QINGLAN_JUSTICE,
  QINGLAN_URBAN,
  SAMPLE_REGIONS,
  YUNXI_COMMERCE,
  YUNXI_CULTURE,
  YUNXI_FINANCE,
  YUNXI_JUSTICE_DEPARTMENT,
  YUNXI_JUSTICE_OWN,
  YUNXI_LEGAL_AID,
  type SampleUnit,
} from "./sample-units";
import { simulateUnit } from "./simulate-unit";
import type { UnitIdentity } from "./unit-identity";
import type { UnitYear } from "./unit-year";
import { writeText } from "./write-text";

/** A document of the sample pack. */
export interface SampleDocument {
  readonly file: string;
  readonly unit: string;
  readonly scope: Scope;
  readonly year: number;
  readonly kind: DisclosureKind;
  /** The invented day on which it came out: a budget in spring, final accounts in the summer after their year. */
  readonly publishedAt: string;
  /** Rules that its planted contradictions break. */
  readonly planted: readonly string[];
  /** Why it was published again, in a second version of an earlier file. */
  readonly correction?: string;
  readonly generate: () => GeneratedDisclosure;
}

export const SAMPLE_YEARS = [2022, 2023, 2024] as const;
const LAST_YEAR = 2024;

/** The contradictions that the 2023 document of 青岚县司法局（示例） shows. */
export const PLANTED: readonly FaultName[] = [
  "words-differ-from-table",
  "class-in-words-not-sum",
  "wrong-completion-rate",
  "wrong-growth-rate",
  "three-public-not-sum",
  "micro-above-sme",
  "vehicle-uses-not-sum",
  "class-not-sum-of-items",
  "personnel-not-sum",
  "missing-reason",
  "yuan-for-wan",
  "fund-rows-not-sum",
  "score-not-sum",
  "full-marks-on-missed-target",
  "missing-deviation-reason",
  "narrative-score-differs",
];

type Options = Pick<DisclosureRequest, "form" | "tables" | "tableUnit" | "evaluations" | "restated">;

interface Series {
  readonly slug: string;
  readonly identity: UnitIdentity;
  readonly years: readonly UnitYear[];
  readonly options: Options;
  /** Years without a document: the unit did not publish. */
  readonly unpublished?: readonly number[];
  readonly budgetOf?: number;
  readonly faults?: { readonly year: number; readonly names: readonly FaultName[] };
  /** The first version of that year has this fault; a second one corrects it. */
  readonly corrected?: { readonly year: number; readonly fault: FaultName; readonly note: string; readonly publishedAt: string };
  readonly alterations?: { readonly year: number; readonly given: NonNullable<DisclosureRequest["alterations"]> };
}

const simulated = (slug: string, unit: SampleUnit, options: Options, rest: Partial<Series> = {}): Series => ({
  slug,
  identity: unit.identity,
  years: simulateUnit(unit.profile, LAST_YEAR),
  options,
  ...rest,
});

function allSeries(): Series[] {
  const own = simulated("yunxi-justice-own", YUNXI_JUSTICE_OWN, {});
  const aid = simulated("yunxi-legal-aid", YUNXI_LEGAL_AID, { tableUnit: "元", evaluations: "OPERATOR_IN_TARGET" });
  const department: Series = {
    slug: "yunxi-justice-department",
    identity: YUNXI_JUSTICE_DEPARTMENT,
    years: own.years.map((year, at) => addUnitYears([year, aid.years[at]].filter((each) => each !== undefined))),
    options: {},
  };
  return [
    department,
    own,
    aid,
    simulated("yunxi-finance", YUNXI_FINANCE, { restated: true }, { budgetOf: 2024 }),
    simulated(
      "yunxi-culture",
      YUNXI_CULTURE,
      {},
      {
        corrected: {
          year: 2022,
          fault: "revenue-differs-from-expenditure",
          note: "更正收入支出决算总表中的支出总计",
          publishedAt: "2025-09-26T01:00:00.000Z",
        },
      },
    ),
    simulated("yunxi-commerce", YUNXI_COMMERCE, { form: "SHANGHAI" }),
    simulated("qinglan-justice", QINGLAN_JUSTICE, {}, { budgetOf: 2024, faults: { year: 2023, names: PLANTED } }),
    simulated("qinglan-urban", QINGLAN_URBAN, { tableUnit: "元" }, { unpublished: [2023] }),
    {
      slug: "beiyuan-justice-own",
      identity: CARRIED_OVER_IDENTITY,
      years: carriedOverYears(),
      options: { tables: "ATTACHED", restated: true },
      alterations: { year: 2023, given: PUBLISHED_CONTRADICTIONS },
    },
  ];
}

function documentsOf(series: Series): SampleDocument[] {
  const published = SAMPLE_YEARS.filter((year) => !series.unpublished?.includes(year));
  const { corrected, budgetOf } = series;
  return [
    ...published.flatMap((year) => documentOf(series, year, "FINAL_ACCOUNTS", faultsOf(series, year))),
    ...(corrected === undefined ? [] : documentOf(series, corrected.year, "FINAL_ACCOUNTS", [], corrected)),
    ...(budgetOf === undefined ? [] : documentOf(series, budgetOf, "BUDGET", [])),
  ];
}

function faultsOf({ faults, corrected }: Series, year: number): readonly FaultName[] {
  if (faults?.year === year) return faults.names;
  return corrected?.year === year ? [corrected.fault] : [];
}

function documentOf(
  series: Series,
  year: number,
  kind: DisclosureKind,
  faults: readonly FaultName[],
  correction?: Series["corrected"],
): SampleDocument[] {
  const { identity, years, slug, options, alterations } = series;
  const [prior, current] = [years.find((each) => each.year === year - 1), years.find((each) => each.year === year)];
  if (prior === undefined || current === undefined) return [];
  const isBudget = kind === "BUDGET";
  const form: Options = isBudget ? { tableUnit: "元" } : options;
  const name = `${slug}-${isBudget ? "budget" : "final-accounts"}`;
  const given = !isBudget && alterations?.year === year ? { alterations: alterations.given } : {};
  return [
    {
      // A correction lies behind the years, so that a folder read in order meets the first version first.
      file: correction === undefined ? `${year}/${name}.txt` : `corrections/${year}-${name}.txt`,
      unit: identity.name,
      scope: identity.scope,
      year,
      kind,
      publishedAt: correction?.publishedAt ?? (isBudget ? `${year}-02-21T01:00:00.000Z` : `${year + 1}-08-25T01:00:00.000Z`),
      planted: [...new Set(faults.map((name) => FAULTS[name].rule))],
      ...(correction === undefined ? {} : { correction: correction.note }),
      generate: () => generateDisclosure({ unit: identity, kind, year: current, prior, faults, ...form, ...given }),
    },
  ];
}

/** In the order of publishing. */
export function sampleDocuments(): SampleDocument[] {
  return allSeries()
    .flatMap(documentsOf)
    .sort((one, other) => (one.publishedAt < other.publishedAt ? -1 : Number(one.publishedAt > other.publishedAt)));
}

/** What is known of the units beside their documents: who should disclose, where, and under whom. */
interface PackUnit {
  readonly name: string;
  readonly region: string;
  readonly level: string;
  readonly parent: string | null;
  readonly nature: string;
  readonly natureText: string;
  readonly scopes: readonly Scope[];
  readonly activeFrom: number;
  readonly activeTo: number;
}

function packUnits(): PackUnit[] {
  const unit = ({ identity, region, parent, profile }: SampleUnit, scopes: readonly Scope[] = ["UNIT"]): PackUnit => ({
    name: identity.name,
    region,
    level: SAMPLE_REGIONS.find(({ code }) => code === region)?.level ?? "CITY",
    parent: parent === undefined || parent === identity.name ? null : parent,
    nature: profile.institution ? "PUBLIC_INSTITUTION_1" : "ADMINISTRATIVE",
    natureText: identity.nature,
    scopes,
    activeFrom: SAMPLE_YEARS[0],
    activeTo: LAST_YEAR,
  });
  return [
    unit(YUNXI_JUSTICE_OWN, ["DEPARTMENT", "UNIT"]),
    ...[YUNXI_LEGAL_AID, YUNXI_FINANCE, YUNXI_CULTURE, YUNXI_COMMERCE, QINGLAN_JUSTICE, QINGLAN_URBAN].map((each) => unit(each)),
    {
      name: CARRIED_OVER_IDENTITY.name,
      region: "990000",
      level: "PROVINCE",
      parent: null,
      nature: "ADMINISTRATIVE",
      natureText: CARRIED_OVER_IDENTITY.nature,
      scopes: ["UNIT"],
      activeFrom: SAMPLE_YEARS[0],
      activeTo: LAST_YEAR,
    },
  ];
}

/** Every file of the pack with its content: the documents, and pack.json. */
export function samplePackFiles(): ReadonlyMap<string, string> {
  const documents = sampleDocuments();
  const pack = {
    about: "Invented departments（示例）. Written by scripts/make-samples.ts; a test compares.",
    regions: SAMPLE_REGIONS,
    units: packUnits(),
    documents: documents.map(({ generate: _generate, ...document }) => document),
  };
  return new Map([
    ["pack.json", `${JSON.stringify(pack, null, 2)}\n`],
    ...documents.map(({ file, generate }) => [file, writeText(generate().blocks)] as const),
  ]);
}
