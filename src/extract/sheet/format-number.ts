/** Formats of spreadsheets that have a number instead of a code; the rest of the list is General. */
export const BUILT_IN_FORMATS: Readonly<Record<number, string>> = {
  1: "0",
  2: "0.00",
  3: "#,##0",
  4: "#,##0.00",
  5: "¥#,##0;¥-#,##0",
  6: "¥#,##0;[Red]¥-#,##0",
  7: "¥#,##0.00;¥-#,##0.00",
  8: "¥#,##0.00;[Red]¥-#,##0.00",
  9: "0%",
  10: "0.00%",
  11: "0.00E+00",
  14: "yyyy/m/d",
  15: "d-mmm-yy",
  16: "d-mmm",
  17: "mmm-yy",
  18: "h:mm AM/PM",
  19: "h:mm:ss AM/PM",
  20: "h:mm",
  21: "h:mm:ss",
  22: "yyyy/m/d h:mm",
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: "m-d-yy",
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'yyyy"年"m"月"',
  35: 'm"月"d"日"',
  36: 'yyyy"年"m"月"',
  37: "#,##0;-#,##0",
  38: "#,##0;[Red]-#,##0",
  39: "#,##0.00;-#,##0.00",
  40: "#,##0.00;[Red]-#,##0.00",
  41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
  42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
  43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
  44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
  45: "mm:ss",
  46: "[h]:mm:ss",
  47: "mm:ss.0",
  48: "##0.0E+0",
  49: "@",
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'yyyy"年"m"月"',
  56: 'm"月"d"日"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

interface Token {
  readonly kind: "LITERAL" | "DIGIT" | "POINT" | "COMMA" | "PERCENT" | "EXPONENT" | "DATE" | "TEXT" | "GENERAL" | "SLASH";
  readonly text: string;
}

interface Section {
  readonly tokens: readonly Token[];
  readonly condition: { readonly operator: string; readonly value: number } | undefined;
}

const codes = new Map<string, readonly Section[]>();

/** Shows the number of a cell as its format prints it. Digits are rounded as decimals, half away from zero, as spreadsheets do. */
export function formatCellNumber(value: number, code: string, dates1904 = false): string {
  const sections = sectionsOf(code);
  const { section, magnitude, sign } = chooseSection(sections, value);
  if (section === undefined || section.tokens.length === 0) return section === undefined ? showGeneral(value) : "";
  if (section.tokens.some((token) => token.kind === "GENERAL")) {
    return sign + section.tokens.map((token) => (token.kind === "GENERAL" ? showGeneral(magnitude) : token.text)).join("");
  }
  if (section.tokens.some((token) => token.kind === "DATE")) return showDate(section.tokens, value, dates1904);
  if (section.tokens.some((token) => token.kind === "DIGIT")) return showDigits(section.tokens, magnitude, sign).trim();
  return section.tokens.some((token) => token.kind === "TEXT")
    ? showGeneral(value)
    : section.tokens
        .map((token) => (token.kind === "LITERAL" ? token.text : ""))
        .join("")
        .trim();
}

/** At most fifteen significant digits: beyond them a double holds only the noise of its computation. */
export function showGeneral(value: number): string {
  if (!Number.isFinite(value)) return "";
  const text = plainDecimal(value);
  return text === "-0" ? "0" : text;
}

/** Decimal digits without an exponent and without trailing zeros. */
function plainDecimal(value: number): string {
  const [digits = "0", exponent = "0"] = value.toExponential(14).split("e");
  const sign = digits.startsWith("-") ? "-" : "";
  const all = digits.replace(/[-.]/g, "").replace(/0+$/, "") || "0";
  const point = Number(exponent) + 1;
  if (Math.abs(point) > 40) return String(value);
  if (point <= 0) return `${sign}0.${"0".repeat(-point)}${all}`;
  if (point >= all.length) return sign + all + "0".repeat(point - all.length);
  return `${sign}${all.slice(0, point)}.${all.slice(point)}`;
}

function sectionsOf(code: string): readonly Section[] {
  let sections = codes.get(code);
  if (sections === undefined) {
    sections = splitSections(code).map(readSection);
    if (codes.size < 1000) codes.set(code, sections);
  }
  return sections;
}

function splitSections(code: string): string[] {
  return (code.slice(0, 300).match(/(?:"[^"]*"?|\\.|[^;"\\])+|(?<=;|^)(?=;|$)/gs) ?? [code]).slice(0, 4);
}

function readSection(code: string): Section {
  const tokens: Token[] = [];
  let condition: Section["condition"];
  const pattern =
    /"([^"]*)"?|\\(.)|_.|\*.|\[([^\]]*)\]|(General|G\/通用格式)|([eE][+-])|(AM\/PM|A\/P|上午\/下午)|([yYmMdDhHsS]+)|([0#?])|(\.)|(,)|(%)|(@)|(.)/gs;
  for (const match of code.matchAll(pattern)) {
    const [all, quoted, escaped, bracket, general, exponent, half, date, digit, point, comma, percent, text, other] = match;
    const add = (kind: Token["kind"], shown: string): void => void tokens.push({ kind, text: shown });
    if (quoted !== undefined) add("LITERAL", quoted);
    else if (escaped !== undefined) add("LITERAL", escaped);
    else if (bracket !== undefined) {
      const compared = /^(<=|>=|<>|<|>|=)(-?[\d.]+)$/.exec(bracket);
      if (compared?.[1] !== undefined) condition = { operator: compared[1], value: Number(compared[2]) };
      else if (/^(?:h+|m+|s+)$/i.test(bracket)) add("DATE", all);
      else if (bracket.startsWith("$")) add("LITERAL", bracket.slice(1).split("-")[0] ?? "");
    } else if (general !== undefined) add("GENERAL", "");
    else if (exponent !== undefined) add("EXPONENT", exponent);
    else if (half !== undefined) add("DATE", half);
    else if (date !== undefined) add("DATE", date);
    else if (digit !== undefined) add("DIGIT", digit);
    else if (point !== undefined) add("POINT", point);
    else if (comma !== undefined) add("COMMA", comma);
    else if (percent !== undefined) add("PERCENT", percent);
    else if (text !== undefined) add("TEXT", text);
    else if (other === "/") add("SLASH", other);
    else if (other !== undefined) add("LITERAL", other);
    // "_x" leaves the width of a character and "*x" fills the cell: neither is text.
  }
  return { tokens, condition };
}

function chooseSection(sections: readonly Section[], value: number): { section: Section | undefined; magnitude: number; sign: string } {
  const minus = value < 0 ? "-" : "";
  if (sections.some((section) => section.condition !== undefined)) {
    const section = sections.find(({ condition }) => condition === undefined || holds(condition, value));
    return { section, magnitude: Math.abs(value), sign: minus };
  }
  const numbers = sections.length > 3 ? sections.slice(0, 3) : sections;
  if (value < 0 && numbers.length > 1) return { section: numbers[1], magnitude: -value, sign: "" };
  if (value === 0 && numbers.length > 2) return { section: numbers[2], magnitude: 0, sign: "" };
  return { section: numbers[0], magnitude: Math.abs(value), sign: minus };
}

function holds({ operator, value: limit }: { readonly operator: string; readonly value: number }, value: number): boolean {
  if (operator === "<") return value < limit;
  if (operator === "<=") return value <= limit;
  if (operator === ">") return value > limit;
  if (operator === ">=") return value >= limit;
  return operator === "=" ? value === limit : value !== limit;
}

function showDigits(tokens: readonly Token[], magnitude: number, sign: string): string {
  const lastDigit = tokens.findLastIndex((token) => token.kind === "DIGIT");
  const percents = tokens.filter((token) => token.kind === "PERCENT").length;
  // Commas after the last digit divide by a thousand each.
  const thousands = tokens
    .slice(lastDigit + 1)
    .filter((token, at, rest) => token.kind === "COMMA" && rest.slice(0, at).every((before) => before.kind === "COMMA")).length;
  const point = tokens.findIndex((token) => token.kind === "POINT");
  const exponent = tokens.findIndex((token) => token.kind === "EXPONENT");
  const isDigit = (token: Token): boolean => token.kind === "DIGIT";
  const end = exponent < 0 ? tokens.length : exponent;
  const whole = tokens.slice(0, point < 0 ? end : Math.min(point, end)).filter(isDigit);
  const fraction = point < 0 ? [] : tokens.slice(point, end).filter(isDigit);
  if (tokens.some((token) => token.kind === "SLASH")) return sign + showGeneral(magnitude);
  if (exponent >= 0) {
    const [digits = "0", power = "0"] = magnitude.toExponential(Math.min(20, fraction.length)).split("e");
    const size = Math.abs(Number(power));
    return `${sign}${digits}E${Number(power) < 0 ? "-" : "+"}${String(size).padStart(tokens.slice(exponent).filter(isDigit).length, "0")}`;
  }
  const [wholeDigits, fractionDigits] = roundDecimal(shiftDecimal(plainDecimal(magnitude), 2 * percents - 3 * thousands), fraction.length);
  const grouped = tokens.slice(0, lastDigit).some((token, at) => token.kind === "COMMA" && (point < 0 || at < point));
  const least = whole.filter((token) => token.text === "0").length;
  const padded = (wholeDigits === "0" ? "" : wholeDigits).padStart(least, "0");
  const shownWhole = grouped ? padded.replace(/\B(?=(?:\d{3})+$)/g, ",") : padded;
  const kept = Math.max(fraction.findLastIndex((token) => token.text !== "#") + 1, fractionDigits.replace(/0+$/, "").length);
  const number = shownWhole + (point < 0 ? "" : ".") + fractionDigits.slice(0, kept);
  const isZero = !/[1-9]/.test(number);
  let text = "";
  let shown = false;
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "LITERAL") text += token.text;
    else if (token.kind === "PERCENT") text += "%";
    else if ((token.kind === "DIGIT" || (token.kind === "POINT" && at < lastDigit)) && !shown) {
      text += number;
      shown = true;
    }
  }
  return (isZero ? "" : sign) + text;
}

/** Moves the decimal point. */
function shiftDecimal(decimal: string, places: number): string {
  if (places === 0) return decimal;
  const [whole = "0", fraction = ""] = decimal.split(".");
  const digits = whole + fraction;
  const point = whole.length + places;
  if (point <= 0) return `0.${"0".repeat(-point)}${digits}`;
  if (point >= digits.length) return digits + "0".repeat(point - digits.length);
  return `${digits.slice(0, point)}.${digits.slice(point)}`;
}

/** Rounds half away from zero. */
function roundDecimal(decimal: string, places: number): [whole: string, fraction: string] {
  const [whole = "0", fraction = ""] = decimal.split(".");
  const kept = fraction.slice(0, places).padEnd(places, "0");
  let digits = BigInt(whole + kept);
  if ((fraction[places] ?? "0") >= "5") digits += 1n;
  const text = digits.toString().padStart(places + 1, "0");
  return [text.slice(0, text.length - places), text.slice(text.length - places)];
}

const DAY_MILLISECONDS = 86_400_000;
/** Day 1 is 1 January 1900, and day 60 the 29 February that year did not have. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const EPOCH_1904 = Date.UTC(1904, 0, 1);
const LAST_DAY = 2_958_465;

function showDate(tokens: readonly Token[], value: number, dates1904: boolean): string {
  if (value < 0 || value > LAST_DAY) return showGeneral(value);
  const days = !dates1904 && value < 60 ? value + 1 : value;
  const date = new Date((dates1904 ? EPOCH_1904 : EPOCH_1900) + Math.round(days * 86_400) * 1000);
  const hasHalf = tokens.some((token) => /[AP]\/|\/P|午/.test(token.text) && token.kind === "DATE");
  return tokens
    .map((token, at) => {
      if (token.kind === "DATE") return showDatePart(token.text, date, value, isMinute(tokens, at), hasHalf);
      return token.kind === "LITERAL" || token.kind === "SLASH" || token.kind === "POINT" || token.kind === "COMMA" ? token.text : "";
    })
    .join("")
    .trim();
}

/** An m is minutes after hours and before seconds, months elsewhere. */
function isMinute(tokens: readonly Token[], at: number): boolean {
  const parts = tokens.flatMap((token, place) =>
    token.kind === "DATE" ? [{ letter: token.text.replace("[", "")[0]?.toLowerCase(), place }] : [],
  );
  const own = parts.findIndex((part) => part.place === at);
  return parts[own - 1]?.letter === "h" || parts[own + 1]?.letter === "s";
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

function showDatePart(part: string, date: Date, value: number, minute: boolean, hasHalf: boolean): string {
  const pad = (number: number): string => String(number).padStart(Math.min(2, part.length), "0");
  if (part.includes("午")) return date.getUTCHours() < 12 ? "上午" : "下午";
  if (part.includes("/")) return date.getUTCHours() < 12 ? "AM" : "PM";
  if (part.startsWith("[")) {
    const total = (value * DAY_MILLISECONDS) / 1000;
    const unit = part[1]?.toLowerCase();
    return String(Math.floor(unit === "h" ? total / 3600 : unit === "m" ? total / 60 : total));
  }
  switch (part[0]?.toLowerCase()) {
    case "y":
      return part.length <= 2 ? String(date.getUTCFullYear()).slice(-2) : String(date.getUTCFullYear());
    case "d":
      return pad(date.getUTCDate());
    case "h":
      return pad(hasHalf ? date.getUTCHours() % 12 || 12 : date.getUTCHours());
    case "s":
      return pad(date.getUTCSeconds());
    default:
      if (minute) return pad(date.getUTCMinutes());
      return part.length >= 3 ? (MONTHS[date.getUTCMonth()] ?? "") : pad(date.getUTCMonth() + 1);
  }
}
