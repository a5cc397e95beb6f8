/** A label for comparison: no white space, half-width marks: "实施单位 （盖章）" → "实施单位(盖章)". */
export function foldLabel(text: string): string {
  return text.normalize("NFKC").replace(/\s/g, "");
}
