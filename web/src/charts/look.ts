/** The look of every plot: few colours that differ in lightness too, thin rules, no box. */
export const COLOURS: readonly string[] = [
  "#17486b",
  "#c2552d",
  "#5a8f7b",
  "#c99a2e",
  "#74538f",
  "#7b858e",
  "#2f86b5",
  "#8c2f39",
  "#3f5d2a",
  "#b87fa1",
  "#a58560",
  "#4a4e69",
];
export const INK = "#1b1f24";
export const FAINT = "#626b75";
export const RULE = "#e4e1d9";

const FONT =
  '"Helvetica Neue", Arial, "PingFang SC", "Hiragino Sans GB", "Noto Sans CJK SC", "Source Han Sans SC", "Microsoft YaHei", sans-serif';

export const BASE = {
  color: [...COLOURS],
  textStyle: { fontFamily: FONT, color: INK },
  animationDuration: 250,
  // Drawn on the canvas: the policy of the pages lets nothing style a page from a script's text.
  tooltip: { renderMode: "richText", confine: true, backgroundColor: "#fff", borderColor: RULE, textStyle: { color: INK, fontSize: 13 } },
};

export const AXIS = {
  axisLine: { lineStyle: { color: FAINT } },
  axisTick: { show: false },
  axisLabel: { color: FAINT, fontSize: 12 },
  splitLine: { lineStyle: { color: RULE } },
  nameTextStyle: { color: FAINT, fontSize: 12 },
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
