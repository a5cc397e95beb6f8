import type { Span } from "../../model/extracted-document";

export interface NamedProject {
  readonly name: string;
  readonly citation: Span;
}

const LIST = /对(?=\s*[“"《「])/g;
const OPENERS: Readonly<Record<string, string>> = { "“": "”", "《": "》", "「": "」", '"': '"' };
/** What stands behind a closing quotation mark that ends a name; anything else goes on inside it. */
const AFTER_NAME = /^\s*(?:[、，,；;。]|[“《「"]|等|和|及|共|$)/;

/**
 * 组织对“A”、“B”等2个项目开展了评价: the names in quotation marks behind 对. Marks may be unbalanced or nested (“数字法治 智慧司法”信息化运维费”):
 * a name ends only where its closing mark is followed by the next name or the end of the list.
 */
export function projectNamesIn(text: string, block: number): NamedProject[] {
  return [...text.matchAll(LIST)].flatMap((match) => readList(text, block, match.index + match[0].length));
}

function readList(text: string, block: number, from: number): NamedProject[] {
  const names: NamedProject[] = [];
  let at = from;
  for (;;) {
    at += /^[\s、，,；;和及]*/.exec(text.slice(at))?.[0].length ?? 0;
    const opener = text[at] ?? "";
    const closer = OPENERS[opener];
    if (closer === undefined) break;
    const end = endOfName(text, at + 1, closer);
    if (end === undefined) break;
    const inner = text.slice(at + 1, end);
    if (inner.trim() !== "") names.push({ name: balanced(inner), citation: { block, start: at, end: end + 1 } });
    at = end + 1;
  }
  return names;
}

function endOfName(text: string, from: number, closer: string): number | undefined {
  for (let at = text.indexOf(closer, from); at >= 0; at = text.indexOf(closer, at + 1)) {
    if (AFTER_NAME.test(text.slice(at + 1, at + 4))) return at;
    if (/[。；]/.test(text.slice(from, at))) return undefined;
  }
  return undefined;
}

/** “数字法治 智慧司法”信息化运维费” lost its second opening mark. */
function balanced(name: string): string {
  const opened = name.split("“").length;
  const closed = name.split("”").length;
  return closed > opened ? `“${name}` : opened > closed ? `${name}”` : name;
}
