import type { Language } from "../lib/language";

/** The name of a measure in the reader's language. */
export const measureName = (measure: { readonly name: string; readonly nameEn: string }, { code }: Language): string =>
  code === "zh" ? measure.name : measure.nameEn;
