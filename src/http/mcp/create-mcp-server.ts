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
  query($where: ComparisonWhere, $measures: [MeasureCode!]!, $subjects: [ID!], $groupBy: ComparisonGrouping, $first: Int!) {
    compare(where: $where, measures: $measures, subjects: $subjects, groupBy: $groupBy, first: $first) {
      totalCount dataVersion
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
  query($where: FindingFilter, $first: Int!) {
    findings(where: $where, first: $first) {
      totalCount
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

/**
 * A Model Context Protocol server over the graph: each tool is one query, answered as the graph answers a public reader, with the address of
 * the page that shows the same. Made anew for each connection; nothing is remembered between calls.
 */
export function createMcpServer(sources: GraphSources, publicUrl: string, version: string): McpServer {
  const server = new McpServer({ name: "disclosure-hub", version });
  const page = (
    path: string,
    parameters: Readonly<Record<string, string | number | readonly (string | number)[] | undefined>> = {},
  ): string => {
    const url = new URL(path, publicUrl);
    for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, String(value));
    return url.href;
  };
  const answer = async (document: ReturnType<typeof parse>, variables: Variables, address: string): Promise<CallToolResult> => {
    try {
      const data = await askGraph<Record<string, unknown>>(createGraphContext(sources), document, variables);
      return { content: [{ type: "text", text: JSON.stringify({ ...data, page: address }) }] };
    } catch (error) {
      // What is ours to mend is nobody else's to read.
      const isAboutInput = error instanceof GraphQLError && error.path === undefined;
      if (isAboutInput) return { content: [{ type: "text", text: `INVALID_ARGUMENT: ${error.message}` }], isError: true };
      const message = isClientError(error) ? `${String(error.extensions["code"])}: ${error.message}` : "The hub failed on this request";
      return { content: [{ type: "text", text: message }], isError: true };
    }
  };
  const annotations = { readOnlyHint: true, openWorldHint: false };

  server.registerTool(
    "find_units",
    {
      description: "查找单位: units (also subjects and measures) by name, pinyin initials or code",
      inputSchema: { text: z.string().min(1) },
      annotations,
    },
    ({ text }) => answer(UNITS, { text }, page("/search", { text })),
  );
  server.registerTool(
    "list_measures",
    { description: "指标目录: every measure with its code, names and unit; `compare` and `cite` take the codes", annotations },
    () => answer(MEASURES, {}, page("/compare")),
  );
  server.registerTool(
    "compare",
    {
      description: "比较: units × years × measures as one table, money in 万元; a missing value has a status and is never zero",
      inputSchema: {
        measures: z.array(z.string()).min(1),
        units: z.array(z.string()).optional(),
        regions: z.array(z.string()).optional(),
        years: z.array(z.number().int()).optional(),
        subjects: z.array(z.string()).optional(),
        groupBy: z.enum(["REGION", "PARENT_UNIT", "YEAR", "UNIT_NATURE", "SUBJECT"]).optional(),
        first,
      },
      annotations,
    },
    ({ units, regions, years, ...rest }) =>
      answer(
        COMPARE,
        { where: { ...(units && { units }), ...(regions && { regions }), ...(years && { years }) }, ...rest },
        page("/compare", { measures: rest.measures, units, regions, years, subjects: rest.subjects, groupBy: rest.groupBy }),
      ),
  );
  server.registerTool(
    "disclosure",
    {
      description: "公开文件: one unit's budget or final accounts with its headline figures",
      inputSchema: { unit, year, kind },
      annotations,
    },
    (wanted) => answer(DISCLOSURE, wanted, page(`/units/${encodeURIComponent(wanted.unit)}`, { year: wanted.year, kind: wanted.kind })),
  );
  server.registerTool(
    "findings",
    {
      description: "核对发现: where published numbers contradict themselves",
      inputSchema: { year: year.optional(), severity: z.array(z.enum(["ERROR", "WARNING", "INFO"])).optional(), first },
      annotations,
    },
    ({ first: count, ...where }) => answer(FINDINGS, { where, first: count }, page("/rules", { year: where.year })),
  );
  server.registerTool(
    "cite",
    {
      description: "引用: where a figure is printed: document hash, section, and the text as printed",
      inputSchema: { unit, year, kind, measure: z.string(), subject: z.string().optional().describe("预算科目代码") },
      annotations,
    },
    (wanted) => answer(CITE, wanted, page(`/units/${encodeURIComponent(wanted.unit)}`, { year: wanted.year, kind: wanted.kind })),
  );
  return server;
}
