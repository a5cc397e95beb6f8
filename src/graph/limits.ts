import { COMPARISON_LIMITS } from "../compare/comparison-limits";
import { EXTRACTION_LIMITS } from "../extract/extraction-limits";
import { requestError } from "./request-error";

/** What one request may ask for. Readable in the graph as `hub { limits }`. */
export interface Limits {
  readonly maxFirst: number;
  readonly maxComparisonRows: number;
  readonly maxCost: number;
  readonly maxDepth: number;
  readonly maxAliases: number;
  readonly maxDirectives: number;
  readonly maxOperations: number;
  readonly maxListLength: number;
  readonly maxTokens: number;
  readonly maxBodyBytes: number;
  readonly maxDocumentBytes: number;
}

export const LIMITS: Limits = {
  maxFirst: 100,
  maxComparisonRows: COMPARISON_LIMITS.pageRows,
  maxCost: 100_000,
  maxDepth: 12,
  maxAliases: 50,
  maxDirectives: 30,
  maxOperations: 10,
  maxListLength: 250,
  maxTokens: 1000,
  maxBodyBytes: 64 * 1024,
  maxDocumentBytes: EXTRACTION_LIMITS.fileBytes,
};

/** @throws LIST_TOO_LONG for a list argument that names more than a request may. */
export function checkListLength(list: readonly unknown[], what: string): void {
  if (list.length <= LIMITS.maxListLength) return;
  const message = `A list names at most ${LIMITS.maxListLength} ${what}, and this one ${list.length}`;
  throw requestError("LIST_TOO_LONG", message, { http: { status: 400 } });
}
