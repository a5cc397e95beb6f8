import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { getIntrospectionQuery } from "graphql";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const OPERATIONS = path.join(PACKAGE_ROOT, "schema", "operations");
const variables = JSON.parse(readFileSync(path.join(OPERATIONS, "variables.json"), "utf8")) as Record<string, Record<string, unknown>>;
const operations = readdirSync(OPERATIONS)
  .filter((name) => name.endsWith(".graphql"))
  .map((name) => [path.basename(name, ".graphql"), readFileSync(path.join(OPERATIONS, name), "utf8")] as const);

const UNITS = ["云溪市司法局（示例）", "云溪市财政局（示例）"];
/** A comparison of the sample pack with a selection of one's own, below `compare`. */
const compare = (selection: string, declared = "", rest = ""): string =>
  `query Q($units: [String!]!${declared}) { compare(where: { units: $units, years: [2023, 2024] }, measures: [EXPENDITURE_TOTAL, THREE_PUBLIC_TOTAL]) ${selection} } ${rest}`;

/** `ask` holds every answer that is written without the executor against the executor's own, to the byte. */
describe("answers written without the executor", () => {
  let hub: GraphSession;
  beforeAll(async () => {
    hub = await openGraphSession("sqlite", { samples: true });
  }, 120_000);
  afterAll(() => hub.close());

  it.each(operations)("are the executor's for %s", async (name, query) => {
    const { errors } = await hub.ask(query, variables[name]);
    expect(errors).toEqual([]);
  });

  const written: Readonly<Record<string, readonly [query: string, variables?: Record<string, unknown> | undefined]>> = {
    "query 03": [operations.find(([name]) => name === "03-compare")?.[1] ?? "", variables["03-compare"]],
    "aliases, the same field twice, and type names": [
      compare(
        "{ __typename a: totalCount b: totalCount rows { __typename year year: year cells { v: value value(unit: YUAN) yi: value(unit: YI_YUAN) __typename } } }",
      ),
    ],
    "fragments, inline ones, and selections that are merged": [
      compare(
        "{ ...Rows rows { cells { rank } } ... on Comparison { totalCount ... { dataVersion } } }",
        "",
        "fragment Rows on Comparison { rows { unit { name code } cells { ...Cell rank } } } fragment Cell on ComparisonCell { status yearOnYear { rate } yearOnYear { amount basis } }",
      ),
    ],
    "directives with variables": [
      compare(
        "{ rows { year @skip(if: $without) unit @include(if: $with) { name } cells { value rank @include(if: false) } } }",
        ", $with: Boolean!, $without: Boolean = true",
      ),
      { units: UNITS, with: true },
    ],
    "an empty selection that directives leave": [compare("{ rows { cells { value @skip(if: true) } } }")],
    "variables in arguments, defaults and nulls": [
      compare(
        "{ rows { cells { value(unit: $unit) shareOf(measure: $whole) citation { section sectionKind table text printed block row cell start end } } } }",
        ", $unit: MoneyUnit = FEN, $whole: MeasureCode!",
      ),
      { units: UNITS, whole: "EXPENDITURE_TOTAL" },
    ],
    "several comparisons side by side": [
      "query Q($units: [String!]!) { a: compare(where: { units: $units, years: [2024] }, measures: [REVENUE_TOTAL]) { rows { cells { value quartiles { lower median upper } zScore } } } b: compare(where: { years: [2024] }, measures: [REVENUE_TOTAL], groupBy: REGION) { rows { group { key name } cells { value unitCount } } coverage { expected gaps { year unit { name } } } warnings { code message count examples } } hub { dataVersion updatedAt } }",
    ],
    "the schema, as tools read it": [getIntrospectionQuery({ descriptions: true, specifiedByUrl: true, directiveIsRepeatable: true }), {}],
    "a type of the schema by a variable, one that is not there, and the name of the root": [
      'query Q($name: String!) { __typename type: __type(name: $name) { kind name fields(includeDeprecated: true) { name type { ofType { name } } } possibleTypes { name } } none: __type(name: "Nothing") { name } }',
      { name: "Comparison" },
    ],
    "the catalogue": ["{ measures { code name nameEn kind } }", {}],
  };

  it.each(Object.entries(written))("are written for %s", async (_, [query, given]) => {
    const { errors, isWritten } = await hub.ask(query, given ?? { units: UNITS });
    expect(errors).toEqual([]);
    expect(isWritten).toBe(true);
  });

  const left: Readonly<Record<string, readonly [string, Record<string, unknown>, RegExp | undefined]>> = {
    "a unit that does not exist": [compare("{ totalCount }"), { units: ["没有这个单位"] }, /没有这个单位/],
    "a variable that is missing": [compare("{ totalCount }"), {}, /\$units/],
    "a list that is too long": [compare("{ totalCount }"), { units: Array.from({ length: 251 }, (__, index) => `单位${index}`) }, /250/],
    "what takes a loader": [compare("{ rows { unit { region { name } } } }"), { units: UNITS }, undefined],
    "one good and one bad field of Query": [
      `{ hub { dataVersion } compare(where: { units: ["没有"], years: [2024] }, measures: [REVENUE_TOTAL]) { totalCount } }`,
      {},
      /没有/,
    ],
  };

  it.each(Object.entries(left))("are left to the executor for %s", async (_, [query, given, message]) => {
    const { errors, isWritten } = await hub.ask(query, given);
    expect(isWritten).toBe(false);
    if (message) expect(errors[0]?.message).toMatch(message);
    else expect(errors).toEqual([]);
  });
});
