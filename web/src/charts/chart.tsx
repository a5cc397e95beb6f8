import { useEffect, useRef, useState } from "react";
import type { ECharts, EChartsCoreOption } from "echarts/core";
import { useLanguage } from "../lib/language";
import { loadECharts } from "./load-echarts";

interface ChartProps {
  readonly option: EChartsCoreOption;
  readonly height: number;
  /** The plot in a sentence; its numbers stand in the table beside it. */
  readonly label: string;
  readonly onClick?: (name: string) => void;
}

/** A plot. It draws again when its place or its question changes, and is an image to who cannot see it. */
export function Chart({ option, height, label, onClick }: ChartProps) {
  const { say } = useLanguage();
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts>(undefined);
  const click = useRef(onClick);
  click.current = onClick;
  const wanted = useRef(option);
  wanted.current = option;
  const [isFailed, setFailed] = useState(false);

  useEffect(() => {
    let isWanted = true;
    let watcher: ResizeObserver | undefined;
    loadECharts().then(
      (start) => {
        if (!isWanted || !place.current) return;
        const started = start(place.current, wanted.current);
        chart.current = started;
        started.on("click", (event) => click.current?.(event.name));
        watcher = new ResizeObserver(() => started.resize());
        watcher.observe(place.current);
      },
      () => setFailed(true),
    );
    return () => {
      isWanted = false;
      watcher?.disconnect();
      chart.current?.dispose();
      chart.current = undefined;
    };
  }, []);
  useEffect(() => chart.current?.setOption(option, { notMerge: true }), [option]);
  // A canvas is printed at the size that it had on the screen.
  return isFailed ? (
    <p className="empty">{say("图没有载入，数字见表。", "The plot did not load; its numbers are in the table.")}</p>
  ) : (
    <div className="chart" style={{ height }} ref={place} role="img" aria-label={label} />
  );
}
