import type { Changes } from "../lib/address";
import type { Suggestion } from "./search-box";

/** The page that shows what a suggestion names. */
export function addressOf({ kind, code }: Suggestion): readonly [path: string, parameters?: Changes] {
  if (kind === "MEASURE") return ["/compare", { measures: code }];
  if (kind === "REGION") return ["/compare", { regions: code }];
  return [`/${kind === "UNIT" ? "units" : "subjects"}/${encodeURIComponent(code)}`];
}
