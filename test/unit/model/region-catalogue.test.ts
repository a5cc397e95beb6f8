import { readDataTable } from "../../../src/lib/read-data-table";
import {
  ADMINISTRATIVE_LEVELS,
  allRegions,
  ancestorsOf,
  descendantPrefix,
  findRegionInUnitName,
  regionByCode,
} from "../../../src/model/region-catalogue";

const placeOf = (unitName: string, within?: string): string | undefined => {
  const place = findRegionInUnitName(unitName, within);
  return place && `${place.region?.code} ${place.level}`;
};

describe("the region and level in a unit's name", () => {
  test.each([
    ["上海市普陀区财政局", "310107 COUNTY"],
    ["上海普陀区财政局", "310107 COUNTY"],
    ["内蒙古自治区司法厅", "150000 PROVINCE"],
    ["内蒙古公共资源交易中心", "150000 PROVINCE"],
    ["北京市公安局", "110000 PROVINCE"],
    ["呼和浩特市财政局", "150100 CITY"],
    ["鄂尔多斯市审计局", "150600 CITY"],
    ["北海市司法局", "450500 CITY"],
    ["台安县政法委", "210321 COUNTY"],
    ["四川大英县司法局", "510923 COUNTY"],
    ["枣庄市市中区财政局", "370402 COUNTY"],
    ["苏尼特左旗财政局", "152523 COUNTY"],
    ["锡林郭勒盟行政公署", "152500 CITY"],
    ["大兴安岭地区行政公署", "232700 CITY"],
    ["嘉峪关市司法局", "620200 CITY"],
    ["仙桃市司法局", "429004 COUNTY"],
    ["鄂尔多斯市 审计局（本级）", "150600 CITY"],
  ])("%s", (name, place) => {
    expect(placeOf(name)).toBe(place);
  });

  test.each([
    ["迪庆州财政局", "533400 CITY"],
    ["凉山州司法局", "513400 CITY"],
    ["西双版纳州司法局", "532800 CITY"],
    ["寻甸县农业农村局", "530129 COUNTY"],
    ["耿马县政务服务管理局", "530926 COUNTY"],
    ["双江县财政局", "530925 COUNTY"],
    ["东乡县司法局", "622926 COUNTY"],
    ["鄂伦春旗司法局", "150723 COUNTY"],
  ])("self-governing places by their short names: %s", (name, place) => {
    expect(placeOf(name)).toBe(place);
  });

  test.each([
    ["海南省财政厅", "460000 PROVINCE"],
    ["海南州财政局", "632500 CITY"],
    ["海南州共和县财政局", "632521 COUNTY"],
    ["吉林省司法厅", "220000 PROVINCE"],
    ["吉林市司法局", "220200 CITY"],
    ["河南县财政局", "632324 COUNTY"],
    ["朝阳市公安局", "211300 CITY"],
  ])("a name that another one begins with: %s", (name, place) => {
    expect(placeOf(name)).toBe(place);
  });

  test("a name that several regions share needs to be told where", () => {
    expect(placeOf("普陀区司法局")).toBeUndefined();
    expect(placeOf("普陀区司法局", "310000")).toBe("310107 COUNTY");
    expect(placeOf("普陀区司法局", "310107")).toBe("310107 COUNTY");
    expect(placeOf("普陀区司法局", "330900")).toBe("330903 COUNTY");
    expect(placeOf("普陀区司法局", "440000")).toBeUndefined();
  });

  test("what the name says outright is not bent by where it is thought to lie", () => {
    expect(placeOf("江苏省财政厅", "310000")).toBe("320000 PROVINCE");
  });

  test("自治区 and 省 without a name are those of the place", () => {
    expect(placeOf("自治区机关事务管理局（本级）")).toBeUndefined();
    expect(placeOf("自治区机关事务管理局（本级）", "150100")).toBe("150000 PROVINCE");
    expect(placeOf("省财政厅", "370100")).toBe("370000 PROVINCE");
    expect(placeOf("省财政厅", "150100")).toBeUndefined();
  });

  test.each(["财政部", "司法部", "国家税务总局上海市税务局", "最高人民法院", "中共中央宣传部", "中国科学院"])("central: %s", (name) => {
    expect(placeOf(name)).toBe("100000 CENTRAL");
  });

  test.each([
    "教育部门",
    "公安部队",
    "中央大街街道办事处",
    "市司法局",
    "示例市司法局（示例）",
    "云溪市司法局",
    "云溪县财政局",
    "北京大学",
    "南京大学",
    "",
  ])("tells no region: %s", (name) => {
    expect(placeOf(name)).toBeUndefined();
  });

  test.each([
    ["上海市普陀区万里街道办事处", "310107 TOWNSHIP"],
    ["上海市普陀区人民政府万里街道办事处", "310107 TOWNSHIP"],
    ["池州市贵池区棠溪镇人民政府", "341702 TOWNSHIP"],
    ["昭通市大关县天星镇中心卫生院", "530624 TOWNSHIP"],
    ["阿克陶县塔尔乡", "653022 TOWNSHIP"],
    ["东莞市虎门镇人民政府", "441900 TOWNSHIP"],
    ["南昌东湖区百花洲街道", "360102 TOWNSHIP"],
    ["上海市普陀区城乡建设局", "310107 COUNTY"],
    ["大关县乡村振兴局", "530624 COUNTY"],
    ["大关县城镇管理中心", "530624 COUNTY"],
  ])("townships and what only sounds like them: %s", (name, place) => {
    expect(placeOf(name)).toBe(place);
  });

  test.each([
    ["民建吕梁市委", "141100 CITY"],
    ["中共台安县委政法委员会", "210321 COUNTY"],
    ["中国共产党上海市委员会宣传部", "310000 PROVINCE"],
  ])("organisations that put their own name first: %s", (name, place) => {
    expect(placeOf(name)).toBe(place);
  });

  test.each([
    ["泉州台商投资区管理委员会", "350500 COUNTY"],
    ["苏州工业园区财政局", "320500 COUNTY"],
    ["杭州市江干区司法局", "330100 COUNTY"],
    ["上海市闸北区财政局", "310000 COUNTY"],
    ["祁阳县司法局", "431181 COUNTY"],
    ["即墨市财政局", "370215 COUNTY"],
    ["山东省潍坊市寒亭县财政局", "370703 COUNTY"],
    ["昆明市城区供水管理所", "530100 CITY"],
  ])("zones and districts of former days: %s", (name, place) => {
    expect(placeOf(name)).toBe(place);
  });
});

describe("the tree of regions", () => {
  test("ancestors from the nearest", () => {
    expect(ancestorsOf("530129").map(({ code }) => code)).toEqual(["530100", "530000", "100000"]);
    expect(ancestorsOf("310107").map(({ code }) => code)).toEqual(["310000", "100000"]);
    expect(ancestorsOf("999999")).toEqual([]);
  });

  test("what the codes inside a region begin with", () => {
    expect(["100000", "310000", "150100", "310107", "429004"].map(descendantPrefix)).toEqual(["", "31", "1501", "310107", "429004"]);
  });

  test("regionByCode", () => {
    expect(regionByCode("310107")).toEqual({ code: "310107", name: "普陀区", level: "COUNTY", parentCode: "310000" });
    expect(regionByCode("310100")).toBeUndefined();
  });
});

describe("data/regions.tsv", () => {
  const regions = allRegions();
  const levels = Object.keys(ADMINISTRATIVE_LEVELS);

  test("each code once, its parent there and above it", () => {
    const rows = readDataTable("regions.tsv", ["code", "name", "parent", "level"]);
    expect(new Set(rows.map(({ code }) => code)).size).toBe(rows.length);
    const faults = rows.filter(({ code, name, parent, level }) => {
      const above = regionByCode(parent);
      const isRoot = code === "100000" && parent === "";
      return !/^\d{6}$/.test(code) || name === "" || !(isRoot || (above && levels.indexOf(above.level) < levels.indexOf(level)));
    });
    expect(faults).toEqual([]);
  });

  test("each former name is that of a county of today with the same stem, and nobody's today", () => {
    const former = readDataTable("former-region-names.tsv", ["name", "code"]);
    const wrong = former.filter(({ name, code }) => {
      const now = regionByCode(code);
      return now?.level !== "COUNTY" || now.name.slice(0, -1) !== name.slice(0, -1) || regions.some((region) => region.name === name);
    });
    expect(wrong).toEqual([]);
    expect(new Set(former.map(({ name }) => name)).size).toBe(former.length);
  });

  test("a region's code begins with its parent's", () => {
    expect(regions.filter(({ code, parentCode }) => parentCode !== null && !code.startsWith(descendantPrefix(parentCode)))).toEqual([]);
  });

  test("holds the country", () => {
    const count = (level: string): number => regions.filter((region) => region.level === level).length;
    expect(count("PROVINCE")).toBe(34);
    expect(count("CITY")).toBe(333);
    expect(count("COUNTY")).toBeGreaterThan(2_800);
  });

  test("every region is found by its name under its parent's", () => {
    const lost = regions.filter(({ name, parentCode, level }) => {
      const above = parentCode === null ? undefined : regionByCode(parentCode);
      if (above === undefined) return false;
      const full = above.level === "CENTRAL" ? name : `${above.name}${name}`;
      const place = findRegionInUnitName(`${full}财政局`);
      return place?.region?.name !== name || place.level !== level;
    });
    expect(lost.map(({ code, name }) => `${code} ${name}`)).toEqual([]);
  });
});
