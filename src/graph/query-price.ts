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
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from "graphql";

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
  "ComparisonCoverage.byRegion": 250,
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
/** Rows of a comparison whose query bounds them by nothing. */
const UNBOUNDED_ROWS = 250;

type Arguments = Readonly<Record<string, unknown>>;

/** How many of a paged list's nodes, and of a comparison's cells in a row, the field above asks for. */
interface Sizes {
  readonly page: number;
  readonly cells: number;
}

/**
 * The price of a query, known before it runs: how many objects its answer may hold, by its pages, lists and arguments. Leaves are free.
 */
export function priceOf({ schema, operation, fragments, variables }: PricedOperation): number {
  const known = new Map<string, number>();

  const priceOfSelections = (selections: SelectionSetNode, type: GraphQLObjectType, sizes: Sizes): number =>
    selections.selections.reduce((sum, selection) => {
      if (selection.kind === Kind.FIELD) return sum + priceOfField(selection, type, sizes);
      if (selection.kind === Kind.INLINE_FRAGMENT) return sum + priceOfSelections(selection.selectionSet, type, sizes);
      return sum + priceOfFragment(selection.name.value, type, sizes);
    }, 0);

  /** Priced once: fragments that spread each other twice double with every step. */
  const priceOfFragment = (name: string, type: GraphQLObjectType, sizes: Sizes): number => {
    const key = `${name} ${type.name} ${sizes.page} ${sizes.cells}`;
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
    const length = isListType(getNullableType(field.type)) ? lengthOf(type, field, given, sizes) : 1;
    return length * (1 + priceOfSelections(node.selectionSet, answered, sizesBelow(field, given, sizes)));
  };

  const root = schema.getRootType(operation.operation);
  return root ? priceOfSelections(operation.selectionSet, root, { page: USUAL, cells: USUAL }) : 0;
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
  if (type.name === "ComparisonRow" && field.name === "cells") return sizes.cells;
  if (typeof given["first"] === "number") return Math.max(1, given["first"]);
  const named = listLength(given["measures"]) * listLength(given["subjects"]);
  const isNamed = Array.isArray(given["measures"]) && (typeof given["level"] !== "string" || given["level"] === "TOTAL");
  return isNamed ? named : (LONGER[`${type.name}.${field.name}`] ?? USUAL);
}

function sizesBelow(field: GraphQLField<unknown, unknown>, given: Arguments, sizes: Sizes): Sizes {
  if (field.name === "compare") {
    const where = (given["where"] ?? {}) as Arguments;
    const years = listLength(where["years"]);
    const rows = Array.isArray(where["units"]) ? where["units"].length * years : UNBOUNDED_ROWS;
    return {
      page: typeof given["first"] === "number" ? given["first"] : rows,
      cells: listLength(given["measures"]) * listLength(given["subjects"]) * (given["pivot"] ? years : 1),
    };
  }
  return typeof given["first"] === "number" ? { ...sizes, page: Math.max(1, given["first"]) } : sizes;
}

const listLength = (list: unknown): number => (Array.isArray(list) ? Math.max(1, list.length) : 1);
