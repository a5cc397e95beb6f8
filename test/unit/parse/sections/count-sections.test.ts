import { messageLines, readingLines, relationLines, tell } from "../told";

describe("“三公”经费", () => {
  const section = "财政拨款“三公”经费支出决算情况说明";

  it("tells budget, final, completion, shares, last year and all counts", () => {
    const text = [
      "“三公”经费财政拨款支出预算为10万元，支出决算为8万元，完成预算的80%，比上年减少2万元，减少20%，减少的主要原因是厉行节约。其中：公务用车购置及运行维护费支出决算6万元，占75%。",
      "1.因公出国（境）费支出0万元，全年安排因公出国（境）团组0个，累计0人次。",
      "2.公务用车购置支出0万元，购置（更新）公务用车0辆；公务用车运行维护费6万元，年末公务用车保有量3辆。",
      "3.公务接待费2万元。其中：国内公务接待支出 1.50万元，接待9 批次，86 人次，开支内容：考察组用餐；国（境）外公务接待支出 0.50万元，接待1 批次，4 人次。与上年决算相比，减少 0.50万元。",
    ];
    const told = tell({ section, text });
    expect(readingLines(told)).toEqual([
      "THREE_PUBLIC_TOTAL ADJUSTED_BUDGET 10000000 10万元",
      "THREE_PUBLIC_TOTAL FINAL 8000000 8万元",
      "OFFICIAL_VEHICLES FINAL 6000000 6万元",
      "OVERSEAS_TRAVEL FINAL 0 0万元",
      "TRAVEL_GROUPS FINAL 0 0个",
      "TRAVELLERS FINAL 0 0人次",
      "VEHICLE_PURCHASE FINAL 0 0万元",
      "VEHICLES_BOUGHT FINAL 0 0辆",
      "VEHICLE_OPERATION FINAL 6000000 6万元",
      "VEHICLES_HELD FINAL 3 3辆",
      "OFFICIAL_RECEPTION FINAL 2000000 2万元",
      "DOMESTIC_RECEPTION FINAL 1500000 1.50万元",
      "RECEPTION_BATCHES FINAL 9 9 批次",
      "RECEPTION_GUESTS FINAL 86 86 人次",
      "FOREIGN_RECEPTION FINAL 500000 0.50万元",
      "FOREIGN_RECEPTION_BATCHES FINAL 1 1 批次",
      "FOREIGN_RECEPTION_GUESTS FINAL 4 4 人次",
      "THREE_PUBLIC_TOTAL PRIOR_FINAL 10000000 2万元 CURRENT_MINUS_CHANGE",
      "OFFICIAL_RECEPTION PRIOR_FINAL 2500000 0.50万元 CURRENT_MINUS_CHANGE",
    ]);
    expect(relationLines(told)).toContain("SHARE OFFICIAL_VEHICLES / THREE_PUBLIC_TOTAL 750000 75%");
  });

  it.each([
    ["国内公务接待520批次，4200人次", ["RECEPTION_BATCHES FINAL 520 520批次", "RECEPTION_GUESTS FINAL 4200 4200人次"]],
    ["国内公务接待批次为520个，接待人次为4200人", ["RECEPTION_BATCHES FINAL 520 520个", "RECEPTION_GUESTS FINAL 4200 4200人"]],
    ["全年国内公务接待批次为39次,共计接待195人次", ["RECEPTION_BATCHES FINAL 39 39次", "RECEPTION_GUESTS FINAL 195 195人次"]],
    ["共接待国内来访团组12个、来宾130人次（不包括陪同人员）", ["RECEPTION_BATCHES FINAL 12 12个", "RECEPTION_GUESTS FINAL 130 130人次"]],
    ["公务用车购置数为7辆,年末公务用车保有量为316辆", ["VEHICLES_BOUGHT FINAL 7 7辆", "VEHICLES_HELD FINAL 316 316辆"]],
    ["外事接待3批次，20人次", ["FOREIGN_AFFAIRS_RECEPTION_BATCHES FINAL 3 3批次", "FOREIGN_AFFAIRS_RECEPTION_GUESTS FINAL 20 20人次"]],
  ])("counts: %s", (words, lines) => {
    expect(readingLines(tell({ section, text: [`${words}。`] }))).toEqual(lines);
  });

  it("reads 元 with and without separators in one sentence", () => {
    const text = [
      "“三公”经费支出年初预算为12000.00元,支出决算为12,000.00元,完成年初预算的100%;公务接待费支出12,000.00元,占总支出决算的100%。",
    ];
    const told = tell({ section, text });
    expect(readingLines(told)).toEqual([
      "THREE_PUBLIC_TOTAL INITIAL_BUDGET 1200000 12000.00元",
      "THREE_PUBLIC_TOTAL FINAL 1200000 12,000.00元",
      "OFFICIAL_RECEPTION FINAL 1200000 12,000.00元",
    ]);
    expect(relationLines(told)[1]).toBe("SHARE OFFICIAL_RECEPTION / THREE_PUBLIC_TOTAL 1000000 100%");
  });
});

describe("政府采购", () => {
  it("tells kinds, enterprises, and shares of what the sentence names", () => {
    const text = [
      "2022年度政府采购支出总额300万元，其中：政府采购货物支出100万元、政府采购工程支出50万元、政府采购服务支出150万元。授予中小企业合同金额280万元，占政府采购支出总额的93.33%，其中：授予小微企业合同金额140万元，占授予中小企业合同金额的50%；货物采购授予中小企业合同金额占货物支出金额的80%。",
    ];
    const told = tell({ section: "政府采购支出情况", text });
    expect(readingLines(told).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "PROCUREMENT_TOTAL FINAL 300000000",
      "PROCUREMENT_GOODS FINAL 100000000",
      "PROCUREMENT_WORKS FINAL 50000000",
      "PROCUREMENT_SERVICES FINAL 150000000",
      "PROCUREMENT_SME FINAL 280000000",
      "PROCUREMENT_MICRO FINAL 140000000",
    ]);
    expect(relationLines(told)).toEqual([
      "SHARE PROCUREMENT_SME / PROCUREMENT_TOTAL 933300 93.33%",
      "SHARE PROCUREMENT_MICRO / PROCUREMENT_SME 500000 50%",
      "SHARE PROCUREMENT_SME_GOODS / PROCUREMENT_GOODS 800000 80%",
    ]);
  });

  it("tells what was reserved for small enterprises and who won it", () => {
    const text = [
      "2022年度政府采购金额（以合同签订为准）为251.25万元，其中：货物采购金额4.79万元、工程采购金额0万元、服务采购金额246.46万元。",
      "面向中小企业预留政府采购项目预算金额246万元，面向小微企业预留政府采购项目预算金额10万元。在面向中小企业预留的政府采购项目中，由中小企业供应商中标或成交的，采购金额240万元；在面向小微企业预留政府采购项目中，由小微企业供应商中标或成交的，采购金额9万元；在其他政府采购项目中，由中小企业供应商中标或成交的，采购金额4.79万元。",
    ];
    expect(readingLines(tell({ section: "政府采购支出情况", text })).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "PROCUREMENT_TOTAL FINAL 251250000",
      "PROCUREMENT_GOODS FINAL 4790000",
      "PROCUREMENT_WORKS FINAL 0",
      "PROCUREMENT_SERVICES FINAL 246460000",
      "PROCUREMENT_RESERVED_SME FINAL 246000000",
      "PROCUREMENT_RESERVED_MICRO FINAL 10000000",
      "PROCUREMENT_RESERVED_SME_AWARDED FINAL 240000000",
      "PROCUREMENT_RESERVED_MICRO_AWARDED FINAL 9000000",
      "PROCUREMENT_OTHER_SME_AWARDED FINAL 4790000",
    ]);
  });
});

describe("国有资产", () => {
  it("tells vehicles by use and large equipment; the threshold in a name is no number of its own", () => {
    const text = [
      "截至2022年12月31日，本单位共有车辆 20辆，其中：副部（省）级及以上领导用车0 辆、主要负责人用车 1辆、机要通信用车 2辆、应急保障用车 3辆、执法执勤用车 7辆、特种专业技术用车 4辆、离退休干部服务用车 2辆，其他用车 1辆；单价100万元（含）以上的设备（不含车辆） 8台（套）。",
    ];
    const told = tell({ section: "国有资产占用情况说明", text });
    expect(readingLines(told).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "VEHICLES_TOTAL FINAL 20",
      "VEHICLES_MINISTERIAL FINAL 0",
      "VEHICLES_LEADERS FINAL 1",
      "VEHICLES_CONFIDENTIAL FINAL 2",
      "VEHICLES_EMERGENCY FINAL 3",
      "VEHICLES_LAW_ENFORCEMENT FINAL 7",
      "VEHICLES_SPECIAL_TECHNICAL FINAL 4",
      "VEHICLES_RETIRED_CADRES FINAL 2",
      "VEHICLES_OTHER FINAL 1",
      "LARGE_EQUIPMENT FINAL 8",
    ]);
    expect(told.coverage).toMatchObject({ printed: 11, cited: 11 });
  });

  it("vehicles that a budget plans to buy are no vehicles held", () => {
    const text = [
      "2024年部门预算安排购置车辆2辆，其中：部级领导干部用车0辆、其他用车2辆；部门预算安排购置单价100万元（含）以上设备（不含车辆）1台（套）。",
    ];
    expect(readingLines(tell({ year: 2024, kind: "预算", section: "国有资产占有使用情况", text }))).toEqual([
      "PLANNED_VEHICLES INITIAL_BUDGET 2 2辆",
      "PLANNED_VEHICLES_MINISTERIAL INITIAL_BUDGET 0 0辆",
      "PLANNED_VEHICLES_OTHER INITIAL_BUDGET 2 2辆",
      "PLANNED_LARGE_EQUIPMENT INITIAL_BUDGET 1 1台（套）",
    ]);
  });
});

describe("预算绩效", () => {
  const section = "预算绩效情况说明";

  it("tells projects by level with their money, the unit's own evaluation, what is reported, and the names", () => {
    const text = [
      "组织对2022年一般公共预算项目支出开展绩效自评，其中一级项目0个，二级项目3个，共涉及资金500.00万元，占一般公共预算项目支出总额的100%；政府性基金预算项目1个，其中，一级项目0个，二级项目1个，共涉及资金6万元，占应纳入绩效自评的政府性基金预算项目支出总额的100%。",
      "组织对“甲项经费”、“12000热线费”“2022年“青苗”行动经费”等 3个项目开展了单位评价，涉及一般公共预算支出500.00万元，政府性基金支出6万元。",
      "2022年度在决算中反映3个一般公共预算项目，以及1个政府性基金项目，共4个项目的绩效自评结果。",
    ];
    const told = tell({ section, text });
    expect(readingLines(told)).toEqual([
      "EVALUATED_FIRST_LEVEL_PROJECTS FINAL 0 0个",
      "EVALUATED_SECOND_LEVEL_PROJECTS FINAL 3 3个",
      "EVALUATED_AMOUNT FINAL 500000000 500.00万元",
      "EVALUATED_FUND_PROJECTS FINAL 1 1个",
      "EVALUATED_FUND_FIRST_LEVEL_PROJECTS FINAL 0 0个",
      "EVALUATED_FUND_SECOND_LEVEL_PROJECTS FINAL 1 1个",
      "EVALUATED_FUND_AMOUNT FINAL 6000000 6万元",
      "UNIT_EVALUATED_PROJECTS FINAL 3 3个",
      "UNIT_EVALUATED_AMOUNT FINAL 500000000 500.00万元",
      "UNIT_EVALUATED_FUND_AMOUNT FINAL 6000000 6万元",
      "REPORTED_GENERAL_EVALUATIONS FINAL 3 3个",
      "REPORTED_FUND_EVALUATIONS FINAL 1 1个",
      "REPORTED_EVALUATIONS FINAL 4 4个",
    ]);
    expect(told.projects.map(({ name }) => name)).toEqual(["甲项经费", "12000热线费", "2022年“青苗”行动经费"]);
    expect(told.coverage.uncited).toEqual([]);
  });

  it("without first-level and fund projects, the second-level ones are all", () => {
    const text = ["开展绩效自评，其中一级项目0个，二级项目3个，共涉及资金5万元；政府性基金预算项目0个。"];
    expect(readingLines(tell({ section, text }))).toContain("EVALUATED_PROJECTS FINAL 3 3个");
  });

  it("tells targets that a number of units set", () => {
    const text = ["本部门3个预算单位开展了2023年项目预算绩效目标编报工作，编报绩效目标的项目49个，涉及项目预算资金12.5万元。"];
    const told = tell({ section: "绩效目标设置情况", text });
    expect(readingLines(told)).toEqual(["TARGETED_PROJECTS FINAL 49 49个", "TARGETED_AMOUNT FINAL 12500000 12.5万元"]);
    expect(told.coverage.uncited).toEqual([]);
  });

  it("tells targets, tracking, evaluation, grades and problems", () => {
    const text = [
      "编报绩效目标的2022年度项目4个，涉及预算金额59.42万元；绩效跟踪评价的2022年度项目3个，涉及预算金额58万元；绩效自评的2022年度项目4个，涉及预算金额57万元，平均得分99.43分（其中，绩效评级为“优”的项目3个；绩效评级为“良”的项目1个；绩效评级为“合格”的项目0个；绩效评级为“不合格”的项目0个。绩效自评中共发现问题2个，已经完成整改的1个，正在整改的1个）。",
    ];
    expect(readingLines(tell({ section: "预算绩效管理情况", text })).map((line) => line.split(" ").slice(0, 3).join(" "))).toEqual([
      "TARGETED_PROJECTS FINAL 4",
      "TARGETED_AMOUNT FINAL 59420000",
      "TRACKED_PROJECTS FINAL 3",
      "TRACKED_AMOUNT FINAL 58000000",
      "EVALUATED_PROJECTS FINAL 4",
      "EVALUATED_AMOUNT FINAL 57000000",
      "EVALUATED_AVERAGE_SCORE FINAL 9943",
      "EVALUATED_EXCELLENT FINAL 3",
      "EVALUATED_GOOD FINAL 1",
      "EVALUATED_PASS FINAL 0",
      "EVALUATED_FAIL FINAL 0",
      "EVALUATION_PROBLEMS_FOUND FINAL 2",
      "EVALUATION_PROBLEMS_SOLVED FINAL 1",
      "EVALUATION_PROBLEMS_OPEN FINAL 1",
    ]);
  });
});

describe("项目经费情况说明", () => {
  const told = (lines: readonly string[]) => tell({ year: 2024, kind: "预算", section: "示例热线项目经费情况说明", text: lines });

  it("is one project with its implementer, money and goal", () => {
    const { projects, coverage } = told([
      "一、项目概述",
      "受理市民来电。",
      "三、实施主体",
      "云溪市司法局（示例）",
      "六、年度预算安排",
      "79.5万元",
      "七、绩效目标",
      "年内接听2000次。",
    ]);
    expect(projects).toMatchObject([
      {
        name: "示例热线",
        implementingUnit: "云溪市司法局（示例）",
        funds: [{ source: "TOTAL", initialBudget: { value: 79_500_000, printed: "79.5万元" } }],
        expectedGoal: { text: "年内接听2000次。" },
      },
    ]);
    expect(coverage.uncited).toEqual([]);
  });

  it("keeps what is told of the project as its text, and leaves other money unread", () => {
    expect(messageLines(told(["一、项目概述", "用房面积4000.6平方米。"]))).toEqual([]);
    expect(messageLines(told(["一、项目概述", "第一季度用款计划15万元，第二季度用款计划16万元。"]))).toEqual([]);
    expect(messageLines(told(["一、项目概述", "总投资4000.6万元。"]))).toEqual(["SENTENCE_UNREAD 总投资4000.6万元"]);
  });
});
