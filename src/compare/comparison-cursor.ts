import { createHash } from "node:crypto";
import { ComparisonError } from "./comparison-error";
import type { ComparisonQuestion } from "./comparison-question";

/** A place in an answer: the row, and the data version whose answer it is. Pages of one answer never mix two. */
export interface ComparisonCursor {
  readonly version: number;
  readonly entity: string;
  readonly year: number;
}

export function encodeCursor({ version, entity, year }: ComparisonCursor, question: ComparisonQuestion): string {
  return Buffer.from(JSON.stringify([version, entity, year, fingerprint(question)])).toString("base64url");
}

/** @throws ComparisonError where the cursor is none of this question's. */
export function decodeCursor(cursor: string, question: ComparisonQuestion): ComparisonCursor {
  const [version, entity, year, print] = parse(cursor);
  if (!Number.isSafeInteger(version) || typeof entity !== "string" || !Number.isSafeInteger(year)) {
    throw new ComparisonError("BAD_CURSOR", "`after` is not a cursor of a comparison");
  }
  if (print !== fingerprint(question)) {
    throw new ComparisonError("BAD_CURSOR", "`after` belongs to another question: ask the same one, changing only `first` and `after`");
  }
  return { version: version as number, entity, year: year as number };
}

function parse(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
    return Array.isArray(value) ? (value as unknown[]) : [];
  } catch {
    return [];
  }
}

/** Short hash of all that decides which rows there are and in which order. */
function fingerprint({ first: _first, after: _after, needs: _needs, ...rest }: ComparisonQuestion): string {
  return createHash("sha256").update(JSON.stringify(rest)).digest("base64url").slice(0, 10);
}
