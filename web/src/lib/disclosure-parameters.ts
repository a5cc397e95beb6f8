import type { Changes } from "./address";

/** Which of a unit's disclosures its page shows, as the address says it: final accounts of the whole department go without saying. */
export const disclosureParameters = ({
  fiscalYear,
  kind,
  scope,
}: {
  readonly fiscalYear: { readonly year: number };
  readonly kind: string | null;
  readonly scope: string | null;
}): Changes => ({
  year: String(fiscalYear.year),
  kind: kind === "BUDGET" ? kind : null,
  scope: scope === "UNIT" ? scope : null,
});
