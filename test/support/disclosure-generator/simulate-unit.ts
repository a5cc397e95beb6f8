import { HUNDRED_YUAN, multiplyDivide, percentOf, roundTo, sum, WAN_YUAN, YUAN } from "./amounts";
import type { Field, Work } from "./fields";
import { simulateProject } from "./simulate-project";
import { simulateThreePublic } from "./simulate-three-public";
import { createRandom, type Random } from "./random";
import type { Item, NonFiscal, Procurement, ProjectYear, UnitYear } from "./unit-year";
import { economicSum } from "./unit-year-sums";

/** An invented unit: what its numbers follow from. */
export interface UnitProfile {
  /** The same seed gives the same numbers. */
  readonly seed: string;
  readonly name: string;
  readonly supervisingUnit: string;
  readonly field: Field;
  /** 事业单位: other subjects, own revenue, no agency operating expense. */
  readonly institution: boolean;
  readonly staff: number;
  readonly retired: number;
  /** Project money of the first year, in 分. */
  readonly projectMoney: number;
  readonly vehicles: number;
  /** Chance in percent that an indicator misses its target. */
  readonly missChance: number;
  readonly travels: boolean;
  /** Nothing is carried over and there is no revenue but fiscal appropriation. */
  readonly plain?: true;
  /** Smallest amount of basic expenditure: 100 元 prints exactly in 万元, less does not. */
  readonly grain: number;
}

/** The year before the first that anything is published of. */
const FIRST_YEAR = 2021;

/** The unit's years from 2021 to `last`, each following from the one before. */
export function simulateUnit(profile: UnitProfile, last: number): UnitYear[] {
  const years: UnitYear[] = [];
  for (let year = FIRST_YEAR; year <= last; year += 1) years.push(simulateYear(profile, year, years.at(-1)));
  return years;
}

/** One year that follows from a given one: opening balances are its closing ones, and budgets follow its figures. */
export function simulateYear(profile: UnitProfile, year: number, before: UnitYear | undefined): UnitYear {
  const random = createRandom(`${profile.seed}/${year}`);
  const threePublic = simulateThreePublic(profile, random, before);
  const lines = simulateBasic(profile, random, before, {
    "30217": { initial: threePublic.reception.budget, final: threePublic.reception.final },
    "30231": { initial: threePublic.operation.budget, final: threePublic.operation.final },
  });
  const basics = basicItems(profile, lines, random);
  const works = profile.field.work.map((work) => simulateWork(profile, work, random, before));
  const items = [...basics, ...works.map(({ item }) => item)];
  const basicByEconomic = Object.fromEntries(Object.entries(lines).map(([code, { final }]) => [code, final]));
  const projectByEconomic = spendProjects(works.filter(({ work }) => work.budget === undefined));
  return {
    year,
    items,
    nonFiscal: simulateNonFiscal(profile, random, before),
    basicByEconomic,
    initialByEconomic: Object.fromEntries(Object.entries(lines).map(([code, { initial }]) => [code, initial])),
    projectByEconomic,
    threePublic,
    ...(profile.institution ? {} : { agencyOperating: economicSum(basicByEconomic, "302") + economicSum(basicByEconomic, "310") }),
    procurement: simulateProcurement(random, projectByEconomic, economicSum(basicByEconomic, "310")),
    vehicles: usesOfVehicles(threePublic.held, profile.institution),
    largeEquipment: Math.floor(profile.staff / 40),
    projects: works.map(({ project }) => project),
  };
}

interface Line {
  readonly initial: number;
  readonly final: number;
}

/** 元 a head and year. */
const PER_HEAD: readonly (readonly [code: string, admin: number, institution: number])[] = [
  ["30101", 62_000, 58_000],
  ["30102", 48_000, 12_000],
  ["30103", 36_000, 0],
  ["30107", 0, 74_000],
  ["30108", 21_600, 19_800],
  ["30110", 9_700, 9_100],
  ["30111", 4_300, 0],
  ["30112", 800, 1_200],
  ["30113", 17_200, 15_400],
  ["30199", 9_600, 6_000],
  ["30201", 3_200, 2_600],
  ["30202", 420, 300],
  ["30207", 900, 760],
  ["30211", 2_600, 1_500],
  ["30213", 950, 800],
  ["30215", 320, 0],
  ["30216", 700, 560],
  ["30228", 2_400, 2_200],
  ["30229", 1_500, 1_400],
  ["30239", 9_000, 0],
  ["30299", 2_100, 1_700],
  ["31002", 1_200, 900],
];

function simulateBasic(
  profile: UnitProfile,
  random: Random,
  before: UnitYear | undefined,
  given: Readonly<Record<string, Line>>,
): Readonly<Record<string, Line>> {
  const { grain, staff } = profile;
  const lines: Record<string, Line> = {};
  for (const [code, admin, institution] of PER_HEAD) {
    const each = (profile.institution ? institution : admin) * YUAN;
    if (each === 0) continue;
    const usual = before?.basicByEconomic[code] ?? each * staff;
    const initial = nudge(usual, random.integer(99, 103), random, grain);
    lines[code] = { initial, final: nudge(initial, random.integer(96, 106), random, grain) };
  }
  const pension = lines["30108"] ?? { initial: 0, final: 0 };
  lines["30108"] = { initial: roundTo(pension.initial, 2 * grain), final: roundTo(pension.final, 2 * grain) };
  lines["30109"] = { initial: lines["30108"].initial / 2, final: lines["30108"].final / 2 };
  const retired = nudge(before?.basicByEconomic["30302"] ?? profile.retired * 9_000 * YUAN, random.integer(100, 104), random, grain);
  lines["30302"] = { initial: retired, final: nudge(retired, random.integer(99, 106), random, grain) };
  for (const [code, line] of Object.entries(given)) if (line.initial > 0) lines[code] = line;
  return lines;
}

/** A percentage of an amount with an odd end, as real amounts have. */
const nudge = (amount: number, percent: number, random: Random, grain: number): number =>
  percentOf(amount, percent, grain) + random.integer(0, 60) * grain;

function basicItems(profile: UnitProfile, lines: Readonly<Record<string, Line>>, random: Random): Item[] {
  const { institution } = profile;
  const own: Readonly<Record<string, readonly string[]>> = {
    [institution ? "2080502" : "2080501"]: ["30302"],
    "2080505": ["30108"],
    "2080506": ["30109"],
    [institution ? "2101102" : "2101101"]: ["30110"],
    "2101103": ["30111"],
    "2210201": ["30113"],
  };
  const elsewhere = new Set(Object.values(own).flat());
  const groups: readonly (readonly [string, readonly string[]])[] = [
    [profile.field.running, Object.keys(lines).filter((code) => !elsewhere.has(code))],
    ...Object.entries(own),
  ];
  return groups.flatMap(([code, economic]) => {
    const initial = sum(economic.map((each) => lines[each]?.initial ?? 0));
    const final = sum(economic.map((each) => lines[each]?.final ?? 0));
    if (initial === 0 && final === 0) return [];
    const purpose = PURPOSES[code] ?? "保障在职人员工资福利和日常公用支出";
    return [
      {
        code,
        budget: "GENERAL",
        initial,
        opening: 0,
        revenue: final,
        basic: final,
        project: 0,
        closing: 0,
        nature: "BASIC",
        purpose,
        reason: basicReason(final, initial, random),
      },
    ];
  });
}

const PURPOSES: Readonly<Record<string, string>> = {
  "2080501": "发放离退休人员经费",
  "2080502": "发放退休人员经费",
  "2080505": "为在职人员缴费",
  "2080506": "为在职人员缴存年金",
  "2101101": "缴纳在职人员基本医疗保险",
  "2101102": "缴纳在职人员基本医疗保险",
  "2101103": "缴纳公务员医疗补助",
  "2210201": "为在职人员缴存住房公积金",
};

function basicReason(final: number, initial: number, random: Random): string {
  if (final === initial) return "按年初安排足额支付，预算与决算相同";
  return final > initial
    ? random.pick(["年内新录用人员到岗，相应支出增加", "工资标准调整后补发，年中追加安排", "缴费基数核定后上调，据实补足"])
    : random.pick(["部分人员退休或调出，支出相应减少", "严格控制日常开支，结余资金交回财政", "个别岗位空缺，人员支出低于预计"]);
}

interface SimulatedWork {
  readonly work: Work;
  readonly item: Item;
  readonly project: ProjectYear;
}

function simulateWork(profile: UnitProfile, work: Work, random: Random, before: UnitYear | undefined): SimulatedWork {
  const budget = work.budget ?? "GENERAL";
  const last = before?.items.find((item) => item.code === work.code && item.budget === budget);
  const usual = last?.initial ?? multiplyDivide(profile.projectMoney, work.share, 100);
  const initial = nudge(usual, random.integer(97, 107), random, HUNDRED_YUAN);
  const adjusted = random.chance(40) ? initial : nudge(initial, random.integer(90, 116), random, HUNDRED_YUAN);
  const executed = random.chance(40) ? adjusted : percentOf(adjusted, random.integer(86, 99), HUNDRED_YUAN);
  const opening = last?.closing ?? 0;
  const closing =
    budget !== "STATE" && !profile.plain && random.chance(45) ? percentOf(adjusted - executed, random.integer(30, 90), HUNDRED_YUAN) : 0;
  const final = opening + executed;
  const item: Item = {
    code: work.code,
    budget,
    initial,
    opening,
    revenue: executed + closing,
    basic: 0,
    project: final,
    closing,
    nature: "PROJECT",
    purpose: work.purpose,
    reason: workReason(final, initial, random),
  };
  const funds = [
    { source: "FISCAL", initial, adjusted, executed },
    { source: "CARRYOVER", initial: 0, adjusted: opening, executed: opening },
    { source: "OTHER", initial: 0, adjusted: 0, executed: 0 },
  ] as const;
  return { work, item, project: simulateProject(profile, work, funds, random) };
}

function workReason(final: number, initial: number, random: Random): string {
  if (final === initial) return "按年初安排全部执行，预算与决算相同";
  return final > initial
    ? random.pick(["年中追加工作任务，同时使用上年结转资金", "上级新增任务，年度中间调增安排", "业务量超过年初预计，追加安排资金"])
    : random.pick(["部分合同跨年结算，余款待验收后支付", "采购成交价低于预算，节余资金交回财政", "个别任务调整到下年实施"]);
}

/** 302, 303 and 310 of the projects that the general public budget pays. */
function spendProjects(works: readonly SimulatedWork[]): Record<string, number> {
  const classes = { "302": 0, "303": 0, "310": 0 };
  for (const { work, item } of works) {
    const goods = percentOf(item.project, work.goods, HUNDRED_YUAN);
    const grants = percentOf(item.project, work.grants, HUNDRED_YUAN);
    classes["302"] += goods;
    classes["303"] += grants;
    classes["310"] += item.project - goods - grants;
  }
  return classes;
}

/** Own revenue of an institution, or a little other revenue of an administrative unit. */
function simulateNonFiscal(profile: UnitProfile, random: Random, before: UnitYear | undefined): NonFiscal[] {
  if (profile.plain) return [];
  const last = before?.nonFiscal[0];
  const opening = last?.closing ?? 0;
  const usual = profile.institution ? profile.staff * 2 * WAN_YUAN : profile.staff * 1_200 * YUAN;
  const initial = profile.institution ? nudge(last?.initial ?? usual, random.integer(98, 106), random, HUNDRED_YUAN) : 0;
  const revenue = nudge(profile.institution ? initial : usual, random.integer(88, 112), random, HUNDRED_YUAN);
  const spent = percentOf(revenue, random.integer(80, 115), HUNDRED_YUAN);
  const used = Math.max(0, spent - opening - revenue);
  const rest = opening + revenue + used - spent;
  const distributed = profile.institution && random.chance(50) ? percentOf(rest, random.integer(20, 50), HUNDRED_YUAN) : 0;
  return [
    {
      source: profile.institution ? "REVENUE_PUBLIC_INSTITUTION" : "REVENUE_OTHER",
      code: profile.institution ? profile.field.running : (profile.field.work[0]?.code ?? profile.field.running),
      initial,
      opening,
      revenue,
      used,
      spentBasic: profile.institution ? spent : 0,
      spentProject: profile.institution ? 0 : spent,
      distributed,
      closing: rest - distributed,
    },
  ];
}

function simulateProcurement(random: Random, projects: Readonly<Record<string, number>>, equipment: number): Procurement {
  const of = (amount: number, low: number, high: number): number => percentOf(amount, random.integer(low, high), HUNDRED_YUAN);
  const goods = of((projects["310"] ?? 0) + roundTo(equipment, HUNDRED_YUAN), 55, 92);
  const works = random.chance(35) ? of(projects["302"] ?? 0, 3, 9) : 0;
  const services = of(projects["302"] ?? 0, 28, 56);
  const [smeGoods, smeWorks, smeServices] = [of(goods, 60, 100), of(works, 50, 100), of(services, 45, 95)];
  return { goods, works, services, smeGoods, smeWorks, smeServices, micro: of(smeGoods + smeWorks + smeServices, 30, 85) };
}

function usesOfVehicles(held: number, institution: boolean): UnitYear["vehicles"] {
  const emergency = held >= 1 ? 1 : 0;
  const confidential = held >= 3 && !institution ? 1 : 0;
  const enforcement = institution ? 0 : Math.floor((held - emergency - confidential) / 2);
  const special = held - emergency - confidential - enforcement;
  return {
    VEHICLES_MINISTERIAL: 0,
    VEHICLES_LEADERS: 0,
    VEHICLES_CONFIDENTIAL: confidential,
    VEHICLES_EMERGENCY: emergency,
    VEHICLES_LAW_ENFORCEMENT: enforcement,
    VEHICLES_SPECIAL_TECHNICAL: special,
    VEHICLES_RETIRED_CADRES: 0,
    VEHICLES_OTHER: 0,
  };
}
