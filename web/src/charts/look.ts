import { COLOURS, FONT, INK, RULE } from "../../../src/http/charts/look";

export const BASE = {
  color: [...COLOURS],
  textStyle: { fontFamily: FONT, color: INK },
  animationDuration: 250,
  // Drawn on the canvas: the policy of the pages lets nothing style a page from a script's text.
  tooltip: { renderMode: "richText", confine: true, backgroundColor: "#fff", borderColor: RULE, textStyle: { color: INK, fontSize: 13 } },
};

/** Numbers on an axis are short: the exact ones stand in tooltips and tables. */
export const shortNumber = (value: number): string => {
  const size = Math.abs(value);
  if (size >= 10_000) return value.toLocaleString("zh-CN", { notation: "compact", maximumFractionDigits: 1 });
  return value.toLocaleString("zh-CN", { maximumFractionDigits: 4 });
};

/** Names of units are long, and a plot is narrow. */
export const shorten = (name: string, most: number): string => {
  const bare = name.replace(/（示例）$/, "");
  return bare.length > most ? `${bare.slice(0, most - 1)}…` : bare;
};
