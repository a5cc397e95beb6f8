import { readDataTable } from "../lib/read-data-table";

/** 行政层级 of a region or of a unit. */
export const ADMINISTRATIVE_LEVELS = {
  CENTRAL: "中央",
  PROVINCE: "省级",
  CITY: "市级",
  COUNTY: "县级",
  TOWNSHIP: "乡级",
} as const;

export type AdministrativeLevel = keyof typeof ADMINISTRATIVE_LEVELS;

/** 行政区划 of GB/T 2260. */
export interface Region {
  readonly code: string;
  readonly name: string;
  readonly level: AdministrativeLevel;
  readonly parentCode: string | null;
}

interface Catalogue {
  readonly byCode: ReadonlyMap<string, Region>;
  /** By full name and by the short name that unit names use (呼和浩特 for 呼和浩特市). */
  readonly byName: ReadonlyMap<string, readonly Region[]>;
  readonly longestName: number;
}

let loaded: Catalogue | undefined;

function catalogue(): Catalogue {
  loaded ??= load();
  return loaded;
}

function load(): Catalogue {
  const regions = readDataTable("regions.tsv", ["code", "name", "parent", "level"]).map(({ code, name, parent, level }): Region => ({
    code,
    name,
    level: level as AdministrativeLevel,
    parentCode: parent === "" ? null : parent,
  }));
  const byName = new Map<string, Region[]>();
  for (const region of regions) for (const name of namesOf(region)) byName.set(name, [...(byName.get(name) ?? []), region]);
  return {
    byCode: new Map(regions.map((region) => [region.code, region])),
    byName,
    longestName: Math.max(...[...byName.keys()].map((name) => name.length)),
  };
}

const SHORT = /(?:特别行政区|壮族自治区|回族自治区|维吾尔自治区|自治区|省|市)$/;

function namesOf({ name, level }: Region): string[] {
  const short = name.replace(SHORT, "");
  return level !== "COUNTY" && short !== name && short.length >= 2 ? [name, short] : [name];
}

/** All regions, provinces first. */
export const allRegions = (): Region[] => [...catalogue().byCode.values()];

export const regionByCode = (code: string): Region | undefined => catalogue().byCode.get(code);

/** The regions that a region belongs to, nearest first. */
export function ancestorsOf(code: string): Region[] {
  const parentCode = regionByCode(code)?.parentCode;
  const parent = parentCode ? regionByCode(parentCode) : undefined;
  return parent ? [parent, ...ancestorsOf(parent.code)] : [];
}

export interface UnitPlace {
  readonly region?: Region;
  readonly level: AdministrativeLevel;
}

const TOWNSHIP = /街道|(?:镇|乡|苏木)(?:人民)?(?:政府|党委)/;

/**
 * The region and level that a unit's name tells: 上海市普陀区财政局 → 普陀区 (310107), county level.
 *
 * @param within a region that the unit is known to lie in, for names such as 普陀区司法局 that several regions share.
 * @returns undefined where the name tells no region, or several fit.
 */
export function findRegionInUnitName(unitName: string, within?: string): UnitPlace | undefined {
  let rest = unitName.replace(/\s/g, "");
  let region = within === undefined ? undefined : regionByCode(within);
  let found = false;
  for (;;) {
    const next = leadingRegion(rest, region);
    if (!next) break;
    region = next.region;
    rest = rest.slice(next.length);
    found = true;
  }
  if (!found || !region) return undefined;
  return { region, level: TOWNSHIP.test(rest) ? "TOWNSHIP" : region.level };
}

/** The longest region name at the beginning that is unambiguous below `within`. */
function leadingRegion(text: string, within: Region | undefined): { region: Region; length: number } | undefined {
  const { byName, longestName } = catalogue();
  for (let length = Math.min(longestName, text.length); length >= 2; length -= 1) {
    const candidates = (byName.get(text.slice(0, length)) ?? []).filter((region) => !within || liesIn(region, within.code));
    const [first] = candidates.length > 1 ? candidates.filter(({ level }) => level === "PROVINCE") : candidates;
    if (first) return { region: first, length };
  }
  return undefined;
}

const liesIn = (region: Region, ancestor: string): boolean => ancestorsOf(region.code).some(({ code }) => code === ancestor);
