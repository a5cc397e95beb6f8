import { getNamedType, getNullableType, isEnumType, isInputObjectType, isListType } from "graphql";
import type { GraphQLArgument, GraphQLInputField, GraphQLInputType } from "graphql";
import { buildGraphSchema } from "../graph/build-graph-schema";
import { requestError } from "../graph/request-error";
import type { Variables } from "./ask-graph";

/** Arguments that an address tells in words of its own, or that the door decides. */
const OWN_FORM = ["where", "orderBy", "having", "first", "after"];
const ROW_KEYS = ["NAME", "CODE", "YEAR", "REGION"];
const COLUMN = String.raw`([A-Z][A-Z0-9_]*)(?:@([^.:@]+))?(?::(\d{4}))?(?:\.([A-Z_]+))?`;
const ORDER = new RegExp(`^${COLUMN}\\.(ASC|DESC)$`);
const CONDITION = new RegExp(`^${COLUMN}(>=|<=|>|<)(-?\\d+(?:\\.\\d+)?)$`);
const BOUNDS = { ">=": "atLeast", ">": "above", "<=": "atMost", "<": "below" } as const;

/** Fewer than this are all told where one is wrong. */
const MOST_VALUES_TOLD = 20;

export type GraphQLInput = GraphQLArgument | GraphQLInputField;

/**
 * The arguments of `compare` behind a query string: the names are those of the arguments and of `where`; lists by commas or repeated;
 * `orderBy=MEASURE[@SUBJECT][:YEAR][.ASPECT].ASC|DESC` (or `NAME.ASC`, by the row itself); `having=MEASURE…>=100`.
 *
 * @param others what else the door itself reads.
 * @throws INVALID_ARGUMENT that names the parameter.
 */
export function readComparisonParameters(parameters: URLSearchParams, others: readonly string[]): Variables {
  const { args, where } = comparisonInputs();
  refuseUnknown(parameters, [...new Set([...args.keys(), ...where.keys(), "orderBy", "having", ...others])]);
  const orders = textsOf(parameters, "orderBy");
  const conditions = textsOf(parameters, "having");
  const variables: Variables = {
    ...readInputs(parameters, args),
    where: readInputs(parameters, where),
    ...(orders.length > 0 && { orderBy: orders.map(readOrder) }),
    ...(conditions.length > 0 && { having: conditions.map(readCondition) }),
  };
  if (variables["measures"] === undefined) throw parameterError("measures", "is missing: name at least one, as measures=EXPENDITURE_TOTAL");
  return variables;
}

/** What a query string gives of the inputs of a field, each under its own name. @throws INVALID_ARGUMENT that names the parameter. */
export const readInputs = (parameters: URLSearchParams, inputs: ReadonlyMap<string, GraphQLInput>): Variables =>
  Object.fromEntries(
    [...inputs].flatMap(([name, { type }]) => {
      const texts = textsOf(parameters, name);
      return texts.length === 0 ? [] : [[name, readValue(name, texts, type)]];
    }),
  );

/** @throws INVALID_ARGUMENT that names a parameter that nobody reads. */
export function refuseUnknown(parameters: URLSearchParams, known: readonly string[]): void {
  for (const name of parameters.keys())
    if (!known.includes(name)) throw parameterError(name, `is unknown; known are ${[...known].sort().join(", ")}`);
}

/** One of a few values, or the one by itself. @throws INVALID_ARGUMENT that names the parameter. */
export function readChoice<Value extends string>(
  parameters: URLSearchParams,
  name: string,
  values: readonly Value[],
  fallback: Value,
): Value {
  const text = parameters.get(name);
  if (text === null || text === "") return fallback;
  const value = values.find((one) => one === text);
  if (value === undefined) throw parameterError(name, `must be one of ${values.join(", ")}, and is “${text.slice(0, 60)}”`);
  return value;
}

/** A whole number within bounds, or the one by itself. @throws INVALID_ARGUMENT that names the parameter. */
export function readWholeNumber(
  parameters: URLSearchParams,
  name: string,
  fallback: number,
  [least, most]: readonly [number, number],
): number {
  const text = parameters.get(name);
  if (text === null || text === "") return fallback;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw parameterError(name, `must be a whole number from ${least} to ${most}, and is “${text.slice(0, 60)}”`);
}

/** An instant, or null where none is given. @throws INVALID_ARGUMENT that names the parameter. */
export function readDate(parameters: URLSearchParams, name: string): Date | null {
  const text = parameters.get(name);
  if (text === null || text === "") return null;
  if (!Number.isNaN(Date.parse(text))) return new Date(text);
  throw parameterError(name, `must be an instant such as 2024-08-20T00:00:00Z, and is “${text.slice(0, 60)}”`);
}

export const parameterError = (name: string, problem: string) =>
  requestError("INVALID_ARGUMENT", `Parameter “${name.slice(0, 60)}” ${problem}`);

interface ComparisonInputs {
  readonly args: ReadonlyMap<string, GraphQLInput>;
  readonly where: ReadonlyMap<string, GraphQLInput>;
}

let known: ComparisonInputs | undefined;

function comparisonInputs(): ComparisonInputs {
  if (known) return known;
  const args = buildGraphSchema().getQueryType()?.getFields()["compare"]?.args ?? [];
  const where = args.map(({ type }) => type).find((type) => isInputObjectType(type) && type.name === "ComparisonWhere");
  known = {
    args: new Map(args.filter(({ name }) => !OWN_FORM.includes(name)).map((one) => [one.name, one])),
    where: new Map(isInputObjectType(where) ? Object.entries(where.getFields()) : []),
  };
  return known;
}

const textsOf = (parameters: URLSearchParams, name: string): string[] =>
  parameters
    .getAll(name)
    .flatMap((one) => (name === "text" ? [one] : one.split(",")))
    .map((one) => one.trim())
    .filter((one) => one !== "");

function readValue(name: string, texts: readonly string[], type: GraphQLInputType): unknown {
  const bare = getNullableType(type);
  if (isListType(bare)) return texts.map((text) => readOne(name, text, bare.ofType as GraphQLInputType));
  if (texts.length > 1) throw parameterError(name, `takes one value, and has ${texts.length}`);
  return readOne(name, texts[0] ?? "", type);
}

function readOne(name: string, text: string, type: GraphQLInputType): unknown {
  const named = getNamedType(type);
  if (isEnumType(named)) {
    if (named.getValue(text)) return text;
    const values = named.getValues().map((value) => value.name);
    const told = values.length < MOST_VALUES_TOLD ? `must be one of ${values.join(", ")}` : `must be a ${named.name} of the graph`;
    throw parameterError(name, `${told}, and is “${text.slice(0, 60)}”`);
  }
  switch (named.name) {
    case "Int":
      if (/^-?\d{1,9}$/.test(text)) return Number(text);
      throw parameterError(name, `must be a whole number, and is “${text.slice(0, 60)}”`);
    case "Float":
      if (/^-?\d{1,12}(\.\d{1,6})?$/.test(text)) return Number(text);
      throw parameterError(name, `must be a number, and is “${text.slice(0, 60)}”`);
    case "Boolean":
      if (text === "true" || text === "false") return text === "true";
      throw parameterError(name, `must be true or false, and is “${text.slice(0, 60)}”`);
    case "DateTime":
      if (!Number.isNaN(Date.parse(text))) return text;
      throw parameterError(name, `must be an instant such as 2024-08-20T00:00:00Z, and is “${text.slice(0, 60)}”`);
    default:
      return text;
  }
}

function readOrder(text: string): Variables {
  const [, key = "", subject, year, aspect, direction] = ORDER.exec(text) ?? [];
  if (key === "") throw parameterError("orderBy", `must be MEASURE[@SUBJECT][:YEAR][.ASPECT].ASC or .DESC, and is “${text.slice(0, 60)}”`);
  if (ROW_KEYS.includes(key) && subject === undefined && year === undefined && aspect === undefined) return { row: key, direction };
  return { ...readColumn("orderBy", key, subject, year, aspect), direction };
}

function readCondition(text: string): Variables {
  const [, key = "", subject, year, aspect, operator, bound] = CONDITION.exec(text) ?? [];
  if (key === "")
    throw parameterError("having", `must be MEASURE[@SUBJECT][:YEAR][.ASPECT]>=NUMBER (>, <=, <), and is “${text.slice(0, 60)}”`);
  return { ...readColumn("having", key, subject, year, aspect), [BOUNDS[operator as keyof typeof BOUNDS]]: Number(bound) };
}

function readColumn(name: string, measure: string, subject?: string, year?: string, aspect?: string): Variables {
  return {
    measure: readNamed(name, measure, "MeasureCode"),
    ...(subject !== undefined && { subject }),
    ...(year !== undefined && { year: Number(year) }),
    ...(aspect !== undefined && { aspect: readNamed(name, aspect, "ComparisonAspect") }),
  };
}

function readNamed(name: string, text: string, typeName: string): unknown {
  const type = buildGraphSchema().getType(typeName);
  return isEnumType(type) ? readOne(name, text, type) : text;
}
