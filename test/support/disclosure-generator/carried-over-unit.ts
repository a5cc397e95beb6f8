import { sum } from "./amounts";
import { carriedOverProjects } from "./carried-over-evaluations";
import { JUSTICE, type Field, type Work } from "./fields";
import type { Alterations } from "./printer";
import { simulateUnit, simulateYear, type UnitProfile } from "./simulate-unit";
import type { UnitIdentity } from "./unit-identity";
import type { Item, UnitYear } from "./unit-year";
import { economicSum, sumItems } from "./unit-year-sums";

/**
 * 北原自治区司法厅（示例）: an invented department whose figures of 2023 are those of a published document, contradictions included. What
 * it printed rounded stands here with a digit more, so that rounding gives the same prints; the years around follow from it.
 */
const NAME = "北原自治区司法厅（示例）";

const work = (code: string, project: string, share: number, like: Work): Work => ({ ...like, code, project, share });
const [PUBLICITY, OFFICES, SERVICES, CORRECTION, SYSTEMS] = JUSTICE.work as readonly [Work, Work, Work, Work, Work];

const FIELD: Field = {
  ...JUSTICE,
  running: "2040201",
  work: [
    work("2040602", "督导培训与鉴定管理经费", 55, {
      ...CORRECTION,
      purpose: "开展督导、培训和鉴定管理",
      quantities: [
        ["督导检查次数", "次", 40],
        ["培训人次", "人次", 600],
      ],
    }),
    work("2040604", "帮教调解工作经费", 6, OFFICES),
    work("2040605", "法治宣传专项经费", 15, PUBLICITY),
    work("2040607", "公共法律服务热线运行费", 3, SERVICES),
    work("2040608", "法律职业资格考务经费", 10, {
      ...CORRECTION,
      purpose: "组织考区考务",
      quantities: [
        ["考点数", "个", 24],
        ["考务人员人次", "人次", 820],
      ],
    }),
    work("2040610", "社区矫正工作经费", 2, CORRECTION),
    work("2040612", "法治统筹协调经费", 7, {
      ...SERVICES,
      purpose: "开展调研、督察和复议应诉",
      quantities: [
        ["督察次数", "次", 8],
        ["调研报告数", "篇", 12],
      ],
    }),
    work("2040613", "智慧司法平台运维费", 2, SYSTEMS),
  ],
};

const PROFILE: UnitProfile = {
  seed: NAME,
  name: NAME,
  supervisingUnit: NAME,
  field: FIELD,
  institution: false,
  staff: 116,
  retired: 190,
  projectMoney: 5_300_000_000,
  vehicles: 20,
  missChance: 12,
  travels: false,
  plain: true,
  grain: 10_000,
};

export const CARRIED_OVER_IDENTITY: UnitIdentity = {
  name: NAME,
  scope: "UNIT",
  isOwnUnit: true,
  nature: "财政拨款的行政单位",
  head: "严书衡",
  financeLead: "贺兰舟",
  preparer: "童以墨",
  phone: "0990-5500008",
  offices: [...JUSTICE.offices, "律师工作科", "立法科", "执法监督科", "装备保障科"],
  duties: JUSTICE.duties,
  achievements: JUSTICE.achievements,
  memberUnits: [],
};

/** An item by its amounts in 万元 with up to four decimals, as strings. */
function item(code: string, nature: Item["nature"], initial: string, final: string, purpose: string): Item {
  const amount = wan(final);
  const budgeted = wan(initial);
  const reason =
    amount === budgeted
      ? "按年初安排全部执行，预算与决算相同"
      : amount > budgeted
        ? "年内人员调入和新增任务，年中追加安排"
        : "基本执行完毕，余款年底交回财政";
  return {
    code,
    budget: "GENERAL",
    initial: budgeted,
    opening: 0,
    revenue: amount,
    basic: nature === "BASIC" ? amount : 0,
    project: nature === "PROJECT" ? amount : 0,
    closing: 0,
    nature,
    purpose,
    reason,
  };
}

function wan(printed: string): number {
  const [whole = "0", fraction = ""] = printed.split(".");
  return Number(whole) * 1_000_000 + Number(fraction.padEnd(6, "0"));
}

function publishedYear(): UnitYear {
  const items = [
    item("2040201", "BASIC", "2323.28", "2713.427", "保障人员工资和日常公用支出"),
    item("2040602", "PROJECT", "3195.56", "3163.797", "开展督导、培训、被装和鉴定管理"),
    item("2040604", "PROJECT", "182.16", "359.57", "保障基层调解、帮教和服装购置"),
    item("2040605", "PROJECT", "892.77", "892.135", "举办宣讲和制作宣传内容"),
    item("2040607", "PROJECT", "144", "144", "运行公共法律服务热线"),
    item("2040608", "PROJECT", "560.25", "560.25", "组织法律职业资格考务"),
    item("2040610", "PROJECT", "78", "78", "开展社区矫正"),
    item("2040612", "PROJECT", "409.58", "409.58", "开展法治督察和复议应诉"),
    item("2040613", "PROJECT", "138.10", "138.10", "维护业务平台"),
    item("2080116", "PROJECT", "14", "14", "资助引进人才"),
    item("2080501", "BASIC", "185.47", "192.53", "发放离退休人员经费"),
    item("2080505", "BASIC", "188.87", "214.87", "缴纳基本养老保险"),
    item("2080506", "BASIC", "94.44", "107.44", "缴纳职业年金"),
    item("2080801", "BASIC", "0", "49.38", "发放抚恤金"),
    item("2101101", "BASIC", "87.803", "108.604", "缴纳基本医疗保险"),
    item("2101103", "BASIC", "50.17", "50.173", "缴纳公务员医疗补助"),
    item("2210201", "BASIC", "214.36", "226.746", "缴纳住房公积金"),
  ];
  const basicByEconomic: Record<string, number> = {
    "30101": wan("700"),
    "30102": wan("900"),
    "30103": wan("400"),
    "30108": wan("214.87"),
    "30109": wan("107.44"),
    "30110": wan("108.604"),
    "30111": wan("50.173"),
    "30112": wan("9.5"),
    "30113": wan("226.746"),
    "30199": wan("186.647"),
    "30302": wan("192.53"),
    "30304": wan("49.38"),
    "30201": wan("60"),
    "30211": wan("50"),
    "30213": wan("20"),
    "30215": wan("5"),
    "30216": wan("15"),
    "30217": wan("0.4149"),
    "30228": wan("30"),
    "30229": wan("20"),
    "30231": wan("28.8735"),
    "30239": wan("150"),
    "30299": wan("117.9916"),
    "31002": wan("20"),
  };
  const project = sumItems(items).project;
  return {
    year: 2023,
    items,
    nonFiscal: [],
    basicByEconomic,
    initialByEconomic: basicByEconomic,
    projectByEconomic: { "302": wan("5698.68"), "310": project - wan("5698.68") },
    threePublic: {
      overseas: { budget: 0, final: 0 },
      purchase: { budget: 0, final: 0 },
      operation: { budget: wan("30"), final: wan("28.8735") },
      reception: { budget: wan("0.4149"), final: wan("0.4149") },
      foreignReception: 0,
      groups: 0,
      travellers: 0,
      bought: 0,
      held: 20,
      batches: 3,
      guests: 35,
      foreignBatches: 0,
      foreignGuests: 0,
    },
    agencyOperating: economicSum(basicByEconomic, "302") + economicSum(basicByEconomic, "310"),
    procurement: {
      goods: wan("3063.60"),
      works: 0,
      services: wan("702.82"),
      smeGoods: wan("2231.8326"),
      smeWorks: 0,
      smeServices: wan("117.4412"),
      sme: wan("3373.13"),
      micro: wan("3158.27"),
    },
    vehicles: {
      VEHICLES_MINISTERIAL: 0,
      VEHICLES_LEADERS: 1,
      VEHICLES_CONFIDENTIAL: 1,
      VEHICLES_EMERGENCY: 0,
      VEHICLES_LAW_ENFORCEMENT: 7,
      VEHICLES_SPECIAL_TECHNICAL: 4,
      VEHICLES_RETIRED_CADRES: 2,
      VEHICLES_OTHER: 5,
    },
    largeEquipment: 8,
    projects: carriedOverProjects(NAME, project),
  };
}

/** The year before, of which the published document tells five figures as changes: the rest is simulated and made to fit. */
function yearBefore(simulated: UnitYear): UnitYear {
  const threePublic = {
    ...simulated.threePublic,
    purchase: { budget: wan("18"), final: wan("17.98") },
    operation: { budget: wan("15"), final: wan("12.0578") },
    reception: { budget: wan("0.5"), final: 0 },
    bought: 1,
    batches: 0,
    guests: 0,
  };
  const lines: Record<string, number> = { ...simulated.basicByEconomic, "30217": 0, "30231": threePublic.operation.final };
  const publicExpense = economicSum(lines, "302") + economicSum(lines, "310");
  lines["30239"] = (lines["30239"] ?? 0) + wan("478.63") - publicExpense;
  const change = sum(Object.values(lines)) - sum(Object.values(simulated.basicByEconomic));
  const items = simulated.items.map((each) =>
    each.code === FIELD.running ? { ...each, basic: each.basic + change, revenue: each.revenue + change } : each,
  );
  const lack = wan("8694.61") - sumItems(items).final;
  const fitted = items.map((each) =>
    each.code === "2040602" ? { ...each, project: each.project + lack, revenue: each.revenue + lack, initial: each.initial + lack } : each,
  );
  return {
    ...simulated,
    items: fitted,
    basicByEconomic: lines,
    projectByEconomic: { ...simulated.projectByEconomic, "302": (simulated.projectByEconomic["302"] ?? 0) + lack },
    threePublic,
    agencyOperating: wan("478.63"),
    projects: simulated.projects.map((project) => (project.code === "2040602" ? addToProject(project, lack) : project)),
  };
}

const addToProject = (project: UnitYear["projects"][number], amount: number): UnitYear["projects"][number] => ({
  ...project,
  funds: project.funds.map((fund) =>
    fund.source === "FISCAL"
      ? { ...fund, initial: fund.initial + amount, adjusted: fund.adjusted + amount, executed: fund.executed + amount }
      : fund,
  ),
});

export function carriedOverYears(): UnitYear[] {
  const [first, second] = simulateUnit(PROFILE, 2022);
  if (first === undefined || second === undefined) throw new Error("two years were asked for");
  const published = publishedYear();
  return [first, yearBefore(second), published, simulateYear(PROFILE, 2024, published)];
}

/** What the published document of 2023 prints against its own figures. */
export const PUBLISHED_CONTRADICTIONS: Alterations = {
  numbers: [
    ({ kind, base, section }, value) =>
      kind === "CHANGE_AMOUNT" && base === "INITIAL_BUDGET" && (section === "TOTALS" || section === "FISCAL_APPROPRIATION")
        ? value + wan("0.15")
        : value,
    ({ kind, measure, subject, stage }, value) =>
      kind === "FACT" && measure === "GENERAL_PUBLIC_EXPENDITURE" && subject === undefined && stage === "INITIAL_BUDGET"
        ? value - wan("0.15")
        : value,
  ],
  switches: new Set(["untold/2080801", "untold/303", "untold/310", "rate-on-zero"]),
};
