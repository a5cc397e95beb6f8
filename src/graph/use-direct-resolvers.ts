import type { GraphQLFieldResolver, GraphQLObjectType, GraphQLSchema } from "graphql";
import { getMetadataStorage } from "type-graphql";
import { invariant } from "../lib/invariant";
import type { GraphContext } from "./graph-context";

type Resolve = GraphQLFieldResolver<unknown, GraphContext, Record<string, unknown>>;
/** Makes one parameter of a resolver's method from what the executor hands over. */
type ReadParameter = (...given: Parameters<Resolve>) => unknown;
type Method = (...parameters: unknown[]) => unknown;
type Metadata = ReturnType<typeof getMetadataStorage>;
type ParamMetadata = Metadata["params"][number];
type FieldMetadata = Metadata["fieldResolvers"][number];
type MethodMetadata = FieldMetadata | Metadata["queries"][number];

/** A field that is read off an instance of its class by its arguments alone: a getter by its name, or a method with the arguments it takes in order. */
export interface ReadAtOnce {
  readonly target: new () => object;
  /** Of a getter. */
  readonly name: string | undefined;
  readonly call: Method;
  /** Arguments of the field, in the order of the method's parameters. */
  readonly parameters: readonly string[];
}

const atOnce = new WeakMap<object, ReadAtOnce>();

/** How a field is read without the executor; undefined where it takes the request's context, a loader or the framework. */
export const readsAtOnce = (field: object): ReadAtOnce | undefined => atOnce.get(field);

/**
 * Lets the executor call the methods of types and resolvers itself. The framework's way there makes a promise for every argument of every
 * field, copies the inputs and looks for guards and middleware, of which there are none: in a wide answer that costs more than the answer.
 * What is declared stays the framework's; a method with guards or middleware keeps its way.
 */
export function useDirectResolvers(schema: GraphQLSchema): void {
  const { fieldResolvers, queries, mutations, objectTypes } = getMetadataStorage();
  const nameOf = new Map(objectTypes.map(({ target, name }) => [target, name]));
  for (const metadata of fieldResolvers) {
    const target = metadata.getObjectType?.() as (new () => object) | undefined;
    const owner = target && nameOf.get(target);
    invariant(owner, `the resolver ${metadata.methodName} belongs to a type of the schema`);
    replace(schema.getType(owner) as GraphQLObjectType | undefined, metadata, (given) =>
      metadata.kind === "internal" ? ofSource(metadata, target, given) : ofResolver(metadata),
    );
  }
  for (const metadata of queries) replace(schema.getQueryType(), metadata, () => ofResolver(metadata));
  for (const metadata of mutations) replace(schema.getMutationType(), metadata, () => ofResolver(metadata));
}

function replace(
  type: GraphQLObjectType | null | undefined,
  metadata: MethodMetadata,
  resolverInsteadOf: (given: Resolve) => Resolve | undefined,
): void {
  const field = type?.getFields()[metadata.schemaName];
  if (!field?.resolve || (metadata.roles?.length ?? 0) > 0 || (metadata.middlewares?.length ?? 0) > 0) return;
  const instead = resolverInsteadOf(field.resolve as Resolve);
  if (!instead) return;
  field.resolve = instead;
  const direct = "kind" in metadata && metadata.kind === "internal" ? readAtOnce(metadata) : undefined;
  if (direct) atOnce.set(field, direct);
}

function readAtOnce({ methodName, params = [], getObjectType }: FieldMetadata): ReadAtOnce | undefined {
  const target = getObjectType?.() as (new () => object) | undefined;
  if (!target) return undefined;
  const ordered = [...params].sort((a, b) => a.index - b.index);
  const parameters = ordered.flatMap((param) => (param.kind === "arg" ? [param.name] : []));
  if (parameters.length < ordered.length) return undefined;
  const method = Object.getOwnPropertyDescriptor(target.prototype, methodName)?.value as Method | undefined;
  return { target, name: method ? undefined : methodName, call: method ?? (() => undefined), parameters };
}

/** A method or getter of the type's own class. A source that is no instance of it (a plain row) goes the framework's way, which makes it one. */
function ofSource({ methodName, params = [] }: MethodMetadata, target: new () => object, given: Resolve): Resolve | undefined {
  const method = Object.getOwnPropertyDescriptor(target.prototype, methodName)?.value as Method | undefined;
  const read = params.length === 0 ? [] : readersOf(params);
  if (!read) return undefined;
  return (source, args, context, info) => {
    if (!(source instanceof target)) return given(source, args, context, info);
    if (method === undefined) return (source as Record<string, unknown>)[methodName];
    const [first, second] = read;
    if (first === undefined) return method.call(source);
    if (second === undefined) return method.call(source, first(source, args, context, info));
    return method.apply(
      source,
      read.map((one) => one(source, args, context, info)),
    );
  };
}

const instances = new Map<object, object>();

/** A method of a resolver class, of which one instance serves all. */
function ofResolver({ target, methodName, params = [] }: MethodMetadata): Resolve | undefined {
  const read = readersOf(params);
  if (!read) return undefined;
  const resolver = instances.get(target) ?? new (target as unknown as new () => object)();
  instances.set(target, resolver);
  const method = (resolver as Record<string, Method | undefined>)[methodName];
  invariant(method, `a resolver has the method ${methodName} that it declares`);
  return (source, args, context, info) =>
    method.apply(
      resolver,
      read.map((one) => one(source, args, context, info)),
    );
}

/** How each parameter is read, in the order of the parameters; undefined where one needs the framework. */
function readersOf(params: readonly ParamMetadata[]): ReadParameter[] | undefined {
  const readers = [...params].sort((a, b) => a.index - b.index).map(readerOf);
  return readers.every((one) => one !== undefined) ? readers : undefined;
}

function readerOf(param: ParamMetadata): ReadParameter | undefined {
  switch (param.kind) {
    case "arg":
      return (_source, args) => args[param.name];
    case "args":
      return argsReader(param.getType() as object);
    case "context":
      return param.propertyName === undefined ? (_source, _args, context) => context : undefined;
    case "root":
      return param.propertyName === undefined ? (source) => source : undefined;
    case "info":
      return (_source, _args, _context, info) => info;
    default:
      return undefined;
  }
}

/** The arguments that a class of arguments names, those of the classes above it included, and no others of the field. */
function argsReader(argsClass: object): ReadParameter {
  const names: string[] = [];
  for (let one = argsClass; typeof one === "function"; one = Object.getPrototypeOf(one) as object) {
    const known = getMetadataStorage().argumentTypes.find(({ target }) => target === one);
    names.push(...(known?.fields ?? []).map(({ name }) => name));
  }
  return (_source, args) => Object.fromEntries(names.filter((name) => args[name] !== undefined).map((name) => [name, args[name]]));
}
