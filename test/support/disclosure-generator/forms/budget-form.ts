import type { MeasureCode } from "../../../../src/model/measures";
import type { StatutoryTableKind } from "../../../../src/model/statutory-table-kind";
import { divideRounded, hundredthsOfPercent, HUNDRED_YUAN, printHundredths, sum } from "../amounts";
import type { ExpectedProject } from "../evaluation-blocks";
import type { DescribedCell } from "../printer";
import { subjectName } from "../subject-names";
import { printedName, selfWord } from "../unit-identity";
import type { Item, UnitYear } from "../unit-year";
import {
  economicSum,
  finalOf,
  itemsOf,
  procurementTotal,
  projectFunds,
  subjectRows,
  sumItems,
  threePublicSums,
  totalsOf,
  vehiclesTotal,
} from "../unit-year-sums";
import { codesOf, numeral, type Telling } from "./official-narrative";

const initial = (measure: MeasureCode, subject?: string) => ({
  measure,
  stage: "INITIAL_BUDGET" as const,
  ...(subject === undefined ? {} : { subject }),
});
const compact = (text: string): string => text.replaceAll(" ", "");

/** A department's budget: narrative in 万元, nine tables, other matters, projects one by one. `prior` is the year that is being carried out. */
export function writeBudgetForm(telling: Telling): ExpectedProject[] {
  const { print, unit, year } = telling;
  const name = printedName(unit);
  const word = selfWord(unit);
  print.begin("COVER");
  print.say(`${name}${year.year}年${word}预算`);
  print.say(`预算主管部门：${name}`);
  contents(telling);
  print.begin("DUTIES");
  print.say(`${name}主要职能`, 1);
  print.say(`${name}的主要职责是：`);
  unit.duties.forEach((duty, at) => print.say(`（${numeral(at)}）${duty}`));
  print.begin("ORGANISATION");
  print.say(`${name}机构设置`, 1);
  print.say(`${name}内设机构包括${unit.offices.join("、")}等${unit.offices.length}个。`);
  print.begin("GLOSSARY");
  print.say("名词解释", 1);
  print.say("（一）基本支出预算：维持机构日常运转的年度支出计划。");
  print.say("（二）项目支出预算：完成特定任务的年度支出计划。");
  print.say("（三）机关运行经费：日常公用方面的财政拨款支出。");
  print.begin("BUDGET_OVERVIEW");
  print.say(`${year.year}年${word}预算编制说明`, 1);
  tellOverview(telling);
  print.begin("TABLES");
  print.say(`${word}预算表`, 1);
  printBudgetTables(telling);
  tellMatters(telling);
  year.projects.forEach((project) => tellProject(telling, project));
  return [];
}

function contents({ print, unit, year }: Telling): void {
  const word = selfWord(unit);
  print.begin("CONTENTS");
  print.say("目 录");
  const lines = [
    `一、${word}主要职能`,
    `二、${word}机构设置`,
    "三、名词解释",
    `四、${word}预算编制说明`,
    `五、${word}预算表`,
    ...TABLES.map(([, title], at) => `${at + 1}. ${year.year}年${word}${title}`),
    "六、其他相关情况说明",
    "七、项目经费情况说明",
  ];
  for (const line of lines) print.say(line);
}

function tellOverview(telling: Telling): void {
  const { print, year, prior, unit } = telling;
  const y = year.year;
  const fiscal = sumItems(year.items).initial;
  const before = sumItems(prior.items).initial;
  const total = totalsOf(year).initial;
  const own = (source: MeasureCode): number => sum(year.nonFiscal.flatMap((entry) => (entry.source === source ? [entry.initial] : [])));
  const against = (measure: MeasureCode, now: number, then: number): string => {
    const changed = compact(print.change(initial(measure), "PRIOR_BUDGET", now, then, { style: "PLAIN", rate: false }));
    return changed === "持平" ? `与${prior.year}年预算持平` : `比${prior.year}年预算${changed}`;
  };
  const money = (measure: MeasureCode, amount: number, subject?: string): string => print.money(initial(measure, subject), amount, "PLAIN");
  print.say(
    `${y}年，${printedName(unit)}收入预算${money("REVENUE_TOTAL", total)}，其中：财政拨款收入${money("REVENUE_FISCAL_APPROPRIATION", fiscal)}，${against("REVENUE_FISCAL_APPROPRIATION", fiscal, before)}；事业收入${money("REVENUE_PUBLIC_INSTITUTION", own("REVENUE_PUBLIC_INSTITUTION"))}；事业单位经营收入${money("REVENUE_BUSINESS", 0)}；其他收入${money("REVENUE_OTHER", own("REVENUE_OTHER"))}。`,
  );
  const budgets: readonly (readonly [MeasureCode, string, "GENERAL" | "FUND" | "STATE"])[] = [
    ["GENERAL_PUBLIC_EXPENDITURE", "一般公共预算拨款", "GENERAL"],
    ["GOVERNMENT_FUND_EXPENDITURE", "政府性基金拨款", "FUND"],
    ["STATE_CAPITAL_EXPENDITURE", "国有资本经营预算拨款", "STATE"],
  ];
  const parts = budgets.map(([measure, name, budget]) => {
    const now = sumItems(itemsOf(year, budget)).initial;
    return `${name}支出预算${money(measure, now)}，${against(measure, now, sumItems(itemsOf(prior, budget)).initial)}`;
  });
  print.say(
    `支出预算${money("EXPENDITURE_TOTAL", total)}，其中：财政拨款支出预算${money("FISCAL_APPROPRIATION_EXPENDITURE", fiscal)}，${against("FISCAL_APPROPRIATION_EXPENDITURE", fiscal, before)}。财政拨款支出预算中，${parts.join("；")}。`,
  );
  print.say(`财政拨款收入支出${fiscal >= before ? "增加" : "减少"}的主要原因是人员经费和工作任务变化。`);
  print.say("财政拨款支出主要内容如下：");
  const others = itemsOf(year, "FUND").length + itemsOf(year, "STATE").length;
  const measure: MeasureCode = others === 0 ? "GENERAL_PUBLIC_EXPENDITURE" : "FISCAL_CURRENT_EXPENDITURE";
  [...year.items].sort((a, b) => (a.code < b.code ? -1 : 1)).forEach((item, at) => tellItem(telling, item, at, measure));
}

function tellItem({ print, prior, year }: Telling, item: Item, at: number, measure: MeasureCode): void {
  const { code } = item;
  const executed = sum(prior.items.flatMap((before) => (before.code === code && before.budget === item.budget ? [finalOf(before)] : [])));
  const path = `${subjectName(code.slice(0, 3))}（${code.slice(0, 3)}类）${subjectName(code.slice(0, 5))}（${code.slice(3, 5)}款）${subjectName(code)}（${code.slice(5)}项）`;
  const shown = print.money(initial(measure, code), item.initial, "PLAIN");
  const rate = hundredthsOfPercent(item.initial - executed, executed);
  const change =
    rate === undefined
      ? `${prior.year}年无预算执行数`
      : `比${prior.year}年预算执行数${rate === 0 ? "持平" : `${rate > 0 ? "增加" : "减少"}${printHundredths(Math.abs(rate))}%`}`;
  const reason = rate === 0 ? "" : `主要原因是：${rate !== undefined && rate < 0 ? "上年含一次性支出，本年相应减少" : "任务量增加"}。`;
  const execution =
    executed === 0
      ? ""
      : `${prior.year}年当年预算执行数为${print.money({ ...initial(measure, code), stage: "PRIOR_EXECUTION" }, executed, "PLAIN")}，`;
  print.say(`${at + 1}、${path}${shown}。主要用于：${item.purpose}。${execution}${year.year}年预算安排${shown}，${change}。${reason}`);
}

const TABLES: readonly (readonly [StatutoryTableKind, string, "元" | "万元", (of: Telling) => DescribedCell[][]])[] = [
  ["TOTALS", "财务收支预算总表", "元", totalsRows],
  ["REVENUE", "收入预算总表", "元", revenueRows],
  ["EXPENDITURE", "支出预算总表", "元", expenditureRows],
  ["FISCAL_APPROPRIATION", "财政拨款收支预算总表", "元", fiscalRows],
  ["GENERAL_PUBLIC", "一般公共预算支出功能分类预算表", "元", (of) => budgetRows(of, "GENERAL")],
  ["GOVERNMENT_FUND", "政府性基金预算支出功能分类预算表", "元", (of) => budgetRows(of, "FUND")],
  ["STATE_CAPITAL", "国有资本经营预算支出功能分类预算表", "元", (of) => budgetRows(of, "STATE")],
  ["GENERAL_PUBLIC_BASIC", "一般公共预算基本支出部门预算经济分类预算表", "元", basicRows],
  ["THREE_PUBLIC", "“三公”经费和机关运行经费预算表", "万元", threePublicRows],
];

function printBudgetTables(telling: Telling): void {
  const { print, unit, year } = telling;
  for (const [kind, title, moneyUnit, rows] of TABLES) {
    if (print.has(`missing-table/${kind}`)) continue;
    print.say(`${year.year}年${selfWord(unit)}${title}`, 2);
    print.say(`编制部门：${printedName(unit)}`);
    print.say(`单位：${moneyUnit}`);
    const laid = print.inTable(kind, () => rows(telling));
    print.table(laid);
    const empty =
      (kind === "GOVERNMENT_FUND" && itemsOf(year, "FUND").length === 0) ||
      (kind === "STATE_CAPITAL" && itemsOf(year, "STATE").length === 0);
    if (empty) print.say(`注：本${selfWord(unit)}${year.year}年没有这项预算安排，本表为空表。`);
  }
}

const blanks = (count: number): string[] => Array.from({ length: count }, () => "");
const classesOf = (items: readonly Item[]): string[] => [...new Set(items.map(({ code }) => code.slice(0, 3)))].sort();

/** Initial amounts of one subject, from all money. */
function initialOf(year: UnitYear, prefix: string) {
  const items = year.items.filter(({ code }) => code.startsWith(prefix));
  const own = sum(year.nonFiscal.flatMap((entry) => (entry.code.startsWith(prefix) ? [entry.initial] : [])));
  const project = sum(items.flatMap((item) => (item.nature === "PROJECT" ? [item.initial] : [])));
  const fiscal = sumItems(items).initial;
  return { fiscal, own, project, basic: fiscal - project + own, total: fiscal + own };
}

function totalsRows({ print, year }: Telling): DescribedCell[][] {
  const cell = (measure: MeasureCode, amount: number, subject?: string): string => print.cell(initial(measure, subject), amount);
  const all = initialOf(year, "");
  const own = (source: MeasureCode): number => sum(year.nonFiscal.flatMap((entry) => (entry.source === source ? [entry.initial] : [])));
  const left = [
    ["一、财政拨款收入", cell("REVENUE_FISCAL_APPROPRIATION", all.fiscal)],
    ["1. 一般公共预算", cell("REVENUE_GENERAL_PUBLIC", sumItems(itemsOf(year, "GENERAL")).initial)],
    ["2. 政府性基金预算", cell("REVENUE_GOVERNMENT_FUND", sumItems(itemsOf(year, "FUND")).initial)],
    ["3. 国有资本经营预算", cell("REVENUE_STATE_CAPITAL", sumItems(itemsOf(year, "STATE")).initial)],
    ["二、事业收入", cell("REVENUE_PUBLIC_INSTITUTION", own("REVENUE_PUBLIC_INSTITUTION"))],
    ["三、事业单位经营收入", ""],
    ["四、其他收入", cell("REVENUE_OTHER", own("REVENUE_OTHER"))],
  ];
  const right = classesOf(year.items).map((code, at) => [
    `${numeral(at)}、${subjectName(code)}`,
    cell("CURRENT_YEAR_EXPENDITURE", initialOf(year, code).total, code),
  ]);
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [
    ...(left[at] ?? blanks(2)),
    ...(right[at] ?? blanks(2)),
  ]);
  return [
    [
      { text: "本年收入", columns: 2 },
      { text: "本年支出", columns: 2 },
    ],
    ["项目", "预算数", "项目", "预算数"],
    ...rows,
    ["收入总计", cell("REVENUE_TOTAL", all.total), "支出总计", cell("EXPENDITURE_TOTAL", all.total)],
  ];
}

function subjectTable(
  header: readonly string[],
  title: string,
  codes: readonly string[],
  values: (code: string | undefined) => readonly string[],
): DescribedCell[][] {
  return [
    [
      { text: "项目", columns: 4 },
      { text: title, columns: header.length },
    ],
    [{ text: "功能分类科目编码", columns: 3 }, { text: "功能分类科目名称", rows: 2 }, ...header.map((text) => ({ text, rows: 2 }))],
    ["类", "款", "项"],
    ...codes.map((code) => [code.slice(0, 3), code.slice(3, 5), code.slice(5), subjectName(code), ...values(code)]),
    [{ text: "合计", columns: 4 }, ...values(undefined)],
  ];
}

function revenueRows({ print, year }: Telling): DescribedCell[][] {
  return subjectTable(["合计", "财政拨款收入", "事业收入", "事业单位经营收入", "其他收入"], "收入预算", codesOf(year), (code) => {
    const cell = (measure: MeasureCode, amount: number): string => print.cell(initial(measure, code), amount);
    const { fiscal, total } = initialOf(year, code ?? "");
    const own = (source: MeasureCode): number =>
      sum(year.nonFiscal.flatMap((entry) => (entry.source === source && entry.code.startsWith(code ?? "") ? [entry.initial] : [])));
    return [
      cell("CURRENT_YEAR_REVENUE", total),
      cell("REVENUE_FISCAL_APPROPRIATION", fiscal),
      cell("REVENUE_PUBLIC_INSTITUTION", own("REVENUE_PUBLIC_INSTITUTION")),
      "",
      cell("REVENUE_OTHER", own("REVENUE_OTHER")),
    ];
  });
}

function expenditureRows({ print, year }: Telling): DescribedCell[][] {
  return subjectTable(["合计", "基本支出", "项目支出"], "支出预算", codesOf(year), (code) => {
    const { total, basic, project } = initialOf(year, code ?? "");
    return [
      print.cell(initial("CURRENT_YEAR_EXPENDITURE", code), total),
      print.cell(initial("BASIC_EXPENDITURE", code), basic),
      print.cell(initial("PROJECT_EXPENDITURE", code), project),
    ];
  });
}

function fiscalRows({ print, year }: Telling): DescribedCell[][] {
  const cell = (measure: MeasureCode, amount: number, subject?: string): string => print.cell(initial(measure, subject), amount);
  const of = (budget: Item["budget"], prefix = ""): number =>
    sumItems(itemsOf(year, budget).filter(({ code }) => code.startsWith(prefix))).initial;
  const all = sumItems(year.items).initial;
  const left = [
    ["一、一般公共预算", cell("REVENUE_GENERAL_PUBLIC", of("GENERAL"))],
    ["二、政府性基金预算", cell("REVENUE_GOVERNMENT_FUND", of("FUND"))],
    ["三、国有资本经营预算", cell("REVENUE_STATE_CAPITAL", of("STATE"))],
  ];
  const right = classesOf(year.items).map((code, at) => [
    `${numeral(at)}、${subjectName(code)}`,
    cell("FISCAL_CURRENT_EXPENDITURE", sumItems(year.items.filter((item) => item.code.startsWith(code))).initial, code),
    cell("GENERAL_PUBLIC_EXPENDITURE", of("GENERAL", code), code),
    cell("GOVERNMENT_FUND_EXPENDITURE", of("FUND", code), code),
    cell("STATE_CAPITAL_EXPENDITURE", of("STATE", code), code),
  ]);
  return [
    [
      { text: "财政拨款收入", columns: 2 },
      { text: "财政拨款支出", columns: 5 },
    ],
    ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"],
    ...Array.from({ length: Math.max(left.length, right.length) }, (_, at) => [...(left[at] ?? blanks(2)), ...(right[at] ?? blanks(5))]),
    [
      "收入总计",
      cell("FISCAL_APPROPRIATION_REVENUE", all),
      "支出总计",
      cell("FISCAL_APPROPRIATION_EXPENDITURE", all),
      cell("GENERAL_PUBLIC_TOTAL", of("GENERAL")),
      cell("GOVERNMENT_FUND_TOTAL", of("FUND")),
      cell("STATE_CAPITAL_TOTAL", of("STATE")),
    ],
  ];
}

const BUDGET_MEASURES: Readonly<Record<Item["budget"], readonly [MeasureCode, MeasureCode, MeasureCode, string]>> = {
  GENERAL: ["GENERAL_PUBLIC_EXPENDITURE", "GENERAL_PUBLIC_BASIC_EXPENDITURE", "GENERAL_PUBLIC_PROJECT_EXPENDITURE", "一般公共预算支出"],
  FUND: ["GOVERNMENT_FUND_EXPENDITURE", "GOVERNMENT_FUND_BASIC_EXPENDITURE", "GOVERNMENT_FUND_PROJECT_EXPENDITURE", "政府性基金预算支出"],
  STATE: ["STATE_CAPITAL_EXPENDITURE", "STATE_CAPITAL_BASIC_EXPENDITURE", "STATE_CAPITAL_PROJECT_EXPENDITURE", "国有资本经营预算支出"],
};

function budgetRows({ print, year }: Telling, budget: Item["budget"]): DescribedCell[][] {
  const [total, basic, project, title] = BUDGET_MEASURES[budget];
  const items = itemsOf(year, budget);
  return subjectTable(["合计", "基本支出", "项目支出"], title, subjectRows(items.map(({ code }) => code)), (code) => {
    const own = items.filter((item) => item.code.startsWith(code ?? ""));
    const projects = sum(own.flatMap((item) => (item.nature === "PROJECT" ? [item.initial] : [])));
    const all = sumItems(own).initial;
    return [
      print.cell(initial(total, code), all),
      print.cell(initial(basic, code), all - projects),
      print.cell(initial(project, code), projects),
    ];
  });
}

function basicRows({ print, year }: Telling): DescribedCell[][] {
  const amounts = year.initialByEconomic;
  const codes = [...new Set(Object.keys(amounts).flatMap((code) => [code.slice(0, 3), code]))].sort();
  const values = (code: string | undefined): string[] => {
    const people = sum(
      ["301", "303"].map((economicClass) =>
        code === undefined || code.startsWith(economicClass) ? economicSum(amounts, code ?? economicClass) : 0,
      ),
    );
    const all = economicSum(amounts, code ?? "3");
    return [
      print.cell(initial("GENERAL_PUBLIC_BASIC_EXPENDITURE", code), all),
      print.cell(initial("PERSONNEL_EXPENSE", code), people),
      print.cell(initial("PUBLIC_EXPENSE", code), all - people),
    ];
  };
  return [
    [
      { text: "项目", columns: 3 },
      { text: "一般公共预算基本支出", columns: 3 },
    ],
    [
      { text: "部门预算经济分类科目编码", columns: 2 },
      { text: "经济分类科目名称", rows: 2 },
      ...["合计", "人员经费", "公用经费"].map((text) => ({ text, rows: 2 })),
    ],
    ["类", "款"],
    ...codes.map((code) => [code.slice(0, 3), code.slice(3), subjectName(code), ...values(code)]),
    [{ text: "合计", columns: 3 }, ...values(undefined)],
  ];
}

function threePublicRows({ print, year }: Telling): DescribedCell[][] {
  const { total, vehicles } = threePublicSums(year);
  const { overseas, reception, purchase, operation } = year.threePublic;
  // This table alone is in 万元.
  const wan = (measure: MeasureCode, amount: number): string => print.money(initial(measure), amount).replace("万元", "");
  return [
    [
      { text: "“三公”经费预算数", columns: 6 },
      { text: "机关运行经费预算数", rows: 3 },
    ],
    [
      { text: "合计", rows: 2 },
      { text: "因公出国(境)费", rows: 2 },
      { text: "公务接待费", rows: 2 },
      { text: "公务用车购置及运行费", columns: 3 },
    ],
    ["小计", "购置费", "运行费"],
    [
      wan("THREE_PUBLIC_TOTAL", total.budget),
      wan("OVERSEAS_TRAVEL", overseas.budget),
      wan("OFFICIAL_RECEPTION", reception.budget),
      wan("OFFICIAL_VEHICLES", vehicles.budget),
      wan("VEHICLE_PURCHASE", purchase.budget),
      wan("VEHICLE_OPERATION", operation.budget),
      year.agencyOperating === undefined ? "" : wan("AGENCY_OPERATING_EXPENSE", operatingBudget(year)),
    ],
  ];
}

const operatingBudget = (year: UnitYear): number => economicSum(year.initialByEconomic, "302") + economicSum(year.initialByEconomic, "310");

function tellMatters(telling: Telling): void {
  const { print, year, prior, unit } = telling;
  const y = year.year;
  const { total, vehicles } = threePublicSums(year);
  const last = threePublicSums(prior);
  const three = year.threePublic;
  const before = prior.threePublic;
  const money = (measure: MeasureCode, amount: number): string => print.money(initial(measure), amount, "PLAIN");
  const line = (measure: MeasureCode, name: string, now: number, then: number): string => {
    const changed = compact(print.change(initial(measure), "PRIOR_BUDGET", now, then, { style: "PLAIN", rate: false }));
    const reason = changed === "持平" ? "主要原因是安排没有变化" : "主要原因是按实际需要核定";
    return `${name}${money(measure, now)}，${changed === "持平" ? `与${prior.year}年预算持平` : `比${prior.year}年预算${changed}`}，${reason}`;
  };
  print.begin("OTHER_MATTERS");
  print.say("其他相关情况说明", 1);
  print.begin("THREE_PUBLIC");
  print.say(`一、${y}年“三公”经费预算情况说明`, 2);
  print.say(
    `${y}年${line("THREE_PUBLIC_TOTAL", "“三公”经费预算数", total.budget, last.total.budget).replace(/，主要原因.*$/, "")}。其中：`,
  );
  print.say(`（一）${line("OVERSEAS_TRAVEL", "因公出国（境）费", three.overseas.budget, before.overseas.budget)}。`);
  print.say(
    `（二）${line("OFFICIAL_VEHICLES", "公务用车购置及运行费", vehicles.budget, last.vehicles.budget)}。其中：${line("VEHICLE_PURCHASE", "公务用车购置费", three.purchase.budget, before.purchase.budget)}；${line("VEHICLE_OPERATION", "公务用车运行费", three.operation.budget, before.operation.budget)}。`,
  );
  print.say(`（三）${line("OFFICIAL_RECEPTION", "公务接待费", three.reception.budget, before.reception.budget)}。`);
  print.begin("OPERATING_EXPENSE");
  print.say("二、机关运行经费预算", 2);
  print.say(`${y}年${printedName(unit)}财政拨款的机关运行经费预算为${money("AGENCY_OPERATING_EXPENSE", operatingBudget(year))}。`);
  print.begin("PROCUREMENT");
  print.say("三、政府采购预算情况", 2);
  const { goods, works, services } = year.procurement;
  print.say(
    `${y}年本${selfWord(unit)}政府采购预算${money("PROCUREMENT_TOTAL", procurementTotal(year))}，其中：政府采购货物预算${money("PROCUREMENT_GOODS", goods)}、政府采购工程预算${money("PROCUREMENT_WORKS", works)}、政府采购服务预算${money("PROCUREMENT_SERVICES", services)}。`,
  );
  print.begin("PERFORMANCE");
  print.say("四、绩效目标设置情况", 2);
  const targeted = sum(year.projects.map((project) => projectFunds(project).initial));
  print.say(
    `本${selfWord(unit)}编报绩效目标的项目${print.count(initial("TARGETED_PROJECTS"), year.projects.length)}个，涉及项目预算资金${money("TARGETED_AMOUNT", targeted)}。`,
  );
  print.begin("STATE_ASSETS");
  print.say("五、国有资产占有使用情况", 2);
  print.say(
    `截至${y - 1}年12月31日，${printedName(unit)}共有车辆${print.count({ measure: "VEHICLES_TOTAL", stage: "INITIAL_BUDGET" }, vehiclesTotal(prior))}辆。`,
  );
}

function tellProject({ print, year }: Telling, project: UnitYear["projects"][number]): void {
  const amount = projectFunds(project).initial;
  print.begin("PROJECT_DESCRIPTION");
  print.say(`${project.name}项目经费情况说明`, 1);
  print.say("一、项目概述");
  print.say(project.goal);
  print.say("二、立项依据");
  print.say("本级年度工作计划。");
  print.say("三、实施主体");
  print.say(project.implementingUnit);
  print.say("四、实施方案");
  print.say("按季度组织实施，年末验收。");
  print.say("五、实施周期");
  print.say(`${year.year}年1月1日-${year.year}年12月31日`);
  print.say("六、年度预算安排");
  print.say(`${printHundredths(divideRounded(amount, HUNDRED_YUAN), { trimmed: true })}万元`);
  print.say("七、绩效目标");
  print.say(project.goal);
}
