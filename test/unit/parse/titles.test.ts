import { parseHeader } from "../../../src/parse/parse-header";
import { documentOf } from "./told";

/** The first lines of a document, " / " between them, and what they say: unit, year, kind, scope. */
const TITLES: readonly (readonly [lines: string, said: string])[] = [
  // The unit before the year.
  ["云溪市司法局2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局2023年度单位决算", "云溪市司法局 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市司法局2023年部门决算公开", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局2023年度决算公开", "云溪市司法局 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市司法局 2023 年度 部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局２０２３年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局二〇二三年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局二○二三年部门预算", "云溪市司法局 2023 BUDGET DEPARTMENT"],
  ["云溪市司法局（本级）2023年度单位决算", "云溪市司法局 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市司法局本级2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市司法局机关2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市司法局（汇总）2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局2024年部门预算", "云溪市司法局 2024 BUDGET DEPARTMENT"],
  ["云溪市司法局2024年单位预算公开", "云溪市司法局 2024 BUDGET UNIT"],
  ["云溪市司法局2024年部门预算公开情况说明", "云溪市司法局 2024 BUDGET DEPARTMENT"],
  ["云溪市司法局2024年部门预算编制说明", "云溪市司法局 2024 BUDGET DEPARTMENT"],
  ["云溪市司法局2024年部门预算及“三公”经费预算公开说明", "云溪市司法局 2024 BUDGET DEPARTMENT"],
  ["云溪市司法局2023年度部门决算及“三公”经费决算公开", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局2023年度部门决算分析报告", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局关于2023年度部门决算公开的说明", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["关于云溪市司法局2023年度部门决算公开的说明", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["附件1：云溪市司法局2023年度部门决算公开文本", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["附件 / 云溪市司法局2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局2023年一般公共预算“三公”经费支出决算情况", "云溪市司法局 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市司法局2024年“三公”经费预算公开", "云溪市司法局 2024 BUDGET UNIT"],
  // The year before the unit.
  ["2023年度云溪市司法局部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["2023年度云溪市司法局单位决算公开", "云溪市司法局 2023 FINAL_ACCOUNTS UNIT"],
  ["2023年云溪市司法局部门决算公开情况", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["2024年云溪市司法局部门预算公开表", "云溪市司法局 2024 BUDGET DEPARTMENT"],
  ["2024年度云溪市司法局预算", "云溪市司法局 2024 BUDGET UNIT"],
  ["2023年度云溪市第一中学部门决算", "云溪市第一中学 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["2022年中共云溪市委宣传部部门决算", "中共云溪市委宣传部 2022 FINAL_ACCOUNTS DEPARTMENT"],
  // Over lines.
  ["云溪市司法局 / 2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局 / 2023年度 / 部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["2023年度 / 云溪市司法局 / 部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["2023年度 / 云溪市司法局（本级）单位决算", "云溪市司法局 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市司法局 / 2024年部门预算公开", "云溪市司法局 2024 BUDGET DEPARTMENT"],
  ["2024年部门预算 / 部门名称：云溪市司法局", "云溪市司法局 2024 BUDGET DEPARTMENT"],
  ["2024年单位预算 / 单位名称：云溪市司法局（本级）", "云溪市司法局 2024 BUDGET UNIT"],
  ["2023年度部门决算 / 编制单位：云溪市司法局", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["2023年度部门决算 / 公开部门：云溪市司法局", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["预算部门：云溪市司法局 / 2024年部门预算", "云溪市司法局 2024 BUDGET DEPARTMENT"],
  ["云溪区人民政府 / 示例路街道办事处 / 2023年度部门决算", "云溪区人民政府示例路街道办事处 2023 FINAL_ACCOUNTS DEPARTMENT"],
  // Units of every nature.
  ["云溪省财政厅2023年度部门决算", "云溪省财政厅 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪自治区发展和改革委员会2023年度部门决算", "云溪自治区发展和改革委员会 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市人民检察院2023年度部门决算", "云溪市人民检察院 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市中级人民法院2023年度部门决算", "云溪市中级人民法院 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市人民医院2023年度单位决算", "云溪市人民医院 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市示例镇人民政府2023年度部门决算", "云溪市示例镇人民政府 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市示例镇2023年度部门决算", "云溪市示例镇 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市示例街道办事处2023年部门预算", "云溪市示例街道办事处 2023 BUDGET DEPARTMENT"],
  ["云溪市人大常委会办公室2023年度部门决算", "云溪市人大常委会办公室 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["政协云溪市委员会办公室2023年度部门决算", "政协云溪市委员会办公室 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市总工会2023年度部门决算", "云溪市总工会 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市残疾人联合会2023年度部门决算", "云溪市残疾人联合会 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["共青团云溪市委员会2023年度部门决算", "共青团云溪市委员会 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市公安局交通警察支队2023年度单位决算", "云溪市公安局交通警察支队 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市图书馆2023年度单位决算", "云溪市图书馆 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市第三幼儿园2023年单位预算", "云溪市第三幼儿园 2023 BUDGET UNIT"],
  ["云溪示例大学2023年度部门决算", "云溪示例大学 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪职业技术学院2023年度单位决算", "云溪职业技术学院 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪高新技术产业开发区管理委员会2023年度部门决算", "云溪高新技术产业开发区管理委员会 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市气象台2023年度单位决算", "云溪市气象台 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪监狱2023年度单位决算", "云溪监狱 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市社区戒毒康复中心2023年度单位决算", "云溪市社区戒毒康复中心 2023 FINAL_ACCOUNTS UNIT"],
  ["云溪市殡仪馆2023年度单位决算公开说明", "云溪市殡仪馆 2023 FINAL_ACCOUNTS UNIT"],
  // A year that is not the document's stands beside.
  ["云溪市司法局2023年度部门决算 / 2024年9月", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["2024年9月12日 / 云溪市司法局2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["发布时间：2024-09-12 来源：云溪市司法局 / 云溪市司法局2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["云溪市司法局2023年度部门决算 / 第二部分 2022年度部门决算情况说明", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["首页 > 财政信息 > 部门决算 / 云溪市司法局2023年度部门决算", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
  ["公开部门：云溪市司法局 2023年度 金额单位：元 / 收入支出决算总表", "云溪市司法局 2023 FINAL_ACCOUNTS DEPARTMENT"],
];

describe("titles", () => {
  it.each(TITLES)("%s", (lines, said) => {
    const { unitName, year, kind, scope } = parseHeader(documentOf(lines.split(" / "))).header;
    expect(`${unitName} ${year} ${kind} ${scope}`).toBe(said);
  });

  it("are of at least sixty shapes", () => {
    expect(new Set(TITLES.map(([lines]) => lines)).size).toBeGreaterThanOrEqual(60);
  });
});
