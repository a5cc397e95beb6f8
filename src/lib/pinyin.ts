import { pinyin } from "pinyin-pro";

/** What a person types for a Chinese name without an input method: 首字母 and 全拼, in small letters without tones; other letters and digits stay. */
export interface Pinyin {
  readonly initials: string;
  readonly whole: string;
}

export function pinyinOf(text: string): Pinyin {
  const syllables = pinyin(text, { toneType: "none", type: "array", v: true }).map((one) => one.toLowerCase().replace(/[^a-z0-9]/g, ""));
  return { initials: syllables.map((one) => one.slice(0, 1)).join(""), whole: syllables.join("") };
}
