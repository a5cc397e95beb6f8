import { hrefOf } from "./address";
import type { Changes } from "./address";

/** A list as files, by the parameters of its field in the graph. */
export const listExports = (field: string, parameters: Changes): readonly (readonly [name: string, href: string])[] =>
  (
    [
      ["CSV", "csv"],
      ["Excel", "xlsx"],
    ] as const
  ).map(([name, format]) => [name, hrefOf(`/export/${field}.${format}`, new URLSearchParams(), parameters)]);
