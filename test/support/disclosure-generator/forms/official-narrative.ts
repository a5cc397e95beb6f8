import type { MeasureCode } from "../../../../src/model/measures";
import { sum } from "../amounts";
import type { Printer } from "../printer";
import { printedName, selfWord, type UnitIdentity } from "../unit-identity";
import { subjectName } from "../subject-names";
import type { UnitYear } from "../unit-year";
import {
  economicSum,
  evaluatedProjects,
  finalOf,
  itemsOf,
  personnelOf,
  procurementTotal,
  projectFunds,
  publicExpenseOf,
  smeTotal,
  subjectRows,
  sumItems,
  threePublicSums,
  totalsOf,
  vehiclesTotal,
} from "../unit-year-sums";

/** What a section of the narrative is written from. */
export interface Telling {
  readonly unit: UnitIdentity;
  readonly year: UnitYear;
  readonly prior: UnitYear;
  readonly print: Printer;
}

const NOTHING = "不存在此项内容";
const NUMERALS = "一二三四五六七八九十".split("");
export const numeral = (index: number): string => (index < 10 ? (NUMERALS[index] ?? "") : `十${NUMERALS[index - 10] ?? ""}`);

const opening = ({ unit, year, print }: Telling): string =>
  `${print.has("another-unit") ? "云溪市水务局（示例）" : printedName(unit)} ${year.year}年度`;

/**
 * 比上年决算增加 …，原因是…; 与上年决算持平. A change has a reason, unless the fault of the section takes it away; what stays the same needs none.
 */
export function against(print: Printer, section: string, base: string, changed: string, reason: string, each = ""): string {
  if (changed === "持平") return `与${base}持平`;
  return `比${base}${each}${changed}，原因是${print.has(`missing-reason/${section}`) ? "" : reason}`;
}

const growthReason = (up: boolean): string => (up ? "人员经费标准提高，同时重点工作任务增加" : "部分项目按进度支付，日常支出继续压减");

export function tellTotals(telling: Telling): void {
  const { print, year, prior } = telling;
  const now = totalsOf(year);
  const last = totalsOf(prior);
  const both = { measure: ["REVENUE_TOTAL", "EXPENDITURE_TOTAL"], stage: "FINAL" } as const;
  const line = (label: string, measure: MeasureCode, amount: number, before: number, matter = ""): string => {
    const changed = print.change({ measure, stage: "FINAL" }, "PRIOR_FINAL", amount, before);
    const compared = against(print, "TOTALS", "上年决算", changed, growthReason(amount > before));
    return `${label} ${print.money({ measure, stage: "FINAL" }, amount)}，${compared}。${matter}`;
  };
  const matter = (name: string, amount: number, text: string): string => `${name}事项：${amount === 0 ? NOTHING : text}。`;
  const initial = print.change(both, "INITIAL_BUDGET", now.total, now.initial);
  const before = print.change(both, "PRIOR_FINAL", now.total, last.total);
  print.say(
    `${opening(telling)}收、支决算总计均为 ${print.money(both, now.total)}。收、支总计${against(print, "TOTALS", "年初预算", initial, "年中追加人员经费和工作任务，并使用上年结转资金", "各")}；收、支总计${against(print, "TOTALS", "上年决算", before, growthReason(now.total > last.total), "各")}。具体如下：`,
  );
  print.say(`（一）收入决算总计 ${print.money({ measure: "REVENUE_TOTAL", stage: "FINAL" }, now.total)}，由三部分组成：`);
  print.say(line("1.本年收入决算合计", "CURRENT_YEAR_REVENUE", now.revenue, last.revenue));
  print.say(line("2.使用非财政拨款结余和专用结余", "NON_FISCAL_BALANCE_USED", now.used, last.used));
  print.say(line("3.年初结转和结余", "OPENING_CARRYOVER", now.opening, last.opening));
  print.say(`（二）支出决算总计 ${print.money({ measure: "EXPENDITURE_TOTAL", stage: "FINAL" }, now.total)}，由三部分组成：`);
  print.say(line("1.本年支出决算合计", "CURRENT_YEAR_EXPENDITURE", now.expenditure, last.expenditure));
  print.say(
    line("2.结余分配", "SURPLUS_DISTRIBUTED", now.distributed, last.distributed, matter("结余分配", now.distributed, "按规定提取专用基金")),
  );
  print.say(
    line("3.年末结转和结余", "CLOSING_CARRYOVER", now.closing, last.closing, matter("结转和结余", now.closing, "跨年实施项目的未付款项")),
  );
}

const SOURCES: readonly (readonly [MeasureCode, string])[] = [
  ["REVENUE_GENERAL_PUBLIC", "一般公共预算财政拨款收入"],
  ["REVENUE_GOVERNMENT_FUND", "政府性基金预算财政拨款收入"],
  ["REVENUE_STATE_CAPITAL", "国有资本经营预算财政拨款收入"],
  ["REVENUE_SUPERIOR_SUBSIDY", "上级补助收入"],
  ["REVENUE_PUBLIC_INSTITUTION", "事业收入"],
  ["REVENUE_BUSINESS", "经营收入"],
  ["REVENUE_SUBORDINATE_REMITTANCE", "附属单位上缴收入"],
  ["REVENUE_OTHER", "其他收入"],
];

/** Revenue of the year by source. */
export function revenueBySource(year: UnitYear): Readonly<Partial<Record<MeasureCode, number>>> {
  const own = (source: MeasureCode): number => sum(year.nonFiscal.flatMap((entry) => (entry.source === source ? [entry.revenue] : [])));
  return {
    REVENUE_GENERAL_PUBLIC: sumItems(itemsOf(year, "GENERAL")).revenue,
    REVENUE_GOVERNMENT_FUND: sumItems(itemsOf(year, "FUND")).revenue,
    REVENUE_STATE_CAPITAL: sumItems(itemsOf(year, "STATE")).revenue,
    REVENUE_SUPERIOR_SUBSIDY: own("REVENUE_SUPERIOR_SUBSIDY"),
    REVENUE_PUBLIC_INSTITUTION: own("REVENUE_PUBLIC_INSTITUTION"),
    REVENUE_OTHER: own("REVENUE_OTHER"),
  };
}

export function tellRevenue(telling: Telling): void {
  const { print, year } = telling;
  const { revenue } = totalsOf(year);
  const bySource = revenueBySource(year);
  print.say(`${opening(telling)}本年收入决算合计 ${print.money({ measure: "CURRENT_YEAR_REVENUE", stage: "FINAL" }, revenue)}，按来源分：`);
  SOURCES.forEach(([measure, name], at) => {
    const address = { measure, stage: "FINAL" } as const;
    const amount = bySource[measure] ?? 0;
    const share = print.share(address, { measure: "CURRENT_YEAR_REVENUE" }, amount, revenue);
    print.say(`${name} ${print.money(address, amount)}，占本年收入合计的 ${share}${at === SOURCES.length - 1 ? "。" : "；"}`);
  });
}

export function tellExpenditure(telling: Telling): void {
  const { print, year } = telling;
  const { expenditure, basic, project } = totalsOf(year);
  print.say(
    `${opening(telling)}本年支出决算合计 ${print.money({ measure: "CURRENT_YEAR_EXPENDITURE", stage: "FINAL" }, expenditure)}，按性质分：`,
  );
  const lines: readonly (readonly [MeasureCode, string, number])[] = [
    ["BASIC_EXPENDITURE", "基本支出", basic],
    ["PROJECT_EXPENDITURE", "项目支出", project],
    ["REMITTED_TO_SUPERIOR", "上缴上级支出", 0],
    ["BUSINESS_EXPENDITURE", "经营支出", 0],
    ["SUBSIDY_TO_SUBORDINATE", "对附属单位补助支出", 0],
  ];
  lines.forEach(([measure, name, amount], at) => {
    const address = { measure, stage: "FINAL" } as const;
    const share = print.share(address, { measure: "CURRENT_YEAR_EXPENDITURE" }, amount, expenditure);
    print.say(`${name} ${print.money(address, amount)}，占本年支出合计的 ${share}${at === lines.length - 1 ? "。" : "；"}`);
  });
}

export const fiscalTotal = (year: UnitYear): number => sumItems(year.items).opening + sumItems(year.items).revenue;

export function tellFiscalAppropriation(telling: Telling): void {
  const { print, year, prior } = telling;
  const total = fiscalTotal(year);
  const last = fiscalTotal(prior);
  const both = { measure: ["FISCAL_APPROPRIATION_REVENUE", "FISCAL_APPROPRIATION_EXPENDITURE"], stage: "FINAL" } as const;
  const initial = print.change(both, "INITIAL_BUDGET", total, sumItems(year.items).initial);
  const before = print.change(both, "PRIOR_FINAL", total, last);
  const section = "FISCAL_APPROPRIATION";
  print.say(
    `${opening(telling)}财政拨款收、支决算总计均为 ${print.money(both, total)}。财政拨款收、支总计${against(print, section, "年初预算", initial, "年中追加人员经费和工作任务，并使用上年结转资金", "各")}；财政拨款收、支总计${against(print, section, "上年决算", before, growthReason(total > last), "各")}。`,
  );
}

export function tellGeneralPublic(telling: Telling): void {
  const { print, year } = telling;
  const items = itemsOf(year, "GENERAL");
  const { final, initial } = sumItems(items);
  const total = { measure: "GENERAL_PUBLIC_EXPENDITURE", stage: "FINAL" } as const;
  print.say(
    `${opening(telling)}一般公共预算财政拨款支出决算 ${print.money(total, final)}，年初预算 ${print.money({ ...total, stage: "INITIAL_BUDGET" }, initial)}，完成年初预算的 ${print.completion(total, "INITIAL_BUDGET", final, initial)}。分类情况如下：`,
  );
  const classes = [...new Set(items.map(({ code }) => code.slice(0, 3)))].sort();
  classes.forEach((code, at) => {
    const name = subjectName(code);
    const own = items.filter((item) => item.code.startsWith(code)).sort((a, b) => (a.code < b.code ? -1 : 1));
    const sums = sumItems(own);
    const address = { measure: "GENERAL_PUBLIC_EXPENDITURE", subject: code, stage: "FINAL" } as const;
    print.say(`（${numeral(at)}）${name}（类）`);
    const changed = print.change(address, "INITIAL_BUDGET", sums.final, sums.initial, { rate: false });
    const compared = changed === "持平" ? "与年初预算持平" : `比年初预算${changed}`;
    print.say(`${name}（类）支出决算 ${print.money(address, sums.final)}，${compared}。分项情况如下：`);
    const told = print.has("untold-item") && at === 0 ? own.slice(0, -1) : own.filter((item) => !print.has(`untold/${item.code}`));
    told.forEach((item, order) => tellItem(print, item, order));
  });
}

function tellItem(print: Printer, item: UnitYear["items"][number], order: number): void {
  const address = { measure: "GENERAL_PUBLIC_EXPENDITURE", subject: item.code, stage: "FINAL" } as const;
  const final = finalOf(item);
  const path = `${subjectName(item.code.slice(0, 5))}（款）${subjectName(item.code)}（项）`;
  const amounts = `支出决算${print.money(address, final, "PLAIN")}，年初预算${print.money({ ...address, stage: "INITIAL_BUDGET" }, item.initial, "PLAIN")}，完成年初预算的${print.completion(address, "INITIAL_BUDGET", final, item.initial, true)}`;
  const reason = print.has("missing-reason/GENERAL_PUBLIC") && order === 0 ? "" : item.reason;
  print.say(`${order + 1}.${path}：${amounts}，主要原因是${reason}。`);
}

const namesOf = (codes: readonly string[]): string => codes.map(subjectName).join("、");

export function tellBasic(telling: Telling): void {
  const { print, year } = telling;
  const codes = Object.keys(year.basicByEconomic)
    .filter((code) => (year.basicByEconomic[code] ?? 0) > 0)
    .sort();
  const personnel = codes.filter((code) => code.startsWith("301") || code.startsWith("303"));
  const supplies = codes.filter((code) => !personnel.includes(code));
  // The largest first; the rest is only counted in.
  const largest = (parts: readonly string[]): string[] =>
    [...parts].sort((a, b) => (year.basicByEconomic[b] ?? 0) - (year.basicByEconomic[a] ?? 0)).slice(0, 5);
  const list = (parts: readonly string[]): string => (parts.length === 0 ? "" : `主要用于${namesOf(largest(parts))}等。`);
  const [people, supply] = [personnelOf(year), publicExpenseOf(year)];
  print.say(
    `${opening(telling)}一般公共预算财政拨款基本支出决算 ${print.money({ measure: "GENERAL_PUBLIC_BASIC_EXPENDITURE", stage: "FINAL" }, people + supply)}，其中：`,
  );
  print.say(`（一）人员经费 ${print.money({ measure: "PERSONNEL_EXPENSE", stage: "FINAL" }, people)}。${list(personnel)}`);
  print.say(`（二）公用经费 ${print.money({ measure: "PUBLIC_EXPENSE", stage: "FINAL" }, supply)}。${list(supplies)}`);
}

const PROJECT_CLASSES = ["301", "302", "303", "310"] as const;
const PROJECT_CONTENT: Readonly<Record<string, string>> = {
  "302": "主要用于委托业务、培训和印刷等方面。",
  "303": "主要用于补助和奖励。",
  "310": "主要用于购置办公和专用设备。",
};

export function tellProject(telling: Telling): void {
  const { print, year } = telling;
  const measure = "GENERAL_PUBLIC_PROJECT_EXPENDITURE";
  print.say(
    `${opening(telling)}一般公共预算财政拨款项目支出决算 ${print.money({ measure, stage: "FINAL" }, economicSum(year.projectByEconomic, "3"))}，其中：`,
  );
  PROJECT_CLASSES.filter((subject) => !print.has(`untold/${subject}`)).forEach((subject, at) => {
    const amount = economicSum(year.projectByEconomic, subject);
    const content = amount === 0 ? "" : (PROJECT_CONTENT[subject] ?? "");
    print.say(`（${numeral(at)}）${subjectName(subject)} ${print.money({ measure, subject, stage: "FINAL" }, amount)}。${content}`);
  });
}

export function tellThreePublic(telling: Telling): void {
  const { print, year, prior } = telling;
  const three = year.threePublic;
  const { total, vehicles } = threePublicSums(year);
  const final = (measure: MeasureCode) => ({ measure, stage: "FINAL" }) as const;
  const line = (name: string, measure: MeasureCode, amounts: { readonly budget: number; readonly final: number }): string =>
    `${name}支出决算 ${print.money(final(measure), amounts.final)}，全年预算 ${print.money({ measure, stage: "ADJUSTED_BUDGET" }, amounts.budget)}，完成全年预算的 ${print.completion(final(measure), "ADJUSTED_BUDGET", amounts.final, amounts.budget)}`;
  const share = (name: string, measure: MeasureCode, amount: number): string =>
    `${name} ${print.money(final(measure), amount)}，占 ${print.share(final(measure), { measure: "THREE_PUBLIC_TOTAL" }, amount, total.final)}`;
  const compared = (measure: MeasureCode, amount: number, before: number, reason: string): string =>
    against(print, "THREE_PUBLIC", "上年决算", print.change(final(measure), "PRIOR_FINAL", amount, before), reason);
  const before = prior.threePublic;

  print.say("（一）“三公”经费总体情况。");
  print.say(
    `${opening(telling)}${line("财政拨款“三公”经费", "THREE_PUBLIC_TOTAL", total)}，${total.final === total.budget ? "与预算一致" : "主要原因是严格控制开支，节余资金交回财政"}。分项看：`,
  );
  print.say(`${line("因公出国（境）费", "OVERSEAS_TRAVEL", three.overseas)}；`);
  print.say(`${line("公务用车购置及运行维护费", "OFFICIAL_VEHICLES", vehicles)}；`);
  print.say(`${line("公务接待费", "OFFICIAL_RECEPTION", three.reception)}。`);
  print.say("（二）“三公”经费具体情况。");
  print.say(
    `“三公”经费支出 ${print.money(final("THREE_PUBLIC_TOTAL"), total.final)}，由三项构成：${share("公务接待费", "OFFICIAL_RECEPTION", three.reception.final)}；${share("公务用车购置及运行维护费", "OFFICIAL_VEHICLES", vehicles.final)}；${share("因公出国（境）费", "OVERSEAS_TRAVEL", three.overseas.final)}。`,
  );
  print.say(
    `1.因公出国（境）费 ${print.money(final("OVERSEAS_TRAVEL"), three.overseas.final)}，${compared("OVERSEAS_TRAVEL", three.overseas.final, before.overseas.final, "出访任务按年度计划安排")}。全年出国（境）团组 ${print.count(final("TRAVEL_GROUPS"), three.groups)}个，出国（境）人次 ${print.count(final("TRAVELLERS"), three.travellers)}人次。`,
  );
  print.say(`2.公务用车购置及运行维护费 ${print.money(final("OFFICIAL_VEHICLES"), vehicles.final)}，包括：`);
  print.say(
    `（1）公务用车购置费 ${print.money(final("VEHICLE_PURCHASE"), three.purchase.final)}，${compared("VEHICLE_PURCHASE", three.purchase.final, before.purchase.final, "车辆按报废年限更新，各年数量不同")}。本年购置公务用车 ${print.count(final("VEHICLES_BOUGHT"), three.bought)}辆。`,
  );
  print.say(
    `（2）公务用车运行维护费 ${print.money(final("VEHICLE_OPERATION"), three.operation.final)}，${compared("VEHICLE_OPERATION", three.operation.final, before.operation.final, "下基层次数变化，燃料和维修费用随之变化")}。年末公务用车保有量 ${print.count(final("VEHICLES_HELD"), three.held)}辆。`,
  );
  print.say(
    `3.公务接待费 ${print.money(final("OFFICIAL_RECEPTION"), three.reception.final)}，${compared("OFFICIAL_RECEPTION", three.reception.final, before.reception.final, "来访批次变化，支出随之变化")}。其中：国内公务接待费 ${print.money(final("DOMESTIC_RECEPTION"), three.reception.final - three.foreignReception)}，国内公务接待批次 ${print.count(final("RECEPTION_BATCHES"), three.batches)}批次，国内公务接待人次 ${print.count(final("RECEPTION_GUESTS"), three.guests)}人次；国（境）外公务接待费 ${print.money(final("FOREIGN_RECEPTION"), three.foreignReception)}，国（境）外公务接待批次 ${print.count(final("FOREIGN_RECEPTION_BATCHES"), three.foreignBatches)}批次，国（境）外公务接待人次 ${print.count(final("FOREIGN_RECEPTION_GUESTS"), three.foreignGuests)}人次。`,
  );
}

/** 政府性基金 and 国有资本经营: one sentence each. */
function tellSmallBudget(telling: Telling, budget: "FUND" | "STATE", measure: MeasureCode, name: string): void {
  const { print, year, prior } = telling;
  const amount = sumItems(itemsOf(year, budget)).final;
  const last = sumItems(itemsOf(prior, budget)).final;
  const address = { measure, stage: "FINAL" } as const;
  const changed = print.change(address, "PRIOR_FINAL", amount, last);
  const purposes = itemsOf(year, budget).map(({ purpose }) => purpose);
  const use = purposes.length === 0 ? "" : `主要用于${purposes.join("；")}。`;
  print.say(
    `${opening(telling)}${name}支出决算 ${print.money(address, amount)}，${against(print, budget, "上年决算", changed, "项目按进度安排，各年支出不同")}。${use}`,
  );
}

export const tellGovernmentFund = (telling: Telling): void =>
  tellSmallBudget(telling, "FUND", "GOVERNMENT_FUND_EXPENDITURE", "政府性基金预算财政拨款");

export const tellStateCapital = (telling: Telling): void =>
  tellSmallBudget(telling, "STATE", "STATE_CAPITAL_EXPENDITURE", "国有资本经营预算财政拨款");

export function tellOperating(telling: Telling): void {
  const { print, year, prior, unit } = telling;
  const address = { measure: "AGENCY_OPERATING_EXPENSE", stage: "FINAL" } as const;
  if (year.agencyOperating === undefined) {
    print.none(address);
    print.say(`本${selfWord(unit)}为事业单位，无机构运行经费支出。`);
    return;
  }
  const changed = print.change(address, "PRIOR_FINAL", year.agencyOperating, prior.agencyOperating ?? 0);
  print.say(
    `${opening(telling)}机构运行经费支出决算 ${print.money(address, year.agencyOperating)}，${against(print, "OPERATING_EXPENSE", "上年决算", changed, "人员增减和办公需要变化")}。`,
  );
}

export function tellProcurement(telling: Telling): void {
  const { print, year } = telling;
  const { goods, works, services, smeGoods, smeWorks, smeServices, micro } = year.procurement;
  const total = procurementTotal(year);
  const sme = smeTotal(year);
  const final = (measure: MeasureCode) => ({ measure, stage: "FINAL" }) as const;
  const share = (measure: MeasureCode, whole: MeasureCode, part: number, of: number): string =>
    print.share(final(measure), { measure: whole }, part, of);
  const smeAmounts: readonly (readonly [string, MeasureCode, MeasureCode, number, number])[] = [
    ["货物", "PROCUREMENT_SME_GOODS", "PROCUREMENT_GOODS", smeGoods, goods],
    ["工程", "PROCUREMENT_SME_WORKS", "PROCUREMENT_WORKS", smeWorks, works],
    ["服务", "PROCUREMENT_SME_SERVICES", "PROCUREMENT_SERVICES", smeServices, services],
  ];
  const byKind = smeAmounts.map(
    ([name, measure, whole, part, of]) => `${name}类授予中小企业合同金额占${name}支出的 ${share(measure, whole, part, of)}`,
  );
  print.say(
    `${opening(telling)}政府采购支出总额 ${print.money(final("PROCUREMENT_TOTAL"), total)}，按类别分：货物支出 ${print.money(final("PROCUREMENT_GOODS"), goods)}；工程支出 ${print.money(final("PROCUREMENT_WORKS"), works)}；服务支出 ${print.money(final("PROCUREMENT_SERVICES"), services)}。`,
  );
  print.say(
    `授予中小企业合同金额 ${print.money(final("PROCUREMENT_SME"), sme)}，占采购支出总额的 ${share("PROCUREMENT_SME", "PROCUREMENT_TOTAL", sme, total)}；授予小微企业合同金额 ${print.money(final("PROCUREMENT_MICRO"), micro)}，占采购支出总额的 ${share("PROCUREMENT_MICRO", "PROCUREMENT_TOTAL", micro, total)}。${byKind.join("；")}。`,
  );
}

const VEHICLE_USES: readonly (readonly [MeasureCode, string])[] = [
  ["VEHICLES_MINISTERIAL", "副部（省）级及以上领导用车"],
  ["VEHICLES_LEADERS", "主要负责人用车"],
  ["VEHICLES_CONFIDENTIAL", "机要通信用车"],
  ["VEHICLES_EMERGENCY", "应急保障用车"],
  ["VEHICLES_LAW_ENFORCEMENT", "执法执勤用车"],
  ["VEHICLES_SPECIAL_TECHNICAL", "特种专业技术用车"],
  ["VEHICLES_RETIRED_CADRES", "离退休干部服务用车"],
  ["VEHICLES_OTHER", "其他用车"],
];

export function tellAssets({ print, year, unit }: Telling): void {
  const final = (measure: MeasureCode) => ({ measure, stage: "FINAL" }) as const;
  // From the most common use to the rarest.
  const uses = [...VEHICLE_USES]
    .reverse()
    .map(([measure, name]) => `${name} ${print.count(final(measure), year.vehicles[measure] ?? 0)}辆`);
  print.say(
    `截至${year.year}年末，本${selfWord(unit)}共有车辆 ${print.count(final("VEHICLES_TOTAL"), vehiclesTotal(year))}辆，按用途分：${uses.join("；")}。单价100万元（含）以上设备（不含车辆） ${print.count(final("LARGE_EQUIPMENT"), year.largeEquipment)}台（套）。`,
  );
}

export function tellPerformance(telling: Telling): void {
  const { print, year, unit } = telling;
  const projects = evaluatedProjects(year);
  const others = projects.filter(({ code }) => itemsOf(year, "FUND").some((item) => item.code === code));
  const general = projects.filter((project) => !others.includes(project));
  const amount = sum(general.map((project) => projectFunds(project).executed));
  const fundAmount = sum(others.map((project) => projectFunds(project).executed));
  const final = (measure: MeasureCode) => ({ measure, stage: "FINAL" }) as const;
  const expenditure = economicSum(year.projectByEconomic, "3");
  print.say("（一）绩效管理工作开展情况。");
  print.say(
    `${printedName(unit)} 对${year.year}年一般公共预算项目开展绩效自评，其中一级项目${print.count(final("EVALUATED_FIRST_LEVEL_PROJECTS"), 0)}个、二级项目${print.count(final("EVALUATED_SECOND_LEVEL_PROJECTS"), general.length)}个，涉及资金${print.money(final("EVALUATED_AMOUNT"), amount, "PLAIN")}，占一般公共预算项目支出总额的${print.share(final("EVALUATED_AMOUNT"), { measure: "GENERAL_PUBLIC_PROJECT_EXPENDITURE" }, amount, expenditure, true)}；政府性基金预算项目${print.count(final("EVALUATED_FUND_PROJECTS"), others.length)}个，其中一级项目${print.count(final("EVALUATED_FUND_FIRST_LEVEL_PROJECTS"), 0)}个、二级项目${print.count(final("EVALUATED_FUND_SECOND_LEVEL_PROJECTS"), others.length)}个，涉及资金${print.money(final("EVALUATED_FUND_AMOUNT"), fundAmount, "PLAIN")}。`,
  );
  const names = general.map(({ name }) => `“${name}”`).join("、");
  print.say(
    `组织对${names}等 ${print.count(final("UNIT_EVALUATED_PROJECTS"), general.length)}个项目开展了${selfWord(unit)}评价，涉及一般公共预算支出${print.money(final("UNIT_EVALUATED_AMOUNT"), amount, "PLAIN")}，政府性基金支出${print.money(final("UNIT_EVALUATED_FUND_AMOUNT"), 0, "PLAIN")}。从评价情况看，项目管理较为规范，资金支付按进度进行。`,
  );
  print.say(`（二）${selfWord(unit)}决算中项目绩效自评结果。`);
  print.say(
    `决算中反映${print.count(final("REPORTED_GENERAL_EVALUATIONS"), general.length)}个一般公共预算项目及${print.count(final("REPORTED_FUND_EVALUATIONS"), others.length)}个政府性基金项目，共${print.count(final("REPORTED_EVALUATIONS"), general.length + others.length)}个项目的自评结果。`,
  );
}

/** The codes of all items, for tables. */
export const codesOf = (year: UnitYear): string[] =>
  subjectRows([...year.items.map(({ code }) => code), ...year.nonFiscal.map(({ code }) => code)]);
