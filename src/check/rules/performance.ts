import { equationRule, ownRule } from "../declare-rule";
import type { Equation } from "../equation";
import type { Facts } from "../facts";
import {
  eachIndicator,
  judgeActualFunds,
  judgeBound,
  judgeFullMarks,
  judgeMissingReason,
  judgeOperator,
  judgeOverachievement,
  judgeProportion,
  judgeReason,
} from "../judge-indicator";
import { eachProject, judgeExecution, matchNarrative, sumFundRows, sumScores, sumWeights } from "../judge-project";
import { compareCarryover, matchFinals, matchInitialBudgets } from "../project-subjects";
import { BUDGETS } from "../measure-lists";
import { figureOf } from "../relation-inputs";
import { BOTH_KINDS, FINAL_ACCOUNTS_ONLY, type Answer, type Rule } from "../rule";

const category = "PERFORMANCE";
const kinds = FINAL_ACCOUNTS_ONLY;

/** 绩效: self-evaluation tables in themselves, against the narrative and against the unit's own figures. */
export const PERFORMANCE_RULES: readonly Rule[] = [
  ownRule({
    code: "P_FUND_ROWS_SUM",
    category,
    kinds,
    title: "The project's money is the sum of its sources",
    titleZh: "年度资金总额等于各来源之和",
    identity: "年度资金总额 = 财政拨款 + 上年结转 + 其他（年初、全年、执行分别）",
    tolerance: "PRINTED",
    sentence: {
      en: "Project {project}: {word:column} of {published} in all, but its sources make {recomputed}",
      zh: "项目“{project}”{word:column}年度资金总额为{published}，而各来源合计为{recomputed}，相差{difference}",
    },
    evaluate: (facts) => eachProject(facts, sumFundRows),
  }),
  ownRule({
    code: "P_EXECUTION_RATE_SCORE",
    category,
    kinds,
    severity: "WARNING",
    title: "The execution rate follows from the amounts, its score from the rate",
    titleZh: "执行率与执行数、全年预算数一致，得分与执行率一致",
    identity: "执行率 = 全年执行数 ÷ 全年预算数 × 100%；得分 = 分值 × 执行率（不超过分值）",
    tolerance: "INTERVAL",
    sentence: {
      en: "Project {project}, {row}: the {word:matter} is printed as {published}, the amounts make {recomputed}",
      zh: "项目“{project}”{row}：{word:matter}列为{published}，按预算数和执行数应为{recomputed}",
    },
    evaluate: (facts) => eachProject(facts, judgeExecution),
  }),
  ownRule({
    code: "P_WEIGHTS_SUM",
    category,
    kinds: BOTH_KINDS,
    title: "The weights add up to 100, or to the total printed",
    titleZh: "分值合计为100分",
    identity: "Σ 指标分值 + 资金分值 = 100（或所列总分值）",
    tolerance: "PRINTED",
    sentence: {
      en: "Project {project}: the weights make {recomputed}, the total is {published}",
      zh: "项目“{project}”各项分值合计为{recomputed}，而总分值为{published}",
    },
    evaluate: (facts) => eachProject(facts, sumWeights),
  }),
  ownRule({
    code: "P_SCORE_SUM",
    category,
    kinds,
    title: "The total score is the sum of the scores, and no score goes beyond its weight",
    titleZh: "总分等于各项得分之和，得分不超过分值",
    identity: "总分 = Σ 指标得分 + 资金得分；0 ≤ 得分 ≤ 分值",
    tolerance: "PRINTED",
    sentence: {
      en: "Project {project}: the total score is {published}, but the scores of its rows make {recomputed}",
      zh: "项目“{project}”总分为{published}，而各项得分合计为{recomputed}",
    },
    otherSentences: {
      RANGE: {
        en: "Project {project}: {indicatorName} scores {published}, which is not between 0 and its weight of {recomputed}",
        zh: "项目“{project}”指标“{indicatorName}”得分为{published}，不在0至分值{recomputed}之间",
      },
    },
    evaluate: (facts) => eachProject(facts, sumScores),
  }),
  ownRule({
    code: "P_MISSED_FULL_MARKS",
    category,
    kinds,
    severity: "WARNING",
    title: "A missed target has not the full score",
    titleZh: "未达目标的指标不应得满分",
    identity: "实际值未达年度指标值 ⇒ 得分 < 分值",
    tolerance: "EXACT",
    sentence: {
      en: "Project {project}: {indicatorName} has {actual} against a target of {target}, and its full score of {published}",
      zh: "项目“{project}”指标“{indicatorName}”目标为{target}，实际为{actual}，未达目标却得满分{published}",
    },
    evaluate: (facts) => eachIndicator(facts, judgeFullMarks),
  }),
  ownRule({
    code: "P_MISSED_NO_REASON",
    category,
    kinds,
    severity: "WARNING",
    title: "A missed target, or marks taken off, has a reason",
    titleZh: "未达目标或扣分的指标说明了原因",
    identity: "未达目标或得分 < 分值 ⇒ 偏差原因不为空",
    tolerance: "NONE",
    sentence: {
      en: "Project {project}: {indicatorName} ({actual} against a target of {target}) misses its target or loses marks, and the reason is blank",
      zh: "项目“{project}”指标“{indicatorName}”目标为{target}，实际为{actual}，未达目标或被扣分，但未说明原因",
    },
    evaluate: (facts) => eachIndicator(facts, judgeMissingReason),
  }),
  ownRule({
    code: "P_SCORE_ABOVE_PROPORTION",
    category,
    kinds,
    severity: "INFO",
    title: "The score of a missed target is at most the proportion reached",
    titleZh: "未达目标的得分不高于完成比例",
    identity: "得分 ≤ 分值 × 实际值 ÷ 指标值（反向指标相反）",
    tolerance: "PRINTED",
    sentence: {
      en: "Project {project}: {indicatorName} has {actual} against a target of {target} and scores {published}; the proportion makes {recomputed}",
      zh: "项目“{project}”指标“{indicatorName}”目标为{target}，实际为{actual}，得分{published}高于按比例应得的{recomputed}",
    },
    evaluate: (facts) => eachIndicator(facts, judgeProportion),
  }),
  ownRule({
    code: "P_DIRECTION_OPERATOR",
    category,
    kinds: BOTH_KINDS,
    severity: "INFO",
    title: "正向 goes with ≥, 反向 with ≤",
    titleZh: "指标方向与比较符一致",
    identity: "正向 ⇒ ≥（>、=）；反向 ⇒ ≤（<、=）",
    tolerance: "NONE",
    sentence: {
      en: "Project {project}: {indicatorName} is {directionZh} and its target is {target}",
      zh: "项目“{project}”指标“{indicatorName}”为{directionZh}指标，而目标为{target}",
    },
    evaluate: (facts) => eachIndicator(facts, judgeOperator),
  }),
  ownRule({
    code: "P_TARGET_CANNOT_FAIL",
    category,
    kinds: BOTH_KINDS,
    severity: "INFO",
    title: "A target can be missed",
    titleZh: "指标值不应必然达到",
    identity: "指标值不为 ≥ 0、≤ 100%，或等于其上下限",
    tolerance: "NONE",
    sentence: {
      en: "Project {project}: the target of {indicatorName} is {target}, {word:bound}: it cannot be missed",
      zh: "项目“{project}”指标“{indicatorName}”的目标为{target}（{word:bound}），必然达到",
    },
    evaluate: (facts) => eachIndicator(facts, judgeBound),
  }),
  ownRule({
    code: "P_OVERACHIEVED",
    category,
    kinds,
    severity: "INFO",
    title: "A target is not exceeded beyond reason",
    titleZh: "实际值未远超目标",
    identity: "正向指标：实际值 ÷ 指标值 ≤ 150%；百分比不超过100%",
    tolerance: "BAND",
    sentence: {
      en: "Project {project}: {indicatorName} has {actual} against a target of {target}: the target was set too low, or a unit is wrong",
      zh: "项目“{project}”指标“{indicatorName}”目标为{target}，实际为{actual}，目标偏低或单位有误",
    },
    evaluate: (facts) => eachIndicator(facts, judgeOverachievement),
  }),
  ownRule({
    code: "P_ACTUAL_VS_FUNDS",
    category,
    kinds,
    severity: "WARNING",
    title: "The cost of a project is what it executed",
    titleZh: "成本指标实际值与执行数一致",
    identity: "以项目预算为目标的成本指标：实际值 = 全年执行数",
    tolerance: "PRINTED",
    sentence: {
      en: "Project {project}: {indicatorName} gives a cost of {published}, the executed funds are {recomputed}",
      zh: "项目“{project}”指标“{indicatorName}”实际值为{published}，而全年执行数为{recomputed}",
    },
    evaluate: (facts) => eachIndicator(facts, judgeActualFunds),
  }),
  ownRule({
    code: "P_ACTUAL_VS_REASON",
    category,
    kinds,
    severity: "INFO",
    title: "The actual value is what its own reason counts",
    titleZh: "实际值与偏差原因所述数量一致",
    identity: "实际值 − 指标值 = 原因所述差额；实际比率 = 原因所述数量之比",
    tolerance: "PRINTED",
    sentence: {
      en: "Project {project}: {indicatorName} has {actual} against a target of {target}, which its reason ({told}) does not fit",
      zh: "项目“{project}”指标“{indicatorName}”目标为{target}，实际为{actual}，与原因所述“{told}”不符",
    },
    evaluate: (facts) => eachIndicator(facts, judgeReason),
  }),
  ownRule({
    code: "P_NARRATIVE_MATCH",
    category,
    kinds,
    title: "What the narrative tells of a project is what its table prints",
    titleZh: "自评综述与自评表一致",
    identity: "综述的得分、全年预算数、执行数、完成率 = 自评表",
    tolerance: "PRINTED",
    sentence: {
      en: "Project {project}: the narrative gives {published} as its {word:told}, the table {recomputed}",
      zh: "项目“{project}”综述所述{word:told}为{published}，而自评表为{recomputed}",
    },
    evaluate: (facts) => eachProject(facts, matchNarrative),
  }),
  ownRule({
    code: "P_SUBJECT_INITIAL_MATCH",
    category,
    kinds,
    severity: "WARNING",
    title: "The initial budget of a subject that one project pays is the project's",
    titleZh: "由单一项目支出的科目，其年初预算与项目年初预算一致",
    identity: "文字：科目年初预算 = 项目年初预算数（若等于全年预算数：阶段有误）",
    tolerance: "PRINTED",
    sentence: {
      en: "{figure} names an initial budget of {published}, its project {project} one of {recomputed}{cause}",
      zh: "{figure}所列年初预算为{published}，而项目“{project}”年初预算数为{recomputed}{cause}",
    },
    evaluate: matchInitialBudgets,
  }),
  ownRule({
    code: "P_SUBJECT_FINAL_MATCH",
    category,
    kinds,
    severity: "WARNING",
    title: "The final amount of a subject that one project pays is what the project executed",
    titleZh: "由单一项目支出的科目，其决算数与项目执行数一致",
    identity: "科目决算数 = 项目全年执行数",
    tolerance: "PRINTED",
    sentence: {
      en: "{figure} is {published}, its project {project} executed {recomputed}",
      zh: "{figure}决算数为{published}，而项目“{project}”全年执行数为{recomputed}",
    },
    evaluate: matchFinals,
  }),
  ownRule({
    code: "P_CARRYOVER_VS_UNIT",
    category,
    kinds,
    severity: "WARNING",
    title: "Money that projects carried over is within the unit's opening carry-over",
    titleZh: "项目上年结转之和不超过单位年初结转和结余",
    identity: "Σ 项目上年结转资金 ≤ 年初结转和结余",
    tolerance: "PRINTED",
    sentence: {
      en: "The projects' money from the prior year makes {published}, but the unit's opening carry-over is {recomputed}",
      zh: "各项目上年结转资金合计{published}，大于单位年初结转和结余{recomputed}",
    },
    evaluate: compareCarryover,
  }),
  equationRule({
    code: "P_GRADES_SUM",
    category,
    kinds,
    title: "Projects by grade are the projects evaluated",
    titleZh: "各等级项目之和等于自评项目数",
    identity: "优 + 良 + 合格（中）+ 不合格（差）= 绩效自评项目数",
    equations: [
      {
        whole: ["EVALUATED_PROJECTS"],
        parts: ["EVALUATED_EXCELLENT", "EVALUATED_GOOD", "EVALUATED_PASS", "EVALUATED_FAIL"],
        places: ["NARRATIVE"],
      },
    ],
  }),
  ownRule({
    code: "P_GRADE_FITS_SCORE",
    category,
    kinds,
    severity: "WARNING",
    title: "The grades fit the average score",
    titleZh: "评级与平均得分相符",
    identity: "全部为优 ⇒ 平均得分 ≥ 90；全部为不合格 ⇒ 平均得分 < 60",
    tolerance: "BAND",
    sentence: {
      en: "{figure} is {published}, which the grades do not allow",
      zh: "{figure}为{published}，与所列评级不符",
    },
    evaluate: judgeGrades,
  }),
  equationRule({
    code: "P_PROBLEMS_SUM",
    category,
    kinds,
    title: "Problems found are those solved and those open",
    titleZh: "发现问题数等于已整改与正在整改之和",
    identity: "发现问题 = 已完成整改 + 正在整改",
    equations: [
      {
        whole: ["EVALUATION_PROBLEMS_FOUND"],
        parts: ["EVALUATION_PROBLEMS_SOLVED", "EVALUATION_PROBLEMS_OPEN"],
        places: ["NARRATIVE"],
      },
    ],
  }),
  equationRule({
    code: "P_EVALUATED_AMOUNT_LE_PROJECT",
    category,
    kinds: BOTH_KINDS,
    severity: "INFO",
    title: "The amount evaluated, or given targets, is within project expenditure",
    titleZh: "自评（编报绩效目标）金额不超过项目支出",
    identity: "自评金额、编报目标金额、跟踪金额 ≤ 项目支出",
    equations: (["EVALUATED_AMOUNT", "TARGETED_AMOUNT", "TRACKED_AMOUNT"] as const).map((measure): Equation => ({
      whole: [measure],
      // Projects are paid from all budgets: one budget's project expenditure alone is no bound.
      parts: [{ first: "PROJECT_EXPENDITURE", otherwise: BUDGETS.map(({ project }) => project) }],
      relation: "AT_MOST",
      places: ["ANYWHERE"],
    })),
  }),
];

const EXCELLENT = 9_000;
const PASS = 6_000;

function* judgeGrades(facts: Facts): Generator<Answer> {
  const figure = (measure: "EVALUATED_AVERAGE_SCORE" | "EVALUATED_PROJECTS" | "EVALUATED_EXCELLENT" | "EVALUATED_FAIL") =>
    facts.figure({ measure, stage: facts.ownStage });
  const average = figure("EVALUATED_AVERAGE_SCORE");
  const projects = figure("EVALUATED_PROJECTS");
  if (average === undefined || projects === undefined || projects.value === 0) return yield "CANNOT_TELL";
  const excellent = figure("EVALUATED_EXCELLENT");
  const failed = figure("EVALUATED_FAIL");
  const grade = [excellent, failed].find((one) => one?.value === projects.value);
  if (grade === undefined) return yield "HOLDS";
  const fits = grade === excellent ? average.value >= EXCELLENT : average.value < PASS;
  if (fits) return yield "HOLDS";
  yield {
    valueKind: "SCORE",
    published: average.value,
    recomputed: null,
    tolerance: null,
    figures: [average, grade].map(figureOf),
    detail: {},
    citations: [average.citation, grade.citation],
  };
}
