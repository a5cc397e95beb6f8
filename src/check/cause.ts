/** 可能原因: why a number may be wrong, as far as the numbers themselves tell. Sentences in English and 中文; {name} stands for a detail. */
export const CAUSES = {
  ANOTHER_STAGE: ["the printed number fits the {causeStage} instead", "所列数字与{causeStage}相符"],
  ANOTHER_WHOLE: ["the share fits {causeFigure} as the whole", "该占比以{causeFigure}为分母时相符"],
  TRUNCATED: ["what follows the last digit was cut off, not rounded", "末位之后的数字被直接舍去，未四舍五入"],
  CURRENT_AS_BASE: ["the rate was divided by this year's number and not by the base", "增长率以本年数而不是基数为分母"],
  TIMES_10: ["the number is ten times off", "数字相差10倍"],
  TIMES_100: ["the rate is a hundred times off", "比率相差100倍"],
  TIMES_10000: ["元 and 万元 were taken for each other", "“元”与“万元”混淆"],
  DIGITS_SWAPPED: ["two digits are swapped: {likely} is likely meant", "两位数字颠倒，疑为{likely}"],
  DIGIT_ADDED: ["a digit too many: {likely} is likely meant", "多写一位数字，疑为{likely}"],
  DIGIT_LOST: ["a digit is lost: {likely} is likely meant", "漏写一位数字，疑为{likely}"],
  INPUT_SLIP: ["{causeFigure} is likely {likelyAmount}: with it the rate fits", "{causeFigure}疑为{likelyAmount}，据此比率相符"],
  PART_SLIP: [
    "{causeFigure} is likely {likelyAmount}, printed in another magnitude: with it the sum closes",
    "{causeFigure}疑为{likelyAmount}（位数或金额单位有误），据此合计相符",
  ],
  ROW_ABOVE: ["the number repeats the one of the line before", "数字与上一项相同，疑为误抄"],
  OPPOSITE_SIGN: ["the sign is turned", "增减方向相反"],
  WORDS_FIT: ["the words give {likely}, with which it closes", "文字所列为{likely}，据此相符"],
  FORCED_TO_100: ["the share was bent so that all of them make 100 %", "为使占比合计为100%而调整"],
} as const satisfies Record<string, readonly [english: string, chinese: string]>;

export type Cause = keyof typeof CAUSES;

export const isCause = (code: string): code is Cause => Object.hasOwn(CAUSES, code);

/**
 * How a printed number may have come from the right one by a slip of the pen.
 * @param step one unit of the last printed digit: what stands below it was not printed
 */
export function slipOf(printed: number, right: number, step: number): Cause | undefined {
  if (printed === 0 || right === 0) return undefined;
  if (printed === -right) return "OPPOSITE_SIGN";
  if (printed < 0 !== right < 0) return undefined;
  const [one, other] = [digitsOf(printed, step), digitsOf(right, step)];
  if (one.length > 2 && one.length === other.length && isSwapped(one, other)) return "DIGITS_SWAPPED";
  if (printed === right * 10 || right === printed * 10) return "TIMES_10";
  if (one.length > 3 && one.length === other.length + 1 && dropsOne(one, other)) return "DIGIT_ADDED";
  if (other.length > 3 && other.length === one.length + 1 && dropsOne(other, one)) return "DIGIT_LOST";
  return undefined;
}

const digitsOf = (value: number, step: number): string => String(Math.round(Math.abs(value) / Math.max(1, step)));

function isSwapped(one: string, other: string): boolean {
  const apart = [...one].flatMap((digit, at) => (digit === other[at] ? [] : [at]));
  const [first = 0, second = 0] = apart;
  return apart.length === 2 && second === first + 1 && one[first] === other[second] && one[second] === other[first];
}

const dropsOne = (longer: string, shorter: string): boolean =>
  [...longer].some((_digit, at) => longer.slice(0, at) + longer.slice(at + 1) === shorter);

/** What a number may have been before a slip of the pen: a digit too many, or two swapped. Longer numbers only: short ones fit by chance. */
export function valuesWithoutSlip(value: number, step: number): number[] {
  const unit = Math.max(1, step);
  const digits = digitsOf(value, unit);
  if (digits.length < 5) return [];
  const found = new Set<string>();
  for (let at = 0; at < digits.length; at += 1) {
    found.add(digits.slice(0, at) + digits.slice(at + 1));
    if (at > 0) found.add(digits.slice(0, at - 1) + (digits[at] ?? "") + (digits[at - 1] ?? "") + digits.slice(at + 1));
  }
  found.delete(digits);
  return [...found].filter((text) => !text.startsWith("0")).map((text) => Number(text) * unit * Math.sign(value));
}
