import type { DisclosureRequest } from "./generate-disclosure";
import {
  QINGLAN_JUSTICE,
  QINGLAN_URBAN,
  YUNXI_COMMERCE,
  YUNXI_CULTURE,
  YUNXI_FINANCE,
  YUNXI_JUSTICE_OWN,
  YUNXI_LEGAL_AID,
} from "./sample-units";
import { simulateUnit } from "./simulate-unit";
import type { UnitYear } from "./unit-year";

const UNITS = [QINGLAN_JUSTICE, YUNXI_FINANCE, YUNXI_CULTURE, YUNXI_COMMERCE, QINGLAN_URBAN, YUNXI_LEGAL_AID, YUNXI_JUSTICE_OWN];
const FORMS: readonly Partial<DisclosureRequest>[] = [
  {},
  { tables: "ATTACHED" },
  { tableUnit: "元" },
  { evaluations: "OPERATOR_IN_TARGET" },
  { restated: true },
  { form: "SHANGHAI" },
  { kind: "BUDGET", tableUnit: "元" },
  { tableUnit: "元", evaluations: "OPERATOR_IN_TARGET", restated: true },
];

/** Two rounded parts of a small project may exceed it, and leave less than nothing for the third. */
const isConsistent = (years: readonly UnitYear[]): boolean =>
  years.every(({ projectByEconomic }) => Object.values(projectByEconomic).every((amount) => amount >= 0));

/** The nth of an endless row of different consistent disclosures: unit by unit, form by form, then other numbers. */
export function consistentRequest(n: number): DisclosureRequest {
  const unit = UNITS[n % UNITS.length] ?? QINGLAN_JUSTICE;
  const form = FORMS[Math.floor(n / UNITS.length) % FORMS.length] ?? {};
  const seed = `${unit.profile.seed}#${Math.floor(n / (UNITS.length * FORMS.length))}`;
  const years = [seed, `${seed}'`, `${seed}"`].map((each) => simulateUnit({ ...unit.profile, seed: each }, 2022 + (n % 3)));
  const [prior, year] = (years.find(isConsistent) ?? []).slice(-2);
  if (prior === undefined || year === undefined) throw new Error("no consistent years were simulated");
  return { unit: unit.identity, kind: "FINAL_ACCOUNTS", year, prior, ...form };
}
