import type { Span } from "../../model/extracted-document";
import { plainText, printedRange } from "../narrative/plain-text";
import { readCount } from "./chinese-number";

export interface Offices {
  readonly offices: readonly string[];
  readonly officeCount?: number;
  readonly citations: readonly Span[];
}

const COUNT = "(\\d{1,3}|[一二三四五六七八九十]{1,3})";
const KIND = "(?:职能|内设|业务|综合)*(?:处室|科室|机构|股室|部门|处|科|室|个)";
/** 内设机构包括A、B、C等22个; 内设5个科室：A、B、C; 设A、B等5个内设机构. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly list: number; readonly count: number }[] = [
  {
    pattern: new RegExp(
      `内设(?:机构|处室|科室)(?:主要)?(?:包括|有|为|：|分别为|分别是|具体包括)：?([^。；]{2,600}?)(?:等)?(?:，?共(?:计)?)?${COUNT}个`,
    ),
    list: 1,
    count: 2,
  },
  {
    pattern: new RegExp(
      `(?:内设|下设|设有|设)(?:机构)?(?:共)?${COUNT}个?${KIND}(?:（[^）]{1,20}）)?，?(?:，|：|分别(?:为|是)|包括|即|具体(?:为|包括)|为)+：?([^。；]{2,600})`,
    ),
    list: 2,
    count: 1,
  },
  {
    pattern: new RegExp(`(?:内设|下设|设有|设)([^。；]{2,600}?)等?${COUNT}个(?:职能|内设)?(?:处室|科室|机构|股室|部门)`),
    list: 1,
    count: 2,
  },
  { pattern: /内设(?:机构|处室|科室)(?:主要)?(?:包括|有|为|：|分别为|分别是)：?([^。；]{2,600})/, list: 1, count: 0 },
  { pattern: new RegExp(`内设(?:机构|处室|科室)(?:共)?${COUNT}个`), list: 0, count: 1 },
];

/** 内设机构: their names and the number that the text declares. */
export function findOffices(paragraphs: readonly { readonly block: number; readonly text: string }[]): Offices {
  for (const { pattern, list, count } of PATTERNS) {
    for (const paragraph of paragraphs) {
      const plain = plainText(paragraph.text);
      const match = pattern.exec(plain.text);
      if (match === null) continue;
      const names = list === 0 ? [] : splitNames(match[list] ?? "");
      const declared = count === 0 ? undefined : readCount(match[count] ?? "");
      if (names.length === 0 && declared === undefined) continue;
      return {
        offices: names,
        ...(declared === undefined ? {} : { officeCount: declared }),
        citations: [{ block: paragraph.block, ...printedRange(plain, match.index, match.index + match[0].length) }],
      };
    }
  }
  return { offices: [], citations: [] };
}

function splitNames(list: string): string[] {
  return list
    .split(/[、，]|和(?=[^、，和]{2,12}$)/)
    .map((name) => name.replace(/^(?:分别|以及|及)|等$/g, ""))
    .filter((name) => name.length >= 2 && name.length <= 24 && !/[0-9：]/.test(name));
}
