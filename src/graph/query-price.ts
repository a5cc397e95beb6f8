import {
  type GraphQLObjectType,
  Kind,
  SchemaMetaFieldDef,
  TypeMetaFieldDef,
  getArgumentValues,
  getNamedType,
  getNullableType,
  getVariableValues,
  isListType,
  isObjectType,
} from "graphql";
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLResolveInfo,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";
import type { ComparisonSize } from "../compare/comparison";
import { expectedSize } from "./comparison/expected-size";

export interface PricedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The nodes of a connection are as many as its page is long. */
const PAGED = new Set(["nodes", "edges", "rows"]);
/** What a list is taken to hold that nothing in the query bounds. */
const USUAL = 10;
/** Lists that are longer as a rule. */
const LONGER: Readonly<Record<string, number>> = {
  "Query.measures": 150,
  "Query.rules": 120,
  "Disclosure.checks": 120,
  "Disclosure.figures": 60,
  "Disclosure.sections": 25,
  "Disclosure.changes": 50,
  "Project.indicators": 15,
  // The schema itself, at more than its size: it is the longest answer that a short query can have, and one fits into a query.
  "__Schema.types": 150,
  "__Schema.directives": 6,
  "__Type.fields": 14,
  "__Type.enumValues": 3,
  "__Type.inputFields": 1,
  "__Type.interfaces": 1,
  "__Type.possibleTypes": 1,
  "__Field.args": 1,
  "__Directive.args": 2,
};
const INTROSPECTION = [SchemaMetaFieldDef, TypeMetaFieldDef];
/** A comparison works on so many figures in the time in which it answers one object: measured, with values per head in constant prices, the dearest. */
const SLOTS_AT_ONE = 100;

type Arguments = Readonly<Record<string, unknown>>;

/** How long the lists below a field are. */
interface Sizes {
  /** Nodes of a paged list. */
  readonly page: number;
  readonly comparison?: ComparisonSize;
}

/**
 * The price of a query, known before it runs: how many objects its answer may hold, by its pages, lists and arguments, and what its comparisons
 * take in. Leaves are free. What nothing in the query tells of a comparison is taken as usual, and priced again when it is known.
 */
export function priceOf({ schema, operation, fragments, variables }: PricedOperation): number {
  const root = schema.getRootType(operation.operation);
  return root ? createPricer(fragments, variables)(operation.selectionSet, root, { page: USUAL }) : 0;
}

/** What the answer of a comparison comes to beyond the comparison itself, where it is as large as this. */
export function priceOfAnswer({ fieldNodes, fragments, variableValues, returnType }: GraphQLResolveInfo, size: ComparisonSize): number {
  const type = getNamedType(returnType);
  const price = createPricer(new Map(Object.entries(fragments)), variableValues);
  const sizes = { page: size.rows, comparison: size };
  return fieldNodes.reduce((sum, { selectionSet }) => sum + (selectionSet && isObjectType(type) ? price(selectionSet, type, sizes) : 0), 0);
}

export const priceOfSlots = (slots: number): number => Math.floor(slots / SLOTS_AT_ONE);

type PriceOfSelections = (selections: SelectionSetNode, type: GraphQLObjectType, sizes: Sizes) => number;

function createPricer(fragments: ReadonlyMap<string, FragmentDefinitionNode>, variables: Arguments): PriceOfSelections {
  const known = new Map<string, number>();

  const priceOfSelections: PriceOfSelections = (selections, type, sizes) =>
    selections.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + priceOfField(selection, type, sizes);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + priceOfSelections(selection.selectionSet, type, sizes);
      return sum + priceOfFragment(selection.name.value, type, sizes);
    }, 0);

  /** Priced once: fragments that spread each other twice double with every step. */
  const priceOfFragment = (name: string, type: GraphQLObjectType, sizes: Sizes): number => {
    const key = `${name} ${type.name} ${JSON.stringify(sizes)}`;
    const fragment = fragments.get(name);
    const price = known.get(key) ?? (fragment ? priceOfSelections(fragment.selectionSet, type, sizes) : 0);
    known.set(key, price);
    return price;
  };

  const priceOfField = (node: FieldNode, type: GraphQLObjectType, sizes: Sizes): number => {
    const field = type.getFields()[node.name.value] ?? INTROSPECTION.find(({ name }) => name === node.name.value);
    const answered = field && getNamedType(field.type);
    if (!field || !isObjectType(answered) || !node.selectionSet) return 0;
    const given = argumentsOf(field, node, variables);
    if (answered.name === "Comparison") {
      const { slots, ...size } = expectedSize(given);
      return 1 + priceOfSlots(slots) + priceOfSelections(node.selectionSet, answered, { page: size.rows, comparison: size });
    }
    const length = isListType(getNullableType(field.type)) ? lengthOf(type, field, given, sizes) : 1;
    return length * (1 + priceOfSelections(node.selectionSet, answered, sizesBelow(given, sizes)));
  };

  return priceOfSelections;
}

/** The price of a document's first operation. What cannot be read of the variables is an error of its own when it runs. */
export function priceOfDocument(schema: GraphQLSchema, document: DocumentNode, given: Readonly<Record<string, unknown>>): number {
  const operation = document.definitions.find((one): one is OperationDefinitionNode => one.kind === Kind.OPERATION_DEFINITION);
  if (!operation) return 0;
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  return coerced ? priceOf({ schema, operation, fragments: fragmentsOf(document), variables: coerced }) : 0;
}

export const fragmentsOf = ({ definitions }: DocumentNode): ReadonlyMap<string, FragmentDefinitionNode> =>
  new Map(definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [])));

/** What cannot be read of the arguments is an error of its own when the query runs. */
function argumentsOf(field: GraphQLField<unknown, unknown>, node: FieldNode, variables: Arguments): Arguments {
  try {
    return getArgumentValues(field, node, variables);
  } catch {
    return {};
  }
}

function lengthOf(type: GraphQLObjectType, field: GraphQLField<unknown, unknown>, given: Arguments, sizes: Sizes): number {
  if (PAGED.has(field.name)) return sizes.page;
  const { comparison } = sizes;
  const compared = comparison && COMPARED[`${type.name}.${field.name}`]?.(comparison);
  if (compared !== undefined) return compared;
  if (typeof given["first"] === "number") return Math.max(1, given["first"]);
  const named = listLength(given["measures"]) * listLength(given["subjects"]);
  const isNamed = Array.isArray(given["measures"]) && (typeof given["level"] !== "string" || given["level"] === "TOTAL");
  return isNamed ? named : (LONGER[`${type.name}.${field.name}`] ?? USUAL);
}

/** Lists of a comparison, by what it is about. */
const COMPARED: Readonly<Record<string, (size: ComparisonSize) => number>> = {
  "Comparison.columns": ({ columns }) => columns,
  "ComparisonRow.cells": ({ columns }) => columns,
  "ComparisonCoverage.missing": ({ units }) => units,
  "ComparisonCoverage.gaps": ({ units, years }) => units * years,
  "ComparisonCoverage.byRegion": ({ units, years }) => units * years,
};

const sizesBelow = (given: Arguments, sizes: Sizes): Sizes =>
  typeof given["first"] === "number" ? { ...sizes, page: Math.max(1, given["first"]) } : sizes;

const listLength = (list: unknown): number => (Array.isArray(list) ? Math.max(1, list.length) : 1);
