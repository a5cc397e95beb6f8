import type { Project, Reading } from "../../model/disclosure";
import type { MeasureCode } from "../../model/measures";
import type { SectionHandler } from "../handler";
import { projectNamesIn, type NamedProject } from "../narrative/project-names";
import { paragraphsOf, readSection } from "../narrative/read-section";
import { labelled, labelledAfter, type Vocabulary } from "../narrative/vocabulary";

const YEAR = "(?:20\\d\\d年度?)?";
const AMOUNT_AFTER = {
  EVALUATED_PROJECTS: "EVALUATED_AMOUNT",
  EVALUATED_FIRST_LEVEL_PROJECTS: "EVALUATED_AMOUNT",
  EVALUATED_SECOND_LEVEL_PROJECTS: "EVALUATED_AMOUNT",
  EVALUATED_FUND_PROJECTS: "EVALUATED_FUND_AMOUNT",
  EVALUATED_FUND_FIRST_LEVEL_PROJECTS: "EVALUATED_FUND_AMOUNT",
  EVALUATED_FUND_SECOND_LEVEL_PROJECTS: "EVALUATED_FUND_AMOUNT",
  TARGETED_PROJECTS: "TARGETED_AMOUNT",
  TRACKED_PROJECTS: "TRACKED_AMOUNT",
  UNIT_EVALUATED_PROJECTS: "UNIT_EVALUATED_AMOUNT",
} as const;
/** 一级项目 and 二级项目 behind 政府性基金预算项目 are of the fund. */
const afterFund = <T extends MeasureCode>(measure: T) => ({
  EVALUATED_FUND_PROJECTS: measure,
  EVALUATED_FUND_FIRST_LEVEL_PROJECTS: measure,
  EVALUATED_FUND_SECOND_LEVEL_PROJECTS: measure,
});

/** 预算绩效情况说明: how many projects were given targets, tracked, evaluated, with how much money. */
export const PERFORMANCE_VOCABULARY: Vocabulary = {
  labels: [
    ...labelledAfter(afterFund("EVALUATED_FUND_FIRST_LEVEL_PROJECTS"), "EVALUATED_FIRST_LEVEL_PROJECTS", "一级项目"),
    ...labelledAfter(afterFund("EVALUATED_FUND_SECOND_LEVEL_PROJECTS"), "EVALUATED_SECOND_LEVEL_PROJECTS", "二级项目"),
    ...labelled("EVALUATED_FUND_PROJECTS", "政府性基金(?:预算)?项目(?:支出)?(?=\\d)"),
    ...labelledAfter(
      AMOUNT_AFTER,
      undefined,
      "共?涉及(?:项目)?(?:支出|财政|预算|评价)?(?:资金|金额|经费)+",
      "涉及(?:一般公共预算|财政)(?:项目)?(?:当年)?(?:支出|拨款|资金)+",
    ),
    ...labelledAfter({ UNIT_EVALUATED_PROJECTS: "UNIT_EVALUATED_FUND_AMOUNT" }, undefined, "政府性基金(?:预算)?支出(?=\\d)"),
    ...labelled(
      "TARGETED_PROJECTS",
      `(?:编报|设置|申报)(?:项目支出|项目)?绩效目标的?${YEAR}项目`,
      `实行绩效目标管理的?${YEAR}(?:预算)?项目`,
      // How many units set them is part of what the number is of.
      `\\d+个(?:预算|所属|下属)?单位(?:均|已)?开展了?${YEAR}(?:项目)?(?:预算)?绩效目标(?:编报|申报)工作，(?:共)?(?:编报|设置|申报)(?:项目支出|项目)?绩效目标的?${YEAR}项目`,
    ),
    ...labelled("TRACKED_PROJECTS", `(?:实施)?绩效(?:跟踪|运行)(?:评价|监控)?的?${YEAR}项目`),
    ...labelled("EVALUATED_PROJECTS", `(?:开展)?绩效自评(?:价)?的?${YEAR}项目`, "开展(?:绩效)?自评的?项目"),
    ...labelled("EVALUATED_AVERAGE_SCORE", "平均得?分"),
    ...labelled("EVALUATED_EXCELLENT", "绩效评级为优的?项目", "评(?:价|定)(?:等级|结果)?为优的?(?:项目)?"),
    ...labelled("EVALUATED_GOOD", "绩效评级为良的?项目", "评(?:价|定)(?:等级|结果)?为良的?(?:项目)?"),
    ...labelled("EVALUATED_PASS", "绩效评级为(?:合格|中)的?项目", "评(?:价|定)(?:等级|结果)?为(?:合格|中)的?(?:项目)?"),
    ...labelled("EVALUATED_FAIL", "绩效评级为(?:不合格|差)的?项目", "评(?:价|定)(?:等级|结果)?为(?:不合格|差)的?(?:项目)?"),
    ...labelled("EVALUATION_PROBLEMS_FOUND", "(?:绩效自评中)?共?发现问题"),
    ...labelled("EVALUATION_PROBLEMS_SOLVED", "已经?完成整改的?(?:问题)?"),
    ...labelled("EVALUATION_PROBLEMS_OPEN", "正在整改的?(?:问题)?"),
    ...labelled(
      "UNIT_EVALUATED_PROJECTS",
      "组织?对[^。]{0,600}?等?(?=\\d+个项目(?:分别)?(?:开展|进行|组织)了?(?:单位|部门|重点)?(?:绩效)?评价)",
      "(?:单位|部门)评价项目",
    ),
    ...labelled("REPORTED_GENERAL_EVALUATIONS", "在?(?:部门|单位)?决算中反映(?=\\d+个一般公共预算项目)"),
    ...labelled("REPORTED_FUND_EVALUATIONS", "以?及(?=\\d+个政府性基金)"),
    ...labelled("REPORTED_EVALUATIONS", "(?:共|等)(?=\\d+个项目的?(?:绩效)?自评结果)", "在?(?:部门|单位)?决算中反映(?=\\d+个项目)"),
    ...labelled("GENERAL_PUBLIC_PROJECT_EXPENDITURE", "(?:应纳入绩效自评的)?一般公共预算项目支出(?:总额|总数)?"),
    ...labelled("GOVERNMENT_FUND_PROJECT_EXPENDITURE", "(?:应纳入绩效自评的)?政府性基金(?:预算)?项目支出(?:总额|总数)?"),
    ...labelled("PROJECT_EXPENDITURE", "(?:应纳入绩效自评的)?项目支出(?:预算)?总额"),
  ],
  whole: "PROJECT_EXPENDITURE",
  oneStage: true,
};

export const performanceSection: SectionHandler = {
  kind: "PERFORMANCE",
  parse(section, facts) {
    const parsed = readSection(section, PERFORMANCE_VOCABULARY, facts);
    const named = paragraphsOf(section, facts).flatMap(({ text, block }) => projectNamesIn(text, block));
    return { ...parsed, readings: withTotal(parsed.readings ?? []), projects: named.map(namedProject) };
  },
};

/** A project that only the narrative names so far. */
const namedProject = ({ name, citation }: NamedProject): Project => ({ name, funds: [], indicators: [], citations: [citation] });

/**
 * The template tells first-level and second-level projects, the second inside the first. With no first-level one, the second-level ones are all
 * that were evaluated; otherwise no total is told.
 */
function withTotal(readings: readonly Reading[]): Reading[] {
  const find = (measure: MeasureCode): Reading | undefined => readings.find((reading) => reading.measure === measure);
  const [first, second, total] = [
    find("EVALUATED_FIRST_LEVEL_PROJECTS"),
    find("EVALUATED_SECOND_LEVEL_PROJECTS"),
    find("EVALUATED_PROJECTS"),
  ];
  const fundProjects = find("EVALUATED_FUND_PROJECTS")?.value ?? 0;
  if (total !== undefined || second === undefined || (first?.value ?? 0) !== 0 || fundProjects !== 0) return [...readings];
  return [...readings, { ...second, measure: "EVALUATED_PROJECTS" }];
}
