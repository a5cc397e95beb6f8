import { WAN_YUAN, HUNDRED_YUAN, YUAN } from "./amounts";
import { COMMERCE, CULTURE, FINANCE, JUSTICE, LEGAL_AID, URBAN, type Field } from "./fields";
import type { UnitProfile } from "./simulate-unit";
import type { UnitIdentity } from "./unit-identity";

/** The invented regions of the samples; their codes lie outside the national standard. */
export const SAMPLE_REGIONS = [
  { code: "990000", name: "北原自治区（示例）", level: "PROVINCE", parent: null },
  { code: "990100", name: "云溪市（示例）", level: "CITY", parent: "990000" },
  { code: "990121", name: "青岚县（示例）", level: "COUNTY", parent: "990100" },
] as const;

export interface SampleUnit {
  readonly identity: UnitIdentity;
  readonly region: (typeof SAMPLE_REGIONS)[number]["code"];
  /** Name of the department whose accounts include this unit. */
  readonly parent?: string;
  readonly profile: UnitProfile;
}

interface Facts {
  readonly name: string;
  readonly region: SampleUnit["region"];
  readonly field: Field;
  readonly officers: readonly [head: string, financeLead: string, preparer: string];
  readonly phone: string;
  readonly staff: number;
  readonly retired: number;
  /** 万元 */
  readonly projectMoney: number;
  readonly vehicles: number;
  readonly missChance: number;
  readonly institution?: true;
  readonly isOwnUnit?: true;
  readonly parent?: string;
  readonly travels?: true;
  readonly grain?: number;
  readonly supervisingUnit?: string;
}

function sampleUnit(facts: Facts): SampleUnit {
  const { field, officers } = facts;
  return {
    region: facts.region,
    ...(facts.parent === undefined ? {} : { parent: facts.parent }),
    identity: {
      name: facts.name,
      scope: "UNIT",
      isOwnUnit: facts.isOwnUnit ?? false,
      nature: facts.institution ? "财政补助的公益一类事业单位" : "财政拨款的行政单位",
      head: officers[0],
      financeLead: officers[1],
      preparer: officers[2],
      phone: facts.phone,
      offices: field.offices,
      duties: field.duties,
      achievements: field.achievements,
      memberUnits: [],
    },
    profile: {
      seed: facts.name,
      name: facts.name,
      supervisingUnit: facts.supervisingUnit ?? facts.name,
      field,
      institution: facts.institution ?? false,
      staff: facts.staff,
      retired: facts.retired,
      projectMoney: facts.projectMoney * WAN_YUAN,
      vehicles: facts.vehicles,
      missChance: facts.missChance,
      travels: facts.travels ?? false,
      grain: facts.grain ?? HUNDRED_YUAN,
    },
  };
}

export const YUNXI_JUSTICE_OWN = sampleUnit({
  name: "云溪市司法局（示例）",
  region: "990100",
  field: JUSTICE,
  officers: ["林知远", "沈嘉禾", "许映安"],
  phone: "0990-5550101",
  staff: 86,
  retired: 41,
  projectMoney: 1460,
  vehicles: 12,
  missChance: 12,
  isOwnUnit: true,
  parent: "云溪市司法局（示例）",
  travels: true,
});

export const YUNXI_LEGAL_AID = sampleUnit({
  name: "云溪市法律援助中心（示例）",
  region: "990100",
  field: LEGAL_AID,
  officers: ["邵清和", "孟书言", "孟书言"],
  phone: "0990-5550115",
  staff: 22,
  retired: 6,
  projectMoney: 168,
  vehicles: 1,
  missChance: 10,
  institution: true,
  parent: "云溪市司法局（示例）",
  supervisingUnit: "云溪市司法局（示例）",
});

export const YUNXI_FINANCE = sampleUnit({
  name: "云溪市财政局（示例）",
  region: "990100",
  field: FINANCE,
  officers: ["方以宁", "陆时安", "顾予舟"],
  phone: "0990-5550203",
  staff: 74,
  retired: 38,
  projectMoney: 905,
  vehicles: 4,
  missChance: 6,
  travels: true,
});

export const YUNXI_CULTURE = sampleUnit({
  name: "云溪市文化和旅游局（示例）",
  region: "990100",
  field: CULTURE,
  officers: ["叶临川", "唐若溪", "程亦凡"],
  phone: "0990-5550307",
  staff: 52,
  retired: 24,
  projectMoney: 1180,
  vehicles: 5,
  missChance: 34,
});

export const YUNXI_COMMERCE = sampleUnit({
  name: "云溪市商务局（示例）",
  region: "990100",
  field: COMMERCE,
  officers: ["季文朗", "戴语桐", "戴语桐"],
  phone: "0990-5550411",
  staff: 38,
  retired: 19,
  projectMoney: 620,
  vehicles: 3,
  missChance: 14,
  travels: true,
  grain: YUAN,
});

export const QINGLAN_JUSTICE = sampleUnit({
  name: "青岚县司法局（示例）",
  region: "990121",
  field: JUSTICE,
  officers: ["白景行", "罗昭", "罗昭"],
  phone: "0990-5560102",
  staff: 40,
  retired: 17,
  projectMoney: 512,
  vehicles: 9,
  missChance: 26,
});

export const QINGLAN_URBAN = sampleUnit({
  name: "青岚县城市管理局（示例）",
  region: "990121",
  field: URBAN,
  officers: ["钟北辰", "何以宁", "宋晚舟"],
  phone: "0990-5560206",
  staff: 64,
  retired: 21,
  projectMoney: 2350,
  vehicles: 14,
  missChance: 40,
});

/** The department of which the two units above are parts. */
export const YUNXI_JUSTICE_DEPARTMENT: UnitIdentity = {
  ...YUNXI_JUSTICE_OWN.identity,
  scope: "DEPARTMENT",
  isOwnUnit: false,
  memberUnits: [
    { name: "云溪市司法局（示例）（本级）", nature: "财政拨款的行政单位" },
    { name: "云溪市法律援助中心（示例）", nature: "财政补助的公益一类事业单位" },
  ],
};
