/** A change of the register of units that cannot be made as asked. Nothing was changed. */
export class ChangeRefusedError extends Error {
  override readonly name = "ChangeRefusedError";

  constructor(
    readonly code: "NOT_FOUND" | "CONFLICT" | "INVALID",
    message: string,
    /** What it is about: the argument, and the field within it. */
    readonly path: readonly string[],
  ) {
    super(message);
  }
}
