import type { MeasureCode } from "../../model/measures";

/** NO_MEASURE: the item is known, and only divides another. */
export type InformationItem = readonly [label: RegExp, measure: MeasureCode | "NO_MEASURE"];

/**
 * The items of the information tables (三公经费, 机构运行经费, 国有资产, 政府采购) by the names that rows and columns give them. Patterns are tried
 * on the whole path "上层/下层", narrower names first; a count tells itself by 数, 批次, 人次 or a unit in brackets.
 */
export const INFORMATION_ITEMS: readonly InformationItem[] = [
  // 相关统计数: counts beside the three public expenses.
  [/出国.*团组/, "TRAVEL_GROUPS"],
  [/出国.*人[次数]/, "TRAVELLERS"],
  [/公务用车购置[^/费]*(?:数|量|（辆）)/, "VEHICLES_BOUGHT"],
  [/公务用车保有/, "VEHICLES_HELD"],
  [/外事接待.*批/, "FOREIGN_AFFAIRS_RECEPTION_BATCHES"],
  [/外事接待.*人[次数]/, "FOREIGN_AFFAIRS_RECEPTION_GUESTS"],
  [/国（境）外.*接待.*批/, "FOREIGN_RECEPTION_BATCHES"],
  [/国（境）外.*接待.*人[次数]/, "FOREIGN_RECEPTION_GUESTS"],
  [/接待.*批[次数]/, "RECEPTION_BATCHES"],
  [/接待.*人[次数]/, "RECEPTION_GUESTS"],
  // 资产
  [/副?部（省）级|部级领导/, "VEHICLES_MINISTERIAL"],
  [/主要(?:领导|负责人).*用车/, "VEHICLES_LEADERS"],
  [/机要通信/, "VEHICLES_CONFIDENTIAL"],
  [/应急保障/, "VEHICLES_EMERGENCY"],
  [/执法执勤/, "VEHICLES_LAW_ENFORCEMENT"],
  [/特种专业/, "VEHICLES_SPECIAL_TECHNICAL"],
  [/离退休干部/, "VEHICLES_RETIRED_CADRES"],
  [/一般公务用车/, "VEHICLES_GENERAL"],
  [/其他用车/, "VEHICLES_OTHER"],
  [/^车辆$|车辆(?:数)?(?:合计|总数|小计)|车辆数量?|共有车辆|车辆[^/]*\/(?:小计|合计)$/, "VEHICLES_TOTAL"],
  [/100万元(?:（含）)?以上/, "LARGE_EQUIPMENT"],
  [/50万元(?:（含）)?以上/, "GENERAL_EQUIPMENT_LARGE"],
  // 采购
  [/小微企业.*(?:合同|金额)|授予小(?:型)?微/, "PROCUREMENT_MICRO"],
  [/货物.*授予中小|授予中小.*货物/, "PROCUREMENT_SME_GOODS"],
  [/工程.*授予中小|授予中小.*工程/, "PROCUREMENT_SME_WORKS"],
  [/服务.*授予中小|授予中小.*服务/, "PROCUREMENT_SME_SERVICES"],
  [/中小企业.*(?:合同|金额)|授予中小/, "PROCUREMENT_SME"],
  [/(?:采购)?货物/, "PROCUREMENT_GOODS"],
  [/(?:采购)?工程/, "PROCUREMENT_WORKS"],
  [/采购.*服务|服务(?:支出|类|预算|采购)|^服务$|\/服务$/, "PROCUREMENT_SERVICES"],
  [/分散采购/, "PROCUREMENT_DISPERSED"],
  [/集中采购/, "PROCUREMENT_CENTRALISED"],
  [/采购/, "PROCUREMENT_TOTAL"],
  // 运行经费, and the units that spend it
  [/^(?:其中：)?(?:行政单位|参照公务员法管理(?:的)?(?:事业)?单位|事业单位)$/, "NO_MEASURE"],
  [/(?:机关|机构|行政|参照).*运行经费|运行经费/, "AGENCY_OPERATING_EXPENSE"],
  // 三公经费
  [/会议费/, "MEETING_EXPENSE"],
  [/培训费/, "TRAINING_EXPENSE"],
  [/出国/, "OVERSEAS_TRAVEL"],
  [/外事接待/, "FOREIGN_AFFAIRS_RECEPTION"],
  [/国（境）外.*接待/, "FOREIGN_RECEPTION"],
  [/国内.*接待/, "DOMESTIC_RECEPTION"],
  [/接待/, "OFFICIAL_RECEPTION"],
  [/(?:^|\/)(?:公务用车)?购置(?:费|支出|费支出)?$/, "VEHICLE_PURCHASE"],
  [/(?:^|\/)(?:公务用车)?运行(?:维护)?(?:费|支出|费支出|费用)?$/, "VEHICLE_OPERATION"],
  [/公务用车|车辆购置|公车/, "OFFICIAL_VEHICLES"],
  [/三公|^(?:合计|总计|小计)$|\/(?:合计|总计|小计)$/, "THREE_PUBLIC_TOTAL"],
];
