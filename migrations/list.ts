import { Foundation1764000000000 } from "./0001-foundation";

/** Every migration, in the order of their lives. A released one is never edited. */
export const MIGRATIONS = [Foundation1764000000000] as const;
