/** What a client can get wrong in asking for a comparison. */
export type ComparisonErrorCode =
  | "UNKNOWN_UNIT"
  | "UNKNOWN_REGION"
  | "UNKNOWN_YEAR"
  | "UNKNOWN_SUBJECT"
  | "INVALID_COMPARISON"
  | "INVALID_CURSOR"
  | "COMPARISON_TOO_LARGE";

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
