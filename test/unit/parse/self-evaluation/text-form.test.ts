import { read, textBlocks, told, wrongCitations } from "./hand-made-tables";

const TABLE = `
  1.法治宣传项目自评综述：按照年初设定的目标，项目自评得分95.5分。全年预算数为120.50万元，执行数为118.09万元，完成预算的98.00%。项目绩效目标完成情况：全年办班3期。发现的主要问题及原因：（1）册数不足。下一步改进措施：加印2万册。
  |项目支出绩效自评表⏎(2023年度）
  |项目名称|法治宣传经费
  |主管部门|云溪市司法局（示例）|实施单位|云溪市法治宣传中心（示例）
  |项目资金⏎（万元）||年初预算数|全年预算数|全年执行数|分值|执行率（%）|得分
  ||年度资金总额|100.00|120.50|118.09|10|98.00|9.8
  ||其中：财政拨款|100.00|110.50|108.09|——|97.82|——
  ||上年结转资金|0.00|10.00|10.00|——|100.00|——
  ||其他资金|0.00|0|0.00|——|0|——
  |年度总体目标|预期目标|实际完成情况
  ||办班3期，发放资料2万册|办班3期，发放资料1.5万册
  |绩效指标|一级指标|二级指标|三级指标|指标性质|指标方向|年度指标值|实际完成值|计量单位|分值|得分|偏差原因分析及改进措施
  |绩效指标|产出指标|数量指标|办班期数|正向|大于等于|3|3|期|20|20|
  ||||发放资料|正向|大于等于|2|1.5|万册|20|15.7|印制较迟，明年提前。
  |||成本指标|资料成本|反向|小于等于|60|58.2|万元|10|10|
  ||效益指标|社会效益|学法意识|定性||提高|提高||30|30|
  ||满意度指标|服务对象满意度|学员满意度|正向|大于等于|90|93.5|%|10|10|
  |总分|100|95.5|
`;

describe("a self-evaluation table as text", () => {
  const result = read(textBlocks(TABLE));
  const [project] = result.projects;

  it("is one project, without a message", () => {
    expect(result.projects).toHaveLength(1);
    expect(result.messages).toEqual([]);
  });

  it("names the project and its units", () => {
    expect(project).toMatchObject({
      name: "法治宣传经费",
      supervisingUnit: "云溪市司法局（示例）",
      implementingUnit: "云溪市法治宣传中心（示例）",
      tableBlock: 1,
    });
  });

  it("reads the four fund rows, a dash being no number", () => {
    const numbers = project?.funds.map(({ source, initialBudget, adjustedBudget, executed, weight, executionRate, score }) => [
      source,
      ...[initialBudget, adjustedBudget, executed, weight, executionRate, score].map((number) => number?.value),
    ]);
    expect(numbers).toEqual([
      ["TOTAL", 100_000_000, 120_500_000, 118_090_000, 1000, 980_000, 980],
      ["FISCAL", 100_000_000, 110_500_000, 108_090_000, undefined, 978_200, undefined],
      ["CARRYOVER", 0, 10_000_000, 10_000_000, undefined, 1_000_000, undefined],
      ["OTHER", 0, 0, 0, undefined, 0, undefined],
    ]);
    expect(project?.funds.map(({ label }) => label)).toEqual(["年度资金总额", "其中：财政拨款", "上年结转资金", "其他资金"]);
  });

  it("reads goals and their completion", () => {
    expect(project?.expectedGoal?.text).toBe("办班3期，发放资料2万册");
    expect(project?.actualCompletion?.text).toBe("办班3期，发放资料1.5万册");
  });

  it("carries levels on over the blanks of merged cells", () => {
    expect(project?.indicators.map(told)).toEqual([
      "产出指标 | 数量指标 | 办班期数 | POSITIVE | GE | 3=3000000 | 3=3000000 | 期 | 2000/2000 | ",
      "产出指标 | 数量指标 | 发放资料 | POSITIVE | GE | 2=2000000 | 1.5=1500000 | 万册 | 2000/1570 | 印制较迟，明年提前。",
      "产出指标 | 成本指标 | 资料成本 | NEGATIVE | LE | 60=60000000 | 58.2=58200000 | 万元 | 1000/1000 | ",
      "效益指标 | 社会效益 | 学法意识 | QUALITATIVE |  | 提高=? | 提高=? |  | 3000/3000 | ",
      "满意度指标 | 服务对象满意度 | 学员满意度 | POSITIVE | GE | 90=90000000 | 93.5=93500000 | % | 1000/1000 | ",
    ]);
  });

  it("reads the total", () => {
    expect([project?.totalWeight?.value, project?.totalScore?.value]).toEqual([10_000, 9550]);
  });

  it("reads the narrative beside it, part by part", () => {
    const narrative = project?.narrative;
    expect([narrative?.score?.value, narrative?.budget?.value, narrative?.executed?.value, narrative?.executionRate?.value]).toEqual([
      9550, 120_500_000, 118_090_000, 980_000,
    ]);
    expect([narrative?.completion?.text, narrative?.problems?.text, narrative?.nextSteps?.text]).toEqual([
      "全年办班3期。",
      "（1）册数不足。",
      "加印2万册。",
    ]);
    expect(narrative?.budget?.printed).toBe("120.50万元");
  });

  it("cites every number where it is printed", () => {
    expect(wrongCitations(result)).toEqual([]);
  });

  it("says that every cell with text was understood", () => {
    const table = result.document.blocks[1];
    const cited = new Set(
      [
        ...(result.understood ?? []),
        ...result.projects.flatMap(({ citations, funds }) => [
          ...citations,
          ...funds.flatMap((fund) => Object.values(fund).flatMap((value) => (typeof value === "object" ? [value.citation] : []))),
        ]),
      ].map(({ block, row, cell }) => `${block}.${row}.${cell}`),
    );
    const missed = (table?.kind === "TABLE" ? table.rows : []).flatMap((cells, row) =>
      cells.flatMap(({ text }, cell) => (/\d/.test(text) && !cited.has(`1.${row}.${cell}`) ? [text] : [])),
    );
    expect(missed).toEqual([]);
  });
});

describe("narratives", () => {
  const table = (name: string): string => `
    |项目名称|${name}
    |项目资金（万元）||年初预算数|全年预算数|全年执行数|分值|执行率|得分
    ||年度资金总额|1.00|1.00|1.00|10|100.00%|10
    |绩效指标|一级指标|二级指标|三级指标|指标性质|指标方向|年度指标值|实际完成值|计量单位|分值|得分|偏差原因分析及改进措施
    |绩效指标|产出指标|数量指标|次数|正向|等于|1|1|次|90|90|
    |总分|100|100|
`;

  it("belong to the table of their name, whatever stands between and before", () => {
    const { projects } = read(
      textBlocks(`
        1.“甲 乙”平台运维项目自评综述：项目自评得分90分。
        2.普法项目自评综述：项目自评得分80分。
        ${table("普法项目")}
        ${table("“甲 乙”平台运维")}`),
    );
    expect(projects.map(({ name, narrative }) => [name, narrative?.score?.value])).toEqual([
      ["普法项目", 8000],
      ["“甲 乙”平台运维", 9000],
    ]);
  });

  it("without a table are a project of their own, and a table without one stands alone", () => {
    const { projects } = read(textBlocks(`1.社区矫正项目自评综述：得分为88分。\n${table("普法经费")}`));
    expect(projects.map(({ name, narrative, tableBlock }) => [name, narrative?.score?.value, tableBlock])).toEqual([
      ["社区矫正", 8800, undefined],
      ["普法经费", undefined, 1],
    ]);
  });

  it("without a name belong to the table that follows", () => {
    const { projects } = read(textBlocks(`项目自评综述：自评得分77分。\n${table("普法经费")}`));
    expect(projects.map(({ name, narrative }) => [name, narrative?.score?.value])).toEqual([["普法经费", 7700]]);
  });

  it("may go on over several paragraphs, and end at the next heading", () => {
    const { projects } = read(
      textBlocks(`（1）普法经费项目绩效自评综述：自评得分95分。
        项目绩效目标完成情况：已完成。
        存在的问题及原因：进度较慢。
        原因在于招标。
        下一步改进措施：提前安排。
        （三）其他情况
        不属于上文。
        ${table("普法经费")}`),
    );
    expect(projects[0]?.narrative).toMatchObject({
      completion: { text: "已完成。" },
      problems: { text: "进度较慢。\n原因在于招标。" },
      nextSteps: { text: "提前安排。" },
    });
  });

  it("with a number that belongs to nothing say so", () => {
    const { messages, document } = read(textBlocks(`1.普法项目自评综述：自评得分95分，比行业高7个点。`));
    expect(messages).toEqual([
      { code: "SENTENCE_UNREAD", detail: "自评得分95分，比行业高7个点。", span: expect.objectContaining({ block: 0 }) as object },
    ]);
    expect(document.blocks).toHaveLength(1);
  });
});

describe("an evaluation told again", () => {
  const again = (sentence: string): ReturnType<typeof read> =>
    read(textBlocks(`${TABLE}\n（三）单位项目绩效评价结果。\n以法治宣传项目为例，综合得分95.5分。\n${sentence}`));

  it("is understood where it agrees", () => {
    const { messages, projects } = again(
      "1)发放资料，目标值大于等于2万册，实际完成1.5万册，分值20，得分15.7。\n本项目绩效自评得分95.5分。其中：产出指标45.7分，效益指标30分。",
    );
    expect(messages).toEqual([]);
    expect(projects[0]?.citations).toHaveLength(3);
  });

  it("is a message where it differs from the table", () => {
    const sentence = "1)发放资料，目标值大于等于2万册，实际完成1.6万册，分值20，得分15.7。";
    expect(again(sentence).messages).toEqual([expect.objectContaining({ code: "SENTENCE_UNREAD", detail: sentence })]);
    expect(again("本项目绩效自评得分95分。").messages?.map(({ code }) => code)).toEqual(["SENTENCE_UNREAD"]);
  });
});
