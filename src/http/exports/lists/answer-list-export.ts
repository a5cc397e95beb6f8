import { getNamedType, isInputObjectType, isRequiredArgument, parse } from "graphql";
import type { DocumentNode, GraphQLField } from "graphql";
import { buildGraphSchema } from "../../../graph/build-graph-schema";
import type { GraphContext } from "../../../graph/graph-context";
import { priceOfDocument } from "../../../graph/query-price";
import { LIMITS } from "../../../graph/limits";
import { requestError } from "../../../graph/request-error";
import { invariant } from "../../../lib/invariant";
import { askGraph, askGraphPaid } from "../../ask-graph";
import type { Variables } from "../../ask-graph";
import { pay } from "../../caller-budget";
import { parameterError, readChoice, readInputs, refuseUnknown } from "../../comparison-parameters";
import type { GraphQLInput } from "../../comparison-parameters";
import type { DoorAnswer, DoorRequest } from "../../door";
import { MONEY_UNIT_CODES, moneyUnitName } from "../../money-unit-name";
import type { ExportTable, ExportValue } from "../export-table";
import { sendTables } from "../send-tables";
import type { ExportFormat } from "../send-tables";
import { MOST_SHEET_ROWS } from "../write-xlsx";
import type { ListColumn, ListTerms, ListedCitation, ListedExport } from "./listed-export";

/** What the door decides of a list's arguments, or reads in words of its own. */
const OWN_FORM = ["where", "orderBy", "first", "after"];

/** A whole list as a file: every row that the graph would page through, at one data version. */
export async function answerListExport<Node>(
  door: DoorRequest,
  list: ListedExport<Node>,
  format: ExportFormat,
  address: string,
): Promise<DoorAnswer> {
  const { parameters, state, headers } = door;
  const field = buildGraphSchema().getQueryType()?.getFields()[list.field];
  invariant(field, "a list is a field of the graph");
  const terms: ListTerms = {
    language: readChoice(parameters, "lang", ["en", "zh"], "en"),
    moneyUnit: readChoice(parameters, "unit", MONEY_UNIT_CODES, "WAN_YUAN"),
  };
  const asked = readListParameters(parameters, field, list.orderBy);
  const whole = await openList(door, list, field, { ...asked, money: terms.moneyUnit, language: terms.language.toUpperCase() }, format);
  if (format === "xlsx" && (whole.totalCount ?? 0) >= MOST_SHEET_ROWS)
    throw requestError("INVALID_ARGUMENT", `${whole.totalCount} rows are more than a sheet holds: ask for CSV, or for less by a filter`);
  const zh = terms.language === "zh";
  const about = [
    [zh ? "数据版本" : "data_version", state.dataVersion],
    [zh ? "数据更新时间" : "updated_at", state.updatedAt],
    ...(whole.totalCount === null ? [] : [[zh ? "行数" : "rows", whole.totalCount] as const]),
    [zh ? "地址" : "address", address],
  ] as const;
  const table = listTable(list, whole.nodes, terms);
  return sendTables(format === "xlsx" ? [table, sourcesTable(list, whole.nodes, terms, about)] : [table], format, {
    name: `${list.field}-v${state.dataVersion}`,
    headers,
    rowCount: whole.totalCount,
  });
}

/** The arguments of a field and the fields of its filter under their own names; `orderBy=FIELD.ASC|DESC`. */
function readListParameters(parameters: URLSearchParams, { args }: GraphQLField<unknown, unknown>, usual: string | undefined): Variables {
  const where = args.map(({ type }) => getNamedType(type)).find((type) => isInputObjectType(type) && type.name.endsWith("Filter"));
  const filter = new Map<string, GraphQLInput>(isInputObjectType(where) ? Object.entries(where.getFields()) : []);
  const direct = new Map<string, GraphQLInput>(args.filter(({ name }) => !OWN_FORM.includes(name)).map((one) => [one.name, one]));
  const missing = args.find((one) => isRequiredArgument(one) && !OWN_FORM.includes(one.name) && !parameters.get(one.name));
  if (missing) throw parameterError(missing.name, "is missing");
  const order = args.find(({ name }) => name === "orderBy");
  refuseUnknown(parameters, [...direct.keys(), ...filter.keys(), ...(order ? ["orderBy"] : []), "lang", "unit"]);
  const orderBy = (order && readOrder(parameters, order)) ?? (usual === undefined ? undefined : { field: usual });
  return { ...readInputs(parameters, direct), ...(where && { where: readInputs(parameters, filter) }), ...(orderBy && { orderBy }) };
}

function readOrder(parameters: URLSearchParams, { type }: GraphQLInput): Variables | undefined {
  const text = parameters.get("orderBy") ?? "";
  if (text === "") return undefined;
  const input = getNamedType(type);
  const [field = "", direction = "ASC"] = text.split(".");
  const inputs = new Map(isInputObjectType(input) ? Object.entries(input.getFields()) : []);
  return readInputs(new URLSearchParams({ field, direction }), inputs);
}

interface WholeList<Node> {
  /** null where it is not known before it is read. */
  readonly totalCount: number | null;
  /** From the first each time. */
  nodes(): AsyncIterable<Node>;
}

interface ListPage<Node> {
  readonly totalCount?: number;
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks for the first page, and takes the price of all that follow before any is read: an export that was begun is not refused on its way. */
async function openList<Node>(
  { context, freshContext }: DoorRequest,
  list: ListedExport<Node>,
  field: GraphQLField<unknown, unknown>,
  asked: Variables,
  format: ExportFormat,
): Promise<WholeList<Node>> {
  const paged = field.args.some(({ name }) => name === "after");
  const document = writeQuery(list, field, paged);
  const variables = { ...asked, ...(paged && { first: LIMITS.maxFirst }) };
  const price = priceOfDocument(buildGraphSchema(), document, variables);
  const pageOf = (data: Record<string, unknown>): ListPage<Node> => {
    const answered = data[list.field];
    return paged
      ? (answered as ListPage<Node>)
      : { totalCount: (answered as Node[]).length, nodes: answered as Node[], pageInfo: { hasNextPage: false, endCursor: null } };
  };
  const read = async (within: GraphContext, after: string | null): Promise<ListPage<Node>> =>
    pageOf(await askGraphPaid(within, document, { ...variables, after, counted: false }, price));
  const first = pageOf(await askGraph(context, document, { ...variables, counted: list.isCounted !== false }));
  const isCounted = list.isCounted !== false;
  const total = first.totalCount ?? 0;
  const pages = Math.ceil(total / LIMITS.maxFirst) * (format === "xlsx" && list.citationsOf ? 2 : 1);
  if (isCounted) await pay(price * Math.max(0, pages - 1));
  return {
    totalCount: isCounted ? total : null,
    async *nodes() {
      let page = first;
      for (;;) {
        yield* page.nodes;
        if (!page.pageInfo.hasNextPage) return;
        if (!isCounted) await pay(price);
        page = await read(freshContext(), page.pageInfo.endCursor);
      }
    },
  };
}

function writeQuery<Node>(
  { field: name, selection }: ListedExport<Node>,
  field: GraphQLField<unknown, unknown>,
  paged: boolean,
): DocumentNode {
  const given = field.args.map((one) => `$${one.name}: ${String(one.type)}`);
  const passed = field.args.map((one) => `${one.name}: $${one.name}`);
  const own = [
    ...(selection.includes("$money") ? ["$money: MoneyUnit!"] : []),
    ...(selection.includes("$language") ? ["$language: Language!"] : []),
    ...(paged ? ["$counted: Boolean!"] : []),
  ];
  const declared = [...given, ...own];
  const whole = paged
    ? `{ totalCount @include(if: $counted) nodes { ${selection} } pageInfo { hasNextPage endCursor } }`
    : `{ ${selection} }`;
  return parse(
    `query Export${declared.length > 0 ? `(${declared.join(", ")})` : ""} { ${name}${passed.length > 0 ? `(${passed.join(", ")})` : ""} ${whole} }`,
  );
}

function listTable<Node>({ title, columns }: ListedExport<Node>, nodes: () => AsyncIterable<Node>, terms: ListTerms): ExportTable {
  const zh = terms.language === "zh";
  return {
    title: title[zh ? 0 : 1],
    columns: [
      { name: zh ? "序号" : "no", format: "YEAR", width: 8 },
      ...columns.map((column) => ({ name: headingOf(column, terms), format: column.format, width: column.width })),
    ],
    async *rows() {
      let number = 0;
      for await (const node of nodes()) yield [++number, ...columns.map((column) => column.read(node, terms))];
    },
  };
}

/** What the list was read from, and for each row of it where it is printed. */
function sourcesTable<Node>(
  { citationsOf }: ListedExport<Node>,
  nodes: () => AsyncIterable<Node>,
  { language }: ListTerms,
  about: readonly (readonly [string, string | number])[],
): ExportTable {
  const zh = language === "zh";
  const names = zh
    ? ["序号", "章节", "原文数字", "原文", "来源文件", "文件SHA-256"]
    : ["no", "section", "printed", "text", "document", "document_sha256"];
  return {
    title: zh ? "来源" : "Sources",
    columns: names.map((name, at) => ({ name, format: at === 0 ? "YEAR" : "TEXT", width: at === 0 ? 14 : 30 })),
    async *rows() {
      for (const [name, value] of about) yield [name, value, null, null, null, null];
      if (!citationsOf) return;
      let number = 0;
      for await (const node of nodes()) {
        number += 1;
        for (const citation of citationsOf(node)) yield [number, ...sourceOf(citation)];
      }
    },
  };
}

const sourceOf = ({ section, printed, text, document }: ListedCitation): ExportValue[] => [
  section,
  printed,
  text,
  document?.fileName ?? null,
  document?.sha256 ?? null,
];

function headingOf<Node>({ en, zh, isMoney }: ListColumn<Node>, { language, moneyUnit }: ListTerms): string {
  if (language === "zh") return isMoney ? `${zh}（${moneyUnitName(moneyUnit, language)}）` : zh;
  return isMoney ? `${en} (${moneyUnit})` : en;
}
