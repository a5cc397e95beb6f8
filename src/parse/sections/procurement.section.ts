import type { SectionHandler } from "../handler";
import { readSection } from "../narrative/read-section";
import { labelled, unmeasured, type Vocabulary } from "../narrative/vocabulary";

const SME = "(?:小微型?企业和)?中小(?:微)?企业";
const MICRO = "(?:小微|小型、?微型|小型和微型|小型微型)企业";
const RESERVED = (size: string): string => `(?:专门)?面向${size}(?:预留|采购)的?(?:政府采购)?(?:项目)?(?:采购)?(?:预算)?(?:金额)?`;
const AWARDED = (size: string): string => `由${size}(?:供应商)?(?:中标或者?成交|中标|成交)的?，?(?:政府)?(?:采购)?(?:合同)?(?:金额)?`;
const AMOUNT = "(?:采购)?(?:支出|预算|金额|总额|总金额)*";

/** 政府采购情况说明: by kind, and what small and micro enterprises got. */
export const PROCUREMENT_VOCABULARY: Vocabulary = {
  labels: [
    ...labelled(
      "PROCUREMENT_TOTAL",
      `政府采购(?:支出|预算|金额|合同|总额|总金额|总支出|规模|项目)*(?:总计|合计)?(?:（以合同签订为准）)?`,
      "采购支出总额",
    ),
    ...labelled("PROCUREMENT_GOODS", `(?:政府采购)?货物类?${AMOUNT}`),
    ...labelled("PROCUREMENT_WORKS", `(?:政府采购)?工程类?${AMOUNT}`),
    ...labelled("PROCUREMENT_SERVICES", `(?:政府采购)?服务类?${AMOUNT}`),
    ...unmeasured(
      "(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算|财政专户管理的?|(?:非)?财政性|单位(?:自有)?|上年结转(?:结余)?|其他)(?:财政)?(?:拨款)?资?金?(?:安排?)?(?=\\d|为|：|支出|预算|采购)",
    ),
    ...labelled("PROCUREMENT_CENTRALISED", `(?<!部门)(?:政府)?集中采购${AMOUNT}`),
    ...labelled("PROCUREMENT_DISPERSED", `(?:部门集中和|单位)?(?:政府)?分散采购${AMOUNT}`),
    ...labelled("PURCHASED_SERVICES", "政府购买服务(?:项目)?(?:支出|预算|金额|总额)*"),
    ...labelled("PROCUREMENT_SME", `(?:政府采购)?授予${SME}的?合同(?:总)?金额`),
    ...labelled("PROCUREMENT_MICRO", `(?:政府采购)?授予${MICRO}的?合同(?:总)?金额`),
    ...labelled("PROCUREMENT_SME_GOODS", `货物类?(?:采购)?授予${SME}的?合同(?:总)?金额`),
    ...labelled("PROCUREMENT_SME_WORKS", `工程类?(?:采购)?授予${SME}的?合同(?:总)?金额`),
    ...labelled("PROCUREMENT_SME_SERVICES", `服务类?(?:采购)?授予${SME}的?合同(?:总)?金额`),
    ...labelled("PROCUREMENT_RESERVED_SME", RESERVED(SME), `预留给${SME}的政府采购(?:项目)?预算(?:金额)?`),
    ...labelled("PROCUREMENT_RESERVED_MICRO", RESERVED(MICRO), `预留给${MICRO}的政府采购(?:项目)?预算(?:金额)?`),
    ...labelled("PROCUREMENT_RESERVED_SME_AWARDED", `在?面向${SME}预留的?(?:政府采购)?项目中，?${AWARDED(SME)}`),
    ...labelled("PROCUREMENT_RESERVED_MICRO_AWARDED", `在?面向${MICRO}预留的?(?:政府采购)?项目中，?${AWARDED(MICRO)}`),
    ...labelled("PROCUREMENT_OTHER_SME_AWARDED", `在?其他(?:政府采购)?项目中，?${AWARDED(SME)}`),
  ],
  whole: "PROCUREMENT_TOTAL",
  main: ["PROCUREMENT_TOTAL"],
};

export const procurementSection: SectionHandler = {
  kind: "PROCUREMENT",
  parse: (section, facts) => readSection(section, PROCUREMENT_VOCABULARY, facts),
};
