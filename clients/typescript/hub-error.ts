/** The hub refused a question, or failed on it. */
export class HubError extends Error {
  override readonly name = "HubError";

  constructor(
    message: string,
    /** `extensions.code` of the first error, such as UNIT_NOT_FOUND; NO_ANSWER where something else than a hub answered. */
    readonly code: string,
    /** The status of the answer; 200 where the question was well-formed and could not be answered. */
    readonly status: number,
    /** Seconds after which asking again makes sense (429, 503). */
    readonly retryAfter: number | undefined,
  ) {
    super(message);
  }
}
