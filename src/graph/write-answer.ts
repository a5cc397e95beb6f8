import {
  getArgumentValues,
  getVariableValues,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  isIntrospectionType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
} from "graphql";
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLLeafType,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
} from "graphql";
import { collectFields, collectSubfields } from "graphql/execution/collectFields";
import { takeTurns } from "../lib/take-turns";
import type { Turns } from "../lib/take-turns";
import type { GraphContext } from "./graph-context";
import { readsAtOnce } from "./use-direct-resolvers";

export interface AskedOperation {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  /** As they came, not coerced. */
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: GraphContext;
}

type Write = (value: unknown) => string;
/** How the JSON of a value is written: what holds lists, which are as long as the data are, while others have their turns. */
type Writing =
  { readonly write: Write; readonly writeInTurns?: undefined } | { readonly write?: undefined; readonly writeInTurns: WriteInTurns };
type WriteInTurns = (value: unknown, turns: Turns) => Promise<string>;
/** Reads a field off its object. */
type Read = (source: unknown) => unknown;

/** Thrown where an answer is none that can be written straight away; it is executed in the usual way then, and says what is wrong. */
const NOT_STRAIGHT = new Error("This answer is left to the executor");
const giveUp = (): never => {
  throw NOT_STRAIGHT;
};

/**
 * The data of a query's answer as JSON text, written while it is read: a wide answer is not built as a tree of objects first, which took
 * most of its time. Only where everything below the fields of Query is read at once, without loaders, as all of the schema itself is; and
 * wherever anything is not as it should be (an error, a null that may not be) nothing is answered, and the executor, asked in turn, finds out what. So what is written
 * here is exactly what the executor would have answered.
 *
 * @returns undefined where the executor is to answer.
 */
export async function writeAnswer(asked: AskedOperation): Promise<string | undefined> {
  if (asked.operation.operation !== "query") return undefined;
  try {
    const roots = planRoots(asked);
    const values = await Promise.all(roots.map(({ resolve }) => resolve()));
    const turns = takeTurns();
    let text = "";
    for (const [index, { key, writing }] of roots.entries()) {
      text += `${index === 0 ? "{" : ","}${key}`;
      text += writing.writeInTurns ? await writing.writeInTurns(values[index], turns) : writing.write(values[index]);
    }
    return `${text}}`;
  } catch {
    return undefined;
  }
}

interface Root {
  /** `"name":` */
  readonly key: string;
  resolve(): Promise<unknown>;
  readonly writing: Writing;
}

interface Plan {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
}

/** The fields of Query, each with how its answer is written. Nothing is resolved before all of it is known to be writable. */
function planRoots({ schema, document, operation, variables: given, context }: AskedOperation): Root[] {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  const query = schema.getQueryType();
  if (coerced === undefined || !query) return giveUp();
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  const plan: Plan = { schema, fragments, variables: coerced };
  return [...collectFields(schema, fragments, coerced, query, operation.selectionSet)].map(([key, nodes]) => {
    const [node] = nodes as readonly [FieldNode];
    const { value: name } = node.name;
    if (name === "__typename") return { key: keyText(key), resolve: () => Promise.resolve(query.name), writing: WRITE_NAME };
    const field = query.getFields()[name] ?? META_FIELDS.find((one) => one.name === name);
    if (!field?.resolve) return giveUp();
    const { resolve } = field;
    const args = getArgumentValues(field, node, coerced);
    const info: GraphQLResolveInfo = {
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType: query,
      path: { prev: undefined, key, typename: query.name },
      schema,
      fragments,
      rootValue: undefined,
      operation,
      variableValues: coerced,
    };
    return { key: keyText(key), resolve: async () => resolve(undefined, args, context, info), writing: planValue(plan, field.type, nodes) };
  });
}

/** Fields of Query that it does not list. */
const META_FIELDS = [SchemaMetaFieldDef, TypeMetaFieldDef];
const WRITE_NAME: Writing = { write: JSON.stringify };

const keyText = (key: string): string => `${JSON.stringify(key)}:`;

function planValue(plan: Plan, type: GraphQLOutputType, nodes: readonly FieldNode[]): Writing {
  const isRequired = isNonNullType(type);
  const absent = isRequired ? giveUp : () => "null";
  const { write, writeInTurns } = planGiven(plan, isRequired ? type.ofType : type, nodes);
  if (!writeInTurns) return { write: (value) => (value === null || value === undefined ? absent() : write(value)) };
  return { writeInTurns: async (value, turns) => (value === null || value === undefined ? absent() : writeInTurns(value, turns)) };
}

function planGiven(plan: Plan, type: GraphQLOutputType, nodes: readonly FieldNode[]): Writing {
  if (isListType(type)) return { writeInTurns: planList(planValue(plan, type.ofType, nodes)) };
  if (isLeafType(type)) return { write: planLeaf(type) };
  // What an interface or a union is takes a resolver of its own.
  return isObjectType(type) && !type.isTypeOf ? planObject(plan, type, nodes) : giveUp();
}

/** Elements without lists of their own are small: it is looked up once for so many whether others should have their turn. */
const LOOK_EVERY = 32;

const planList =
  (element: Writing): WriteInTurns =>
  async (value, turns) => {
    if (!Array.isArray(value)) return giveUp();
    let text = "[";
    for (let index = 0; index < value.length; index += 1) {
      if (index > 0) text += ",";
      text += element.writeInTurns ? await element.writeInTurns(value[index], turns) : element.write(value[index]);
      if ((element.writeInTurns || index % LOOK_EVERY === 0) && turns.areOver) await turns.next();
    }
    return `${text}]`;
  };

function planObject(plan: Plan, type: GraphQLObjectType, nodes: readonly FieldNode[]): Writing {
  const { schema, fragments, variables } = plan;
  const fields = [...collectSubfields(schema, fragments, variables, type, nodes)].map(([key, ofKey], index) => ({
    head: `${index === 0 ? "{" : ","}${keyText(key)}`,
    ...planField(plan, type, ofKey),
  }));
  if (fields.length === 0) return { write: () => "{}" };
  const leaves = fields.flatMap(({ head, read, writing: { write } }) => (write ? [{ head, read, write }] : []));
  if (leaves.length < fields.length) return { writeInTurns: planFieldsInTurns(fields) };
  return {
    write: (source) => {
      checkObject(source);
      let text = "";
      for (const { head, read, write } of leaves) text += head + write(read(source));
      return `${text}}`;
    },
  };
}

interface PlannedField {
  readonly head: string;
  readonly read: Read;
  readonly writing: Writing;
}

const planFieldsInTurns =
  (fields: readonly PlannedField[]): WriteInTurns =>
  async (source, turns) => {
    checkObject(source);
    let text = "";
    for (const { head, read, writing } of fields) {
      text += head;
      text += writing.writeInTurns ? await writing.writeInTurns(read(source), turns) : writing.write(read(source));
    }
    return `${text}}`;
  };

function checkObject(source: unknown): void {
  if (typeof source !== "object" || source instanceof Error || typeof (source as { then?: unknown }).then === "function") giveUp();
}

function planField(plan: Plan, type: GraphQLObjectType, nodes: readonly FieldNode[]): Omit<PlannedField, "head"> {
  const [node] = nodes as readonly [FieldNode];
  const name = node.name.value;
  if (name === "__typename") return { read: () => type.name, writing: WRITE_NAME };
  const field = type.getFields()[name];
  if (!field) return giveUp();
  const read = isIntrospectionType(type) ? planMetaRead(plan, field, node) : planRead(plan, field, node);
  return { read, writing: planValue(plan, field.type, nodes) };
}

/** Of the schema itself: its fields are read by functions that take nothing of the request but the schema. */
function planMetaRead({ schema, variables }: Plan, field: GraphQLField<unknown, unknown>, node: FieldNode): Read {
  const { resolve } = field;
  if (!resolve) return giveUp();
  const args = getArgumentValues(field, node, variables);
  const info = { schema } as GraphQLResolveInfo;
  return (source) => resolve(source, args, undefined, info);
}

function planRead({ variables }: Plan, field: GraphQLField<unknown, unknown>, node: FieldNode): Read {
  const args = getArgumentValues(field, node, variables);
  if (!field.resolve) {
    const { name } = field;
    return (source) => {
      const value = (source as Record<string, unknown>)[name];
      return typeof value === "function" ? giveUp() : value;
    };
  }
  const method = readsAtOnce(field);
  if (!method) return giveUp();
  const { target, name, parameters } = method;
  if (name !== undefined) return (source) => (source instanceof target ? (source as unknown as Record<string, unknown>)[name] : giveUp());
  const { call } = method;
  const [only] = parameters;
  // Arguments are the same for every object that the field is read off.
  const given = parameters.map((parameter) => args[parameter]);
  if (given.length === 1 && only !== undefined) {
    const value = args[only];
    return (source) => (source instanceof target ? call.call(source, value) : giveUp());
  }
  return (source) => (source instanceof target ? call.apply(source, given) : giveUp());
}

function planLeaf(type: GraphQLLeafType): Write {
  const serialize: Write = (value) => {
    const answered: unknown = type.serialize(value);
    return answered === null || answered === undefined ? giveUp() : JSON.stringify(answered);
  };
  if (isEnumType(type)) return writeEnum(serialize);
  if (type === GraphQLString || type === GraphQLID)
    return (value) => (typeof value === "string" ? JSON.stringify(value) : serialize(value));
  if (type === GraphQLFloat)
    return (value) => (typeof value === "number" && Number.isFinite(value) ? JSON.stringify(value) : serialize(value));
  if (type === GraphQLInt) return (value) => (value === (value as number) >> 0 ? String(value) : serialize(value));
  if (type === GraphQLBoolean) return (value) => (typeof value === "boolean" ? String(value) : serialize(value));
  return serialize;
}

/** Each value is serialized once. */
function writeEnum(serialize: Write): Write {
  const texts = new Map<unknown, string>();
  return (value) => {
    let text = texts.get(value);
    if (text === undefined) texts.set(value, (text = serialize(value)));
    return text;
  };
}
