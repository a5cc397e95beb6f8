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
  /** Everything is read at one data version, with the rights of the key that came along. */
  readonly context: GraphContext;
  /** Another context of the same rights and data version: for what is read piece by piece, so that no piece keeps what the ones before it read. */
  freshContext(): GraphContext;
  readonly state: HubState;
  readonly parameters: URLSearchParams;
  /** What the data and the question are known by. */
  readonly mark: string;
  /** Of every answer. */
  readonly headers: Readonly<Record<string, string>>;
}

export type DoorAnswer = Answer | StreamedAnswer;

/**
 * Answers what is published, at the data version of the moment: 304 where the asker has it already, 400 where the question cannot be
 * answered as asked. A key opens what it opens in the graph, and what its holder reads is nobody else's to keep; one that is not valid is
 * refused as everywhere.
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
  const hash = createHash("sha256").update(`${state.changeMark}\n${state.dataVersion}\n${address.pathname}${address.search}`);
  const mark = hash.digest("base64url").slice(0, 27);
  const isPublic = read.actor === null;
  // Drafts change while the published data stand still: what may hold them has no mark to be asked about again.
  const kept = isPublic ? { etag: `"${mark}"`, "cache-control": "public, no-cache" } : { "cache-control": "no-store" };
  const headers = { ...kept, vary: "authorization", "x-data-version": String(state.dataVersion) };
  if (isPublic && isNotModified(`"${mark}"`, request.headers["if-none-match"])) return { status: 304, headers, body: "" };
  const editing = read.actor ? { holder: read.actor, importUploaded: nobodyImports } : undefined;
  const freshContext = (): GraphContext => createGraphContext(sources, editing, state);
  return answerOrRefuse(() =>
    answer({ context: freshContext(), freshContext, state, mark, parameters: new URLSearchParams(address.search), headers }),
  );
}

const nobodyImports = (): Promise<never> => Promise.reject(new Error("Nothing is imported through a door"));
