import type { SectionKind } from "../../../../src/model/section-kind";
import { printEvaluation, type EvaluationForm, type ExpectedProject } from "../evaluation-blocks";
import { printStatutoryTables, type CodeStyle } from "../statutory-tables";
import { printedName, selfWord } from "../unit-identity";
import { evaluatedProjects } from "../unit-year-sums";
import {
  tellAssets,
  tellBasic,
  tellExpenditure,
  tellFiscalAppropriation,
  tellGeneralPublic,
  tellGovernmentFund,
  tellOperating,
  tellPerformance,
  tellProcurement,
  tellProject,
  tellRevenue,
  tellStateCapital,
  tellThreePublic,
  tellTotals,
  numeral,
  type Telling,
} from "./official-narrative";

export interface OfficialOptions {
  readonly tables: "PRINTED" | "ATTACHED";
  readonly codes: CodeStyle;
  readonly evaluations: EvaluationForm;
  /** The sections of the narrative in another order, or some only. */
  readonly sections?: readonly SectionKind[];
  /** Tells the first evaluation again, indicator by indicator. */
  readonly restated: boolean;
}

const SECTIONS: readonly (readonly [SectionKind, string, (telling: Telling) => void])[] = [
  ["TOTALS", "收入支出决算总体情况说明", tellTotals],
  ["REVENUE", "收入决算情况说明", tellRevenue],
  ["EXPENDITURE", "支出决算情况说明", tellExpenditure],
  ["FISCAL_APPROPRIATION", "财政拨款收入支出决算总体情况说明", tellFiscalAppropriation],
  ["GENERAL_PUBLIC", "一般公共预算财政拨款支出决算情况说明", tellGeneralPublic],
  ["GENERAL_PUBLIC_BASIC", "一般公共预算财政拨款基本支出决算情况说明", tellBasic],
  ["GENERAL_PUBLIC_PROJECT", "一般公共预算财政拨款项目支出决算情况说明", tellProject],
  ["THREE_PUBLIC", "财政拨款“三公”经费支出决算情况说明", tellThreePublic],
  ["GOVERNMENT_FUND", "政府性基金预算财政拨款支出决算情况说明", tellGovernmentFund],
  ["STATE_CAPITAL", "国有资本经营预算财政拨款支出决算情况说明", tellStateCapital],
  ["OPERATING_EXPENSE", "机构运行经费支出决算情况说明", tellOperating],
  ["PROCUREMENT", "政府采购支出决算情况说明", tellProcurement],
  ["STATE_ASSETS", "国有资产占用情况说明", tellAssets],
  ["PERFORMANCE", "预算绩效情况说明", tellPerformance],
];

export const OFFICIAL_SECTIONS: readonly SectionKind[] = SECTIONS.map(([kind]) => kind);

/** The form of the national template with fourteen sections, as autonomous regions and provinces print it. */
export function writeOfficialForm(telling: Telling, options: OfficialOptions): ExpectedProject[] {
  const { print, unit, year } = telling;
  const word = selfWord(unit);
  const order = options.sections ?? OFFICIAL_SECTIONS;
  const sections = order.flatMap((kind) => SECTIONS.filter(([known]) => known === kind));
  cover(telling);
  contents(
    telling,
    sections.map(([, title]) => title),
    TABLE_TITLES,
  );
  overview(telling);
  print.say(`第二部分 ${word}决算情况说明`, 1);
  const projects: ExpectedProject[] = [];
  sections.forEach(([kind, title, tell], at) => {
    print.begin(kind);
    print.say(`${numeral(at)}、${title}`, 2);
    tell(telling);
    if (kind !== "PERFORMANCE") return;
    evaluatedProjects(year)
      .filter(({ onlyNamed }) => !onlyNamed)
      .forEach((project, index) => projects.push(printEvaluation(print, project, index, year.year, options.evaluations)));
    if (options.restated) restate(telling);
  });
  glossary(telling);
  contact(telling);
  print.begin("TABLES");
  print.say(`第五部分 ${word}决算表`, 1);
  if (options.tables === "ATTACHED") print.say("见附件。");
  else printTables(telling, options.codes);
  return projects;
}

const TABLE_TITLES = [
  "收入支出决算总表",
  "收入决算表",
  "支出决算表",
  "财政拨款收入支出决算总表",
  "一般公共预算财政拨款支出决算表",
  "一般公共预算财政拨款基本支出决算表",
  "财政拨款“三公”经费支出决算表",
  "政府性基金预算财政拨款收入支出决算表",
  "国有资本经营预算财政拨款收入支出决算表",
];

function cover({ print, unit, year }: Telling): void {
  print.begin("COVER");
  print.say(`${year.year}年度${printedName(unit)}${selfWord(unit)}决算`);
  print.say("公开文档");
  print.say(`单位名称：${printedName(unit)}`);
  print.say(`单位负责人：${unit.head}`);
  print.say(`财务负责人：${unit.financeLead}`);
  print.say(`编制人：${unit.preparer}`);
  print.say(`报送日期：${year.year + 1}年8月`);
}

function contents({ print, unit, year }: Telling, sections: readonly string[], tables: readonly string[]): void {
  const word = selfWord(unit);
  print.begin("CONTENTS");
  print.say("目 录");
  const listed = [
    `第一部分 ${word}概况`,
    "一、主要职能、职责",
    `二、${word}机构设置及决算单位构成情况`,
    `三、${year.year}年度${word}主要工作完成情况`,
    `第二部分 ${word}决算情况说明`,
    ...sections.map((title, at) => `${numeral(at)}、${title}`),
    "第三部分 名词解释",
    "第四部分 决算公开联系方式及信息反馈渠道",
    `第五部分 ${word}决算表`,
    ...tables.map((title, at) => `${numeral(at)}、${title}`),
  ];
  for (const line of listed) print.say(line);
}

function overview({ print, unit, year }: Telling): void {
  const word = selfWord(unit);
  print.begin("OVERVIEW");
  print.say(`第一部分 ${word}概况`, 1);
  print.say("一、主要职能、职责", 2);
  unit.duties.forEach((duty, at) => print.say(`（${numeral(at)}）${duty}`));
  print.say(`二、${word}机构设置及决算单位构成情况`, 2);
  const members = unit.memberUnits.length === 0 ? [{ name: printedName(unit), nature: unit.nature }] : unit.memberUnits;
  const below =
    unit.memberUnits.length === 0
      ? `本${word}无下属单位`
      : unit.memberUnits
          .slice(1)
          .map(({ name }) => name)
          .join("、");
  print.say(
    `1.根据${word}职责分工，本${word}内设机构包括${unit.offices.join("、")}等${unit.offices.length}个。本${word}下属单位包括：${below}。`,
  );
  print.say(
    `2.从决算单位构成看，纳入本${word}${year.year}年度决算编制范围的预算单位共计${members.length}家，具体包括：${members.map(({ name }) => name).join("、")}。详细情况见表：`,
  );
  print.table([["序号", "单位名称", "单位性质"], ...members.map(({ name, nature }, at) => [String(at + 1), name, nature])]);
  print.say(`三、${year.year}年度${word}主要工作完成情况`, 2);
  unit.achievements.forEach((text, at) => print.say(`（${numeral(at)}）${text}`));
}

const TERMS: readonly (readonly [string, string])[] = [
  ["财政拨款收入", "从同级财政取得、由预算安排的资金。"],
  ["其他收入", "财政拨款以及事业、经营等专门项目以外取得的资金。"],
  ["年初结转和结余", "以前年度没有用完、转到本年继续使用的资金。"],
  ["年末结转和结余", "本年没有用完、转到以后年度继续使用的资金。"],
  ["基本支出", "维持机构日常运转的人员经费和公用经费。"],
  ["项目支出", "基本支出以外，为完成特定任务发生的支出。"],
  ["“三公”经费", "用财政拨款安排的因公出国（境）、公务用车和公务接待支出。"],
  ["机构运行经费", "行政单位和参照公务员法管理的单位用于日常公用方面的支出。"],
];

function glossary({ print }: Telling): void {
  print.begin("GLOSSARY");
  print.say("第三部分 名词解释", 1);
  TERMS.forEach(([term, meaning], at) => print.say(`${numeral(at)}、${term}：${meaning}`));
}

function contact({ print, unit }: Telling): void {
  print.begin("CONTACT");
  print.say("第四部分 决算公开联系方式及信息反馈渠道", 1);
  print.say(`本${selfWord(unit)}决算公开信息反馈和联系方式：`);
  print.say(`联系人：${unit.preparer}       联系电话：${unit.phone}`);
  if (print.has("template-left")) print.say("公开时间：XXXX年");
}

export function printTables(telling: Telling, codes: CodeStyle): void {
  const { print } = telling;
  for (const table of printStatutoryTables(telling, codes)) {
    print.say(table.title, 3);
    print.say(`部门：${printedName(telling.unit)}`);
    print.say(`单位：${print.tableUnit}`);
    print.table(table.rows);
    if (table.emptyNote !== undefined) print.say(table.emptyNote);
  }
}

/** 单位项目绩效评价结果: the first project once more, in sentences. */
function restate({ print, year, unit }: Telling): void {
  const [project] = evaluatedProjects(year);
  if (project === undefined) return;
  const operators = { GE: "大于等于", LE: "小于等于", EQ: "等于", GT: "大于", LT: "小于" } as const;
  print.say(`（三）${selfWord(unit)}项目绩效评价结果。`);
  print.say(`以${project.name}项目为例，逐项说明如下：`);
  project.indicators.forEach((indicator, at) => {
    const operator = indicator.comparator === undefined ? "" : operators[indicator.comparator];
    const points = (hundredths: number): string => String(hundredths / 100);
    print.say(
      `${at + 1})${indicator.name}，目标值${operator}${indicator.target}${indicator.unit}，实际完成${indicator.actual}${indicator.unit}，分值${points(indicator.weight)}，得分${points(indicator.score)}。`,
    );
  });
}
