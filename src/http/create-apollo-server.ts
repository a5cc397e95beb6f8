import { ApolloServer } from "@apollo/server";
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginLandingPageDisabled } from "@apollo/server/plugin/disabled";
import { buildGraphSchema } from "../graph/build-graph-schema";
import { LIMITS } from "../graph/limits";
import { dataVersionPlugin } from "./data-version-plugin";
import { countLimitsRule } from "./count-limits.rule";
import { depthLimitRule } from "./depth-limit.rule";
import { formatErrorWith } from "./format-error";
import type { HttpContext } from "./http-context";
import { jsonStatusPlugin } from "./json-status-plugin";
import { listLengthPlugin } from "./list-length-plugin";
import type { Log } from "./log";
import { outcomePlugin } from "./outcome-plugin";
import { pricePlugin } from "./price-plugin";
import { shortErrorsPlugin } from "./short-errors-plugin";
import { straightAnswerPlugin } from "./straight-answer-plugin";
import { unavailablePlugin } from "./unavailable-plugin";

/** Errors of one document that are told before validation gives up. */
const MAX_VALIDATION_ERRORS = 5;

/** Apollo Server over the graph, without what halves its throughput, and with the limits of `hub { limits }`. */
export const createApolloServer = (log: Log): ApolloServer<HttpContext> =>
  new ApolloServer<HttpContext>({
    schema: buildGraphSchema(),
    introspection: true,
    // Queries by GET are safe: nothing depends on a cookie, and mutations are refused there.
    csrfPrevention: false,
    allowBatchedHttpRequests: false,
    // Instances share nothing: a query kept by one is unknown to the next. Clients that try hear so, and send the whole query.
    persistedQueries: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    parseOptions: { maxTokens: LIMITS.maxTokens },
    validationOptions: { maxErrors: MAX_VALIDATION_ERRORS },
    validationRules: [countLimitsRule(LIMITS), depthLimitRule(LIMITS.maxDepth)],
    formatError: formatErrorWith(log),
    logger: {
      debug: () => undefined,
      info: () => undefined,
      warn: (message: unknown) => log("warn", String(message)),
      error: (message: unknown) => log("error", String(message)),
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      unavailablePlugin,
      jsonStatusPlugin,
      shortErrorsPlugin,
      listLengthPlugin,
      pricePlugin,
      dataVersionPlugin,
      outcomePlugin,
      straightAnswerPlugin,
    ],
  });
