import fs from "node:fs";
import path from "node:path";
import { blocksOfText } from "../../../../src/extract/extract-text";
import { read, told, wrongCitations } from "./hand-made-tables";

const shared = process.env["SHARED_DIR"] ?? path.join(__dirname, "../../../../../shared");
const file = path.join(shared, "disclosures/neimenggu-justice-2023.txt");

/** Held by eye against the document. */
(fs.existsSync(file) ? describe : describe.skip)("the five evaluations of a published document", () => {
  const result = fs.existsSync(file) ? read(blocksOfText(fs.readFileSync(file, "utf8"))) : read([]);
  const { projects } = result;

  it("are all there, without a message", () => {
    expect(result.messages).toEqual([]);
    expect(
      projects.map(({ name, indicators, totalWeight, totalScore, narrative }) => [
        name,
        indicators.length,
        totalWeight?.value,
        totalScore?.value,
        narrative?.score?.value,
        narrative?.budget?.value,
        narrative?.executed?.value,
        narrative?.executionRate?.value,
      ]),
    ).toEqual([
      ["普法专项经费", 20, 10_000, 9825, 9825, 892_770_000, 892_130_000, 999_300],
      ["行政复议经费", 20, 10_000, 10_000, 10_000, 205_020_000, 205_020_000, 1_000_000],
      ["依法治区经费", 15, 10_000, 9500, 9500, 197_070_000, 197_070_000, 1_000_000],
      ["“数字法治 智慧司法”信息化运维费", 13, 10_000, 10_000, 10_000, 138_100_000, 138_100_000, 1_000_000],
      ["国家统一法律职业资格考试经费", 15, 10_000, 10_000, 10_000, 560_250_000, 560_250_000, 1_000_000],
    ]);
  });

  it("have these fund rows", () => {
    const rows = projects.flatMap(({ funds }) =>
      funds.map(({ source, initialBudget, adjustedBudget, executed, weight, executionRate, score }) =>
        [source, ...[initialBudget, adjustedBudget, executed, weight, executionRate, score].map((number) => number?.printed ?? "")].join(
          " ",
        ),
      ),
    );
    expect(rows).toEqual([
      "TOTAL 892.14 892.77 892.13 10 99.93 9.99",
      "FISCAL 892.14 891.00 890.36  99.93 ",
      "CARRYOVER 0.00 1.77 1.77  100.00 ",
      "OTHER 0.00 0 0.00  0 ",
      "TOTAL 205.02 205.02 205.02 10 100.00 10",
      "FISCAL 205.02 197.00 197.00  100.00 ",
      "CARRYOVER 0.00 8.02 8.02  100.00 ",
      "OTHER 0.00 0 0.00  0 ",
      "TOTAL 197.00 197.07 197.07 10 100.00 10",
      "FISCAL 197.00 197.00 197.00  100.00 ",
      "CARRYOVER 0.00 0.07 0.07  100.00 ",
      "OTHER 0.00 0 0.00  0 ",
      "TOTAL 100.00 138.10 138.10 10 100.00 10",
      "FISCAL 100.00 100.00 100.00  100.00 ",
      "CARRYOVER 0.00 38.10 38.10  100.00 ",
      "OTHER 0.00 0 0.00  0 ",
      "TOTAL 560.00 560.25 560.25 10 100.00 10",
      "FISCAL 560.00 560.00 560.00  100.00 ",
      "CARRYOVER 0.00 0.25 0.25  100.00 ",
      "OTHER 0.00 0 0.00  0 ",
    ]);
  });

  it("have these indicators, among others", () => {
    const cells = projects.map(({ indicators }) =>
      indicators.map((indicator) => told({ ...indicator, reason: (indicator.reason ?? "").slice(0, 6) })),
    );
    expect([cells[0]?.[3], cells[0]?.[4], cells[0]?.[10], cells[0]?.[13], cells[0]?.[15], cells[0]?.[19]]).toEqual([
      "产出指标 | 数量指标 | 普法宣传书籍 | POSITIVE | GE | 1.5=1500000 | 0.62=620000 | 万册 | 300/130 | 普法宣传活动",
      "产出指标 | 质量指标 | 普法宣传培训学员合格率 | POSITIVE | EQ | 100=100000000 | 100=100000000 | % | 400/400 | ",
      "产出指标 | 时效指标 | 法治宣传品制作及时 | POSITIVE | GE | 4=4000000 | 4=4000000 | 月/部 | 200/200 | ",
      "产出指标 | 成本指标 | 培训成本 | NEGATIVE | LE | 86.4=86400000 | 87.19=87190000 | 万 | 400/396 | 超出年度目标",
      "效益指标 | 社会效益 | 微信公众号关注量 | POSITIVE | GE | 10=10000000 | 66.7=66700000 | 万人 | 700/700 | ",
      "满意度指标 | 服务对象满意度 | 普法宣传受众人群满意度 | POSITIVE | GE | 95=95000000 | 96=96000000 | % | 1000/1000 | ",
    ]);
    expect([cells[1]?.[4], cells[1]?.[18], cells[2]?.[0], cells[2]?.[3], cells[3]?.[8], cells[4]?.[0]]).toEqual([
      "产出指标 | 质量指标 | 复议后应诉案件败诉率 | NEGATIVE | LE | 5=5000000 | 1=1000000 | % | 400/400 | ",
      "效益指标 | 可持续影响 | 建立质量长效机制 | QUALITATIVE |  | 长期=? | 长期有效=? |  | 1000/1000 | ",
      "产出指标 | 数量指标 | 联编制全面依法治区简报 | POSITIVE | GE | 6=6000000 | 2=2000000 | 期 | 500/300 | 根据自治区党",
      "产出指标 | 质量指标 | 报送信息使用率 | POSITIVE | GE | 60=60000000 | 14=14000000 | % | 500/200 | 2023年度",
      "产出指标 | 成本指标 | 系统维护成本 | NEGATIVE | LE | 100=100000000 | 138.1=138100000 | 万元 | 700/700 | 2023年项",
      "产出指标 | 数量指标 | 全区参加考试报名人数 | POSITIVE | GE | 3=3000000 | 3.62=3620000 | 万人 | 500/500 | ",
    ]);
  });

  it("cite every number where it is printed, and every project by its name", () => {
    expect(wrongCitations(result)).toEqual([]);
    expect(projects.map(({ citations }) => citations.length)).toEqual([2, 2, 2, 2, 3]);
  });

  it("add up to their totals", () => {
    const sums = projects.map(({ funds, indicators }) => [
      (funds[0]?.weight?.value ?? 0) + indicators.reduce((sum, { weight }) => sum + (weight?.value ?? 0), 0),
      (funds[0]?.score?.value ?? 0) + indicators.reduce((sum, { score }) => sum + (score?.value ?? 0), 0),
    ]);
    expect(sums).toEqual([
      [10_000, 9825],
      [10_000, 10_000],
      [10_000, 9500],
      [10_000, 10_000],
      [10_000, 10_000],
    ]);
  });
});
