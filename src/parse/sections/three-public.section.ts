import type { SectionHandler } from "../handler";
import { readSection } from "../narrative/read-section";
import { labelled, labelledWhole, type CountByUnit, type Vocabulary } from "../narrative/vocabulary";

const COST = "(?:费用|经费|费)?(?:支出)?";
const CAR = "(?:公务用车|公务车辆?|公车|车辆)";
const ABROAD = "国（境）外";

const counts: readonly CountByUnit[] = [
  { under: "TRAVEL_GROUPS", unit: /^(?:人次|人)$/, measure: "TRAVELLERS" },
  { under: "RECEPTION_BATCHES", unit: /^(?:人次|人)$/, measure: "RECEPTION_GUESTS" },
  { under: "FOREIGN_RECEPTION_BATCHES", unit: /^(?:人次|人)$/, measure: "FOREIGN_RECEPTION_GUESTS" },
  { under: "FOREIGN_AFFAIRS_RECEPTION_BATCHES", unit: /^(?:人次|人)$/, measure: "FOREIGN_AFFAIRS_RECEPTION_GUESTS" },
  { under: "OVERSEAS_TRAVEL", unit: /^(?:个|批次|批|次|团组)$/, measure: "TRAVEL_GROUPS" },
  { under: "OVERSEAS_TRAVEL", unit: /^(?:人次|人)$/, measure: "TRAVELLERS" },
  { under: "VEHICLE_PURCHASE", unit: /^辆$/, measure: "VEHICLES_BOUGHT" },
  { under: "OFFICIAL_RECEPTION", unit: /^(?:批次|批)$/, measure: "RECEPTION_BATCHES" },
  { under: "OFFICIAL_RECEPTION", unit: /^(?:人次|人)$/, measure: "RECEPTION_GUESTS" },
  { under: "DOMESTIC_RECEPTION", unit: /^(?:批次|批)$/, measure: "RECEPTION_BATCHES" },
  { under: "DOMESTIC_RECEPTION", unit: /^(?:人次|人)$/, measure: "RECEPTION_GUESTS" },
  { under: "FOREIGN_RECEPTION", unit: /^(?:批次|批)$/, measure: "FOREIGN_RECEPTION_BATCHES" },
  { under: "FOREIGN_RECEPTION", unit: /^(?:人次|人)$/, measure: "FOREIGN_RECEPTION_GUESTS" },
  { under: "FOREIGN_AFFAIRS_RECEPTION", unit: /^(?:批次|批)$/, measure: "FOREIGN_AFFAIRS_RECEPTION_BATCHES" },
  { under: "FOREIGN_AFFAIRS_RECEPTION", unit: /^(?:人次|人)$/, measure: "FOREIGN_AFFAIRS_RECEPTION_GUESTS" },
];

/** “三公”经费情况说明. 预算 without 年初 is the year's (adjusted) budget here: the national table's 预算数 is 全年预算数. */
export const THREE_PUBLIC_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled("THREE_PUBLIC_TOTAL", "(?:一般公共预算)?(?:财政拨款)?(?:安排的?)?三公(?:经费|支出)(?:财政拨款)?(?:支出)?(?:合计|总计)?"),
    ...labelledWhole("THREE_PUBLIC_TOTAL", "总支出"),
    ...labelled("OVERSEAS_TRAVEL", `因公出国（境）${COST}`, `出国（境）(?:费用|经费|费)`),
    ...labelled("OFFICIAL_VEHICLES", `${CAR}购置(?:及|和|、)运行(?:维护)?${COST}`),
    ...labelled("VEHICLE_PURCHASE", `${CAR}购置${COST}(?!数|量)`),
    ...labelledWhole("VEHICLE_PURCHASE", "购置费"),
    ...labelled("VEHICLE_OPERATION", `${CAR}运行(?:维护)?${COST}`),
    ...labelledWhole("VEHICLE_OPERATION", "运行(?:维护)?费"),
    ...labelled("OFFICIAL_RECEPTION", `公务接待${COST}`),
    ...labelled("DOMESTIC_RECEPTION", `国内(?:公务)?接待${COST}`),
    ...labelled("FOREIGN_RECEPTION", `${ABROAD}(?:公务)?接待${COST}`),
    ...labelled("FOREIGN_AFFAIRS_RECEPTION", `外事接待${COST}`, `外宾接待${COST}`),
    ...labelled("TRAVEL_GROUPS", "(?:因公)?出国（境）(?:的)?团组(?:数|个数)?", "(?:安排)?出访(?=\\d+(?:个|批))"),
    ...labelled("TRAVELLERS", "(?:因公)?出国（境）(?:累计)?人(?:次|员|数)数?", "(?:累计)?(?:因公)?出国(?:（境）)?(?=\\d+人)"),
    ...labelled(
      "VEHICLES_BOUGHT",
      "公务用车购置数量?",
      "购置(?:（更新）|和更新|、更新)?公务用车",
      "更新(?:购置)?公务用车",
      "购置(?:车辆|数量)",
      "购车",
      "(?:计划)?购置(?=\\d+辆)",
    ),
    ...labelled(
      "VEHICLES_HELD",
      "(?:开支财政拨款的)?(?:公务用车|公务车辆?)?保有量",
      "(?:共|实)有公务用车(?=\\d)",
      "(?:开支财政拨款的)?公务用车保有数量?",
    ),
    ...labelled("RECEPTION_BATCHES", "(?:国内)?公务接待批次数?", "接待批次数?", "(?:接待)?(?:国内)?来访团组"),
    ...labelled("RECEPTION_GUESTS", "(?:国内)?公务接待人(?:次|数)数?", "接待人(?:次|数)数?", "来宾"),
    ...labelled("FOREIGN_RECEPTION_BATCHES", `${ABROAD}公务接待批次数?`, `(?:接待)?${ABROAD}来访团组`),
    ...labelled("FOREIGN_RECEPTION_GUESTS", `${ABROAD}公务接待人(?:次|数)数?`, "来访外宾"),
    ...labelled("FOREIGN_AFFAIRS_RECEPTION_BATCHES", "外事接待批次"),
    ...labelled("FOREIGN_AFFAIRS_RECEPTION_GUESTS", "外事接待人(?:次|数)"),
    ...labelled("MEETING_EXPENSE", "会议费(?:支出)?"),
    ...labelled("TRAINING_EXPENSE", "培训费(?:支出)?"),
    ...labelled("AGENCY_OPERATING_EXPENSE", "机[关构](?:（机[关构]）)?运行经费(?:支出)?"),
  ],
  counts,
  whole: "THREE_PUBLIC_TOTAL",
  plainBudget: "ADJUSTED_BUDGET",
  main: ["THREE_PUBLIC_TOTAL"],
};

export const threePublicSection: SectionHandler = {
  kind: "THREE_PUBLIC",
  parse: (section, facts) => readSection(section, THREE_PUBLIC_VOCABULARY, facts),
};
