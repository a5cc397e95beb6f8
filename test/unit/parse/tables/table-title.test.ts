import { readTableTitle } from "../../../../src/parse/tables/table-title";

describe("readTableTitle", () => {
  test.each([
    ["收入支出决算总表", "TOTALS"],
    ["2026年部门财务收支预算总表", "TOTALS"],
    ["一、《收入支出决算总表》", "TOTALS"],
    ["入支出决算总表", "TOTALS"],
    ["收入决算表", "REVENUE"],
    ["收入决算表（分单位）", "REVENUE"],
    ["2026年部门收入预算总表", "REVENUE"],
    ["支出决算表", "EXPENDITURE"],
    ["三、出决算表", "EXPENDITURE"],
    ["附表3：支出决算表", "EXPENDITURE"],
    ["财政拨款收入支出决算总表", "FISCAL_APPROPRIATION"],
    ["四、政拨款收入支出决算总表", "FISCAL_APPROPRIATION"],
    ["2026年部门财政拨款收支预算总表", "FISCAL_APPROPRIATION"],
    ["一般公共预算财政拨款支出决算表", "GENERAL_PUBLIC"],
    ["一般公共预算财政拨款支出决算表（二）", "GENERAL_PUBLIC"],
    ["六、般公共预算财政拨款支出决算表", "GENERAL_PUBLIC"],
    ["2025年部门一般公共预算支出功能分类预算表", "GENERAL_PUBLIC"],
    ["一般公共预算财政拨款基本支出决算明细表", "GENERAL_PUBLIC_BASIC"],
    ["2025年部门一般公共预算基本支出部门预算经济分类预算表", "GENERAL_PUBLIC_BASIC"],
    ["一般公共预算财政拨款项目支出决算明细表", "GENERAL_PUBLIC_PROJECT"],
    ["政府性基金预算财政拨款收入支出决算表", "GOVERNMENT_FUND"],
    ["国有资本经营预算财政拨款支出决算表", "STATE_CAPITAL"],
    ["财政拨款“三公”经费支出决算表", "THREE_PUBLIC"],
    ["2026年部门“三公”经费和机关运行经费预算表", "THREE_PUBLIC"],
    ["“三公”经费、行政参公单位机关运行经费情况表", "THREE_PUBLIC"],
    ["项目收入支出决算表", "PROJECT_REVENUE_EXPENDITURE"],
    ["机构运行经费支出、国有资产占用情况及政府采购支出信息表", "OPERATING_ASSETS_PROCUREMENT"],
    ["十、国有资产占用情况表", "STATE_ASSETS"],
    ["政府采购情况表", "PROCUREMENT"],
    ["支出预算经济分类汇总表", "EXPENDITURE_BY_ECONOMIC"],
    ["项目支出预算表", "PROJECT_LIST"],
    ["项目支出绩效自评表", "SELF_EVALUATION"],
    ["项目支出绩效自评表（2024年度）", "SELF_EVALUATION"],
    ["项目支出绩效目标表", "PERFORMANCE_TARGETS"],
  ])("%s is %s", (line, kind) => {
    expect(readTableTitle(line)?.kind).toBe(kind);
  });

  test.each(["第二部分 决算表说明", "具体数额见收入决算表，其中财政拨款收入占九成。", "政府购买服务目录表", "表", "单位：万元"])(
    "%s is no title of ours",
    (line) => {
      expect(readTableTitle(line)).toBeUndefined();
    },
  );

  test("keeps the title as printed, without its number", () => {
    expect(readTableTitle("七、财政拨款“三公”经费支出决算表")?.title).toBe("财政拨款“三公”经费支出决算表");
    expect(readTableTitle("一、《收入支出决算总表》")?.title).toBe("收入支出决算总表");
  });
});
