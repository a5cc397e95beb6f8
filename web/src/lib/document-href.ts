import { hrefOf } from "./address";

interface NamedDisclosure {
  readonly fiscalYear: { readonly year: number };
  readonly kind: string | null;
  readonly scope: string | null;
}

/** One document as a file, in the layout of the statutory tables. */
export function documentHref(
  format: "xlsx" | "csv" | "ndjson",
  unit: string,
  { fiscalYear, kind, scope }: NamedDisclosure,
  lang: string,
  moneyUnit: string,
): string {
  return hrefOf(`/export/disclosure.${format}`, new URLSearchParams(), {
    unit,
    year: String(fiscalYear.year),
    kind,
    scope,
    lang,
    moneyUnit,
  });
}
