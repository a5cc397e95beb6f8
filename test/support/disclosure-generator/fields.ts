/** What an invented department does: subjects, offices, duties and projects. All texts are written for the samples. */
export interface Field {
  /** The item that pays for running the unit. */
  readonly running: string;
  readonly work: readonly Work[];
  readonly offices: readonly string[];
  readonly duties: readonly string[];
  readonly achievements: readonly string[];
}

/** A project and the item that pays for it. */
export interface Work {
  readonly code: string;
  readonly project: string;
  readonly budget?: "FUND" | "STATE";
  /** Share of the unit's project money, in percent. */
  readonly share: number;
  readonly purpose: string;
  readonly goal: string;
  readonly problem: string;
  readonly nextStep: string;
  /** Two quantities: name, unit, usual number. */
  readonly quantities: readonly [Quantity, Quantity];
  readonly quality: string;
  readonly timeliness: string;
  readonly benefit: string;
  readonly lasting: string;
  readonly beneficiaries: string;
  /** How its money is spent: percent of 商品和服务支出, of 对个人和家庭的补助; the rest is 资本性支出. */
  readonly goods: number;
  readonly grants: number;
}

export type Quantity = readonly [name: string, unit: string, usual: number];

export const JUSTICE: Field = {
  running: "2040601",
  offices: ["办公室", "政治处", "法治协调科", "行政复议与应诉科", "普法与依法治理科", "社区矫正管理科", "公共法律服务科", "财务装备科"],
  duties: [
    "负责拟订本地区法治建设中长期安排，协调各项任务的落实。",
    "办理行政复议和行政应诉事项，指导基层规范执法。",
    "组织法治宣传，推动学校、企业、村社学法用法。",
    "管理社区矫正和安置帮教工作，指导人民调解。",
    "规划公共法律服务网点，管理律师、公证和法律援助工作。",
  ],
  achievements: ["法治宣传进村入校覆盖全部乡镇。", "复议案件办理周期进一步缩短。", "公共法律服务热线实现全天受理。"],
  work: [
    {
      code: "2040605",
      project: "法治宣传教育经费",
      share: 24,
      purpose: "举办宣讲、编印资料和制作宣传节目",
      goal: "面向干部、学生和村民开展宣讲，提高学法用法意识",
      problem: "偏远村社的宣讲场次偏少，资料更新不够及时",
      nextStep: "按季度排定下乡场次，资料定稿后当月印发",
      quantities: [
        ["法治宣讲场次", "场", 60],
        ["宣传资料印发量", "册", 12000],
      ],
      quality: "宣讲内容审核合格率",
      timeliness: "年度宣讲计划按期完成率",
      benefit: "群众学法用法意识",
      lasting: "常态化普法机制",
      beneficiaries: "受众满意度",
      goods: 92,
      grants: 0,
    },
    {
      code: "2040604",
      project: "基层司法所业务经费",
      share: 22,
      purpose: "保障司法所调解、安置帮教等日常业务",
      goal: "保障基层司法所正常开展调解和帮教",
      problem: "部分司法所设备老旧，台账登记不完整",
      nextStep: "分批更换设备，统一台账格式并按月抽查",
      quantities: [
        ["调解纠纷件数", "件", 900],
        ["帮教走访人次", "人次", 480],
      ],
      quality: "调解协议履行率",
      timeliness: "纠纷受理响应及时率",
      benefit: "基层矛盾化解",
      lasting: "司法所规范化建设",
      beneficiaries: "服务对象满意度",
      goods: 74,
      grants: 12,
    },
    {
      code: "2040607",
      project: "公共法律服务平台经费",
      share: 20,
      purpose: "运行法律服务热线和服务窗口",
      goal: "为群众提供便捷的法律咨询和援助",
      problem: "夜间坐席不足，回访比例偏低",
      nextStep: "增加夜间坐席，办结事项全部回访",
      quantities: [
        ["热线接听量", "次", 15000],
        ["法律援助案件数", "件", 420],
      ],
      quality: "咨询解答准确率",
      timeliness: "援助申请按时审查率",
      benefit: "群众法律服务可及性",
      lasting: "三级服务网络",
      beneficiaries: "来访群众满意度",
      goods: 88,
      grants: 6,
    },
    {
      code: "2040610",
      project: "社区矫正管理经费",
      share: 18,
      purpose: "开展矫正对象教育、走访和定位管理",
      goal: "落实矫正对象教育和监管，防止重新犯罪",
      problem: "心理辅导力量不足，个别课程到课率不高",
      nextStep: "聘请专业辅导人员，按类别安排课程时间",
      quantities: [
        ["集中教育场次", "场", 48],
        ["个别走访人次", "人次", 960],
      ],
      quality: "矫正对象建档完整率",
      timeliness: "入矫宣告按时率",
      benefit: "矫正对象融入社会",
      lasting: "教育帮扶机制",
      beneficiaries: "矫正对象家属满意度",
      goods: 96,
      grants: 4,
    },
    {
      code: "2040613",
      project: "司法行政信息系统运维费",
      share: 16,
      purpose: "维护业务系统和购置网络设备",
      goal: "保证各业务系统稳定运行",
      problem: "个别系统之间数据不能共享",
      nextStep: "统一数据接口，逐步合并重复录入",
      quantities: [
        ["系统巡检次数", "次", 24],
        ["故障处置件数", "件", 36],
      ],
      quality: "系统正常运行率",
      timeliness: "故障按时修复率",
      benefit: "业务办理效率",
      lasting: "信息安全管理",
      beneficiaries: "使用部门满意度",
      goods: 64,
      grants: 0,
    },
  ],
};

export const LEGAL_AID: Field = {
  running: "2040650",
  offices: ["综合科", "受理审查科", "案件管理科"],
  duties: ["受理、审查法律援助申请，指派承办人员。", "监督援助案件质量，组织案卷评查。", "面向困难群众提供法律咨询。"],
  achievements: ["援助案件质量抽查结果保持良好。", "窗口延时服务惠及上班族群体。"],
  work: [
    {
      code: "2040607",
      project: "法律援助办案补贴",
      share: 100,
      purpose: "支付承办援助案件的补贴和评查费用",
      goal: "使符合条件的困难群众获得援助",
      problem: "补贴审核周期较长",
      nextStep: "实行按月审核、按月发放",
      quantities: [
        ["办理援助案件数", "件", 360],
        ["接待咨询人次", "人次", 5200],
      ],
      quality: "案卷评查优良率",
      timeliness: "补贴按时发放率",
      benefit: "困难群众权益维护",
      lasting: "援助质量监督机制",
      beneficiaries: "受援人满意度",
      goods: 94,
      grants: 6,
    },
  ],
};

export const FINANCE: Field = {
  running: "2010601",
  offices: ["办公室", "预算科", "国库科", "行政政法科", "资产管理科", "绩效评价科", "政府采购监督科"],
  duties: [
    "汇总编制本级预算和决算草案，组织预算执行。",
    "管理国库资金收付，核算总预算会计。",
    "拟订支出标准，组织绩效目标审核和评价。",
    "管理行政事业单位资产和政府采购监督事项。",
  ],
  achievements: ["预算管理一体化系统覆盖全部预算单位。", "绩效评价结果开始用于预算安排。"],
  work: [
    {
      code: "2010608",
      project: "财政评审与中介服务费",
      share: 52,
      purpose: "委托机构开展工程评审、审计和评价",
      goal: "按计划完成评审和重点评价",
      problem: "部分送审资料不齐，评审周期被拉长",
      nextStep: "提前公布资料清单，实行一次告知",
      quantities: [
        ["评审项目数", "个", 150],
        ["重点评价项目数", "个", 18],
      ],
      quality: "评审报告复核通过率",
      timeliness: "评审按期办结率",
      benefit: "财政资金节约",
      lasting: "评审标准体系",
      beneficiaries: "送审单位满意度",
      goods: 100,
      grants: 0,
    },
    {
      code: "2010607",
      project: "预算管理一体化系统运维费",
      share: 32,
      purpose: "维护一体化系统及安全设备",
      goal: "保障系统稳定和数据安全",
      problem: "月末集中支付时段系统响应变慢",
      nextStep: "扩充服务器并错峰受理",
      quantities: [
        ["系统维护次数", "次", 36],
        ["培训操作人员人数", "人", 320],
      ],
      quality: "系统可用率",
      timeliness: "问题工单按时关闭率",
      benefit: "支付业务效率",
      lasting: "数据安全管理",
      beneficiaries: "预算单位满意度",
      goods: 60,
      grants: 0,
    },
    {
      code: "2010602",
      project: "会计监督与业务指导经费",
      share: 16,
      purpose: "开展会计检查、培训和资料编印",
      goal: "提高基层会计核算质量",
      problem: "检查后续跟踪不足",
      nextStep: "建立整改台账并逐项销号",
      quantities: [
        ["会计检查单位数", "个", 24],
        ["业务培训期数", "期", 6],
      ],
      quality: "检查发现问题整改率",
      timeliness: "检查结论按时送达率",
      benefit: "会计信息质量",
      lasting: "会计监督机制",
      beneficiaries: "参训人员满意度",
      goods: 100,
      grants: 0,
    },
    {
      code: "2230105",
      project: "国有企业退休人员管理补助",
      budget: "STATE",
      share: 9,
      purpose: "补助街道承接企业退休人员管理服务",
      goal: "落实退休人员社会化管理补助",
      problem: "人员信息更新不及时",
      nextStep: "按半年核对人员名册",
      quantities: [
        ["补助街道数", "个", 8],
        ["服务退休人员数", "人", 2600],
      ],
      quality: "人员信息准确率",
      timeliness: "补助按时拨付率",
      benefit: "退休人员服务保障",
      lasting: "社会化管理机制",
      beneficiaries: "退休人员满意度",
      goods: 100,
      grants: 0,
    },
  ],
};

export const CULTURE: Field = {
  running: "2070101",
  offices: ["办公室", "公共服务科", "艺术科", "市场管理科", "资源开发科", "宣传推广科"],
  duties: [
    "拟订文化和旅游发展安排，组织公共文化服务。",
    "指导群众文艺创作，组织重大文化活动。",
    "管理文化和旅游市场，受理游客投诉。",
    "推广旅游形象，指导景区建设。",
  ],
  achievements: ["公共文化场馆全年免费开放。", "乡村旅游线路增加到十二条。"],
  work: [
    {
      code: "2070108",
      project: "公共文化活动经费",
      share: 36,
      purpose: "举办节庆活动和惠民演出",
      goal: "丰富群众文化生活",
      problem: "户外演出受天气影响较大",
      nextStep: "增加室内备选场地",
      quantities: [
        ["惠民演出场次", "场", 120],
        ["参与群众人次", "万人次", 36],
      ],
      quality: "演出质量评审合格率",
      timeliness: "活动按计划举办率",
      benefit: "群众文化生活",
      lasting: "公共文化品牌",
      beneficiaries: "观众满意度",
      goods: 90,
      grants: 4,
    },
    {
      code: "2070113",
      project: "旅游形象推广经费",
      share: 34,
      purpose: "投放宣传和参加推介活动",
      goal: "提升旅游知名度，带动消费",
      problem: "线上推广转化率不高",
      nextStep: "按客源地调整投放渠道",
      quantities: [
        ["推介活动次数", "次", 14],
        ["接待游客量", "万人次", 310],
      ],
      quality: "推介材料合格率",
      timeliness: "推介活动按期完成率",
      benefit: "旅游消费带动",
      lasting: "旅游形象影响力",
      beneficiaries: "游客满意度",
      goods: 98,
      grants: 0,
    },
    {
      code: "2070112",
      project: "文旅市场执法检查经费",
      share: 30,
      purpose: "开展市场巡查和设备购置",
      goal: "规范市场秩序，保障游客权益",
      problem: "节假日执法力量不足",
      nextStep: "联合相关部门错时巡查",
      quantities: [
        ["巡查经营场所次数", "次", 700],
        ["处理投诉件数", "件", 210],
      ],
      quality: "案件办理合格率",
      timeliness: "投诉按时办结率",
      benefit: "市场经营秩序",
      lasting: "执法协作机制",
      beneficiaries: "投诉人满意度",
      goods: 76,
      grants: 0,
    },
    {
      code: "2070904",
      project: "乡村旅游设施补助",
      budget: "FUND",
      share: 40,
      purpose: "补助乡村旅游点道路和标识建设",
      goal: "改善乡村旅游接待条件",
      problem: "个别点位施工进度偏慢",
      nextStep: "逐点明确完工时间并按旬通报",
      quantities: [
        ["补助建设点位数", "个", 16],
        ["新增标识牌数", "块", 180],
      ],
      quality: "工程验收合格率",
      timeliness: "点位按期完工率",
      benefit: "乡村接待能力",
      lasting: "设施管护机制",
      beneficiaries: "村民满意度",
      goods: 40,
      grants: 0,
    },
  ],
};

export const URBAN: Field = {
  running: "2120101",
  offices: ["办公室", "市容管理科", "环境卫生科", "执法监督科", "设施管理科", "法制科"],
  duties: ["负责市容市貌和环境卫生的监督管理。", "组织城市管理执法，受理市民投诉。", "管理市政环卫设施，指导垃圾分类。"],
  achievements: ["主次干道机械清扫比例继续提高。", "市民投诉平均办理时间缩短。"],
  work: [
    {
      code: "2120501",
      project: "城区环卫保洁经费",
      share: 58,
      purpose: "支付保洁作业和垃圾清运费用",
      goal: "保持城区道路整洁",
      problem: "背街小巷保洁频次不足",
      nextStep: "调整作业班次，增加小型设备",
      quantities: [
        ["保洁道路面积", "万平方米", 420],
        ["垃圾清运量", "吨", 86000],
      ],
      quality: "保洁考核合格率",
      timeliness: "垃圾日产日清率",
      benefit: "城市环境面貌",
      lasting: "长效保洁机制",
      beneficiaries: "市民满意度",
      goods: 86,
      grants: 0,
    },
    {
      code: "2120104",
      project: "城市管理执法保障经费",
      share: 28,
      purpose: "保障执法巡查、装备和宣传",
      goal: "维护市容秩序，提高执法水平",
      problem: "流动摊点容易反复",
      nextStep: "设置疏导点并固定巡查时段",
      quantities: [
        ["执法巡查次数", "次", 3600],
        ["处理市民投诉件数", "件", 2400],
      ],
      quality: "执法案卷合格率",
      timeliness: "投诉按时办结率",
      benefit: "市容秩序改善",
      lasting: "规范执法机制",
      beneficiaries: "投诉人满意度",
      goods: 82,
      grants: 0,
    },
    {
      code: "2120102",
      project: "垃圾分类宣传指导经费",
      share: 14,
      purpose: "开展分类宣传和督导",
      goal: "提高居民分类参与度",
      problem: "部分小区督导人员流动较大",
      nextStep: "与社区共同招募固定督导员",
      quantities: [
        ["宣传活动场次", "场", 90],
        ["督导小区数", "个", 130],
      ],
      quality: "分类投放准确率",
      timeliness: "宣传计划按期完成率",
      benefit: "居民分类习惯",
      lasting: "分类长效管理",
      beneficiaries: "居民满意度",
      goods: 100,
      grants: 0,
    },
  ],
};

export const COMMERCE: Field = {
  running: "2011301",
  offices: ["办公室", "市场建设科", "外贸外资科", "电子商务科", "流通秩序科"],
  duties: ["拟订商贸流通发展安排，组织促消费活动。", "指导对外贸易和外商投资服务。", "推动电子商务进农村，维护流通秩序。"],
  achievements: ["促消费活动带动零售额平稳增长。", "县乡村物流网点实现全覆盖。"],
  work: [
    {
      code: "2011302",
      project: "促消费活动经费",
      share: 60,
      purpose: "组织展销、节庆和惠民消费活动",
      goal: "活跃消费市场，带动商户增收",
      problem: "活动集中在节假日，平日带动不足",
      nextStep: "增加夜间和平日专场活动",
      quantities: [
        ["促消费活动场次", "场", 22],
        ["参与商户数", "户", 640],
      ],
      quality: "活动组织验收合格率",
      timeliness: "活动按期举办率",
      benefit: "居民消费活跃度",
      lasting: "消费品牌培育",
      beneficiaries: "商户满意度",
      goods: 84,
      grants: 16,
    },
    {
      code: "2011399",
      project: "农村电商服务站建设经费",
      share: 40,
      purpose: "建设站点、培训人员和购置设备",
      goal: "完善农村电商服务网络",
      problem: "个别站点业务量偏低",
      nextStep: "合并低效站点，转为流动服务",
      quantities: [
        ["新建服务站数", "个", 26],
        ["电商培训人次", "人次", 840],
      ],
      quality: "站点验收合格率",
      timeliness: "站点按期开通率",
      benefit: "农产品线上销售",
      lasting: "站点运营机制",
      beneficiaries: "参训人员满意度",
      goods: 62,
      grants: 0,
    },
  ],
};
