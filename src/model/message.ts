import type { Span } from "./extracted-document";

/**
 * What reading a document has to say about it. A message is a typed value; its sentence is derived from its code and details, so that
 * it can be told in English and in 中文, counted and filtered.
 */
export interface Message {
  readonly code: MessageCode;
  /** Where, when it belongs to a place of the extracted document. */
  readonly span?: Span;
  /** Where, in the words of the format (a page, a sheet, a byte, a line), when there is no block to point at. */
  readonly place?: string;
  /** What it is about: the text that could not be read, a count, a name. */
  readonly detail?: string;
}

/** English and 中文 sentences; `{detail}` stands for Message.detail. */
export const MESSAGE_TEXTS = {
  ENCODING_REFUSED: [
    "The file is neither UTF-8 nor GB18030 text; save it again in one of them",
    "文件既不是 UTF-8 也不是 GB18030 编码，请另存后再导入",
  ],
  FORMAT_UNKNOWN: [
    "The format is not one that can be read ({detail}); use docx, doc, pdf, xlsx, xls, html or txt",
    "无法识别的文件格式（{detail}），请使用 docx、doc、pdf、xlsx、xls、html 或 txt",
  ],
  FILE_BROKEN: ["The file is damaged: {detail}", "文件已损坏：{detail}"],
  FILE_EMPTY: ["The file holds no text; get it again from where it was published", "文件没有文字内容，请重新获取"],
  FILE_SCANNED: [
    "The file holds page images without text ({detail}); publish or recognise a text version first",
    "文件只有页面图像、没有文字（{detail}），请先转换为带文字的版本",
  ],
  FILE_ENCRYPTED: ["The file is encrypted; remove the password first", "文件已加密，请先取消密码"],
  LIMIT_EXCEEDED: ["The file goes beyond a reading limit: {detail}", "文件超出读取限制：{detail}"],
  PART_SKIPPED: ["A part of the file was passed over: {detail}", "文件的一部分未读取：{detail}"],
  COLUMN_DOUBTFUL: ["The column of a number is doubtful: {detail}", "数字所属的栏次存疑：{detail}"],
  NOT_A_DISCLOSURE: [
    "This does not read as a budget or final-accounts disclosure: its cover and text tell no {detail}; check that it is the whole document",
    "这不是部门预算或决算公开文件：封面和正文均未注明{detail}，请确认文件完整",
  ],
  GOVERNMENT_SUMMARY: [
    "This is a government's summary over all its departments ({detail}), whose money would be counted again; import the disclosures of its departments and units",
    "这是一级政府对各部门的汇总公开（{detail}），导入会与各部门数据重复计算；请导入部门或单位的公开文件",
  ],
  OTHER_UNIT_LEFT: [
    "The file goes on with the disclosure of another unit, which is not read; import it as a file of its own: {detail}",
    "文件其后为另一单位的公开内容，未读取，请另存为单独文件后导入：{detail}",
  ],
  SECTION_UNKNOWN: ["A section of an unknown kind is kept as text: {detail}", "未识别的章节已按文本保留：{detail}"],
  SECTION_MISSING: ["A section is missing: {detail}", "缺少章节：{detail}"],
  TABLE_UNKNOWN: ["A table of an unknown kind is kept as text: {detail}", "未识别的表格已按文本保留：{detail}"],
  TABLE_ATTACHED: ["The tables are said to be attached, and are not in this file: {detail}", "表格注明见附件，未包含在本文件中：{detail}"],
  COLUMN_UNKNOWN: ["A column of a table is not understood: {detail}", "未识别的表格栏目：{detail}"],
  ROW_UNKNOWN: ["A row of a table is not understood: {detail}", "未识别的表格行：{detail}"],
  NUMBER_UNREADABLE: ["A number cannot be read: {detail}", "无法读取的数字：{detail}"],
  NUMBER_ROUNDED: ["A number has a part below one 分 and was rounded: {detail}", "数字含有不足一分的部分，已四舍五入：{detail}"],
  NUMBER_UNCITED: ["A number belongs to no figure: {detail}", "未归入任何数据的数字：{detail}"],
  SENTENCE_UNREAD: ["A sentence with figures is not understood: {detail}", "含有数字但未识别的语句：{detail}"],
  UNIT_UNSTATED: [
    "The monetary unit is not stated and was taken from the document's other tables: {detail}",
    "未注明金额单位，按本文件其他表格推定：{detail}",
  ],
  SUBJECT_UNCODED: [
    "A budget subject has no code in the catalogue and is kept by its path: {detail}",
    "预算科目在目录中没有编码，按路径保留：{detail}",
  ],
  SUBJECT_OBSERVED: [
    "A budget subject is not in the catalogue and was added as observed: {detail}",
    "预算科目不在目录中，已按所见新增：{detail}",
  ],
  TEMPLATE_RESIDUE: ["An unfilled part of the template was left in: {detail}", "模板内容未填写或未删除：{detail}"],
  YEAR_DOUBTFUL: ["A comparison names a year that cannot be meant: {detail}", "比较所写的年份存疑：{detail}"],
  HEADER_INCOMPLETE: ["A line of the header is missing: {detail}", "缺少封面信息：{detail}"],
} as const satisfies Record<string, readonly [english: string, chinese: string]>;

export type MessageCode = keyof typeof MESSAGE_TEXTS;

/** Tells a message as a sentence. */
export function tellMessage(message: Message, language: "en" | "zh" = "en"): string {
  return MESSAGE_TEXTS[message.code][language === "en" ? 0 : 1].replace("{detail}", () => message.detail ?? "");
}
