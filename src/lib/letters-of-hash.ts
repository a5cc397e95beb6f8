import { createHash } from "node:crypto";

const BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

/** A short text of letters and digits that follows from another one, the same everywhere. */
export const lettersOfHash = (text: string, length: number): string =>
  [...createHash("sha256").update(text).digest().subarray(0, length)].map((byte) => BASE32[byte % 32]).join("");
