/** The numbers that a small disclosure of the official form is written with; all money in 万元 as printed. */
export interface DisclosureText {
  readonly unitName?: string;
  readonly year?: number;
  readonly total?: string;
  readonly priorChange?: string;
  readonly basic?: string;
  readonly project?: string;
}

/** A small disclosure in the text form, for tests of what happens to a document after it is read. */
export function disclosureText({
  unitName = "示例市司法局（本级）",
  year = 2023,
  total = "1,200.00",
  priorChange = "200.00",
  basic = "700.00",
  project = "500.00",
}: DisclosureText = {}): Uint8Array {
  const lines = [
    `${year}年度${unitName}`,
    "公开文档",
    `单位名称：${unitName}`,
    "单位负责人：甲一",
    "财务负责人：乙二",
    "编制人：丙三",
    `报送日期：${year + 1}年8月`,
    "第二部分 单位决算情况说明",
    "一、收入支出决算总体情况说明",
    `${unitName}${year}年度收入、支出决算总计${total}万元。与上年决算相比，收、支总计各增加${priorChange}万元，变动原因：示例。`,
    "三、支出决算情况说明",
    `${unitName}${year}年度本年支出决算合计${total}万元，其中：`,
    `本年基本支出${basic}万元；`,
    `本年项目支出${project}万元。`,
  ];
  return new TextEncoder().encode(`${lines.join("\n")}\n`);
}
