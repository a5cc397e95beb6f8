const DIGITS = "零一二三四五六七八九";

/** A count in digits or in Chinese numerals up to 99: 22, 二十二, 十. Undefined for a text that is none. */
export function readCount(text: string): number | undefined {
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const match = /^([一二三四五六七八九])?(十)?([一二三四五六七八九零])?$/.exec(text.replaceAll("两", "二"));
  if (match === null || text === "") return undefined;
  const [, tens, ten, ones] = match;
  if (ten === undefined) return ones === undefined ? DIGITS.indexOf(tens ?? "零") : tens === undefined ? DIGITS.indexOf(ones) : undefined;
  return (tens === undefined ? 1 : DIGITS.indexOf(tens)) * 10 + (ones === undefined ? 0 : DIGITS.indexOf(ones));
}
