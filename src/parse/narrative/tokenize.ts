import type { MoneyUnit } from "../../model/printed-number";
import { MONEY_UNITS } from "../../model/printed-number";
import type { Stage } from "../../model/stage";
import { priorStage, stageOf, stageWord, yearWord, type TokenFacts } from "./stage-words";
import type { Direction, Token } from "./token";
import type { Vocabulary } from "./vocabulary";
import { matchLabel } from "./vocabulary";
import { listNumberLength } from "./list-number";

type Reader = (match: RegExpExecArray, facts: TokenFacts) => TokenBody | undefined;
type TokenBody = Token extends infer T ? (T extends Token ? Omit<T, "start" | "end"> : never) : never;

const YEAR = "20\\d\\d年度?|上一?年度?|去年|本年度?|当年度?";
const BASE_YEAR = "20\\d\\d年度?|上一?年度?|去年";
const WORD = "年初预算|全年预算|调整后?预算|预算执行|当年预算执行|预算安排|当年预算|预算|决算|执行";
/** 增17.1万元，增幅17.18%: the short words count only before a number or its name. */
const SHORT = "(?=幅|额|约?\\d|）)";
const UP = `增加|增长|上升|上涨|提高|增支|扩大|大于|高于|超过|多于|增${SHORT}`;
const DOWN = `减少|下降|降低|压减|压缩|下浮|减支|缩减|小于|低于|少于|[减降]${SHORT}`;
const EQUAL = "持平|无变化|没有变化|无变动|无增减变化|无增减变动|无增减|一致|相同|相等";
const DATE = "\\d{2,4}年\\d{1,2}月(?:\\d{1,2}日)?(?:[-至~到]\\d{2,4}年\\d{1,2}月(?:\\d{1,2}日)?)?|\\d{1,2}月(?:\\d{1,2}日)?";

/** What the words of every section are, the first that fits counts. All patterns are over plain text. */
const READERS: readonly (readonly [RegExp, Reader])[] = [
  [pattern(DATE), () => ({ type: "FILLER" })],
  // 增加（减少）: the choice of the template was never made.
  [
    pattern(`(?:${UP}|${DOWN})(?:（(?:${UP}|${DOWN}|${EQUAL})(?:/(?:${UP}|${DOWN}|${EQUAL}))*）|/(?:${UP}|${DOWN}))`),
    () => ({ type: "DIRECTION", direction: undefined, roughly: false }),
  ],
  // 较上年（减少）16.23万元: the choice that was made, its brackets left.
  [pattern(`（(?:${UP}|增)）(?:额|率|幅度?)?`), () => ({ type: "DIRECTION", direction: "INCREASE", roughly: false })],
  [pattern(`（(?:${DOWN}|减)）(?:额|率|幅度?)?`), () => ({ type: "DIRECTION", direction: "DECREASE", roughly: false })],
  [pattern("[Xx×]{2,}"), () => ({ type: "PLACEHOLDER" })],
  [
    pattern(
      `(?:其)?(?:与?差异|变动|变化|(?:${UP}|${DOWN}|${EQUAL}|不一致)(?:较大|较多)?)*的?(?:主要)?(?:变动|变化|差异|增减变动|增减变化|增减|增加|减少|增长|下降)?的?(?:主要)?原因(?:是由于|是因为|是|为|在于|如下|主要是|系)*[：，]?(?:是|为)?`,
    ),
    () => ({ type: "REASON", afterComparison: false }),
  ],
  // 主要是 gives a reason after a comparison and a list of contents elsewhere.
  [pattern("主要(?:是|系|由于|因)(?:因为|由于|因)?|(?:是)?由于|系因"), () => ({ type: "REASON", afterComparison: true })],
  [pattern("主要用于以下(?:几个)?方面|(?:具体)?情况如下|包括以下(?:几个)?方面"), () => ({ type: "FILLER" })],
  [
    pattern("(?:主要)?用于|主要包括|主要是指|开支内容(?:包括|为|是)?|(?:结余分配|结转和结余)事项|主要(?:反映|支出|内容)|包括支付"),
    () => ({ type: "PURPOSE" }),
  ],
  // 为市本级财政当年拨付的资金: what the name means.
  [
    pattern(
      "(?<=[，。；])(?:为|是|指)(?=[^。；\\d]{2,120}?(?:取得|拨付|收到|使用|弥补[^。；\\d]{0,12})的(?:各类|各项)?(?:收入|资金|拨款|结余))",
    ),
    () => ({ type: "PURPOSE" }),
  ],
  [
    pattern(
      "不存在此项内容|无此项(?:内容|支出|收入|经费|预算|业务)?|(?:此项|该项)(?:内容)?不存在|不涉及(?:此项)?(?:内容)?|本表无数据|本表为空表?",
    ),
    () => ({ type: "NOTHING" }),
  ],
  [
    pattern("（?(?:基数为(?:0|零)，?)?(?:不可比|无可比性|无法计算|无法比较|不具可比性)）?|(?:-{2,}|—+)%?(?:（基数为(?:0|零)，?不可比）)?"),
    () => ({ type: "NO_RATE" }),
  ],
  [
    pattern("同比|比上年同期|较上年同期|与上年同期相比"),
    (_, facts) => ({ type: "COMPARE", base: priorStage(facts, undefined), doubtful: false }),
  ],
  [
    pattern(
      `(与|同|和|比|较|相较于?|大于|高于|超过|小于|低于|少于|多于)(?:(${BASE_YEAR})|本年度?|当年)?(?:部门|本级|财政拨款|同期|当年|收入|支出|调整)*(${WORD})?(?:数|额|总额|总数)?`,
    ),
    readComparison,
  ],
  [
    pattern(
      `完成了?(?:(?:${YEAR})?(?:调整)?(${WORD})(?:数|额)?)?(?:的|比例|率)?|(?:为|占)(年初预算|全年预算|调整后?预算|预算)数?的|(?:预算)?(?:完成率|执行率)(?:为|是)?`,
    ),
    readCompletion,
  ],
  [pattern("占比(?:例|重)?|占"), () => ({ type: "SHARE" })],
  // 占基本支出预算%: the number was never filled in.
  [pattern("%"), () => ({ type: "PLACEHOLDER" })],
  [pattern(`(?:${YEAR})(?:初|末|底)?`), (match, facts) => ({ type: "YEAR", year: yearWord(match[0], facts) })],
  [pattern(`(${WORD})(?:汇总)?(?:数|额)?`), (match) => ({ type: "STAGE", word: stageWord(match[1] ?? "") })],
  [
    pattern(`(基本|大致|大体)?(?:保持)?(${EQUAL})`),
    (match) => ({ type: "DIRECTION", direction: "EQUAL", roughly: match[1] !== undefined }),
  ],
  [pattern(`(${UP})(?:额|率|幅度?|了)?`), () => ({ type: "DIRECTION", direction: "INCREASE", roughly: false })],
  [pattern(`(${DOWN})(?:额|率|幅度?|了)?`), () => ({ type: "DIRECTION", direction: "DECREASE", roughly: false })],
  // 较上年（减少）16.23万元: a choice that was made and kept its bracket.
  [pattern(`（(?:${UP})）`), () => ({ type: "DIRECTION", direction: "INCREASE", roughly: false })],
  [pattern(`（(?:${DOWN})）`), () => ({ type: "DIRECTION", direction: "DECREASE", roughly: false })],
  [pattern("其中"), () => ({ type: "WHEREOF" })],
  [pattern("无|没有|未安排|未发生|未使用|不存在"), () => ({ type: "NEGATION" })],
  [pattern("（"), () => ({ type: "OPEN" })],
  [pattern("）"), () => ({ type: "CLOSE" })],
  [pattern("[。！？]"), () => ({ type: "STOP" })],
  [pattern("；"), () => ({ type: "SEMICOLON" })],
  [pattern("[，,：]"), () => ({ type: "COMMA" })],
  [pattern("[、/]|和|及|与|以及"), () => ({ type: "PAUSE" })],
];

/** All of them as one expression: at most places none stands, and one look tells. */
const ANY_WORD = pattern(READERS.map(([{ source }]) => `(?:${source})`).join("|"));

/** Words that stand between a name and its number, or before a name, and change nothing. */
const FILLER = pattern(
  "(?:情况说明|说明|本年度|本部门|本单位|我部门|我单位|我局|部门|单位|相比较?|比较|总体情况|具体情况|情况|总体|总计|合计|共计|小计|总额|总数|金额|资金|费用|经费|支出|收入|实际|累计|全部|全年|年度|" +
    "截至|截止|期末|分别|各自|均|各|为|是|共有|共|计|约|达到?|的|数|额|有|中|系|由|安排|发生|涉及|编制|按|从|本|项目预算|规模|列支|使用|接待|科目|" +
    "以合同签订为准|不含车辆|具体情况如下|具体|包括|包含|含|率|度|了|万元以上|财政拨款|上述|其余|另外|此外|则|也|相应|即|较大|较多|较小|较少|一般|：|-)+?",
);

const NUMBER = /[-+]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/y;
/** 0.00万, with its 元 left out, where nothing else can follow. */
const MONEY_UNIT = /亿元|百万元|万元|千元|百元|元|万(?=[，。；、（）]|$)/y;
const RATE_UNIT = /%|个百分点/y;
const COUNT_UNIT = /人次|批次|次(?!性)|台（套）|台（件）|台\/套|套（台）|台套|辆次|辆|台|套|个|批|人|次|项|家|件|团组/y;
const SCORE_UNIT = /分(?!别)/y;

function pattern(source: string): RegExp {
  return new RegExp(source, "y");
}

/** Cuts a plain text into tokens; what no word fits becomes one OTHER token until the next that does. */
export function tokenize(plain: string, vocabulary: Vocabulary, facts: TokenFacts): Token[] {
  const tokens: Token[] = [];
  let other = -1;
  const closeOther = (end: number): void => {
    if (other >= 0) tokens.push({ type: "OTHER", start: other, end });
    other = -1;
  };
  for (let at = listNumberLength(plain); at < plain.length;) {
    const token = readToken(plain, at, vocabulary, facts);
    if (token === undefined) {
      if (other < 0) other = at;
      at += 1;
      continue;
    }
    closeOther(at);
    tokens.push(token.type === "LABEL" && token.whole ? { ...token, compounded: isCompounded(plain, tokens, at) } : token);
    at = token.end;
  }
  closeOther(plain.length);
  return tokens;
}

/** Words that may stand inside a compound name between its unknown head and a known end: 一般公共预算财政拨款|基本支出. */
const LINKS = /^(?:财政拨款|支出|收入|经费|资金|费用)$/;
/** A unit's name before 支出 is no part of the name. */
const OWNER = /(?:局|厅|委|院|处|中心|站|所|办|会|校|队|部|部门|单位|机关|本级|街道|镇|乡|区|市|县|年)$/;

/** A general word (支出, 基本支出) at the end of a longer, unknown name means something else. */
function isCompounded(plain: string, tokens: readonly Token[], at: number): boolean {
  let start = at;
  for (const token of [...tokens].reverse()) {
    if (token.end !== start) return false;
    const text = plain.slice(token.start, token.end);
    if (token.type === "OTHER") return !OWNER.test(text);
    if (token.type !== "FILLER" || !LINKS.test(text)) return false;
    start = token.start;
  }
  return false;
}

function readToken(plain: string, at: number, vocabulary: Vocabulary, facts: TokenFacts): Token | undefined {
  if (facts.unitName !== "" && plain.startsWith(facts.unitName, at)) {
    const suffix = /（(?:本级|本部|部门|汇总)）|本级|本部/y;
    suffix.lastIndex = at + facts.unitName.length;
    const end = suffix.test(plain) ? suffix.lastIndex : at + facts.unitName.length;
    return { type: "FILLER", start: at, end };
  }
  const found = matchLabel(vocabulary, plain, at);
  if (found !== undefined) {
    return {
      type: "LABEL",
      label: found.label,
      numbered: found.numbered === true,
      whole: found.whole === true,
      compounded: false,
      start: at,
      end: found.end,
    };
  }
  const word = readWord(plain, at, facts);
  if (word !== undefined) return word;
  const number = readNumber(plain, at);
  if (number !== undefined) return number;
  FILLER.lastIndex = at;
  return FILLER.test(plain) ? { type: "FILLER", start: at, end: FILLER.lastIndex } : undefined;
}

function readWord(plain: string, at: number, facts: TokenFacts): Token | undefined {
  ANY_WORD.lastIndex = at;
  if (!ANY_WORD.test(plain)) return undefined;
  for (const [regex, read] of READERS) {
    regex.lastIndex = at;
    const match = regex.exec(plain);
    if (match === null || match[0] === "") continue;
    const body = read(match, facts);
    if (body !== undefined) return { ...body, start: at, end: at + match[0].length } as Token;
  }
  return undefined;
}

function readNumber(plain: string, at: number): Token | undefined {
  if (!/[0-9+-]/.test(plain.charAt(at))) return undefined;
  // A digit inside a Latin name (X101, 4K) or of a longer number is none of ours.
  if (at > 0 && /[A-Za-z0-9.]/.test(plain[at - 1] ?? "")) return undefined;
  NUMBER.lastIndex = at;
  const digits = NUMBER.exec(plain)?.[0];
  if (digits === undefined) return undefined;
  const after = at + digits.length;
  const unitAt = (regex: RegExp): string | undefined => {
    regex.lastIndex = after;
    return regex.exec(plain)?.[0];
  };
  const number = (unit: "MONEY" | "RATE" | "COUNT" | "SCORE" | "NONE", exponent: number, unitText: string): Token => ({
    type: "NUMBER",
    unit,
    digits,
    exponent,
    unitText,
    start: at,
    end: after + unitText.length,
  });
  const money = unitAt(MONEY_UNIT);
  // 3.5万元/人 is a price, and no amount of anything.
  if (money !== undefined && /^\/[^\d]/.test(plain.slice(after + money.length))) return number("NONE", 0, "");
  if (money !== undefined) return number("MONEY", MONEY_UNITS[(money === "万" ? "万元" : money) as MoneyUnit], money);
  const rate = unitAt(RATE_UNIT);
  if (rate !== undefined) return number("RATE", 4, rate);
  const count = unitAt(COUNT_UNIT);
  if (count !== undefined) return number("COUNT", 0, count);
  const score = unitAt(SCORE_UNIT);
  if (score !== undefined) return number("SCORE", 2, score);
  return number("NONE", 0, "");
}

const DIRECTION_IN_COMPARISON: Readonly<Record<string, Direction>> = {
  大于: "INCREASE",
  高于: "INCREASE",
  超过: "INCREASE",
  多于: "INCREASE",
  小于: "DECREASE",
  低于: "DECREASE",
  少于: "DECREASE",
};

/** What goes on after a bare year that something is compared with; other words make a name of it (2022年重点工作). */
const AFTER_A_YEAR = pattern(`度?(?:相比|${UP}|${DOWN}|${EQUAL})`);

function readComparison(match: RegExpExecArray, facts: TokenFacts): TokenBody | undefined {
  const [, opener = "", yearText, wordText] = match;
  if (yearText === undefined && wordText === undefined) return undefined;
  const word = wordText === undefined ? undefined : stageWord(wordText);
  const year = yearText === undefined ? undefined : yearWord(yearText, facts);
  const named = DIRECTION_IN_COMPARISON[opener];
  const body = (base: Stage | undefined, doubtful = false): TokenBody => ({
    type: "COMPARE",
    base,
    doubtful,
    ...(named === undefined ? {} : { named }),
  });
  if (year === "OTHER") return body(undefined);
  if (year === "PRIOR") return body(priorStage(facts, word));
  // A comparison of the year with its own budget: completion in final accounts; in a budget a slip for the year before.
  if (facts.kind === "BUDGET") return year === "OWN" ? body(priorStage(facts, word), true) : undefined;
  const stage = stageOf(word, undefined, facts);
  if (stage !== "FINAL") return stage === undefined ? undefined : body(stage);
  // 与2022年决算数, 与2022年度相比 in the final accounts of 2022 themselves: the year before is meant.
  const isWithItself = word === undefined ? AFTER_A_YEAR.test(match.input.slice(match.index + match[0].length)) : opener === "与";
  return year === "OWN" && isWithItself && named === undefined ? body("PRIOR_FINAL", true) : undefined;
}

function readCompletion(match: RegExpExecArray): TokenBody {
  const text = match[1] ?? match[2];
  return { type: "COMPLETE", word: text === undefined ? undefined : stageWord(text) };
}
