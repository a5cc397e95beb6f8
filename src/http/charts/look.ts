/**
 * The look of every plot, those of the pages (web/) and those that the server renders: few colours that differ in lightness too, thin rules, no box.
 * It imports nothing, so that both programs can hold it.
 */
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
/** Years are an order: the newest is the darkest. Of more than three each has a colour of its own. */
export const yearColour = (count: number, at: number): string =>
  (count <= 3 ? (["#17486b", "#7ba3be", "#c3d5e0"] as const)[count - 1 - at] : undefined) ?? COLOURS[at % COLOURS.length] ?? INK;

export const INK = "#1b1f24";
export const FAINT = "#626b75";
export const RULE = "#e4e1d9";

export const FONT =
  "'Helvetica Neue',Arial,'PingFang SC','Hiragino Sans GB','Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei',sans-serif";

export const AXIS = {
  axisLine: { lineStyle: { color: FAINT } },
  axisTick: { show: false },
  axisLabel: { color: FAINT, fontSize: 12 },
  splitLine: { lineStyle: { color: RULE } },
  nameTextStyle: { color: FAINT, fontSize: 12 },
};
