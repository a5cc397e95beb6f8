import type { Block } from "../../../../src/model/extracted-document";
import { gridTable, placeOf, read, textBlocks, told, wrongCitations } from "./hand-made-tables";

const HEAD = `
  |项目名称|普法经费
  |项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
  ||年度资金总额|1.00|1.00|1.00|10|100.00%|10`;
const COLUMNS = `
  |绩效指标|一级指标|二级指标|三级指标|指标性质|指标方向|年度指标值|实际完成值|计量单位|分值|得分|偏差原因分析及改进措施`;

describe("operator and unit inside the target, no direction column", () => {
  const result = read([
    gridTable([
      [["项目支出绩效自评表（2022年度）", 9]],
      [
        ["项目名称", 2],
        ["村道维护委托业务", 7],
      ],
      [
        ["主管部门", 2],
        ["219-云溪市青石镇人民政府（示例）", 3],
        ["实施单位", 1],
        ["219001-云溪市青石镇人民政府（示例）", 3],
      ],
      [["项目资金（万元）", 2, 4], "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额：", "0", "0", "0", "10", "0", "0"],
      ["其中：本年财政拨款", "80", "79.5", "79.5", "", "", ""],
      ["上年结转资金", "", "", "", "", "", ""],
      [
        ["年度总体目标", 1, 2],
        ["预期目标", 4],
        ["实际完成情况", 4],
      ],
      [
        ["维护村道50处", 4],
        ["已维护50处", 4],
      ],
      ["一级指标", "二级指标", ["三级指标", 2], "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
      [["产出指标（50分）", 1, 4], ["数量指标", 1, 2], ["维护处数", 2], "≥50个", "50", "8", "8", ""],
      [["接缝数", 2], "＜3处", "2处", "4.5", "4.5", ""],
      ["质量指标", ["报告合格率", 2], "≥100百分比", "100百分比", "8", "8", ""],
      ["成本指标", ["总成本", 2], "≤90万元", "795000元", "8", "8", ""],
      [["效益指标(30分)", 1], "社会效益指标", ["出行便利", 2], "明显", "明显", "8", "8", "——"],
    ]),
  ]);
  const [project] = result.projects;

  it("takes them apart, with the levels of merged cells and without their weights", () => {
    expect(project?.indicators.map(told)).toEqual([
      "产出指标 | 数量指标 | 维护处数 |  | GE | ≥50个=50000000 | 50=50000000 | 个 | 800/800 | ",
      "产出指标 | 数量指标 | 接缝数 |  | LT | ＜3处=3000000 | 2处=2000000 | 处 | 450/450 | ",
      "产出指标 | 质量指标 | 报告合格率 |  | GE | ≥100百分比=100000000 | 100百分比=100000000 | 百分比 | 800/800 | ",
      "产出指标 | 成本指标 | 总成本 |  | LE | ≤90万元=90000000 | 795000元=? | 万元 | 800/800 | ",
      "效益指标 | 社会效益指标 | 出行便利 |  |  | 明显=? | 明显=? |  | 800/800 | ",
    ]);
  });

  it("leaves out codes before the names of units, and blanks are no zeros", () => {
    expect(project).toMatchObject({ supervisingUnit: "云溪市青石镇人民政府（示例）", implementingUnit: "云溪市青石镇人民政府（示例）" });
    expect(project?.funds.map(({ source, initialBudget, executed }) => [source, initialBudget?.value, executed?.value])).toEqual([
      ["TOTAL", 0, 0],
      ["FISCAL", 80_000_000, 79_500_000],
      ["CARRYOVER", undefined, undefined],
    ]);
    expect(project?.totalScore).toBeUndefined();
    expect(result.messages).toEqual([]);
    expect(wrongCitations(result)).toEqual([]);
  });
});

describe("the operator in 指标性质, weights for scores, other words", () => {
  const result = read([
    { kind: "PARAGRAPH", text: "部门预算项目支出绩效自评表（2023年度）" },
    gridTable([
      ["项目名称", ["51092324T000010263357-安置帮教补助项目", 10]],
      ["主管部门", ["云溪市司法局（示例）", 5], ["实施单位（盖章）", 2], ["云溪市司法局（示例）", 3]],
      [["项目基本情况", 11]],
      [
        ["1.项目年度目标完成情况", 1, 2],
        ["项目年度目标", 5],
        ["年度目标完成情况", 5],
      ],
      [
        ["补助30人", 5],
        ["补助28人", 5],
      ],
      ["2.项目实施内容及过程概述", ["按季度发放。", 10]],
      [
        ["预算执行情况（10分）", 1, 4],
        ["年度预算数（元）", 2],
        "年初预算",
        "调整后预算数",
        "预算执行数",
        "预算执行率",
        "权重",
        "得分",
        ["原因", 2],
      ],
      [["总额", 2], "0.00", "33,600.00", "33,600.00", "100.00%", "10", "10", ["", 2]],
      [["其中：财政资金", 2], "0.00", "33,600.00", "33,600.00", "100.00%", "/", "/", ["", 2]],
      [["财政专户管理资金", 2], "0.00", "0.00", "0.00", "", "/", "/", ["", 2]],
      [["单位资金", 2], "", "", "", "", "/", "/", ["", 2]],
      [
        "绩效指标（90分）",
        "一级指标",
        "二级指标",
        "三级指标",
        "指标性质",
        "指标值",
        "度量单位",
        "完成值",
        "权重",
        "得分",
        "未完成原因分析",
      ],
      ["", "产出指标", "数量指标", "补助人数", "=", "30", "人", "28", "60", "56", "2人迁出。"],
      ["", "效益指标", "社会效益指标", "知晓率", "≥", "90", "%", "92%", "20", "20", ""],
      ["", "", "经济成本指标", "标准控制", "≤", "1120", "元/人", "完成", "10", "10", ""],
      [["合计", 8], "100", "96", ""],
      ["评价结论", ["基本完成。", 10]],
      ["存在问题", ["核对较慢。", 10]],
      ["改进措施", ["每月核对2次。", 10]],
      [
        ["项目负责人：甲", 5],
        ["财务负责人：乙", 6],
      ],
    ]),
  ]);
  const [project] = result.projects;

  it("are read by the names of the columns", () => {
    expect(project).toMatchObject({ name: "安置帮教补助项目", code: "51092324T000010263357", implementingUnit: "云溪市司法局（示例）" });
    expect(project?.indicators.map(told)).toEqual([
      "产出指标 | 数量指标 | 补助人数 |  | EQ | 30=30000000 | 28=28000000 | 人 | 6000/5600 | 2人迁出。",
      "效益指标 | 社会效益指标 | 知晓率 |  | GE | 90=90000000 | 92%=92000000 | % | 2000/2000 | ",
      "效益指标 | 经济成本指标 | 标准控制 |  | LE | 1120=1120000000 | 完成=? | 元/人 | 1000/1000 | ",
    ]);
    expect([project?.totalWeight?.value, project?.totalScore?.value]).toEqual([10_000, 9600]);
  });

  it("has funds in 元, with the sources of another province", () => {
    expect(
      project?.funds.map(({ source, adjustedBudget, executionRate, weight }) => [
        source,
        adjustedBudget?.value,
        executionRate?.value,
        weight?.value,
      ]),
    ).toEqual([
      ["TOTAL", 3_360_000, 1_000_000, 1000],
      ["FISCAL", 3_360_000, 1_000_000, undefined],
      ["SPECIAL_ACCOUNT", 0, undefined, undefined],
      ["UNIT_OWN", undefined, undefined, undefined],
    ]);
  });

  it("tells problems and next steps in the table itself", () => {
    expect(project?.expectedGoal?.text).toBe("补助30人");
    expect(project?.actualCompletion?.text).toBe("补助28人");
    expect(project?.narrative).toMatchObject({
      completion: { text: "基本完成。" },
      problems: { text: "核对较慢。" },
      nextSteps: { text: "每月核对2次。" },
    });
    expect(result.messages).toEqual([]);
    expect(wrongCitations(result)).toEqual([]);
  });
});

describe("text whose rows lost the cells of merged ones", () => {
  it("is aligned from the right, where the numbers stand", () => {
    const { projects, messages } = read(
      textBlocks(`${HEAD}${COLUMNS}
        |绩效指标|产出指标|数量指标|场次|正向|大于等于|2|6|场|30|30|
        |册数|正向|大于等于|5|3|万册|30|20|印制较迟
        |质量指标|合格率|正向|等于|100|100|%|30|30|
        |总分|100|90|`),
    );
    expect(projects[0]?.indicators.map(({ level2, name, target, score }) => [level2, name, target, score?.value])).toEqual([
      ["数量指标", "场次", "2", 3000],
      ["数量指标", "册数", "5", 2000],
      ["质量指标", "合格率", "100", 3000],
    ]);
    expect(messages).toEqual([]);
  });

  it("does not carry a second level over to another first level", () => {
    const { projects } = read(
      textBlocks(`${HEAD}${COLUMNS}
        |绩效指标|产出指标|数量指标|场次|正向|大于等于|2|6|场|30|30|
        ||效益指标||知晓率|正向|大于等于|5|6|%|30|30|`),
    );
    expect(projects[0]?.indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ["产出指标", "数量指标"],
      ["效益指标", ""],
    ]);
  });
});

describe("tables cut and joined", () => {
  const title = "|项目支出绩效自评表（2023年度）";
  const indicator = (name: string): string => `|绩效指标|产出指标|数量指标|${name}|正向|大于等于|2|6|场|30|30|`;

  it("one table may hold several evaluations", () => {
    const { projects } = read(
      textBlocks(`${title}${HEAD}${COLUMNS}
        ${indicator("甲")}
        |总分|100|90|
        ${title}
        ${HEAD.replace("普法经费", "安置经费")}${COLUMNS}
        ${indicator("乙")}
        |总分|100|80|`),
    );
    expect(projects.map(({ name, indicators, totalScore }) => [name, indicators.map((each) => each.name), totalScore?.value])).toEqual([
      ["普法经费", ["甲"], 9000],
      ["安置经费", ["乙"], 8000],
    ]);
  });

  it("one evaluation may go on over a page break, with or without its header", () => {
    const pages = [
      `${HEAD}${COLUMNS}\n${indicator("甲")}`,
      "- 12 -",
      indicator("乙"),
      "13",
      `${COLUMNS}\n${indicator("丙")}\n|总分|100|90|`,
    ];
    const blocks: Block[] = pages.flatMap((page) => textBlocks(page));
    // A lone row has one length: it is laid out as a table of its own.
    const { projects, messages } = read(blocks);
    expect(projects.map(({ name, indicators, totalScore }) => [name, indicators.map((each) => each.name), totalScore?.value])).toEqual([
      ["普法经费", ["甲", "乙", "丙"], 9000],
    ]);
    expect(messages).toEqual([]);
  });

  it("a table of another kind is left alone", () => {
    const { projects, messages } = read(textBlocks(`|项目名称|合计|财政拨款\n|普法经费|10.00|10.00\n|合计|10.00|10.00`));
    expect([projects, messages]).toEqual([[], []]);
  });

  it("an evaluation of the whole unit is no project, and is told", () => {
    const { projects, messages } = read(
      textBlocks(`|部门整体支出绩效自评表\n|一级指标|二级指标|三级指标|指标值|完成值|分值|得分\n|产出|数量|办件|1|1|10|10`),
    );
    expect(projects).toEqual([]);
    expect(messages).toMatchObject([{ code: "TABLE_UNKNOWN", detail: "部门整体支出绩效自评表" }]);
  });
});

describe("totals", () => {
  const total = (row: string): (number | undefined)[] => {
    const [project] = read(textBlocks(`${HEAD}${COLUMNS}\n|绩效指标|产出指标|数量指标|甲|正向|大于等于|2|6|场|90|88.5|\n${row}`)).projects;
    return [project?.totalWeight?.value, project?.totalScore?.value];
  };

  it.each([
    ["|总分|100|98.5|", [10_000, 9850]],
    ["|总分|100|98.5", [10_000, 9850]],
    ["|合计||||||||||100|98.5|", [10_000, 9850]],
    ["|总分|||||||||100|98.5|", [10_000, 9850]],
    ["|合计|||||||||100||", [10_000, undefined]],
    ["|总分|98.5|", [undefined, 9850]],
  ])("%s", (row, expected) => expect(total(row)).toEqual(expected));
});

describe("what cannot be read is a message with its place", () => {
  it("a column of an unknown name", () => {
    const { messages } = read(
      textBlocks(`${HEAD}\n|一级指标|二级指标|三级指标|年度指标值|实际完成值|复核系数|分值|得分\n|产出指标|数量指标|甲|≥2|6|1.2|90|90`),
    );
    expect(messages).toMatchObject([{ code: "COLUMN_UNKNOWN", detail: "复核系数", span: { block: 0, row: 3, cell: 5 } }]);
  });

  it("a score that is no number", () => {
    const { messages, projects } = read(textBlocks(`${HEAD}${COLUMNS}\n|绩效指标|产出指标|数量指标|甲|正向|大于等于|2|6|场|30|3O|`));
    expect(messages).toMatchObject([{ code: "NUMBER_UNREADABLE", detail: "3O", span: { row: 4, cell: 10 } }]);
    expect(projects[0]?.indicators[0]?.score).toBeUndefined();
  });

  it("a direction that says nothing known", () => {
    const { messages } = read(textBlocks(`${HEAD}${COLUMNS}\n|绩效指标|产出指标|数量指标|甲|斜向|大于等于|2|6|场|30|30|`));
    expect(messages).toMatchObject([{ code: "ROW_UNKNOWN", detail: "斜向" }]);
  });

  it("a row of another kind among the funds", () => {
    const { messages } = read(textBlocks(`${HEAD}\n||专家评审|3.00|3.00|3.00|||${COLUMNS}`));
    expect(messages?.map(({ code, span }) => [code, span && placeOf(span)])).toEqual([["ROW_UNKNOWN", "0.3.1"]]);
  });

  it("money whose unit no line tells", () => {
    const { messages, projects } = read(textBlocks(HEAD.replace("（万元）", "")));
    expect(messages).toMatchObject([{ code: "UNIT_UNSTATED" }]);
    expect(projects[0]?.funds[0]?.executed?.value).toBe(1_000_000);
  });

  it("but a unit line above the table tells it", () => {
    const { messages, projects } = read(textBlocks(`单位：元\n${HEAD.replace("（万元）", "")}`));
    expect(messages).toEqual([]);
    expect(projects[0]?.funds[0]?.executed?.value).toBe(100);
  });
});

describe("targets of a budget", () => {
  it("in a table of one project", () => {
    const { projects, messages } = read(
      textBlocks(`
        |项目支出绩效目标表⏎(2024年度)
        |项目名称|普法经费|项目编码|2024-07
        |主管部门|云溪市司法局（示例）|实施单位|云溪市司法局（示例）
        |项目资金（万元）|年度资金总额|120.00|其中：财政拨款|100.00|其他资金|20.00
        |年度目标|办班3期
        |绩效指标|一级指标|二级指标|三级指标|指标值|计量单位|分值
        |绩效指标|产出指标|数量指标|办班期数|≥3|期|50
        ||||参训人数|≥120|人|40`),
      "BUDGET",
    );
    expect(messages).toEqual([]);
    expect(projects.map(({ name, code, expectedGoal }) => [name, code, expectedGoal?.text])).toEqual([["普法经费", "2024-07", "办班3期"]]);
    expect(projects[0]?.funds.map(({ source, initialBudget }) => [source, initialBudget?.value])).toEqual([
      ["TOTAL", 120_000_000],
      ["FISCAL", 100_000_000],
      ["OTHER", 20_000_000],
    ]);
    expect(projects[0]?.indicators.map(told)).toEqual([
      "产出指标 | 数量指标 | 办班期数 |  | GE | ≥3=3000000 | =? | 期 | 5000/ | ",
      "产出指标 | 数量指标 | 参训人数 |  | GE | ≥120=120000000 | =? | 人 | 4000/ | ",
    ]);
  });

  it("in a list of projects", () => {
    const result = read(
      textBlocks(`单位：元
        |单位名称|项目名称|预算数|绩效目标|一级指标|二级指标|三级指标|绩效指标性质|绩效指标值|绩效度量单位|权重|指标方向性
        |云溪市司法局（示例）|普法经费|1,200.00|办班3期|产出指标|数量指标|办班期数|≥|3|期|50|正向
        ||||||成本指标|总成本|≤|1200|元|40|反向
        |云溪市司法局（示例）|安置经费|500.00|安置20人|产出指标|数量指标|安置人数|≥|20|人|90|正向
        |合计||1,700.00|||||||||`),
      "BUDGET",
    );
    expect(result.messages).toEqual([]);
    expect(
      result.projects.map(({ name, implementingUnit, funds, expectedGoal }) => [
        name,
        implementingUnit,
        funds[0]?.initialBudget?.value,
        expectedGoal?.text,
      ]),
    ).toEqual([
      ["普法经费", "云溪市司法局（示例）", 120_000, "办班3期"],
      ["安置经费", "云溪市司法局（示例）", 50_000, "安置20人"],
    ]);
    expect(result.projects.flatMap(({ indicators }) => indicators.map(told))).toEqual([
      "产出指标 | 数量指标 | 办班期数 | POSITIVE | GE | 3=3000000 | =? | 期 | 5000/ | ",
      "产出指标 | 成本指标 | 总成本 | NEGATIVE | LE | 1200=1200000000 | =? | 元 | 4000/ | ",
      "产出指标 | 数量指标 | 安置人数 | POSITIVE | GE | 20=20000000 | =? | 人 | 9000/ | ",
    ]);
    expect(wrongCitations(result)).toEqual([]);
  });
});
