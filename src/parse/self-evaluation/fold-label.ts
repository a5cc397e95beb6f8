/** Nearly every label holds nothing that folding changes. */
const FOLDED = /^[\u4e00-\u9fff0-9.,%()]*$/;

/** A label for comparison: no white space, half-width marks: "实施单位 （盖章）" → "实施单位(盖章)". */
export function foldLabel(text: string): string {
  if (FOLDED.test(text)) return text;
  return text.normalize("NFKC").replace(/\s/g, "");
}
