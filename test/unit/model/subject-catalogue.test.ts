import {
  allSubjects,
  classificationOf,
  findSubjectByPath,
  findSubjectCandidates,
  levelOfCode,
  normaliseSubjectName,
  parentCodeOf,
  subjectByCode,
  subjectKeyForPath,
  subjectsBelow,
  type SubjectPath,
} from "../../../src/model/subject-catalogue";

const codeOf = (className: string | undefined, section?: string, item?: string, year = 2023): string | undefined =>
  findSubjectByPath("FUNCTIONAL", pathOf(className, section, item), year)?.code;

const pathOf = (className?: string, section?: string, item?: string): SubjectPath => ({
  ...(className !== undefined && { className }),
  ...(section !== undefined && { section }),
  ...(item !== undefined && { item }),
});

describe("a name under its parents", () => {
  test.each([
    ["公共安全", "公安", "行政运行", "2040201"],
    ["公共安全支出", "司法", "一般行政管理事务", "2040602"],
    ["公共安全", "司法", "基层司法业务", "2040604"],
    ["公共安全", "司法", "普法宣传", "2040605"],
    ["公共安全", "司法", "公共法律服务", "2040607"],
    ["公共安全", "司法", "国家统一法律职业资格考试", "2040608"],
    ["公共安全", "司法", "社区矫正", "2040610"],
    ["公共安全", "司法", "法治建设", "2040612"],
    ["公共安全", "司法", "信息化建设", "2040613"],
    ["社会保障和就业支出", "行政事业单位养老支出", "行政单位离退休", "2080501"],
    ["社会保障和就业支出", "人力资源和社会保障管理事务", "引进人才费用", "2080116"],
    ["卫生健康支出", "行政事业单位医疗", "公务员医疗补助", "2101103"],
    ["住房保障支出", "住房改革支出", "住房公积金", "2210201"],
    ["其他支出", "彩票公益金安排的支出", "用于社会福利的彩票公益金支出", "2296002"],
    ["城乡社区支出", "国有土地使用权出让收入安排的支出", "土地开发支出", "2120802"],
    ["国有资本经营预算支出", "国有企业资本金注入", "公益性设施投资支出", "2230202"],
  ])("%s / %s / %s is %s", (className, section, item, code) => {
    expect(codeOf(className, section, item)).toBe(code);
  });

  test("the section above is enough where no other class has one of that name", () => {
    expect(codeOf(undefined, "公安", "行政运行")).toBe("2040201");
    expect(codeOf(undefined, "司法", "行政运行")).toBe("2040601");
  });

  test("an item that stands under many parents is not told by its name alone", () => {
    expect(codeOf(undefined, undefined, "行政运行")).toBeUndefined();
    expect(codeOf("公共安全支出", undefined, "行政运行")).toBeUndefined();
    const candidates = findSubjectCandidates("FUNCTIONAL", { item: "行政运行" }, 2023).map(({ code }) => code);
    expect(candidates).toEqual(expect.arrayContaining(["2010101", "2040201", "2040601"]));
    expect(
      findSubjectCandidates("FUNCTIONAL", { className: "公共安全", item: "行政运行" }, 2023).every(({ code }) => code.startsWith("204")),
    ).toBe(true);
  });

  test("a class that does not hold the section is not overlooked", () => {
    expect(codeOf("教育支出", "司法", "普法宣传")).toBeUndefined();
    expect(codeOf("新设类", "司法", "普法宣传")).toBeUndefined();
    expect(codeOf("公共安全", "司法", "没有这一项")).toBeUndefined();
    expect(findSubjectByPath("FUNCTIONAL", {})).toBeUndefined();
  });

  test("one name at three levels is told apart by the level at which it is printed", () => {
    expect(codeOf("其他支出")).toBe("229");
    expect(codeOf("其他支出", "其他支出")).toBe("22999");
    expect(codeOf("其他支出", "其他支出", "其他支出")).toBe("2299999");
  });

  test("a section's name alone may be one of several classes", () => {
    expect(codeOf(undefined, "住房保障")).toBe("21908");
    expect(codeOf(undefined, "地震事务", undefined, 2023)).toBe("22405");
    expect(codeOf(undefined, "地震事务", undefined, 2017)).toBe("22004");
  });
});

describe("names as printed", () => {
  test.each([
    ["half-width brackets", "一般公共服务", "政府办公厅(室)及相关机构事务", undefined, "20103"],
    ["a line break and blanks inside", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险\n 缴费支出", "2080505"],
    ["the suffix 支出 dropped", "社会保障和就业", "行政事业单位养老", "机关事业单位职业年金缴费", "2080506"],
    ["level marks", "公共安全支出（类）", "司法（款）", "普法宣传（项）", "2040605"],
    ["level marks with codes", "公共安全支出（204类）", "司法(06款)", "普法宣传（05项）", "2040605"],
    ["quotation marks of another shape", "国有资本经营预算支出", "解决历史遗留问题及改革成本支出", '"三供一业"移交补助支出', "2230102"],
    ["cut off by a narrow cell", "社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴", "2080505"],
  ])("%s", (_, className, section, item, code) => {
    expect(codeOf(className, section, item)).toBe(code);
  });

  test("a cut name that two subjects begin with, or a short one, is left open", () => {
    expect(codeOf("社会保障和就业支出", "行政事业单位养老支出", "机关事业单位")).toBeUndefined();
    expect(codeOf("城乡社区支出", "国有土地使用权出让收入")).toBeUndefined();
  });

  test("normaliseSubjectName leaves a name of its own when 支出 goes", () => {
    expect(normaliseSubjectName("公共安全支出（类）")).toBe("公共安全");
    expect(normaliseSubjectName("因公出国(境) 费用")).toBe(normaliseSubjectName("因公出国（境）费用"));
    expect(normaliseSubjectName("支出")).toBe("支出");
  });
});

describe("years", () => {
  test("a class has the name of the year", () => {
    expect([2012, 2016, 2019, 2024].map((year) => subjectByCode("210", year)?.name)).toEqual([
      "医疗卫生支出",
      "医疗卫生与计划生育支出",
      "卫生健康支出",
      "卫生健康支出",
    ]);
    expect(subjectByCode("210")?.name).toBe("卫生健康支出");
  });

  test("a former name still finds the code, with the name of the year", () => {
    const found = findSubjectByPath("FUNCTIONAL", { className: "医疗卫生与计划生育支出" }, 2026);
    expect(found).toMatchObject({ code: "210", name: "卫生健康支出" });
    expect(codeOf("社会保障和就业支出", "行政事业单位离退休", "归口管理的行政单位离退休", 2023)).toBe("2080501");
    expect(codeOf("农林水支出", "扶贫", "生产发展", 2019)).toBe("2130505");
  });

  test("of two codes with one name the year decides", () => {
    expect(codeOf("社会保障和就业支出", "其他社会保障和就业支出", "其他社会保障和就业支出", 2019)).toBe("2089901");
    expect(codeOf("社会保障和就业支出", "其他社会保障和就业支出", "其他社会保障和就业支出", 2023)).toBe("2089999");
    expect(
      findSubjectByPath("FUNCTIONAL", pathOf("社会保障和就业支出", "其他社会保障和就业支出", "其他社会保障和就业支出")),
    ).toBeUndefined();
  });

  test("a code that had ended is found in a later document all the same", () => {
    expect(codeOf("一般公共服务支出", "宗教事务", undefined, 2023)).toBe("20124");
    expect(subjectByCode("20124")?.toYear).toBe(2018);
  });

  test("each code stands once in allSubjects, under its latest name, with the former ones as aliases", () => {
    const health = allSubjects().filter(({ code }) => code === "210");
    expect(health.map(({ name, aliases }) => [name, aliases])).toEqual([["卫生健康支出", ["医疗卫生支出", "医疗卫生与计划生育支出"]]]);
  });
});

describe("economic subjects", () => {
  test("departmental and governmental ones of the same name are two", () => {
    expect(findSubjectByPath("ECONOMIC", { className: "工资福利支出" }, 2024)?.code).toBe("301");
    expect(findSubjectByPath("ECONOMIC", { section: "公务接待费" }, 2024)?.code).toBe("30217");
    expect(findSubjectByPath("GOVERNMENT_ECONOMIC", { section: "公务接待费" }, 2024)?.code).toBe("50206");
    expect(findSubjectByPath("GOVERNMENT_ECONOMIC", { className: "机关工资福利支出" }, 2024)?.code).toBe("501");
  });

  test("office equipment is bought under two classes", () => {
    expect(findSubjectByPath("ECONOMIC", { section: "办公设备购置" }, 2024)).toBeUndefined();
    expect(findSubjectByPath("ECONOMIC", { className: "资本性支出", section: "办公设备购置" }, 2024)?.code).toBe("31002");
    expect(findSubjectByPath("ECONOMIC", { className: "资本性支出（基本建设）", section: "办公设备购置" }, 2024)?.code).toBe("30902");
  });
});

describe("codes", () => {
  test.each([
    ["204", "CLASS", null, "FUNCTIONAL"],
    ["20406", "SECTION", "204", "FUNCTIONAL"],
    ["2040605", "ITEM", "20406", "FUNCTIONAL"],
    ["30201", "SECTION", "302", "ECONOMIC"],
    ["50201", "SECTION", "502", "GOVERNMENT_ECONOMIC"],
    ["3020101", "ITEM", "30201", undefined],
    ["101", "CLASS", null, undefined],
    ["2040", undefined, "20", undefined],
    ["20x", undefined, null, undefined],
  ])("%s", (code, level, parent, kind) => {
    expect(levelOfCode(code)).toBe(level);
    expect(parentCodeOf(code)).toBe(parent);
    expect(classificationOf(code)).toBe(kind);
  });

  test("subjectsBelow lists the next level in order", () => {
    expect(subjectsBelow("221").map(({ code }) => code)).toEqual(["22101", "22102", "22103"]);
    expect(subjectsBelow("2210201")).toEqual([]);
  });
});

describe("the key of a subject without a code", () => {
  test.each([
    [pathOf("公共安全支出", "司法", "新设事项"), "20406:新设事项"],
    [pathOf(undefined, "司法（款）", "新设 事项（项）"), "20406:新设事项"],
    [pathOf("公共安全", "新设款", "新设项"), "204:新设款/新设项"],
    [pathOf("新设类", "新设款"), "新设类:新设款"],
    [pathOf("新设类"), ":新设类"],
    [pathOf("公共安全支出", "司法", "新设(试行)事项"), "20406:新设（试行）事项"],
  ])("%j is %s", (names, key) => {
    expect(subjectKeyForPath("FUNCTIONAL", names, 2023)).toBe(key);
  });
});

test("ten thousand paths are resolved in well under a second, by index", () => {
  subjectByCode("201");
  const started = process.hrtime.bigint();
  for (let round = 0; round < 10_000; round += 1) {
    findSubjectByPath("FUNCTIONAL", { className: "公共安全", section: "司法", item: "行政运行" }, 2023);
  }
  expect(Number((process.hrtime.bigint() - started) / 1_000_000n)).toBeLessThan(1_000);
});
