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
  readonly byName: ReadonlyMap<string, readonly NamedRegion[]>;
  /** Codes by names of former days. */
  readonly codeOnceNamed: ReadonlyMap<string, string>;
  readonly longestName: number;
}

/** A region under one of the names that unit names use for it. */
interface NamedRegion {
  readonly region: Region;
  /** Whether the name can mean nothing else: 南昌市 is, 南昌 (南昌大学, 南昌路) is not. */
  readonly isSure: boolean;
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
  const byName = new Map<string, NamedRegion[]>();
  let longestName = 0;
  for (const region of regions) {
    for (const [name, isSure] of namesOf(region)) {
      const others = byName.get(name);
      if (others === undefined) byName.set(name, [{ region, isSure }]);
      else others.push({ region, isSure });
      longestName = Math.max(longestName, name.length);
    }
  }
  const former = readDataTable("former-region-names.tsv", ["name", "code"]);
  return {
    byCode: new Map(regions.map((region) => [region.code, region])),
    byName,
    codeOnceNamed: new Map(former.map(({ name, code }) => [name, code])),
    longestName,
  };
}

const PROVINCE_KIND = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|省|市)$/;
const CITY_KIND = /(?:市|地区|盟)$/;
/** 寻甸回族彝族自治县 is printed 寻甸县, 迪庆藏族自治州 迪庆州. */
const SELF_GOVERNING = new RegExp(
  "^(.{2,}?)(?:(?:蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|高山|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌|布朗|" +
    "撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|乌孜别克|俄罗斯|鄂温克|德昂|保安|裕固|京|塔塔尔|独龙|鄂伦春|赫哲|门巴|珞巴|基诺|各)?族|蒙古|哈萨克|柯尔克孜)*自治([州县旗])$",
);

function namesOf({ name, level }: Region): [name: string, isSure: boolean][] {
  if (level === "CENTRAL") return [];
  const selfGoverning = name.includes("自治") ? SELF_GOVERNING.exec(name) : null;
  if (selfGoverning)
    return [
      [name, true],
      [`${selfGoverning[1]}${selfGoverning[2]}`, true],
    ];
  const kind = level === "PROVINCE" ? PROVINCE_KIND : level === "CITY" ? CITY_KIND : undefined;
  const short = kind === undefined ? name : name.replace(kind, "");
  return short === name || short.length < 2
    ? [[name, true]]
    : [
        [name, true],
        [short, level === "PROVINCE"],
      ];
}

const regionsNamed = (name: string, isBelow: boolean): readonly NamedRegion[] =>
  catalogue().byName.get(name) ?? regionsOnceNamed(name, isBelow);

/**
 * 祁阳县 became 祁阳市 and 章丘市 章丘区. Below a region that is named before it, a name that no region has today means the one that kept its stem;
 * standing alone it may as well be invented, so that only those are known that there were.
 */
function regionsOnceNamed(name: string, isBelow: boolean): readonly NamedRegion[] {
  const region = regionByCode(catalogue().codeOnceNamed.get(name) ?? "");
  if (region) return [{ region, isSure: true }];
  const kind = name.at(-1);
  if (!isBelow || name.length < 3 || (kind !== "县" && kind !== "市")) return [];
  const kept = kind === "县" ? ["市", "区"] : ["区"];
  return kept.flatMap((now) => catalogue().byName.get(name.slice(0, -1) + now) ?? []).filter(({ region }) => region.level === "COUNTY");
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

/** What the codes of a region and of all regions in it begin with: 31 for 上海市, 1501 for 呼和浩特市, nothing for 全国. */
export const descendantPrefix = (code: string): string => (code === NATION ? "" : code.replace(/(?:00){1,2}$/, ""));

export interface UnitPlace {
  readonly region?: Region;
  readonly level: AdministrativeLevel;
}

const NATION = "100000";

/**
 * The region and level that a unit's name tells: 上海市普陀区财政局 → 普陀区 (310107), county level; 财政部 → 全国, central level.
 * A zone, or a district that the catalogue no longer has, is placed in its city at county level.
 *
 * @param within a region that the unit is known to lie in, for names such as 普陀区司法局 that several regions share, and for 自治区审计厅.
 * @returns undefined where the name tells no region, or several fit.
 */
export function findRegionInUnitName(unitName: string, within?: string): UnitPlace | undefined {
  const name = unitName.replace(/\s/g, "");
  if (CENTRAL_ORGAN.test(name)) {
    const nation = regionByCode(NATION);
    return { ...(nation && { region: nation }), level: "CENTRAL" };
  }
  const rest = name.replace(ORGANISATION, "");
  const reading = only(readRegions(rest), within) ?? readOwnProvince(rest, within);
  return reading && { region: reading.region, level: levelOf(reading, rest.slice(reading.length)) };
}

/** Ministries, commissions, bureaus and courts of the nation, their branches in the provinces included: those are paid from the central budget. */
const CENTRAL_ORGAN = new RegExp(
  "^(?:中共中央|中央(?!大街|路|商务区)|国务院|全国人大|全国人民代表大会|全国政协|中国人民政治协商会议全国|最高人民|国家(?:税务总局|统计局|发展和?改革委员会|民族事务委员会|安全部|" +
    "卫生健康委员会|市场监督管理总局|金融监督管理总局|广播电视总局|体育总局|知识产权局|国际发展合作署|医疗保障局|机关事务管理局|信访局|能源局|国防科技工业局|烟草专卖局|" +
    "移民管理局|林业和草原局|铁路局|中医药管理局|疾病预防控制局|矿山安全监察局|消防救援局|外汇管理局|药品监督管理局|粮食和物资储备局|文物局|数据局|公务员局|档案局|保密局|密码管理局)|" +
    "(?:外交|国防|教育|科学技术|工业和信息化|公安|民政|司法|财政|人力资源和社会保障|自然资源|生态环境|住房和城乡建设|交通运输|水利|农业农村|商务|文化和旅游|退役军人事务|应急管理)部(?!门|队)|" +
    "审计署|海关总署|中国(?:人民银行|证券监督管理委员会|科学院|社会科学院|工程院|气象局|民用航空局|地震局|红十字会总会|科学技术协会|残疾人联合会)|" +
    "新华通讯社|中华全国)",
);

/** Organisations that put their own name before the region's: 民建吕梁市委, 中国共产党台安县委员会. */
const ORGANISATION =
  /^(?:中国共产党|中国共产主义青年团|中国人民政治协商会议|中国民主同盟|中国民主建国会|中国民主促进会|中国国民党革命委员会|中国农工民主党|中国致公党|中国国际贸易促进委员会|九三学社|台湾民主自治同盟|共青团|中共|政协|民革|民盟|民建|民进|农工党|致公党|台盟)/;

interface Reading {
  readonly region: Region;
  /** How many characters of the name it took. */
  readonly length: number;
  readonly isSure: boolean;
}

/** All ways to read regions from the beginning of a name, each below the one before it. */
function readRegions(text: string, above?: Reading): Reading[] {
  const { longestName } = catalogue();
  const from = above?.length ?? 0;
  const readings: Reading[] = [];
  for (let length = Math.min(longestName, text.length - from); length >= 2; length -= 1) {
    for (const { region, isSure } of regionsNamed(text.slice(from, from + length), above !== undefined)) {
      if (above && !liesIn(region, above.region.code)) continue;
      const reading = { region, length: from + length, isSure: isSure || above?.region.level === "PROVINCE" };
      readings.push(...readRegions(text, reading));
    }
  }
  if (above && (above.isSure || ZONE.test(text.slice(from))) && !isSchool(above, text.slice(from))) readings.push(above);
  return readings;
}

/** A university that only borrows the short name of a province may be anybody's: 北京大学 is not the city's. */
const isSchool = ({ region, length }: Reading, rest: string): boolean => length < region.name.length && /^.{0,8}(?:大学|学院)/.test(rest);

/** The reading that takes most of the name, where it is one region, or one within the region that is known otherwise. */
function only(readings: readonly Reading[], within: string | undefined): Reading | undefined {
  const longest = Math.max(...readings.map(({ length }) => length));
  const best = readings.filter(({ length }) => length === longest);
  const regions = new Set(best.map(({ region }) => region.code));
  if (regions.size <= 1) return best[0];
  const fitting = best.filter(({ region }) => within !== undefined && (region.code === within || liesIn(region, within)));
  return new Set(fitting.map(({ region }) => region.code)).size === 1 ? fitting[0] : undefined;
}

/** 自治区审计厅 and 省财政厅 leave out the name that everybody there knows. */
function readOwnProvince(text: string, within: string | undefined): Reading | undefined {
  const own = within === undefined ? undefined : /^(?:自治区|省)/.exec(text)?.[0];
  if (within === undefined || own === undefined) return undefined;
  const region = [regionByCode(within), ...ancestorsOf(within)].find((one) => one?.level === "PROVINCE");
  return region?.name.endsWith(own) ? { region, length: own.length, isSure: true } : undefined;
}

const STREET_OFFICE = /^.{1,10}?街道/;
/** 天星镇中心卫生院, 塔尔乡 and 某苏木人民政府; not 城乡建设局, 乡村振兴局, 城镇 or 特色小镇. */
const TOWNSHIP =
  /^.{1,10}?(?:(?<![城村小])镇|(?<![城水])乡(?!村|镇|土|愁)|苏木)(?=$|人民|政府|党委|党群|委员会|机关|本级|[（(]|财政|司法|卫生院|中心|小学|中学|初级|学校|幼儿园|便民|综合|农业|文化|敬老院|退役|社会)/;
const ZONE = /^.{1,14}?(?:开发区|高新区|工业园|产业园|科技园|新区|投资区|示范区|试验区|管理区|保税区|合作区|园区|度假区)/;
/** 杭州市江干区司法局: 江干区 is gone since 2021, and its documents are not. Not 社区, 景区 and other places that are no district. */
const FORMER_DISTRICT =
  /^.{1,5}?(?:(?<![社景护灌库矿林牧校小地城片厂港市])区|县|旗)(?=人民|法院|检察院|委|政府|[^社景].{0,12}(?:局|委员会|办公室|会|中心|队|院|校|所)$)/;

const MUNICIPALITY = /^(?:北京|天津|上海|重庆)市$/;

function levelOf({ region }: Reading, rest: string): AdministrativeLevel {
  const mayHoldTownships = region.level === "COUNTY" || region.level === "CITY";
  if (mayHoldTownships && (STREET_OFFICE.test(rest) || TOWNSHIP.test(rest))) return "TOWNSHIP";
  const mayHoldDistricts = region.level === "CITY" || MUNICIPALITY.test(region.name);
  return mayHoldDistricts && (ZONE.test(rest) || FORMER_DISTRICT.test(rest)) ? "COUNTY" : region.level;
}

const liesIn = (region: Region, ancestor: string): boolean => ancestorsOf(region.code).some(({ code }) => code === ancestor);
