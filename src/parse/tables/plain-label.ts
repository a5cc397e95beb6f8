/** Nearly every label is plain as it stands. */
const PLAIN = /^[\u4e00-\u9fff0-9.,%（）、：；]*$/;

/**
 * Labels of tables are compared without what printing varies: white space, half- and full-width marks, quotation marks.
 * "因 公 出 国 (境) 费" and "因公出国（境）费" are one label.
 */
export function plainLabel(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(/[\s\u00a0\u3000\u200b-\u200d\u2060\ufeff]+/g, "")
    .replace(/[０-９Ａ-Ｚａ-ｚ％＋－．，]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replace(/[([〔﹙]/g, "（")
    .replace(/[)\]〕﹚]/g, "）")
    .replace(/[“”"'‘’「」『』《》<>〈〉]/g, "")
    .replace(/:/g, "：")
    .replace(/;/g, "；");
}

/** 一、 （二） 3. (4) ① and the words 其中 加 减: what stands before the name proper. */
const LEADING_MARK =
  /^(?:[一二三四五六七八九十百]{1,4}[、.．，]|（[一二三四五六七八九十]{1,3}）[、.]?|\d{1,3}[、.．](?!\d)|（\d{1,3}）[、.]?|[①-⑳][、.]?|其中：?|加：|减：|——|[-—·•※*#△▲]+)/;

/** The name proper of a label: no numbering, no 其中. */
export function withoutNumbering(label: string): string {
  let name = label;
  for (let mark = LEADING_MARK.exec(name); mark !== null && mark[0].length < name.length; mark = LEADING_MARK.exec(name)) {
    name = name.slice(mark[0].length);
  }
  return name;
}

/** How deep a printed numbering stands: 一、 1, （一） 2, 1. 3, （1） 4, ① 5; undefined where a label has none. */
export function numberingDepth(label: string): number | undefined {
  if (/^[一二三四五六七八九十百]{1,4}[、.．，]/.test(label)) return 1;
  if (/^（[一二三四五六七八九十]{1,3}）/.test(label)) return 2;
  if (/^\d{1,3}[、.．](?!\d)/.test(label)) return 3;
  if (/^（\d{1,3}）/.test(label)) return 4;
  return /^[①-⑳]/.test(label) ? 5 : undefined;
}

/** The row that adds up all others. */
export const isTotalLabel = (label: string): boolean =>
  /^(?:合计|总计|总合计|本年合计|本表合计|全部合计|合计：|总计：|部门合计|单位合计)$/.test(label);
