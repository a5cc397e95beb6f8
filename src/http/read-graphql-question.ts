import { parse, Kind } from "graphql";
import { LIMITS } from "../graph/limits";

/** A request for the graph as far as its answer depends on it. */
export interface GraphqlQuestion {
  readonly document: string;
  /** Document, variables, operation name and extensions: requests with equal ones ask the same. */
  readonly text: string;
}

type Parameters = Readonly<Record<string, unknown>>;

/** What a GET asks by its address, or a POST by its body; undefined where it is no well-formed request, which the server then tells. */
export function readGraphqlQuestion(search: string, body: unknown): GraphqlQuestion | undefined {
  if (body === undefined) {
    const given = new URLSearchParams(search);
    // A name that stands twice is an error of its own.
    if (new Set(given.keys()).size !== given.size) return undefined;
    return questionOf({ ...Object.fromEntries(given), kind: "GET" });
  }
  return typeof body === "object" && body !== null && !Array.isArray(body) && search === "" ? questionOf(body as Parameters) : undefined;
}

function questionOf({ query, variables, operationName, extensions, kind }: Parameters): GraphqlQuestion | undefined {
  if (typeof query !== "string") return undefined;
  return { document: query, text: JSON.stringify([kind, query, variables, operationName, extensions]) };
}

/** Whether nothing in a document changes anything; false where it cannot be read. */
export function isQueryAlone(document: string): boolean {
  try {
    return parse(document, { noLocation: true, maxTokens: LIMITS.maxTokens }).definitions.every(
      (one) => one.kind === Kind.FRAGMENT_DEFINITION || (one.kind === Kind.OPERATION_DEFINITION && one.operation === "query"),
    );
  } catch {
    return false;
  }
}
