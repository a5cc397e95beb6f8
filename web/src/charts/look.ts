import { COLOURS, FONT, INK, RULE } from "../../../src/http/charts/look";

export const BASE = {
  color: [...COLOURS],
  textStyle: { fontFamily: FONT, color: INK },
  animationDuration: 250,
  // Drawn on the canvas: the policy of the pages lets nothing style a page from a script's text.
  tooltip: { renderMode: "richText", confine: true, backgroundColor: "#fff", borderColor: RULE, textStyle: { color: INK, fontSize: 13 } },
};

/** Names of units are long, and a plot is narrow. */
export const shorten = (name: string, most: number): string => {
  const bare = name.replace(/（示例）$/, "");
  return bare.length > most ? `${bare.slice(0, most - 1)}…` : bare;
};
