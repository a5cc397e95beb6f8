import type { ECharts, EChartsCoreOption } from "echarts/core";

type Start = (place: HTMLElement, option: EChartsCoreOption) => ECharts;

let loaded: Promise<Start> | undefined;

/** ECharts comes when the first plot is shown, and only the parts that the pages use. */
export const loadECharts = (): Promise<Start> => (loaded ??= import("./start-echarts").then(({ startECharts }) => startECharts));
