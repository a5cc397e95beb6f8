/** Pieces by which text is found: every two letters that stand beside each other. Chinese is not written in words, and needs no dictionary so. */

/** Folds what differs in print and not in meaning: width of characters, case, white space. */
export const foldSearchText = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

const LETTERS = /[\p{L}\p{N}]+/gu;
const DIGIT = /^\p{Nd}$/u;

/** The distinct pieces of a text. Two digits in a row are none: amounts are found by comparing, and would fill the index. */
export function searchGrams(text: string): Set<string> {
  const grams = new Set<string>();
  for (const line of text.split("\n")) for (const [run] of foldSearchText(line).matchAll(LETTERS)) addPairs(grams, run);
  return grams;
}

function addPairs(grams: Set<string>, run: string): void {
  let before: string | undefined;
  for (const letter of run) {
    if (before !== undefined && !(DIGIT.test(before) && DIGIT.test(letter))) grams.add(before + letter);
    before = letter;
  }
}
