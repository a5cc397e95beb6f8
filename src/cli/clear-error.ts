/** Trouble that the person at the terminal can mend: its message says what, where and what to do. */
export class ClearError extends Error {
  override readonly name = "ClearError";
}
