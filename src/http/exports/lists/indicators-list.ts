import { DISCLOSURE, disclosureColumns, number, text } from "./columns";
import type { ListedDisclosure } from "./columns";
import { CITATION } from "./listed-export";
import type { ListedCitation, ListedExport } from "./listed-export";

interface Indicator {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly comparator: string | null;
  readonly target: string;
  readonly actual: string | null;
  readonly measurementUnit: string | null;
  readonly weight: number | null;
  readonly score: number | null;
  readonly achievement: number | null;
  readonly met: boolean | null;
  readonly reason: string | null;
  readonly project: { readonly id: string; readonly name: string; readonly disclosure: ListedDisclosure };
  readonly citation: ListedCitation;
}

/** 绩效指标: targets, and what came of them. */
export const INDICATORS_LIST: ListedExport<Indicator> = {
  field: "indicators",
  title: ["绩效指标", "Targets"],
  selection: `level1 level2 name comparator target actual measurementUnit weight score achievement met reason
    project { id name disclosure { ${DISCLOSURE} } } citation ${CITATION}`,
  orderBy: "DISCLOSURE",
  columns: [
    ...disclosureColumns<Indicator>(({ project }) => project.disclosure),
    text("project_id", "项目标识", 18, ({ project }) => project.id),
    text("project", "项目", 36, ({ project }) => project.name),
    text("level1", "一级指标", 14, ({ level1 }) => level1),
    text("level2", "二级指标", 18, ({ level2 }) => level2),
    text("indicator", "三级指标", 34, ({ name }) => name),
    text("comparator", "指标方向", 14, ({ comparator }) => comparator),
    text("target", "年度指标值", 18, ({ target }) => target),
    text("actual", "实际完成值", 18, ({ actual }) => actual),
    text("measurement_unit", "计量单位", 12, ({ measurementUnit }) => measurementUnit),
    number("achievement_percent", "完成度（%）", "DECIMAL", ({ achievement }) => achievement),
    text("met", "是否完成", 12, ({ met }) => (met === null ? null : String(met))),
    number("weight", "分值", "DECIMAL", ({ weight }) => weight),
    number("score", "得分", "DECIMAL", ({ score }) => score),
    text("reason", "偏差原因", 40, ({ reason }) => reason),
  ],
  citationsOf: ({ citation }) => [citation],
};
