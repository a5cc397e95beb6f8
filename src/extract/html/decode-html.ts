import { decodeStrictly, decodeText } from "../decode-text";

/** How far browsers look for a declaration. */
const REACH = 4096;

/**
 * HTML bytes by their byte order mark, then by what the page or its transport declares, then as any text. Wrong declarations do not count.
 */
export function decodeHtml(bytes: Uint8Array, declared?: string): string {
  const hasMark =
    (bytes[0] === 0xef && bytes[1] === 0xbb) || (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const label = hasMark ? undefined : (declared ?? declaredInPage(bytes));
  const text = label === undefined ? undefined : decodeByLabel(bytes, label);
  return text ?? decodeText(bytes);
}

function declaredInPage(bytes: Uint8Array): string | undefined {
  const start = Buffer.from(bytes.subarray(0, REACH)).toString("latin1");
  return /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(start)?.[1] ?? /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(start)?.[1];
}

function decodeByLabel(bytes: Uint8Array, label: string): string | undefined {
  // GB18030 holds all of GB2312 and GBK, and pages that declare these use more.
  const encoding = /^(?:gb2312|gbk|gb_2312|x-gbk|cp936|gb18030)/i.test(label) ? "gb18030" : label;
  try {
    return decodeStrictly(bytes, encoding);
  } catch {
    // A label that no decoder knows.
    return undefined;
  }
}
