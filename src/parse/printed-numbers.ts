/** A stretch of text that a number of the document stands in. */
export interface NumberPlace {
  readonly start: number;
  readonly end: number;
}

const NUMBER = /[0-9０-９]+(?:[,，][0-9０-９]{3})*(?:[.．][0-9０-９]+)?/g;

/** Stretches whose digits are no quantity: dates, list numbers, titles of laws and their numbers, names of documents, field codes. */
const NO_QUANTITY: readonly RegExp[] = [
  /[0-9０-９]{3,4}\s*年(?:\s*[0-9０-９]{1,2}\s*月(?:\s*[0-9０-９]{1,2}\s*日)?)?(?:度)?/g,
  /(?<![0-9.．])[0-9０-９]{1,2}\s*月(?:\s*[0-9０-９]{1,2}\s*日|份)?/g,
  /20[0-9]{2}[-./][0-9]{1,2}(?:[-./][0-9]{1,2})?(?![0-9]|\s*万?元)/g,
  /20[0-9]{2}\s*[-—~至]\s*20[0-9]{2}(?=\s*年)/g,
  /《[^》]*》/g,
  /[〔【［\[（(]\s*(?:19|20)[0-9]{2}\s*[〕】］\])）]\s*(?:第?\s*[0-9]+\s*号)?/g,
  /第?\s*[0-9０-９]+\s*号(?=[文令）)、，。；]|$)/g,
  /第\s*[0-9０-９]+\s*(?:条|款|章|节|页|部分|届|次会议)/g,
  // Organisations that are numbered: 第2分局, 第101医院.
  /第\s*[0-9０-９]+\s*(?:分局|分校|派出所|[支大中]队|[初高]?级?中学|小学|幼儿园|人民医院|医院|人民法庭|干休所|机关)/g,
  /PAGEREF\s+\S+(?:\s+\\?h)?(?:\s+[0-9]+)?/g,
  /[A-Za-z][A-Za-z0-9-]*[0-9]+[A-Za-z0-9-]*|[0-9]+[A-Za-z]+[A-Za-z0-9]*/g,
  /(?:^|[\s。；;：:，,、）)])[（(]?[0-9０-９]{1,2}[“”]?(?:[)）、]|[.．](?![0-9０-９]))/g,
  /[（(][0-9０-９]{1,2}[)）]/g,
  /(?:图|表|附件|附表)\s*[0-9０-９]{1,2}/g,
  /(?:公开|财决|财预)\s*[0-9]{1,2}\s*(?:-[0-9]\s*)?表/g,
  // A page number that a line break left behind the last sentence.
  /(?<=[。；])\s*[0-9]{1,3}\s*$/g,
  /(?:电话|传真|邮编|联系方式)[：:]?\s*[0-9-]+/g,
  /(?<![0-9.])0[0-9]{2,3}\s*[-—－]\s*[0-9]{7,8}(?![0-9.])/g,
  // Addresses: 252弄4号.
  /[0-9０-９]+\s*(?:弄|幢|栋|号楼)(?:\s*[0-9０-９]+\s*(?:号|室))?/g,
];

/** A number and nothing else, as cells of tables print it; 2023.05 may be a date. */
const BARE_NUMBER = /^(?!20[0-9]{2}\.)[0-9]+(?:,[0-9]{3})*(?:\.[0-9]+)?$/;

/** The numbers printed in a text that say a quantity. */
export function printedNumbers(text: string): NumberPlace[] {
  if (!/[0-9０-９]/.test(text)) return [];
  if (BARE_NUMBER.test(text)) return [{ start: 0, end: text.length }];
  const excluded: NumberPlace[] = [];
  for (const words of NO_QUANTITY) {
    for (const match of text.matchAll(words)) excluded.push({ start: match.index, end: match.index + match[0].length });
  }
  return [...text.matchAll(NUMBER)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter((place) => !excluded.some(({ start, end }) => start <= place.start && place.end <= end));
}
