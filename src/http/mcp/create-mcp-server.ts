import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { GraphQLError, parse } from "graphql";
import { z } from "zod";
import { createGraphContext } from "../../graph/graph-context";
import type { GraphSources } from "../../graph/graph-context";
import { askGraph, isClientError } from "../ask-graph";
import type { Variables } from "../ask-graph";

const UNITS = parse(`query($text: String!) { suggestions(text: $text, first: 20) { kind code name } }`);
const MEASURES = parse(`{ measures { code name nameEn unit group description } }`);
const COMPARE = parse(`
  query(
    $where: ComparisonWhere, $measures: [MeasureCode!]!, $subjects: [ID!], $groupBy: ComparisonGrouping, $stage: Stage!, $orderBy: [ComparisonOrder!]
    $first: Int!, $after: String
  ) {
    compare(
      where: $where, measures: $measures, subjects: $subjects, groupBy: $groupBy, stage: $stage, orderBy: $orderBy, first: $first, after: $after
    ) {
      totalCount dataVersion pageInfo { hasNextPage endCursor }
      columns { measure { code name unit } subject { code name } }
      rows { unit { code name } group { key name } year scope cells { value status rank peerMedian yearOnYear { amount rate } } }
      warnings { code message }
      coverage { expected disclosed }
    }
  }
`);
const DISCLOSURE = parse(`
  query($unit: String!, $year: Int!, $kind: DisclosureKind) {
    disclosure(unit: $unit, year: $year, kind: $kind) {
      id unit { code name } fiscalYear { year } kind scope revision publishedAt reportedOn
      document { sha256 fileName }
      figures { measure { code name unit } initialBudget final status reason }
    }
  }
`);
const FINDINGS = parse(`
  query($where: FindingFilter, $first: Int!, $after: String) {
    findings(where: $where, first: $first, after: $after) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { rule { code title } severity message published recomputed difference
        disclosure { unit { code name } fiscalYear { year } kind } citations { section text } }
    }
  }
`);
const CITE = parse(`
  query($unit: String!, $year: Int!, $kind: DisclosureKind, $measure: MeasureCode!, $subject: String) {
    disclosure(unit: $unit, year: $year, kind: $kind) {
      unit { code name } fiscalYear { year } kind scope revision
      figure(measure: $measure, subject: $subject) { measure { code name unit } subject { code name } value status
        citation { section text printed document { sha256 fileName } } }
    }
  }
`);

const year = z.number().int().describe("年度");
const unit = z.string().describe("单位代码或名称");
const kind = z
  .enum(["FINAL_ACCOUNTS", "BUDGET"])
  .optional()
  .describe("公开类别: 决算 or 预算; by itself the final accounts, else the budget");
const MOST = 100;
const first = z.number().int().min(1).max(MOST).default(50);
const after = z.string().optional().describe("pageInfo.endCursor of the page before");

type PageParameters = Readonly<Record<string, string | number | readonly (string | number)[] | null | undefined>>;

/**
 * A Model Context Protocol server over the graph: each tool is one query, answered as the graph answers a public reader, with the address of
 * the page that shows the same. Made anew for each connection; nothing is remembered between calls.
 */
export function createMcpServer(sources: GraphSources, publicUrl: string, version: string): McpServer {
  const server = new McpServer({ name: "disclosure-hub", version });
  const page = (path: string, parameters: PageParameters = {}): string => {
    const url = new URL(path, publicUrl);
    for (const [name, value] of Object.entries(parameters))
      if (value !== undefined && value !== null) url.searchParams.set(name, String(value));
    return url.href;
  };
  const answer = async <Data extends object>(
    document: ReturnType<typeof parse>,
    variables: Variables,
    present: (data: Data) => { readonly page: string } & Partial<Data>,
  ): Promise<CallToolResult> => {
    try {
      const data = await askGraph<Data>(createGraphContext(sources), document, variables);
      return { content: [{ type: "text", text: JSON.stringify({ ...data, ...present(data) }) }] };
    } catch (error) {
      return { content: [{ type: "text", text: tell(error) }], isError: true };
    }
  };
  const annotations = { readOnlyHint: true, openWorldHint: false };

  server.registerTool(
    "find_units",
    {
      description:
        "查找单位: units (also regions, subjects and measures) by name, pinyin initials or code, the best first, each with its page",
      inputSchema: { text: z.string().min(1) },
      annotations,
    },
    ({ text }) =>
      answer<{ suggestions: readonly Suggestion[] }>(UNITS, { text }, ({ suggestions }) => ({
        suggestions: suggestions.map((one) => ({ ...one, page: page(...placeOf(one)) })),
        page: page("/search", { q: text }),
      })),
  );
  server.registerTool(
    "list_measures",
    { description: "指标目录: every measure with its code, names and unit; `compare` and `cite` take the codes", annotations },
    () => answer(MEASURES, {}, () => ({ page: page("/compare") })),
  );
  server.registerTool(
    "compare",
    {
      description: "比较: units × years × measures as one table, money in 万元; a missing value has a status and is never zero",
      inputSchema: {
        measures: z.array(z.string()).min(1).describe("指标代码, as list_measures gives them"),
        units: z.array(z.string()).optional().describe("单位代码或名称; all units where neither these nor regions are named"),
        regions: z.array(z.string()).optional().describe("区划代码或名称"),
        years: z.array(z.number().int()).optional(),
        subjects: z.array(z.string()).optional().describe("预算科目代码"),
        groupBy: z.enum(["REGION", "PARENT_UNIT", "YEAR", "UNIT_NATURE", "SUBJECT"]).optional(),
        stage: z
          .enum(["INITIAL_BUDGET", "ADJUSTED_BUDGET", "FINAL", "PRIOR_FINAL"])
          .default("FINAL")
          .describe("阶段: INITIAL_BUDGET compares budgets"),
        orderBy: z
          .object({ measure: z.string(), year: z.number().int().optional(), direction: z.enum(["ASC", "DESC"]).default("DESC") })
          .optional()
          .describe("排序: by the values of a measure"),
        first,
        after,
      },
      annotations,
    },
    ({ units, regions, years, orderBy, ...rest }) =>
      answer(COMPARE, { where: { units, regions, years }, ...rest, ...(orderBy && { orderBy: [orderBy] }) }, () => ({
        page: page("/compare", {
          measures: rest.measures,
          units,
          regions,
          years,
          subjects: rest.subjects,
          groupBy: rest.groupBy,
          stage: rest.stage === "FINAL" ? undefined : rest.stage,
          orderBy:
            orderBy && [orderBy.measure, ...(orderBy.year === undefined ? [] : [`:${orderBy.year}`]), `.${orderBy.direction}`].join(""),
          rows: rest.first > ROWS_OF_A_PAGE ? rest.first : undefined,
        }),
      })),
  );
  server.registerTool(
    "disclosure",
    {
      description: "公开文件: one unit's budget or final accounts with its headline figures; null where nothing is published",
      inputSchema: { unit, year, kind },
      annotations,
    },
    (wanted) => answer<Disclosed>(DISCLOSURE, wanted, ({ disclosure }) => ({ page: page(...placeOfDisclosure(wanted, disclosure)) })),
  );
  server.registerTool(
    "findings",
    {
      description: "核对发现: where published numbers contradict themselves",
      inputSchema: {
        unit: unit.optional(),
        year: year.optional(),
        severity: z.array(z.enum(["ERROR", "WARNING", "INFO"])).optional(),
        first,
        after,
      },
      annotations,
    },
    ({ first: count, after: cursor, unit: one, ...rest }) =>
      answer(FINDINGS, { where: { ...rest, ...(one !== undefined && { units: [one] }) }, first: count, after: cursor }, () => ({
        page:
          one === undefined
            ? // The page takes one severity, or shows them all.
              page("/rules", { year: rest.year, severity: rest.severity?.length === 1 ? rest.severity : undefined })
            : page(`/units/${encodeURIComponent(one)}`, { year: rest.year }),
      })),
  );
  server.registerTool(
    "cite",
    {
      description: "引用: where a figure is printed: document hash, section, and the text as printed; null where nothing is published",
      inputSchema: { unit, year, kind, measure: z.string(), subject: z.string().optional().describe("预算科目代码") },
      annotations,
    },
    (wanted) =>
      answer<Disclosed>(CITE, wanted, ({ disclosure }) => {
        const [path, parameters] = placeOfDisclosure(wanted, disclosure);
        const key = disclosure && [
          disclosure.unit.code,
          wanted.year,
          wanted.measure,
          wanted.subject ?? "",
          disclosure.kind,
          disclosure.scope,
        ];
        return {
          page: page(path, { ...parameters, cell: key && [...key, disclosure.kind === "BUDGET" ? "INITIAL_BUDGET" : "FINAL"].join("~") }),
        };
      }),
  );
  return server;
}

interface Suggestion {
  readonly kind: string;
  readonly code: string;
}

interface Disclosed {
  readonly disclosure: { readonly unit: { readonly code: string }; readonly kind: string | null; readonly scope: string | null } | null;
}

/** Rows that the page shows by itself. */
const ROWS_OF_A_PAGE = 60;

function placeOf({ kind, code }: Suggestion): readonly [path: string, parameters?: PageParameters] {
  if (kind === "MEASURE") return ["/compare", { measures: code }];
  if (kind === "REGION") return ["/compare", { regions: code }];
  return [`/${kind === "UNIT" ? "units" : "subjects"}/${encodeURIComponent(code)}`];
}

/** The page of what is answered; of the unit as it was asked for, where nothing is. */
function placeOfDisclosure(
  asked: { readonly unit: string; readonly year: number },
  disclosure: Disclosed["disclosure"],
): readonly [path: string, parameters?: PageParameters] {
  const path = `/units/${encodeURIComponent(disclosure?.unit.code ?? asked.unit)}`;
  return [path, { year: asked.year, kind: disclosure?.kind, scope: disclosure?.scope }];
}

/** What is ours to mend is nobody else's to read. */
function tell(error: unknown): string {
  if (isClientError(error)) {
    const code = String(error.extensions["code"]);
    return `${code}: ${error.message}${LOOKED_UP.has(code) ? " (`find_units` looks for units, regions, subjects and measures)" : ""}`;
  }
  const isAboutInput = error instanceof GraphQLError && error.path === undefined;
  if (!isAboutInput) return "The hub failed on this request";
  const hint = error.message.includes("MeasureCode") ? " (`list_measures` gives the codes)" : "";
  return `INVALID_ARGUMENT: ${error.message}${hint}`;
}

/** What a tool of this server finds. */
const LOOKED_UP: ReadonlySet<string> = new Set(["UNIT_NOT_FOUND", "REGION_NOT_FOUND", "SUBJECT_NOT_FOUND"]);
