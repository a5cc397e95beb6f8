import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { createGraphContext } from "../graph/graph-context";
import type { GraphContext, GraphSources } from "../graph/graph-context";
import { findHubState } from "../store/find-data-version";
import type { HubState } from "../store/find-data-version";
import type { Answer, StreamedAnswer } from "./answer";
import { answerOrRefuse } from "./ask-graph";
import { admitCaller } from "./caller-budget";
import { isNotModified } from "./is-not-modified";

/** What a door (a chart, an export, a feed) answers from. */
export interface DoorRequest {
  /** Everything is read at one data version. Drafts are no door's. */
  readonly context: GraphContext;
  readonly state: HubState;
  readonly parameters: URLSearchParams;
  /** Of every answer: what the data and the question are known by. */
  readonly headers: Readonly<Record<string, string>>;
}

export type DoorAnswer = Answer | StreamedAnswer;

/**
 * Answers what is published, at the data version of the moment: 304 where the asker has it already, 400 where the question cannot be
 * answered as asked. A key opens nothing more here; one that is not valid is refused as everywhere.
 */
export async function answerDoor(
  sources: GraphSources,
  request: IncomingMessage,
  address: { readonly pathname: string; readonly search: string },
  answer: (door: DoorRequest) => Promise<DoorAnswer>,
): Promise<DoorAnswer> {
  const read = await admitCaller(sources.reader, request.headers);
  if ("refused" in read) return read.refused;
  const state = await findHubState(sources.reader);
  const mark = createHash("sha256").update(`${state.changeMark}\n${state.dataVersion}\n${address.pathname}${address.search}`);
  const etag = `"${mark.digest("base64url").slice(0, 27)}"`;
  const headers = { etag, "cache-control": "public, no-cache", vary: "authorization", "x-data-version": String(state.dataVersion) };
  if (isNotModified(etag, request.headers["if-none-match"])) return { status: 304, headers, body: "" };
  const context = createGraphContext(sources, undefined, state);
  return answerOrRefuse(() => answer({ context, state, parameters: new URLSearchParams(address.search), headers }));
}
