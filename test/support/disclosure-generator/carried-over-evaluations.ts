import { sum } from "./amounts";
import type { ProjectFund, ProjectIndicator, ProjectYear } from "./unit-year";

/**
 * Five evaluations whose numbers are those of a published document of 2023; names and texts are new. One line an indicator:
 * 二级指标 | name | 性质 | 方向 | target | actual | unit | weight | score | reason.
 */
const LINES: Readonly<Record<string, string>> = {
  A: `
产出指标/数量指标|法治骨干培训班次|+|>=|3|4|次|3|3|
产出指标/数量指标|主题宣传周场次|+|>=|2|6|场|3|3|
产出指标/数量指标|公众号法治内容期数|+|>=|100|600|期|3|3|
产出指标/数量指标|读本发放量|+|>=|1.5|0.62|万册|3|1.3|赠书点位安排较少，下年增加发放点。
产出指标/质量指标|骨干结业合格率|+|=|100|100|%|4|4|
产出指标/质量指标|宣传活动参与度|+|>=|90|92|%|4|4|
产出指标/质量指标|线上内容点击量|+|>=|120|22000|万|4|4|
产出指标/质量指标|宣传区域覆盖率|+|>=|90|92|%|4|4|
产出指标/质量指标|重点人群知晓率|+|>=|80|90|%|3|3|
产出指标/时效指标|培训按期开班率|+|=|100|100|%|2|2|
产出指标/时效指标|宣传品按月制作数|+|>=|4|4|月/部|2|2|
产出指标/时效指标|公众号更新完成年份|-|<=|2023|2023|年|4|4|
产出指标/时效指标|宣传活动完成年份|-|<=|2023|2023|年|4|4|
产出指标/成本指标|培训总成本|-|<=|86.4|87.19|万|4|3.96|比目标多0.79万元。
产出指标/成本指标|宣传总成本|-|<=|713|713|万|3|3|
效益指标/社会效益|公众号关注人数|+|>=|10|66.7|万人|7|7|
效益指标/社会效益|公民法治观念|定||明显增强|明显增强||7|7|
效益指标/可持续影响|守法习惯养成|定||持续向好|持续向好||8|8|
效益指标/可持续影响|宣传机制建设|定||完善|完善||8|8|
满意度指标/服务对象满意度|宣传受众满意度|+|>=|95|96|%|10|10|`,
  B: `
产出指标/数量指标|复议案件办理量|+|>=|180|205|件|4|4|
产出指标/数量指标|聘请专家人次|+|>=|30|40|人次|4|4|
产出指标/数量指标|应诉能力培训期数|+|>=|1|3|期|4|4|
产出指标/数量指标|业务督导次数|+|>=|2|7|次|3|3|
产出指标/质量指标|复议后应诉败诉率|-|<=|5|1|%|4|4|
产出指标/质量指标|督导区域覆盖率|+|>=|100|100|%|4|4|
产出指标/质量指标|培训计划完成率|+|>=|98|100|%|3|3|
产出指标/质量指标|疑难案件专家论证率|+|>=|20|20|%|4|4|
产出指标/时效指标|案件受理天数|-|<=|5|5|工作日|2|2|
产出指标/时效指标|专家意见反馈天数|-|<=|7|7|天|2|2|
产出指标/时效指标|督导完成年份|-|<=|2024|2024|年|3|3|
产出指标/时效指标|培训完成年份|-|<=|2024|2024|年|3|3|
产出指标/成本指标|培训支出|-|<=|40|40|万元|2|2|
产出指标/成本指标|专家咨询支出|-|<=|10|10|万元|2|2|
产出指标/成本指标|法律服务支出|-|<=|60|60|万元|3|3|
产出指标/成本指标|经费控制率|-|<=|100|100|%|3|3|
效益指标/社会效益|复议公信力|定||增强|增强||10|10|
效益指标/社会效益|执法规范程度|定||改善|改善||10|10|
效益指标/可持续影响|案件质量长效机制|定||长期|长期有效||10|10|
满意度指标/服务对象满意度|参训应诉人员满意度|+|>=|90|90|%|10|10|`,
  C: `
产出指标/数量指标|工作简报编发期数|+|>=|6|2|期|5|3|文件精简后期数减少，改为网上发布。
产出指标/数量指标|专题培训期数|+|>=|1|2|期|5|5|
产出指标/质量指标|简报读者认可率|+|>=|90|90|%|5|5|
产出指标/质量指标|信息采用率|+|>=|60|14|%|5|2|报送较多而采用较少，下年调整指标。
产出指标/质量指标|专题培训到课率|+|>=|90|90|%|4|4|
产出指标/时效指标|专报发布进度|定||按期|按期||6|6|
产出指标/时效指标|培训计划按期率|+|=|100|100|%|5|5|
产出指标/成本指标|宣传支出|-|<=|20|20|万元|5|5|
产出指标/成本指标|培训支出|-|<=|50|50|万元|5|5|
产出指标/成本指标|运转支出|-|<=|127|127|万元|5|5|
效益指标/社会效益|系统内知晓率|+|=|100|100|%|10|10|
效益指标/社会效益|督察考核成效|定||提高|提高||10|10|
效益指标/可持续影响|干部法治素养|定||提高|提高||10|10|
满意度指标/服务对象满意度|学员满意度|+|>=|90|90|%|5|5|
满意度指标/服务对象满意度|协作部门满意度|+|>=|90|90|%|5|5|`,
  D: `
产出指标/数量指标|平台操作培训时长|+|>=|360|360|分钟|5|5|
产出指标/数量指标|平台维护次数|+|>=|18|18|次|5|5|
产出指标/数量指标|数据采集量|+|>=|10|55.78|万条|5|5|
产出指标/质量指标|系统使用普及率|+|>=|90|92|%|6|6|
产出指标/质量指标|平台正常运行率|+|>=|95|98|%|6|6|
产出指标/质量指标|采集区域覆盖率|+|>=|90|90|%|6|6|
产出指标/时效指标|数据报送用时|-|<=|1|1|小时|5|5|
产出指标/时效指标|故障修复用时|-|<=|4|3|小时|5|5|
产出指标/成本指标|平台维护成本|-|<=|100|138.1|万元|7|7|目标按年初数设定，实际含结转资金38.1万元。
效益指标/社会效益|基层技术支撑|定||有力|有力||10|10|
效益指标/社会效益|社会安全保障|定||加强|加强||10|10|
效益指标/可持续影响|办事效率|定||提高|提高||10|10|
满意度指标/服务对象满意度|平台用户满意度|+|>=|90|95|%|10|10|`,
  E: `
产出指标/数量指标|报名人数|+|>=|3|3.62|万人|5|5|
产出指标/数量指标|证书发放数量|+|>=|4000|4100|人次|5|5|
产出指标/数量指标|考务指导考区数|+|>=|10|12|考区|5|5|
产出指标/质量指标|参考率|+|>=|70|75.3|%|5|5|
产出指标/质量指标|考务差错率|-|<=|1|0|%|5|5|
产出指标/质量指标|考务人员违规人次|-|<=|3|1|人次|5|5|
产出指标/时效指标|公告发布天数|-|<=|2|2|天|5|5|
产出指标/时效指标|证书按时发放率|+|>=|95|95|%|5|5|
产出指标/成本指标|人均考务成本|-|<=|300|154.5|元|5|5|
产出指标/成本指标|全年考务支出|-|<=|560|560|万元|5|5|
效益指标/经济效益|报名费收入|+|>=|500|657.7|万元|8|8|
效益指标/社会效益|从业人员素质|定||提高|提高||7|7|
效益指标/社会效益|考试公平有序|定||良好|良好||7|7|
效益指标/可持续影响|行业人才储备|定||长期增强|长期增强||8|8|
满意度指标/服务对象满意度|考生满意度|+|>=|90|100|%|10|10|`,
};

const COMPARATORS = { ">=": "GE", "<=": "LE", "=": "EQ" } as const;
const DIRECTIONS = { "+": "POSITIVE", "-": "NEGATIVE", 定: "QUALITATIVE" } as const;

function readLine(line: string): ProjectIndicator {
  const [
    levels = "",
    name = "",
    direction = "+",
    comparator = "",
    target = "",
    actual = "",
    unit = "",
    weight = "0",
    score = "0",
    reason = "",
  ] = line.split("|");
  const [level1 = "", level2 = ""] = levels.split("/");
  const known = COMPARATORS[comparator as keyof typeof COMPARATORS];
  return {
    level1,
    level2,
    name,
    direction: DIRECTIONS[direction as keyof typeof DIRECTIONS],
    ...(known === undefined ? {} : { comparator: known }),
    target,
    actual,
    unit,
    weight: hundredths(weight),
    score: hundredths(score),
    reason,
  };
}

function hundredths(printed: string): number {
  const [whole = "0", fraction = ""] = printed.split(".");
  return Number(whole) * 100 + Number(fraction.padEnd(2, "0"));
}

/** 分 of amounts in hundredths of 万元. */
const fund = (source: ProjectFund["source"], initial: number, adjusted: number, executed: number): ProjectFund => ({
  source,
  initial: initial * 10_000,
  adjusted: adjusted * 10_000,
  executed: executed * 10_000,
});

interface Evaluated {
  readonly lines: string;
  readonly name: string;
  readonly code: string;
  readonly funds: readonly ProjectFund[];
  readonly goal: string;
  readonly problems: string;
  readonly nextSteps: string;
}

const EVALUATED: readonly Evaluated[] = [
  {
    lines: "A",
    name: "法治宣传专项经费",
    code: "2040605",
    funds: [fund("FISCAL", 89214, 89100, 89036), fund("CARRYOVER", 0, 177, 177), fund("OTHER", 0, 0, 0)],
    goal: "面向机关、校园和村社开展宣讲，扩大法治内容传播。",
    problems: "读本发放偏少，线下点位不足。",
    nextSteps: "增加发放点位，按季度核对发放量。",
  },
  {
    lines: "B",
    name: "复议应诉工作经费",
    code: "2040612",
    funds: [fund("FISCAL", 20502, 19700, 19700), fund("CARRYOVER", 0, 802, 802), fund("OTHER", 0, 0, 0)],
    goal: "依法受理和审理复议案件，提高应诉水平。",
    problems: "基层办案人员不足，调解规则不够细。",
    nextSteps: "充实办案力量，统一调解流程。",
  },
  {
    lines: "C",
    name: "法治统筹协调经费",
    code: "2040612",
    funds: [fund("FISCAL", 19700, 19700, 19700), fund("CARRYOVER", 0, 7, 7), fund("OTHER", 0, 0, 0)],
    goal: "组织调研、督察和考核，协调各单位落实任务。",
    problems: "个别指标定得偏高，与业务实际不符。",
    nextSteps: "按实际业务重新设定指标。",
  },
  {
    lines: "D",
    name: "智慧司法平台运维费",
    code: "2040613",
    funds: [fund("FISCAL", 10000, 10000, 10000), fund("CARRYOVER", 0, 3810, 3810), fund("OTHER", 0, 0, 0)],
    goal: "保障平台稳定运行，方便群众和基层使用。",
    problems: "成本指标没有包含结转资金。",
    nextSteps: "设定指标时考虑全部资金。",
  },
  {
    lines: "E",
    name: "法律职业资格考务经费",
    code: "2040608",
    funds: [fund("FISCAL", 56000, 56000, 56000), fund("CARRYOVER", 0, 25, 25), fund("OTHER", 0, 0, 0)],
    goal: "做好考区考务组织，保障考试安全有序。",
    problems: "部分指标过于简单，难以反映服务质量。",
    nextSteps: "增加反映服务质量的指标。",
  },
];

/** Projects that the document names among the fourteen, without telling more of them. */
const ONLY_NAMED: readonly (readonly [name: string, code: string])[] = [
  ["督导培训与鉴定管理经费", "2040602"],
  ["系统被装购置经费", "2040602"],
  ["帮教调解工作经费", "2040604"],
  ["人民监督员工作经费", "2040602"],
  ["司法所人员服装经费", "2040604"],
  ["公共法律服务热线运行费", "2040607"],
  ["社区矫正工作经费", "2040610"],
  ["执法证件换发经费", "2040602"],
  ["人才引进专项经费", "2080116"],
];

/** @param evaluatedAmount what all fourteen projects spent */
export function carriedOverProjects(unitName: string, evaluatedAmount: number): ProjectYear[] {
  const units = { implementingUnit: unitName, supervisingUnit: unitName };
  const told = EVALUATED.map(({ lines, ...project }): ProjectYear => {
    const indicators = (LINES[lines] ?? "").trim().split("\n").map(readLine);
    const missed = indicators.filter(({ score, weight }) => score < weight).length;
    return {
      ...project,
      ...units,
      indicators,
      completion: missed === 0 ? "年度任务全部完成。" : `年度任务基本完成，${missed}项指标未达目标。`,
    };
  });
  const rest = evaluatedAmount - sum(told.flatMap(({ funds }) => funds.map(({ executed }) => executed)));
  const named = ONLY_NAMED.map(([name, code], at): ProjectYear => {
    const amount = at === 0 ? rest : 0;
    const funds = [{ source: "FISCAL", initial: amount, adjusted: amount, executed: amount }] as const;
    return { name, code, ...units, funds, goal: "", completion: "", problems: "", nextSteps: "", indicators: [], onlyNamed: true };
  });
  return [...told, ...named];
}
