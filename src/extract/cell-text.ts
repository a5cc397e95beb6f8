/** Zero-width marks that word processors leave; they are never seen and break comparisons. */
const INVISIBLE = /[\u200b-\u200d\u2060\ufeff\u00ad]/g;

/** Text without surrounding white space and invisible marks; inner white space stays as printed. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, "").trim();
}

/** Leading white space in characters: a full-width space is one, two half-width ones are one. Undefined where there is none. */
export function leadingIndent(text: string): number | undefined {
  let halves = 0;
  for (const character of text) {
    if (character === "\u3000") halves += 2;
    else if (character === " " || character === "\u00a0") halves += 1;
    else break;
  }
  return halves === 0 ? undefined : Math.ceil(halves / 2);
}
