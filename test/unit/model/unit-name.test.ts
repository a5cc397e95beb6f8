import { normaliseUnitName, parseUnitName, unitCodeFor, unitNatureFrom, UNIT_NATURES } from "../../../src/model/unit-name";

describe("parseUnitName", () => {
  test.each([
    ["示例市司法局（本级）", "示例市司法局", true],
    ["示例市司法局(本级)", "示例市司法局", true],
    ["示例市司法局 （ 本级 ）", "示例市司法局", true],
    ["示例市司法局〔本级〕", "示例市司法局", true],
    ["示例市司法局本级", "示例市司法局", true],
    ["示例市司法局（机关）", "示例市司法局", true],
    ["示例市司法局（局机关）", "示例市司法局", true],
    ["示例省司法厅（厅本级）", "示例省司法厅", true],
    ["示例市司法局（机关本级）", "示例市司法局", true],
    ["示例集团（本部）", "示例集团", true],
    ["示例市司法局", "示例市司法局", false],
    ["示例市司法局（汇总）", "示例市司法局", false],
    ["示例市司法局（部门）", "示例市司法局", false],
    ["示例市司法局（含所属单位）", "示例市司法局", false],
    ["示例市机关事务管理局", "示例市机关事务管理局", false],
    ["示例市司法局（示例）", "示例市司法局（示例）", false],
    ["（本级）", "（本级）", false],
    ["", "", false],
  ])("%s", (printed, name, isOwnUnit) => {
    expect(parseUnitName(printed)).toEqual({ name, isOwnUnit });
  });
});

test("normaliseUnitName folds print, not meaning", () => {
  const key = normaliseUnitName("示例市司法局(示例)");
  expect(normaliseUnitName(" 示例市 司法局（示例）\u200b")).toBe(key);
  expect(normaliseUnitName("示例市ＡＢ中心")).toBe(normaliseUnitName("示例市AB中心"));
  expect(normaliseUnitName("示例市司法局")).not.toBe(key);
});

describe("unitCodeFor", () => {
  test("is the region and eight letters that the name alone decides", () => {
    const code = unitCodeFor("示例区财政局", "310107");
    expect(code).toMatch(/^310107-[a-z2-7]{8}$/);
    expect(unitCodeFor("示例区 财政局", "310107")).toBe(code);
    expect(unitCodeFor("示例区司法局", "310107")).not.toBe(code);
    expect(unitCodeFor("示例区财政局")).toBe(code.replace("310107", "unknown"));
  });

  test("does not change between versions: stored units are found by it", () => {
    expect(unitCodeFor("示例区财政局", "310107")).toBe("310107-inqacewh");
  });
});

describe("unitNatureFrom", () => {
  test.each([
    ["财政拨款的行政单位", "ADMINISTRATIVE"],
    ["行政单位", "ADMINISTRATIVE"],
    ["党政机关", "ADMINISTRATIVE"],
    ["参照公务员法管理事业单位", "CIVIL_SERVICE_REFERENCE"],
    ["参照《中华人民共和国公务员法》管理的事业单位", "CIVIL_SERVICE_REFERENCE"],
    ["参公事业单位", "CIVIL_SERVICE_REFERENCE"],
    ["公益一类事业单位", "PUBLIC_INSTITUTION_1"],
    ["财政补助公益 Ⅰ 类事业单位", "PUBLIC_INSTITUTION_1"],
    ["公益二类事业单位", "PUBLIC_INSTITUTION_2"],
    ["公益Ⅱ类", "PUBLIC_INSTITUTION_2"],
    ["全额拨款事业单位", "PUBLIC_INSTITUTION"],
    ["承担行政职能的事业单位", "PUBLIC_INSTITUTION"],
    ["国有企业", "ENTERPRISE"],
    ["行政事业单位", "OTHER"],
    ["社会团体", "OTHER"],
    ["", "OTHER"],
  ] as const)("%s is %s", (text, nature) => {
    expect(unitNatureFrom(text)).toBe(nature);
    expect(UNIT_NATURES[nature]).toMatch(/^\p{Script=Han}+$/u);
  });
});
