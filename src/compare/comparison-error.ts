/** What a client can get wrong in asking for a comparison. */
export type ComparisonErrorCode =
  | "UNIT_NOT_FOUND"
  | "REGION_NOT_FOUND"
  | "REGION_AMBIGUOUS"
  | "YEAR_INVALID"
  | "SUBJECT_NOT_FOUND"
  | "INVALID_ARGUMENT"
  | "BAD_CURSOR"
  | "LIST_TOO_LONG"
  | "PAGE_SIZE";

/** A question that cannot be answered as asked; its message says what to change, and nothing was guessed. */
export class ComparisonError extends Error {
  override readonly name = "ComparisonError";

  constructor(
    readonly code: ComparisonErrorCode,
    message: string,
    /** What was not understood: names, codes, years. */
    readonly detail: readonly (string | number)[] = [],
  ) {
    super(message);
  }
}
