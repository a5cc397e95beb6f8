import type { Database } from "../store/open-database";
import { answerJson, refuse } from "./answer";
import { answerDocuments } from "./answer-documents";
import { answerExplorer } from "./answer-explorer";
import { answerGraphql } from "./answer-graphql";
import type { GraphqlService } from "./answer-graphql";
import { answerPage, isPageAddress } from "./answer-page";
import { answerChart, answerEmbed } from "./charts/answer-chart";
import { answerDoor } from "./door";
import { answerProjectEmbed } from "./embeds/answer-project-embed";
import { answerRuleEmbed } from "./embeds/answer-rule-embed";
import { answerComparisonExport } from "./exports/answer-comparison-export";
import { answerDisclosureExport } from "./exports/disclosure/answer-disclosure-export";
import { answerListExport } from "./exports/lists/answer-list-export";
import { RULES_LIST, SEARCH_LIST, SUBJECTS_LIST, UNITS_LIST } from "./exports/lists/catalogue-lists";
import { DISCLOSURES_LIST } from "./exports/lists/disclosures-list";
import { FINDINGS_LIST } from "./exports/lists/findings-list";
import { INDICATORS_LIST } from "./exports/lists/indicators-list";
import type { ListedExport } from "./exports/lists/listed-export";
import { PROJECTS_LIST } from "./exports/lists/projects-list";
import { EXPORT_FORMATS } from "./exports/send-tables";
import { answerFeed } from "./feed/answer-feed";
import { answerMcp } from "./mcp/answer-mcp";
import { packageVersion } from "../lib/package-version";
import type { Metrics } from "./create-metrics";
import type { Route } from "./route";

export interface RouteSources {
  readonly database: Database;
  readonly graph: GraphqlService;
  /** Where readers find the hub, without a slash at the end. */
  publicUrl(): string;
  readonly metrics: Metrics;
  isReady(): Promise<boolean>;
}

const at = (address: string) => (pathname: string) => pathname === address;

/** One list of the graph in every format. */
const exportList = <Node>(graph: GraphqlService, list: ListedExport<Node>): Route[] =>
  EXPORT_FORMATS.map((format): Route => ({
    matches: at(`/export/${list.field}.${format}`),
    methods: ["GET"],
    isWork: true,
    answer: (request, address) =>
      answerDoor(graph.sources, request, address, (door) => answerListExport(door, list, format, `${address.pathname}${address.search}`)),
  }));

/** Everything that the server answers. */
export const createRoutes = ({ database, graph, metrics, publicUrl, isReady }: RouteSources): readonly Route[] => [
  {
    matches: at("/graphql"),
    methods: ["GET", "POST"],
    isWork: true,
    answer: (request, { search }) => answerGraphql(graph, request, search),
  },
  {
    matches: at("/documents"),
    methods: ["POST"],
    answer: (request, { search }) => answerDocuments({ database, reader: graph.sources.reader }, request, search),
  },
  { matches: at("/livez"), methods: ["GET"], isQuiet: true, answer: () => answerJson(200, { live: true }) },
  {
    matches: at("/readyz"),
    methods: ["GET"],
    isQuiet: true,
    answer: async () => ((await isReady()) ? answerJson(200, { ready: true }) : refuse(503, "NOT_READY", "The hub is not ready")),
  },
  {
    matches: at("/metrics"),
    methods: ["GET"],
    isQuiet: true,
    answer: async () => ({
      status: 200,
      headers: { "content-type": "text/plain; version=0.0.4; charset=utf-8" },
      body: await metrics.text(),
    }),
  },
  {
    matches: (pathname) => pathname === "/explorer" || pathname.startsWith("/explorer/"),
    methods: ["GET"],
    answer: ({ headers }, { pathname }) => answerExplorer(pathname, headers),
  },
  ...EXPORT_FORMATS.map((format): Route => ({
    matches: at(`/export/compare.${format}`),
    methods: ["GET"],
    isWork: true,
    answer: (request, address) =>
      answerDoor(graph.sources, request, address, (door) => answerComparisonExport(door, format, `${address.pathname}${address.search}`)),
  })),
  ...EXPORT_FORMATS.map((format): Route => ({
    matches: at(`/export/disclosure.${format}`),
    methods: ["GET"],
    isWork: true,
    answer: (request, address) =>
      answerDoor(graph.sources, request, address, (door) => answerDisclosureExport(door, format, `${address.pathname}${address.search}`)),
  })),
  ...exportList(graph, FINDINGS_LIST),
  ...exportList(graph, PROJECTS_LIST),
  ...exportList(graph, INDICATORS_LIST),
  ...exportList(graph, DISCLOSURES_LIST),
  ...exportList(graph, UNITS_LIST),
  ...exportList(graph, SUBJECTS_LIST),
  ...exportList(graph, RULES_LIST),
  ...exportList(graph, SEARCH_LIST),
  {
    matches: at("/charts/compare.svg"),
    methods: ["GET"],
    isWork: true,
    answer: (request, address) => answerDoor(graph.sources, request, address, (door) => answerChart(door, publicUrl())),
  },
  {
    matches: at("/embed/compare"),
    methods: ["GET"],
    isWork: true,
    answer: (request, address) => answerDoor(graph.sources, request, address, (door) => answerEmbed(door, publicUrl())),
  },
  {
    matches: at("/embed/rule"),
    methods: ["GET"],
    isWork: true,
    answer: (request, address) => answerDoor(graph.sources, request, address, (door) => answerRuleEmbed(door, publicUrl())),
  },
  {
    matches: at("/embed/project"),
    methods: ["GET"],
    isWork: true,
    answer: (request, address) => answerDoor(graph.sources, request, address, (door) => answerProjectEmbed(door, publicUrl())),
  },
  {
    matches: at("/feed.atom"),
    methods: ["GET"],
    isWork: true,
    answer: (request, address) => answerDoor(graph.sources, request, address, (door) => answerFeed(door, publicUrl())),
  },
  {
    matches: at("/mcp"),
    methods: ["POST"],
    isWork: true,
    answer: (request) => answerMcp(graph.sources, publicUrl(), packageVersion(), request),
  },
  { matches: isPageAddress, methods: ["GET"], answer: ({ headers }, { pathname }) => answerPage(pathname, headers) },
];
