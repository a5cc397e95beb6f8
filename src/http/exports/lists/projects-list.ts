import { DISCLOSURE, disclosureColumns, money, number, text } from "./columns";
import type { ListedDisclosure } from "./columns";
import { CITATION } from "./listed-export";
import type { ListedCitation, ListedExport } from "./listed-export";

interface Project {
  readonly id: string;
  readonly name: string;
  readonly code: string | null;
  readonly hasTable: boolean;
  readonly score: number | null;
  readonly totalWeight: number | null;
  readonly adjustedBudget: number | null;
  readonly executed: number | null;
  readonly supervisingUnit: string | null;
  readonly implementingUnit: string | null;
  readonly disclosure: ListedDisclosure;
  readonly indicators: readonly { readonly met: boolean | null }[];
  readonly citation: ListedCitation;
}

/** 项目 with their money, their score and how many of their targets were met. */
export const PROJECTS_LIST: ListedExport<Project> = {
  field: "projects",
  title: ["项目", "Projects"],
  selection: `id name code hasTable score totalWeight adjustedBudget(unit: $money) executed(unit: $money) supervisingUnit implementingUnit
    disclosure { ${DISCLOSURE} } indicators { met } citation ${CITATION}`,
  orderBy: "DISCLOSURE",
  columns: [
    ...disclosureColumns<Project>(({ disclosure }) => disclosure),
    text("project_id", "项目标识", 18, ({ id }) => id),
    text("project", "项目", 36, ({ name }) => name),
    text("project_code", "项目代码", 20, ({ code }) => code),
    text("supervising_unit", "主管部门", 26, ({ supervisingUnit }) => supervisingUnit),
    text("implementing_unit", "实施单位", 26, ({ implementingUnit }) => implementingUnit),
    money("adjusted_budget", "全年预算数", ({ adjustedBudget }) => adjustedBudget),
    money("executed", "全年执行数", ({ executed }) => executed),
    number("score", "自评总得分", "DECIMAL", ({ score }) => score),
    number("total_weight", "总分值", "DECIMAL", ({ totalWeight }) => totalWeight),
    text("has_table", "有自评表", 12, ({ hasTable }) => String(hasTable)),
    number("targets", "绩效指标数", "INTEGER", ({ indicators }) => indicators.length),
    number("targets_met", "完成指标数", "INTEGER", ({ indicators }) => indicators.filter(({ met }) => met === true).length),
    number("targets_missed", "未完成指标数", "INTEGER", ({ indicators }) => indicators.filter(({ met }) => met === false).length),
  ],
  citationsOf: ({ citation }) => [citation],
};
