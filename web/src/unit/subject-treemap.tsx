import { useMemo } from "react";
import { Chart } from "../charts/chart";
import { COLOURS, INK } from "../../../src/http/charts/look";
import { BASE } from "../charts/look";
import { writeNumber } from "../../../src/http/charts/write-number";
import { useMoneyUnit } from "../lib/amounts";
import { useLanguage } from "../lib/language";
import type { SubjectFigure } from "./unit-answer";

interface TreeNode {
  readonly name: string;
  readonly value: number;
  readonly children?: readonly TreeNode[];
  readonly itemStyle?: { readonly color: string };
}

/** 类, 款, 项: the children of a code are the codes that begin with it. What is not told below a level stays in one piece. */
export function treeOf(levels: readonly (readonly SubjectFigure[])[], prefix = ""): TreeNode[] {
  const [level = [], ...below] = levels;
  return level
    .filter(({ subject, value }) => subject?.code.startsWith(prefix) && value !== null && value > 0)
    .map(({ subject, value }) => {
      const children = below.length > 0 ? treeOf(below, subject?.code ?? "") : [];
      return { name: `${subject?.name}`, value: value ?? 0, ...(children.length > 0 && { children }) };
    });
}

/** 钱花到哪里: the functional classification as areas, down to 项. */
export function SubjectTreemap({ levels, label }: { readonly levels: readonly (readonly SubjectFigure[])[]; readonly label: string }) {
  const { code } = useLanguage();
  const unit = useMoneyUnit();
  const option = useMemo(() => {
    const write = (value: unknown) => (typeof value === "number" ? writeNumber(value, "MONEY", unit) : "");
    const tree = treeOf(levels).map((one, at) => ({ ...one, itemStyle: { color: COLOURS[at % COLOURS.length] ?? INK } }));
    return {
      ...BASE,
      tooltip: {
        ...BASE.tooltip,
        formatter: ({ treePathInfo, value }: { treePathInfo: readonly { name: string }[]; value: unknown }) =>
          `${treePathInfo
            .map(({ name }) => name)
            .filter((name) => name !== "")
            .join(" › ")}\n${write(value)}`,
      },
      series: [
        {
          type: "treemap",
          data: tree,
          roam: false,
          nodeClick: false,
          breadcrumb: { show: false },
          left: 0,
          right: 0,
          top: 0,
          bottom: 0,
          label: {
            fontSize: 13,
            color: "#fff",
            overflow: "break",
            formatter: ({ name, value }: { name: string; value: unknown }) => `${name}\n${write(value)}`,
          },
          upperLabel: { show: true, height: 22, color: "#fff", fontSize: 12 },
          itemStyle: { borderColor: "#fff", borderWidth: 1, gapWidth: 1 },
          levels: [
            { itemStyle: { borderWidth: 0, gapWidth: 4 }, upperLabel: { show: false } },
            { itemStyle: { borderWidth: 2, gapWidth: 2 }, upperLabel: { fontWeight: "bold" } },
            { itemStyle: { borderWidth: 1, gapWidth: 1 }, colorAlpha: [0.78, 1] },
            { itemStyle: { borderWidth: 0 }, colorAlpha: [0.72, 1] },
          ],
        },
      ],
    };
  }, [levels, unit, code]);
  return <Chart option={option} height={420} label={label} />;
}
