import { reading, relation } from "../check-fixtures";
import type { RuleCases } from "./rule-case";

const sme = (goods: number, services: number) => ({
  readings: [
    reading("PROCUREMENT_TOTAL", 100_000),
    reading("PROCUREMENT_GOODS", 80_000),
    reading("PROCUREMENT_WORKS", 0),
    reading("PROCUREMENT_SERVICES", 20_000),
    reading("PROCUREMENT_SME", 70_000),
  ],
  relations: [
    relation("SHARE", "PROCUREMENT_SME_GOODS", goods, { base: { measure: "PROCUREMENT_GOODS" } }),
    relation("SHARE", "PROCUREMENT_SME_WORKS", 0, { base: { measure: "PROCUREMENT_WORKS" } }),
    relation("SHARE", "PROCUREMENT_SME_SERVICES", services, { base: { measure: "PROCUREMENT_SERVICES" } }),
  ],
});

export const COUNT_CASES: RuleCases = {
  THREE_PUBLIC_FINAL_LE_BUDGET: {
    holds: { readings: [reading("VEHICLE_OPERATION", 2887), reading("VEHICLE_OPERATION", 3000, { stage: "ADJUSTED_BUDGET" })] },
    fails: { readings: [reading("VEHICLE_OPERATION", 3100), reading("VEHICLE_OPERATION", 3000, { stage: "ADJUSTED_BUDGET" })] },
    finding: { published: 31_000_000, recomputed: 30_000_000 },
    cannotTell: { readings: [reading("VEHICLE_OPERATION", 2887)] },
  },
  COUNT_MONEY_COHERENT: {
    holds: { readings: [reading("VEHICLES_BOUGHT", 1), reading("VEHICLE_PURCHASE", 1798)] },
    fails: { readings: [reading("VEHICLES_BOUGHT", 0), reading("VEHICLE_PURCHASE", 1798)] },
    finding: { published: 0 },
    cannotTell: { readings: [reading("VEHICLE_PURCHASE", 1798)] },
  },
  VEHICLES_HELD_VS_ASSETS: {
    holds: { readings: [reading("VEHICLES_HELD", 20), reading("VEHICLES_TOTAL", 20), reading("VEHICLE_OPERATION", 2887)] },
    fails: { readings: [reading("VEHICLES_HELD", 21), reading("VEHICLES_TOTAL", 20), reading("VEHICLE_OPERATION", 2887)] },
    finding: { published: 21 },
    cannotTell: { readings: [reading("VEHICLES_HELD", 20)] },
  },
  THREE_PUBLIC_UNIT_COST: {
    holds: { readings: [reading("DOMESTIC_RECEPTION", 41), reading("RECEPTION_GUESTS", 35)] },
    fails: { readings: [reading("DOMESTIC_RECEPTION", 4100), reading("RECEPTION_GUESTS", 35)] },
    cannotTell: { readings: [reading("DOMESTIC_RECEPTION", 41)] },
  },
  PROCUREMENT_SME_SHARE_BASE: {
    holds: sme(7500, 5000),
    // 60 % and 10 % of all procurement, called shares of goods and of services.
    fails: sme(6000, 1000),
    finding: {
      published: 700_000_000,
      detail: { wholeCount: "1", partCount: "3", section: "NARRATIVE", cause: "ANOTHER_WHOLE", causeMeasure: "PROCUREMENT_TOTAL" },
    },
    cannotTell: { ...sme(6000, 1000), readings: [] },
    then: "NOT_CHECKABLE",
  },
};
