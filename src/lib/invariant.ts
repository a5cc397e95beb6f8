/** A state that only a mistake of ours can bring about. Never thrown for trouble in a document or from a client. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** Asserts what our own code promises. */
export function invariant(condition: unknown, promise: string): asserts condition {
  if (!condition) throw new InvariantError(promise);
}
