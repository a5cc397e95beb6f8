import type { MeasureCode } from "../../../../src/model/measures";
import { divideRounded, sum } from "../amounts";
import type { ExpectedProject } from "../evaluation-blocks";
import { subjectName } from "../subject-names";
import { printedName, selfWord } from "../unit-identity";
import {
  finalOf,
  itemsOf,
  personnelOf,
  procurementTotal,
  projectFunds,
  projectScore,
  publicExpenseOf,
  sumItems,
  threePublicSums,
  totalsOf,
  vehiclesTotal,
} from "../unit-year-sums";
import { fiscalTotal, revenueBySource, type Telling } from "./official-narrative";
import { numeral } from "./official-narrative";
import { printTables } from "./official-form";

const final = (measure: MeasureCode, subject?: string) => ({
  measure,
  stage: "FINAL" as const,
  ...(subject === undefined ? {} : { subject }),
});

/** 与2023年度相比 … : only what changed is told. */
function against(
  { print, prior }: Telling,
  measure: MeasureCode | readonly MeasureCode[],
  name: string,
  now: number,
  before: number,
): string {
  const changed = print.change({ measure, stage: "FINAL" }, "PRIOR_FINAL", now, before, { style: "PLAIN" }).replaceAll(" ", "");
  const reason =
    changed === "持平" ? "" : `主要原因：${now > before ? "人员经费标准调整，重点任务增加" : "部分合同跨年结算，日常开支压减"}。`;
  const compared = print.has("compared-with-itself") ? prior.year + 1 : prior.year;
  return `与${compared}年度相比，${name}${changed}。${reason}`;
}

/** The wording of Shanghai: tables first, eleven sections, changes told in sentences, evaluation as one sentence of counts. */
export function writeShanghaiForm(telling: Telling): ExpectedProject[] {
  const { print, unit, year } = telling;
  const name = printedName(unit);
  const word = selfWord(unit);
  print.begin("COVER");
  print.say(name);
  print.say(`${year.year}年度${word}决算`);
  print.begin("CONTENTS");
  print.say("目 录");
  for (const line of [
    `第一部分 ${name}概况`,
    `第二部分 ${name}${year.year}年度${word}决算表`,
    `第三部分 ${name}${year.year}年度${word}决算情况说明`,
    "第四部分 名词解释",
  ])
    print.say(line);
  overview(telling);
  print.begin("TABLES");
  print.say(`第二部分 ${name}${year.year}年度${word}决算表`, 1);
  printTables(telling, "SPLIT");
  print.say(`第三部分 ${name}${year.year}年度${word}决算情况说明`, 1);
  tellAll(telling);
  print.begin("GLOSSARY");
  print.say("第四部分 名词解释", 1);
  print.say("（一）财政拨款收入：从同级财政取得的资金。");
  print.say("（二）项目支出：为完成特定任务安排的支出。");
  print.say("（三）“三公”经费：因公出国（境）、公务用车和公务接待方面的支出。");
  return [];
}

function overview({ print, unit }: Telling): void {
  const name = printedName(unit);
  print.begin("OVERVIEW");
  print.say(`第一部分 ${name}概况`, 1);
  print.say("一、主要职能", 2);
  unit.duties.forEach((duty, at) => print.say(`（${numeral(at)}）${duty}`));
  print.say(`二、${selfWord(unit)}决算单位构成`, 2);
  const members = unit.memberUnits.length === 0 ? [{ name, nature: unit.nature }] : unit.memberUnits;
  print.say(`从预算单位构成看，${name}${selfWord(unit)}决算包括以下单位：`);
  print.table([
    ["序号", "单位名称", "备注"],
    ...members.map((member, at) => [String(at + 1), member.name, "note" in member ? (member.note ?? "") : ""]),
  ]);
}

function tellAll(telling: Telling): void {
  const sections: readonly (readonly [Parameters<Telling["print"]["begin"]>[0], string, (of: Telling) => void])[] = [
    ["TOTALS", "收入支出决算总体情况说明", tellTotals],
    ["REVENUE", "收入决算情况说明", tellRevenue],
    ["EXPENDITURE", "支出决算情况说明", tellExpenditure],
    ["FISCAL_APPROPRIATION", "财政拨款收入支出决算总体情况说明", tellFiscal],
    ["GENERAL_PUBLIC", "一般公共预算财政拨款支出决算情况说明", tellGeneral],
    ["GENERAL_PUBLIC_BASIC", "一般公共预算财政拨款基本支出决算情况说明", tellBasic],
    ["THREE_PUBLIC", "财政拨款“三公”经费支出决算情况说明", tellThreePublic],
    [
      "GOVERNMENT_FUND",
      "政府性基金预算财政拨款收入支出决算情况说明",
      (of) => tellSmall(of, "FUND", "政府性基金预算财政拨款", "GOVERNMENT_FUND_EXPENDITURE"),
    ],
    [
      "STATE_CAPITAL",
      "国有资本经营预算财政拨款收入支出决算情况说明",
      (of) => tellSmall(of, "STATE", "国有资本经营预算财政拨款", "STATE_CAPITAL_EXPENDITURE"),
    ],
    ["PERFORMANCE", "预算绩效管理情况", tellPerformance],
    ["OTHER_MATTERS", "其他重要事项的情况说明", tellOther],
  ];
  sections.forEach(([kind, title, tell], at) => {
    telling.print.begin(kind);
    telling.print.say(`${numeral(at)}、${title}`, 2);
    tell(telling);
  });
}

function tellTotals(telling: Telling): void {
  const { print, year, prior, unit } = telling;
  const now = totalsOf(year).total;
  const both = ["REVENUE_TOTAL", "EXPENDITURE_TOTAL"] as const;
  print.say(
    `${printedName(unit)}${year.year}年度收入支出总计${print.money({ measure: both, stage: "FINAL" }, now, "PLAIN")}。${against(telling, both, "收入支出总计", now, totalsOf(prior).total)}`,
  );
}

function tellRevenue({ print, year }: Telling): void {
  const { revenue } = totalsOf(year);
  const sources = revenueBySource(year);
  const fiscal = (sources.REVENUE_GENERAL_PUBLIC ?? 0) + (sources.REVENUE_GOVERNMENT_FUND ?? 0) + (sources.REVENUE_STATE_CAPITAL ?? 0);
  const told: readonly (readonly [MeasureCode, string, number])[] = [
    ["REVENUE_FISCAL_APPROPRIATION", "财政拨款收入", fiscal],
    ["REVENUE_PUBLIC_INSTITUTION", "事业收入", sources.REVENUE_PUBLIC_INSTITUTION ?? 0],
    ["REVENUE_OTHER", "其他收入", sources.REVENUE_OTHER ?? 0],
  ];
  const parts = told
    .filter(([, , amount]) => amount > 0)
    .map(
      ([measure, name, amount]) =>
        `${name}${print.money(final(measure), amount, "PLAIN")}，占${print.share(final(measure), { measure: "CURRENT_YEAR_REVENUE" }, amount, revenue)}`,
    );
  print.say(`本年收入合计${print.money(final("CURRENT_YEAR_REVENUE"), revenue, "PLAIN")}，其中：${parts.join("；")}。`);
}

function tellExpenditure({ print, year }: Telling): void {
  const { expenditure, basic, project } = totalsOf(year);
  const part = (measure: MeasureCode, name: string, amount: number): string =>
    `${name}${print.money(final(measure), amount, "PLAIN")}，占${print.share(final(measure), { measure: "CURRENT_YEAR_EXPENDITURE" }, amount, expenditure)}`;
  print.say(
    `本年支出合计${print.money(final("CURRENT_YEAR_EXPENDITURE"), expenditure, "PLAIN")}，其中：${part("BASIC_EXPENDITURE", "基本支出", basic)}；${part("PROJECT_EXPENDITURE", "项目支出", project)}。`,
  );
}

function tellFiscal(telling: Telling): void {
  const { print, year, prior, unit } = telling;
  const both = ["FISCAL_APPROPRIATION_REVENUE", "FISCAL_APPROPRIATION_EXPENDITURE"] as const;
  const now = fiscalTotal(year);
  print.say(
    `${printedName(unit)}${year.year}年度财政拨款收入支出总计${print.money({ measure: both, stage: "FINAL" }, now, "PLAIN")}。${against(telling, both, "财政拨款收入支出总计", now, fiscalTotal(prior))}`,
  );
}

function tellGeneral(telling: Telling): void {
  const { print, year, prior } = telling;
  const items = itemsOf(year, "GENERAL");
  const sums = sumItems(items);
  const measure = "GENERAL_PUBLIC_EXPENDITURE";
  const { expenditure } = totalsOf(year);
  const before = sumItems(itemsOf(prior, "GENERAL")).final;
  print.say("（一）一般公共预算财政拨款支出决算总体情况");
  print.say(
    `一般公共预算财政拨款支出${print.money(final(measure), sums.final, "PLAIN")}，占本年支出合计的${print.share(final(measure), { measure: "CURRENT_YEAR_EXPENDITURE" }, sums.final, expenditure)}。${against(telling, measure, "一般公共预算财政拨款支出", sums.final, before)}`,
  );
  print.say("（二）一般公共预算财政拨款支出决算结构情况");
  const classes = [...new Set(items.map(({ code }) => code.slice(0, 3)))].sort();
  const parts = classes.map((code) => {
    const amount = sumItems(items.filter((item) => item.code.startsWith(code))).final;
    return `${subjectName(code)}（类）${print.money(final(measure, code), amount, "PLAIN")}，占${print.share(final(measure, code), { measure }, amount, sums.final)}`;
  });
  print.say(`一般公共预算财政拨款支出${print.money(final(measure), sums.final, "PLAIN")}，主要用于以下方面：${parts.join("；")}。`);
  print.say("（三）一般公共预算财政拨款支出决算具体情况");
  const direction =
    sums.final === sums.initial
      ? "决算数与预算数持平"
      : `决算数${sums.final > sums.initial ? "大于" : "小于"}预算数的主要原因：${sums.final > sums.initial ? "年中追加任务和人员经费" : "部分合同款跨年支付"}`;
  print.say(
    `一般公共预算财政拨款支出年初预算为${print.money({ ...final(measure), stage: "INITIAL_BUDGET" }, sums.initial, "PLAIN")}，支出决算为${print.money(final(measure), sums.final, "PLAIN")}，完成年初预算的${print.completion(final(measure), "INITIAL_BUDGET", sums.final, sums.initial)}。${direction}。其中：`,
  );
  [...items]
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .forEach((item, at) => {
      const spent = finalOf(item);
      const address = final(measure, item.code);
      const path = `${subjectName(item.code.slice(0, 3))}（类）${subjectName(item.code.slice(0, 5))}（款）${subjectName(item.code)}（项）`;
      const reason =
        spent === item.initial
          ? "决算数与预算数持平。"
          : `决算数${spent > item.initial ? "大于" : "小于"}预算数的主要原因：${item.reason}。`;
      print.say(
        `${at + 1}、${path}。主要用于：${item.purpose}。年初预算为${print.money({ ...address, stage: "INITIAL_BUDGET" }, item.initial, "PLAIN")}，支出决算为${print.money(address, spent, "PLAIN")}。${reason}`,
      );
    });
}

function tellBasic({ print, year }: Telling): void {
  const [people, supplies] = [personnelOf(year), publicExpenseOf(year)];
  print.say(
    `一般公共预算财政拨款基本支出${print.money(final("GENERAL_PUBLIC_BASIC_EXPENDITURE"), people + supplies, "PLAIN")}。其中：人员经费${print.money(final("PERSONNEL_EXPENSE"), people, "PLAIN")}，主要包括：基本工资、津贴补贴、奖金、社会保障缴费、退休费；公用经费${print.money(final("PUBLIC_EXPENSE"), supplies, "PLAIN")}，主要包括：办公费、差旅费、维修（护）费、工会经费、福利费。`,
  );
}

function tellThreePublic(telling: Telling): void {
  const { print, year, prior } = telling;
  const three = year.threePublic;
  const { total, vehicles } = threePublicSums(year);
  const before = threePublicSums(prior);
  const line = (measure: MeasureCode, name: string, of: { readonly budget: number; readonly final: number }): string =>
    `${name}支出决算为${print.money(final(measure), of.final, "PLAIN")}，完成预算的${print.completion(final(measure), "INITIAL_BUDGET", of.final, of.budget)}`;
  print.say("（一）“三公”经费财政拨款支出决算总体情况说明。");
  print.say(
    `“三公”经费财政拨款支出年初预算为${print.money({ ...final("THREE_PUBLIC_TOTAL"), stage: "INITIAL_BUDGET" }, total.budget, "PLAIN")}，支出决算为${print.money(final("THREE_PUBLIC_TOTAL"), total.final, "PLAIN")}，完成预算的${print.completion(final("THREE_PUBLIC_TOTAL"), "INITIAL_BUDGET", total.final, total.budget)}，其中：${line("OVERSEAS_TRAVEL", "因公出国（境）费", three.overseas)}；${line("OFFICIAL_VEHICLES", "公务用车购置及运行维护费", vehicles)}；${line("OFFICIAL_RECEPTION", "公务接待费", three.reception)}。决算数小于预算数的主要原因：从严控制开支。`,
  );
  const changed = (measure: MeasureCode, name: string, now: number, then: number): string =>
    `${name}支出决算${print.change(final(measure), "PRIOR_FINAL", now, then, { style: "PLAIN" }).replaceAll(" ", "")}`;
  print.say(
    `${year.year}年度“三公”经费财政拨款支出决算数与${prior.year}年度相比，${print.change(final("THREE_PUBLIC_TOTAL"), "PRIOR_FINAL", total.final, before.total.final, { style: "PLAIN" }).replaceAll(" ", "")}。其中：${changed("OVERSEAS_TRAVEL", "因公出国（境）费", three.overseas.final, prior.threePublic.overseas.final)}；${changed("OFFICIAL_VEHICLES", "公务用车购置及运行维护费", vehicles.final, before.vehicles.final)}；${changed("OFFICIAL_RECEPTION", "公务接待费", three.reception.final, prior.threePublic.reception.final)}。`,
  );
  print.say("（二）“三公”经费财政拨款支出决算具体情况说明。");
  print.say(
    `1、因公出国（境）费${print.money(final("OVERSEAS_TRAVEL"), three.overseas.final, "PLAIN")}。全年安排因公出国（境）团组${print.count(final("TRAVEL_GROUPS"), three.groups)}个、累计${print.count(final("TRAVELLERS"), three.travellers)}人次。`,
  );
  print.say(
    `2、公务用车购置及运行维护费${print.money(final("OFFICIAL_VEHICLES"), vehicles.final, "PLAIN")}。其中：公务用车购置支出${print.money(final("VEHICLE_PURCHASE"), three.purchase.final, "PLAIN")}，购置公务用车${print.count(final("VEHICLES_BOUGHT"), three.bought)}辆；公务用车运行维护支出${print.money(final("VEHICLE_OPERATION"), three.operation.final, "PLAIN")}。${year.year}年末，使用财政拨款开支的公务用车保有量为${print.count(final("VEHICLES_HELD"), three.held)}辆。`,
  );
  print.say(
    `3、公务接待费${print.money(final("OFFICIAL_RECEPTION"), three.reception.final, "PLAIN")}。其中：国内公务接待费${print.money(final("DOMESTIC_RECEPTION"), three.reception.final - three.foreignReception, "PLAIN")}，国内公务接待${print.count(final("RECEPTION_BATCHES"), three.batches)}批次，${print.count(final("RECEPTION_GUESTS"), three.guests)}人次。`,
  );
}

function tellSmall({ print, year, unit }: Telling, budget: "FUND" | "STATE", name: string, measure: MeasureCode): void {
  const sums = sumItems(itemsOf(year, budget));
  if (sums.final + sums.revenue + sums.opening === 0) {
    print.none(final(measure));
    print.say(`${printedName(unit)}${year.year}年度无${name}收入和支出。`);
    return;
  }
  const purposes = itemsOf(year, budget)
    .map(({ purpose }) => purpose)
    .join("；");
  print.say(`${year.year}年度${name}支出${print.money(final(measure), sums.final, "PLAIN")}。主要用于：${purposes}。`);
}

function tellPerformance({ print, year, unit }: Telling): void {
  const { projects } = year;
  const amount = sum(projects.map((project) => projectFunds(project).executed));
  const grades = { EVALUATED_EXCELLENT: 0, EVALUATED_GOOD: 0, EVALUATED_PASS: 0, EVALUATED_FAIL: 0 };
  for (const project of projects) {
    const score = projectScore(project);
    grades[
      score >= 9000 ? "EVALUATED_EXCELLENT" : score >= 8000 ? "EVALUATED_GOOD" : score >= 6000 ? "EVALUATED_PASS" : "EVALUATED_FAIL"
    ] += 1;
  }
  const average = projects.length === 0 ? 0 : divideRounded(sum(projects.map(projectScore)), projects.length);
  const count = (measure: MeasureCode, number: number): string => print.count(final(measure), number);
  const problems = projects.length;
  const open = Math.min(1, problems);
  print.say(
    `${printedName(unit)}${year.year}年度预算绩效管理工作开展情况如下：编报绩效目标的${year.year}年度项目${count("TARGETED_PROJECTS", projects.length)}个，涉及预算金额${print.money(final("TARGETED_AMOUNT"), amount, "PLAIN")}；绩效跟踪评价的${year.year}年度项目${count("TRACKED_PROJECTS", projects.length)}个，涉及预算金额${print.money(final("TRACKED_AMOUNT"), amount, "PLAIN")}；绩效自评的${year.year}年度项目${count("EVALUATED_PROJECTS", projects.length)}个，涉及预算金额${print.money(final("EVALUATED_AMOUNT"), amount, "PLAIN")}，平均得分${print.score(final("EVALUATED_AVERAGE_SCORE"), average)}分（其中，绩效评级为“优”的项目${count("EVALUATED_EXCELLENT", grades.EVALUATED_EXCELLENT)}个；绩效评级为“良”的项目${count("EVALUATED_GOOD", grades.EVALUATED_GOOD)}个；绩效评级为“合格”的项目${count("EVALUATED_PASS", grades.EVALUATED_PASS)}个；绩效评级为“不合格”的项目${count("EVALUATED_FAIL", grades.EVALUATED_FAIL)}个）。绩效自评中共发现问题${count("EVALUATION_PROBLEMS_FOUND", problems)}个，已经完成整改的${count("EVALUATION_PROBLEMS_SOLVED", problems - open)}个，正在整改的${count("EVALUATION_PROBLEMS_OPEN", open)}个。`,
  );
}

function tellOther(telling: Telling): void {
  const { print, year, prior, unit } = telling;
  const { goods, works, services } = year.procurement;
  print.begin("OPERATING_EXPENSE");
  print.say("（一）机关运行经费支出情况", 3);
  if (year.agencyOperating === undefined) {
    print.none(final("AGENCY_OPERATING_EXPENSE"));
    print.say(`本${selfWord(unit)}${year.year}年度无机关运行经费支出。`);
  } else {
    const before = prior.agencyOperating ?? 0;
    const changed = print
      .change(final("AGENCY_OPERATING_EXPENSE"), "PRIOR_FINAL", year.agencyOperating, before, { style: "PLAIN" })
      .replaceAll(" ", "");
    print.say(
      `机关运行经费支出${print.money(final("AGENCY_OPERATING_EXPENSE"), year.agencyOperating, "PLAIN")}，比${prior.year}年度${changed}。主要原因是办公需要变化。`,
    );
  }
  print.begin("PROCUREMENT");
  print.say("（二）政府采购支出情况", 3);
  print.say(
    `${printedName(unit)}${year.year}年度政府采购金额（以合同签订为准）为${print.money(final("PROCUREMENT_TOTAL"), procurementTotal(year), "PLAIN")}，其中：货物采购金额${print.money(final("PROCUREMENT_GOODS"), goods, "PLAIN")}、工程采购金额${print.money(final("PROCUREMENT_WORKS"), works, "PLAIN")}、服务采购金额${print.money(final("PROCUREMENT_SERVICES"), services, "PLAIN")}。`,
  );
  print.begin("STATE_ASSETS");
  print.say("（三）国有资产占有使用情况说明", 3);
  const uses: readonly (readonly [MeasureCode, string])[] = [
    ["VEHICLES_MINISTERIAL", "部级领导干部用车"],
    ["VEHICLES_LEADERS", "主要领导干部用车"],
    ["VEHICLES_CONFIDENTIAL", "机要通信用车"],
    ["VEHICLES_EMERGENCY", "应急保障用车"],
    ["VEHICLES_LAW_ENFORCEMENT", "执法执勤用车"],
    ["VEHICLES_SPECIAL_TECHNICAL", "特种专业技术用车"],
    ["VEHICLES_RETIRED_CADRES", "离退休干部用车"],
    ["VEHICLES_OTHER", "其他用车"],
  ];
  print.say(
    `截至${year.year}年12月31日，${printedName(unit)}共有车辆${print.count(final("VEHICLES_TOTAL"), vehiclesTotal(year))}辆，其中：${uses.map(([measure, name]) => `${name}${print.count(final(measure), year.vehicles[measure] ?? 0)}辆`).join("、")}。单价100万元（含）以上设备（不含车辆）${print.count(final("LARGE_EQUIPMENT"), year.largeEquipment)}台（套）。`,
  );
}
