import { setFlagsFromString } from "node:v8";

/** Four times what V8 spends by itself on a function before it compiles it anew. */
const BYTECODE_BUDGET = 528_000;

/**
 * A child reads some dozens of documents, a share of a second each: most of what V8 would compile for speed in them never pays, and it took more
 * CPU than the reading itself. Only what stays hot (pages of a long PDF) is compiled; a runtime that knows no such budget passes over it.
 */
export function optimiseLate(): void {
  setFlagsFromString(`--interrupt-budget=${BYTECODE_BUDGET}`);
}
