import type { Database } from "../store/open-database";
import { answerJson, refuse } from "./answer";
import { answerDocuments } from "./answer-documents";
import { answerExplorer } from "./answer-explorer";
import { answerGraphql } from "./answer-graphql";
import type { GraphqlService } from "./answer-graphql";
import { answerPage, isPageAddress } from "./answer-page";
import type { Route } from "./route";

export interface RouteSources {
  readonly database: Database;
  readonly graph: GraphqlService;
  isReady(): Promise<boolean>;
}

const at = (address: string) => (pathname: string) => pathname === address;

/** Everything that the server answers. */
export const createRoutes = ({ database, graph, isReady }: RouteSources): readonly Route[] => [
  {
    matches: at("/graphql"),
    methods: ["GET", "POST"],
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
    matches: (pathname) => pathname === "/explorer" || pathname.startsWith("/explorer/"),
    methods: ["GET"],
    answer: ({ headers }, { pathname }) => answerExplorer(pathname, headers),
  },
  { matches: isPageAddress, methods: ["GET"], answer: ({ headers }, { pathname }) => answerPage(pathname, headers) },
];
