import { COLOURS, FONT, INK, RULE } from "../../../src/http/charts/look";
import type { LanguageCode } from "../lib/language";

export const BASE = {
  color: [...COLOURS],
  textStyle: { fontFamily: FONT, color: INK },
  animationDuration: 250,
  // Drawn on the canvas: the policy of the pages lets nothing style a page from a script's text.
  tooltip: { renderMode: "richText", confine: true, backgroundColor: "#fff", borderColor: RULE, textStyle: { color: INK, fontSize: 13 } },
};

/** From here on a number on an axis is written in 万, 亿 or thousands, millions; below it stands as in the table, whose unit may be 万元 already. */
const LONG = 10_000_000;

/** Numbers on an axis are short: the exact ones stand in tooltips and tables. */
export const shortNumber =
  (language: LanguageCode) =>
  (value: number): string => {
    const locale = language === "zh" ? "zh-CN" : "en-GB";
    if (Math.abs(value) >= LONG) return value.toLocaleString(locale, { notation: "compact", maximumFractionDigits: 1 });
    return value.toLocaleString(locale, { maximumFractionDigits: 4 });
  };

/** Names of units are long, and a plot is narrow. */
export const shorten = (name: string, most: number): string => {
  const bare = name.replace(/（示例）$/, "");
  return bare.length > most ? `${bare.slice(0, most - 1)}…` : bare;
};
