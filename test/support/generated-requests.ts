import {
  getIntrospectionQuery,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import type { GraphQLField, GraphQLInputType, GraphQLObjectType, GraphQLSchema } from "graphql";
import { createRandom } from "./disclosure-generator/random";
import type { Random } from "./disclosure-generator/random";

/** A body of POST /graphql, and of which kind it is. */
export interface GeneratedRequest {
  readonly kind: string;
  readonly body: string;
}

/** What a body may hold. */
const MOST_BYTES = 64 * 1024;
const NAMES = ["云溪市司法局（示例）", "云溪市财政局（示例）", "青川区教育局（示例）"];
const times = (count: number, one: (index: number) => string): string => Array.from({ length: count }, (_, index) => one(index)).join(" ");
const ask = (query: string, variables?: unknown): string => JSON.stringify({ query, variables });

/** Requests within the limit of a body, made to keep a server busy: the same for the same seed. */
export function generateRequests(schema: GraphQLSchema, seed: string, count: number): GeneratedRequest[] {
  const random = createRandom(seed);
  const makers = Object.entries(requestMakers(schema, random));
  return Array.from({ length: count }, (_, index) => {
    const [kind, make] = makers[index % makers.length] as (typeof makers)[number];
    const body = make();
    return { kind, body: Buffer.byteLength(body) <= MOST_BYTES ? body : ask("{ __typename }", body.slice(0, 8_000)) };
  });
}

function requestMakers(schema: GraphQLSchema, random: Random): Readonly<Record<string, () => string>> {
  const { pick, integer } = random;
  const query = schema.getQueryType() as GraphQLObjectType;
  const types = Object.values(schema.getTypeMap());
  const measures = enumValues("MeasureCode");

  function enumValues(name: string): readonly string[] {
    const type = schema.getType(name);
    return isEnumType(type) ? type.getValues().map((one) => one.name) : [];
  }

  /** A value as it is written in a document. */
  function literal(type: GraphQLInputType, depth = 0): string {
    const bare = getNullableType(type);
    if (isListType(bare)) return `[${times(integer(1, 20), () => `${literal(bare.ofType as GraphQLInputType, depth + 1)},`)}]`;
    if (isEnumType(bare)) return pick(bare.getValues()).name;
    if (isInputObjectType(bare)) {
      const fields = Object.values(bare.getFields()).filter((field) => isNonNullType(field.type) || (depth < 3 && random.chance(30)));
      return `{ ${fields.map((field) => `${field.name}: ${literal(field.type, depth + 1)}`).join(", ")} }`;
    }
    if ("name" in bare && bare.name === "Int") return String(integer(2021, 2025));
    if ("name" in bare && bare.name === "Float") return "1.5";
    if ("name" in bare && bare.name === "Boolean") return String(random.chance(50));
    if ("name" in bare && bare.name === "DateTime") return '"2025-01-01T00:00:00Z"';
    return JSON.stringify(pick(NAMES));
  }

  function argumentsOf(field: GraphQLField<unknown, unknown>): string {
    const given = field.args.filter((one) => isNonNullType(one.type) || random.chance(15));
    const written = given.map((one) => `${one.name}: ${one.name === "first" ? integer(1, 100) : literal(one.type)}`);
    return written.length > 0 ? `(${written.join(", ")})` : "";
  }

  /** A selection of so many fields, those of objects with selections of their own. */
  function selection(type: GraphQLObjectType, depth: number, width: number): string {
    const fields = Object.values(type.getFields());
    const chosen = new Set(Array.from({ length: width }, () => pick(fields)));
    const written = [...chosen].flatMap((field) => {
      const inner = getNamedType(field.type);
      if (!isObjectType(inner)) return [`${field.name}${argumentsOf(field)}`];
      return depth > 0 ? [`${field.name}${argumentsOf(field)} ${selection(inner, depth - 1, width)}`] : [];
    });
    return `{ __typename ${written.join(" ")} }`;
  }

  const root = (depth: number, width: number): string => selection(query, depth, width);
  const longText = (): string => pick(["公", "a", "\\\\", '\\"', "%", "_ ", "\u{20000}", "\\u0000"]).repeat(integer(2_000, 10_000));
  const objectOf = (keys: number): object => Object.fromEntries(Array.from({ length: keys }, (_, index) => [`yearz${index}`, [index]]));
  const nested = (depth: number): object => (depth === 0 ? {} : { units: NAMES, where: nested(depth - 1) });
  const cell = "value status rank yearOnYear { amount rate basis } quartiles { lower median upper } zScore peerMedian derived unitCount";

  return {
    fields: () => ask(root(integer(2, 6), integer(2, 5))),
    "wide fields": () => ask(root(2, 12)),
    aliases: () =>
      ask(`{ ${times(integer(20, 50), (index) => `a${index}: hub ${selection(schema.getType("Hub") as GraphQLObjectType, 2, 4)}`)} }`),
    fragments: () => {
      const steps = integer(5, 60);
      return ask(
        `{ hub { ...F0 } } ${times(steps, (index) => `fragment F${index} on Hub { dataVersion ...F${index + 1} ...F${index + 1} }`)} fragment F${steps} on Hub { limits { maxFirst } }`,
      );
    },
    "overlapping fields": () => ask(`{ ${"hub { limits { maxFirst } } ".repeat(integer(100, 150))} }`),
    "the same leaf": () => ask(`{ hub { ${"dataVersion ".repeat(integer(900, 990))} } }`),
    "overlapping fragments": () => {
      const many = integer(40, 90);
      return ask(
        `{ ${times(many, (index) => `...F${index}`)} } ${times(many, (index) => `fragment F${index} on Query { x: hub { y: ${index % 2 ? "dataVersion" : "updatedAt"} } }`)}`,
      );
    },
    "deep inline fragments": () => {
      const depth = integer(50, 200);
      return ask(`{ ${"... { ".repeat(depth)} hub { dataVersion } ${"} ".repeat(depth)} }`);
    },
    "deep input": () => ask("query Q($w: DisclosureFilter) { disclosures(where: $w) { totalCount } }", { w: nested(integer(10, 60)) }),
    "deep input, written": () => ask(`{ disclosures(where: ${"{ a: ".repeat(150)} 1 ${"} ".repeat(150)}) { totalCount } }`),
    "input of many keys": () =>
      ask("query Q($w: DisclosureFilter) { disclosures(where: $w) { totalCount } }", { w: objectOf(integer(1_000, 4_000)) }),
    "wrong values": () =>
      ask("query Q($m: [MeasureCode!]!) { compare(measures: $m) { totalCount } }", {
        m: Array.from({ length: 250 }, () => `${pick(measures)}${"X".repeat(integer(1, 3))}`),
      }),
    "wrong values, written": () => ask(`{ compare(measures: [${times(250, () => `${pick(measures)}X`)}]) { totalCount } }`),
    "big lists": () =>
      ask(
        `query Q($u: [String!], $m: [MeasureCode!]!) { compare(where: { units: $u, years: [2022, 2023, 2024] }, measures: $m, first: 250) { rows { cells { ${cell} } } } }`,
        {
          u: Array.from({ length: 250 }, (_, index) => (index < 3 ? NAMES[index] : `单位${integer(1, 1_000_000)}`)),
          m: measures.slice(0, 30),
        },
      ),
    "wide comparison": () =>
      ask(
        `query Q($m: [MeasureCode!]!) { compare(where: { years: [2022, 2023, 2024] }, measures: $m, first: 250) { rows { unit { name code } year cells { ${cell} citation { section text printed } } } warnings { message } } }`,
        {
          m: measures.slice(0, integer(10, 150)),
        },
      ),
    "comparison of all subjects": () =>
      ask(
        `{ compare(where: { years: [2023, 2024] }, measures: [${times(integer(1, 4), () => `${pick(measures)},`)}], subjectLevel: ITEM, groupBy: ${pick(["REGION", "UNIT", "YEAR", "SUBJECT"])}, first: 250) { totalCount rows { cells { ${cell} } } } }`,
      ),
    "comparison of many figures": () =>
      ask(
        `{ ${times(integer(1, 3), (index) => `a${index}: compare(where: { units: ${JSON.stringify(NAMES)}, yearFrom: 2008, yearTo: 2100 }, measures: [${measures.slice(0, 37).join(", ")}], subjectLevel: ${pick(["CLASS", "SECTION"])}, first: 1${pick(["", ", per: CAPITA, terms: REAL, baseYear: 2022", ", orderBy: [{ row: NAME }, { row: YEAR, direction: DESC }], includeEmpty: true"])}) { totalCount warnings { code count } coverage { expected } }`)} }`,
      ),
    "long texts": () =>
      ask("query Q($t: String!) { search(text: $t) { totalCount } suggestions(text: $t) { name } }", { t: longText().slice(0, 20_000) }),
    "long texts, written": () => ask(`{ suggestions(text: "${longText()}") { name } unit(unit: "${longText()}") { name } }`),
    "long names": () =>
      ask(
        `{ ${times(integer(5, 200), (index) => `${pick(["hub", "units", "disclosures", "compare"])}${"x".repeat(integer(1, 200))}${index}`)} }`,
      ),
    "many variables": () =>
      ask(
        `query Q(${times(200, (index) => `$v${index}: [Int!] = [${index}]`)}) { ${times(40, (index) => `a${index}: disclosures(where: { years: $v${index} }) { totalCount }`)} }`,
      ),
    "variables that nothing declares": () =>
      ask("{ hub { dataVersion } }", Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [`v${index}`, index]))),
    "the schema": () =>
      ask(`${getIntrospectionQuery({ inputValueDeprecation: random.chance(50), oneOf: random.chance(50) })} # ${integer(1, 1e6)}`),
    "the schema by types": () =>
      ask(
        `{ ${times(40, (index) => `a${index}: __type(name: "${pick(types).name}") { name fields { name args { name } type { name ofType { name } } } enumValues { name } }`)} }`,
      ),
    "the schema, again and again": () =>
      ask(`{ ${times(integer(2, 8), (index) => `a${index}: __schema { types { name fields { name description } } }`)} }`),
    "the schema in circles": () => ask(`{ __schema { types { ${"fields { type { ".repeat(integer(1, 3))} name ${"} } ".repeat(3)} } }`),
    "unknown fields": () =>
      ask(`{ ${times(integer(100, 400), (index) => `field${index}`)} hub { ${times(300, (index) => `dataVersio${index}`)} } }`),
    "unknown types": () => ask(times(150, (index) => `fragment F${index} on Disclosur${index} { a }`)),
    "unknown arguments": () => ask(`{ disclosures(${times(300, (index) => `wher${index}: 1`)}) { totalCount } }`),
    "unknown directives": () => ask(`{ hub { ${times(300, (index) => `a @d${index}`)} } }`),
    "variables that are not used": () => ask(`query Q(${times(300, (index) => `$v${index}: Int`)}) { __typename }`),
    "one text of many lines": () => ask(`{ unit(unit: """${"\n  a".repeat(12_000)}""") { name } }`),
    "comments and commas": () => ask(`${"#,\n".repeat(10_000)}{ __typename ${",".repeat(20_000)} }`),
    brackets: () => ask(pick(["{", "[", "(", "{a", "{a(b:[", '"', "..."]).repeat(integer(5_000, 9_000))),
    "JSON brackets": () => `{"query":"{ __typename }","variables":${"[".repeat(30_000)}${"]".repeat(30_000)}}`,
    "a long number": () => `{"query":"{ __typename }","variables":{"a":${"9".repeat(60_000)}}}`,
    "dear lists": () =>
      ask(
        `{ disclosures(first: ${integer(50, 100)}) { nodes { id unit { name region { name } } figures { measure { code name } status final initialBudget reason citation { section text printed } } findings { rule { code } severity message citations { section text } } } } }`,
      ),
    "dear projects": () =>
      ask("{ projects(first: 100) { nodes { name indicators { name kind target actual } disclosure { unit { name } } } } }"),
    "dear findings": () =>
      ask(
        "{ findings(first: 100) { totalCount nodes { rule { code title } message disclosure { unit { name } findings { message rule { code } } } } } }",
      ),
    "dear checks": () => ask("{ disclosures(first: 100) { nodes { checks { rule { code title } outcome } sections { kind } } } }"),
  };
}
