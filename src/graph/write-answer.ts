import {
  getArgumentValues,
  getVariableValues,
  GraphQLBoolean,
  GraphQLFloat,
  GraphQLID,
  GraphQLInt,
  GraphQLString,
  isEnumType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
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

/** Writes the JSON of a value that is not null. */
type Write = (value: unknown) => string;
/** Reads a field off its object. */
type Read = (source: unknown) => unknown;

/** Thrown where an answer is none that can be written straight away; it is executed in the usual way then, and says what is wrong. */
const NOT_STRAIGHT = new Error("This answer is left to the executor");
const giveUp = (): never => {
  throw NOT_STRAIGHT;
};

/**
 * The data of a query's answer as JSON text, written while it is read: a wide answer is not built as a tree of objects first, which took
 * most of its time. Only where everything below the fields of Query is read at once, without loaders; and wherever anything is not as it
 * should be (an error, a null that may not be) nothing is answered, and the executor, asked in turn, finds out what. So what is written
 * here is exactly what the executor would have answered.
 *
 * @returns undefined where the executor is to answer.
 */
export async function writeAnswer(asked: AskedOperation): Promise<string | undefined> {
  if (asked.operation.operation !== "query") return undefined;
  try {
    const roots = planRoots(asked);
    const values = await Promise.all(roots.map(({ resolve }) => resolve()));
    return joinFields(roots.map(({ key, write }, index) => `${key}${write(values[index])}`));
  } catch {
    return undefined;
  }
}

interface Root {
  /** `"name":` */
  readonly key: string;
  resolve(): Promise<unknown>;
  readonly write: Write;
}

interface Plan {
  readonly schema: GraphQLSchema;
  readonly fragments: Record<string, FragmentDefinitionNode>;
  readonly variables: Record<string, unknown>;
}

/** The fields of Query, each with how its answer is written. Nothing is resolved before all of it is known to be writable. */
function planRoots({ schema, document, operation, variables: given, context }: AskedOperation): Root[] {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given);
  const query = schema.getQueryType();
  if (coerced === undefined || !query) return giveUp();
  const fragments: Record<string, FragmentDefinitionNode> = {};
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one;
  const plan: Plan = { schema, fragments, variables: coerced };
  return [...collectFields(schema, fragments, coerced, query, operation.selectionSet)].map(([key, nodes]) => {
    const [node] = nodes as readonly [FieldNode];
    const field = query.getFields()[node.name.value];
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
    return { key: keyText(key), resolve: async () => resolve(undefined, args, context, info), write: planValue(plan, field.type, nodes) };
  });
}

const keyText = (key: string): string => `${JSON.stringify(key)}:`;
const joinFields = (fields: readonly string[]): string => `{${fields.join(",")}}`;

function planValue(plan: Plan, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  if (isNonNullType(type)) {
    const write = planGiven(plan, type.ofType, nodes);
    return (value) => (value === null || value === undefined ? giveUp() : write(value));
  }
  const write = planGiven(plan, type, nodes);
  return (value) => (value === null || value === undefined ? "null" : write(value));
}

function planGiven(plan: Plan, type: GraphQLOutputType, nodes: readonly FieldNode[]): Write {
  if (isListType(type)) return writeList(planValue(plan, type.ofType, nodes));
  if (isLeafType(type)) return planLeaf(type);
  // What an interface or a union is takes a resolver of its own.
  return isObjectType(type) && !type.isTypeOf ? planObject(plan, type, nodes) : giveUp();
}

const writeList =
  (write: Write): Write =>
  (value) => {
    if (!Array.isArray(value)) return giveUp();
    let text = "[";
    for (let index = 0; index < value.length; index += 1) text += index === 0 ? write(value[0]) : `,${write(value[index])}`;
    return `${text}]`;
  };

function planObject(plan: Plan, type: GraphQLObjectType, nodes: readonly FieldNode[]): Write {
  const { schema, fragments, variables } = plan;
  const fields = [...collectSubfields(schema, fragments, variables, type, nodes)].map(([key, ofKey], index) => ({
    head: `${index === 0 ? "{" : ","}${keyText(key)}`,
    ...planField(plan, type, ofKey),
  }));
  if (fields.length === 0) return () => "{}";
  return (source) => {
    if (typeof source !== "object" || source instanceof Error || typeof (source as { then?: unknown }).then === "function") return giveUp();
    let text = "";
    for (const { head, read, write } of fields) text += head + write(read(source));
    return `${text}}`;
  };
}

function planField(plan: Plan, type: GraphQLObjectType, nodes: readonly FieldNode[]): { read: Read; write: Write } {
  const [node] = nodes as readonly [FieldNode];
  const name = node.name.value;
  if (name === "__typename") return { read: () => type.name, write: JSON.stringify };
  const field = type.getFields()[name];
  if (!field) return giveUp();
  return { read: planRead(plan, field, node), write: planValue(plan, field.type, nodes) };
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
