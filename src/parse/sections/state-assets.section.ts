import type { MeasureCode } from "../../model/measures";
import type { SectionHandler } from "../handler";
import { labelled, labelledAfter, type LabelPattern, type Vocabulary } from "../narrative/vocabulary";
import { readSection } from "../narrative/read-section";

const USES: readonly (readonly [held: MeasureCode, planned: MeasureCode, name: string])[] = [
  [
    "VEHICLES_MINISTERIAL",
    "PLANNED_VEHICLES_MINISTERIAL",
    "副?(?:部（省）级|部级|省级|省部级|部级、省级|省（部）级)(?:及以上)?(?:领导)?(?:干部)?用车",
  ],
  ["VEHICLES_LEADERS", "PLANNED_VEHICLES_LEADERS", "主要(?:领导(?:干部)?|负责人)用车"],
  ["VEHICLES_CONFIDENTIAL", "PLANNED_VEHICLES_CONFIDENTIAL", "机要通信用车"],
  ["VEHICLES_EMERGENCY", "PLANNED_VEHICLES_EMERGENCY", "应急保障用车"],
  ["VEHICLES_LAW_ENFORCEMENT", "PLANNED_VEHICLES_LAW_ENFORCEMENT", "(?:一般)?执法执勤用车"],
  ["VEHICLES_SPECIAL_TECHNICAL", "PLANNED_VEHICLES_SPECIAL_TECHNICAL", "特种专业技术用车"],
  ["VEHICLES_RETIRED_CADRES", "PLANNED_VEHICLES_RETIRED_CADRES", "离退休干部(?:服务)?用车"],
  ["VEHICLES_OTHER", "PLANNED_VEHICLES_OTHER", "其他(?:公务)?用车"],
  ["VEHICLES_GENERAL", "PLANNED_VEHICLES_GENERAL", "一般公务用车"],
];

/** A list of uses after 安排购置车辆 is of vehicles to buy: each name looks at the one before it. */
const plannedBefore = Object.fromEntries([["PLANNED_VEHICLES", true], ...USES.map(([, planned]) => [planned, true])]) as Partial<
  Record<MeasureCode, true>
>;
const useLabels: readonly LabelPattern[] = USES.flatMap(([held, planned, name]) => {
  const after = Object.fromEntries(Object.keys(plannedBefore).map((before) => [before, planned]));
  return labelledAfter(after, held, name);
});

const TO_BUY = "(?:部门|单位)?(?:预算)?(?:安排|计划|拟)购置";
const LARGE = "单位?价(?:值)?(?:在)?100万元(?:（含）)?(?:及)?以上的?(?:大型)?(?:专用|通用)?设备(?:（不含车辆）)?";

/** 国有资产占用情况说明: vehicles by use, large equipment; in a budget also what is to be bought. */
export const STATE_ASSETS_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled("VEHICLES_TOTAL", "(?:共有|实有|拥有|现有)?(?:公务)?车辆(?:合计|总数|数)?", "(?:共有|实有)公务用车"),
    ...useLabels,
    ...labelled("LARGE_EQUIPMENT", LARGE),
    ...labelled("GENERAL_EQUIPMENT_LARGE", "单位?价(?:值)?50万元(?:（含）)?(?:及)?以上的?通用设备"),
    ...labelled("ASSETS_ORIGINAL_VALUE", "(?:国有)?资产原值(?:合计|总计|总额)?"),
    ...labelled("PLANNED_VEHICLES", `${TO_BUY}(?:公务)?(?:车辆|用车)`),
    ...labelled("PLANNED_LARGE_EQUIPMENT", `${TO_BUY}${LARGE}`),
  ],
  oneStage: true,
  main: ["VEHICLES_TOTAL"],
};

export const stateAssetsSection: SectionHandler = {
  kind: "STATE_ASSETS",
  parse: (section, facts) => readSection(section, STATE_ASSETS_VOCABULARY, facts),
};
