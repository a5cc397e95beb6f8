import type { Block } from "../../model/extracted-document";
import type { Message } from "../../model/message";
import { cleanText } from "../cell-text";
import { ExtractionError } from "../extraction-error";
import { readText } from "../extract-text";
import type { ExtractionLimits } from "../extraction-limits";
import { CellBudget, TableBuilder } from "../table-builder";

interface Container {
  readonly isCell: boolean;
  readonly blocks: Block[];
  readonly lines: string[];
  indent: number;
}

interface OpenTable {
  readonly builder: TableBuilder;
  hasRow: boolean;
}

interface OpenCell {
  readonly columnSpan: number;
  readonly rowSpan: number;
}

/** Not part of the text that is read on the page. */
const PASSED_OVER = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "head",
  "nav",
  "aside",
  "footer",
  "select",
  "button",
  "textarea",
  "iframe",
  "object",
  "svg",
  "rt",
  "rp",
  "xml",
  "del",
]);

/** Begin and end a line. */
const LINES = new Set([
  "p",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "li",
  "ul",
  "ol",
  "dl",
  "dt",
  "dd",
  "section",
  "article",
  "main",
  "header",
  "center",
  "blockquote",
  "pre",
  "hr",
  "form",
  "fieldset",
  "figure",
  "figcaption",
  "address",
  "body",
  "html",
  "caption",
]);

/** Have no end tag. */
const VOID = new Set(["br", "hr", "img", "input", "meta", "link", "col", "wbr", "area", "base", "embed", "source", "track", "param"]);

/** Follows the tags of a page and puts its blocks together. */
export class PageReader {
  readonly blocks: Block[] = [];
  readonly messages: Message[] = [];
  pictures = 0;
  private readonly containers: Container[] = [{ isCell: false, blocks: this.blocks, lines: [], indent: 0 }];
  private readonly tables: OpenTable[] = [];
  private readonly cells: OpenCell[] = [];
  private readonly budget: CellBudget;
  private line = "";
  private lineIndent = 0;
  private passedOver = 0;
  /** What a <pre> holds so far: text in which spaces may keep columns. */
  private preformatted: string | undefined;
  private depth = 0;
  /** The open elements, by what they are read as. */
  private readonly names: string[] = [];
  /** The number of the next item of each open list; none for a list of bullets. */
  private readonly lists: (number | undefined)[] = [];

  constructor(private readonly limits: ExtractionLimits) {
    this.budget = new CellBudget(limits);
  }

  open(tag: string, attributes: Readonly<Record<string, string>>): void {
    const name = tableTagOf(tag, attributes["style"]);
    if (!VOID.has(name)) this.names.push(name);
    if (VOID.has(name)) {
      if (this.passedOver === 0) this.openVoid(name);
      return;
    }
    this.depth += 1;
    if (this.depth > this.limits.depth) throw new ExtractionError("LIMIT_EXCEEDED", `elements nested more than ${this.limits.depth} deep`);
    if (this.passedOver > 0 || PASSED_OVER.has(name) || isHidden(attributes)) {
      this.passedOver += 1;
      return;
    }
    if (name === "table") {
      this.endPreformatted();
      this.endLine();
      this.tables.push({ builder: new TableBuilder(this.budget), hasRow: false });
    } else if (name === "tr") this.openRow();
    else if (name === "td" || name === "th") this.openCell(attributes);
    else if (LINES.has(name)) {
      this.endLine();
      this.lineIndent = indentOfStyle(attributes["style"]);
      if (name === "pre") this.preformatted ??= "";
      if (name === "ol") this.lists.push(Number.parseInt(attributes["start"] ?? "1", 10) || 1);
      if (name === "ul") this.lists.push(undefined);
      if (name === "li") this.openItem();
    }
  }

  private openItem(): void {
    const number = this.lists.at(-1);
    if (number === undefined) return;
    this.line = `${number}.`;
    this.lists[this.lists.length - 1] = number + 1;
  }

  text(text: string): void {
    if (this.passedOver > 0) return;
    if (this.preformatted !== undefined) {
      this.preformatted += text;
      return;
    }
    const collapsed = text.replace(/[ \t\n\r\f]+/g, " ");
    this.line += this.line === "" || this.line.endsWith(" ") ? collapsed.replace(/^ /, "") : collapsed;
  }

  close(tag: string): void {
    if (VOID.has(tag)) return;
    const name = this.names.pop() ?? tag;
    this.depth -= 1;
    if (this.passedOver > 0) {
      this.passedOver -= 1;
      return;
    }
    if (name === "table") this.closeTable();
    else if (name === "td" || name === "th") this.closeCell();
    else if (LINES.has(name)) {
      if (name === "pre") this.endPreformatted();
      this.endLine();
      if (name === "ol" || name === "ul") this.lists.pop();
    }
  }

  finish(): void {
    this.endPreformatted();
    this.endLine();
    while (this.tables.length > 0) this.closeTable();
  }

  private openVoid(name: string): void {
    if (name === "br" || name === "hr") this.endLine();
    if (name === "img") this.pictures += 1;
  }

  private endPreformatted(): void {
    const text = this.preformatted;
    this.preformatted = undefined;
    if (text === undefined) return;
    const container = this.containers.at(-1);
    if (container?.isCell === true) {
      for (const line of text.split("\n")) {
        this.endLine();
        this.line += line;
      }
      return;
    }
    const { blocks, messages } = readText(text);
    for (const { span, ...message } of messages)
      this.messages.push({ ...message, ...(span === undefined ? {} : { span: { ...span, block: span.block + this.blocks.length } }) });
    this.blocks.push(...blocks);
  }

  private endLine(): void {
    if (this.preformatted !== undefined) {
      this.preformatted += "\n";
      return;
    }
    const container = this.containers.at(-1);
    const text = cleanText(this.line);
    if (container !== undefined && text !== "") {
      container.blocks.push({ kind: "PARAGRAPH", text });
      if (container.lines.length === 0) container.indent += this.lineIndent;
      container.lines.push(container.lines.length === 0 ? this.line.replace(/ $/, "") : text);
    }
    this.line = "";
    this.lineIndent = 0;
  }

  private openRow(): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (this.cells.length >= this.tables.length) this.closeCell();
    // Text between cells (a caption, or text out of place) stands before the table.
    this.endLine();
    table.builder.startRow();
    table.hasRow = true;
  }

  private openCell(attributes: Readonly<Record<string, string>>): void {
    const table = this.tables.at(-1);
    if (table === undefined) return;
    if (this.cells.length >= this.tables.length) this.closeCell();
    if (!table.hasRow) this.openRow();
    this.endLine();
    this.cells.push({ columnSpan: spanOf(attributes["colspan"]), rowSpan: spanOf(attributes["rowspan"]) });
    this.containers.push({ isCell: true, blocks: [], lines: [], indent: indentOfStyle(attributes["style"]) });
  }

  private closeCell(): void {
    const table = this.tables.at(-1);
    if (table === undefined || this.cells.length < this.tables.length) return;
    this.endLine();
    const cell = this.cells.pop();
    const container = this.containers.pop();
    if (cell === undefined || container === undefined) return;
    const hasTables = container.blocks.some((block) => block.kind === "TABLE");
    table.builder.addCell({
      ...cell,
      text: container.lines.join("\n"),
      indent: container.indent,
      ...(hasTables ? { contents: container.blocks } : {}),
    });
  }

  private closeTable(): void {
    if (this.tables.length === 0) return;
    this.closeCell();
    this.endLine();
    const table = this.tables.pop();
    this.containers.at(-1)?.blocks.push(...(table?.builder.build() ?? []));
  }
}

/** A page may set its tables without the tags of one. */
function tableTagOf(tag: string, style: string | undefined): string {
  const display = tag === "div" || tag === "span" ? /(?:^|;)\s*display\s*:\s*table(-row|-cell)?\s*(?:;|!|$)/i.exec(style ?? "") : null;
  if (display === null) return tag;
  return display[1] === undefined ? "table" : display[1].toLowerCase() === "-row" ? "tr" : "td";
}

function spanOf(text: string | undefined): number {
  const value = Number.parseInt(text ?? "1", 10);
  // "0" means down to the end of the table.
  return value === 0 ? Number.MAX_SAFE_INTEGER : Number.isNaN(value) ? 1 : value;
}

function isHidden(attributes: Readonly<Record<string, string>>): boolean {
  return attributes["hidden"] !== undefined || /display\s*:\s*none/i.test(attributes["style"] ?? "");
}

const PER_CHARACTER: Readonly<Record<string, number>> = { em: 1, rem: 1, px: 16, pt: 10.5 };

/** How far a style sets a line in, in characters. */
function indentOfStyle(style: string | undefined): number {
  if (style === undefined) return 0;
  if (/text-align\s*:\s*(?:center|right)/i.test(style)) return 0;
  const counted = /mso-char-indent-count\s*:\s*([\d.]+)/i.exec(style)?.[1];
  if (counted !== undefined) return Math.round(Number(counted));
  let indent = 0;
  for (const match of style.matchAll(/(?:text-indent|padding-left|margin-left)\s*:\s*([\d.]+)(r?em|px|pt)/gi)) {
    indent += Number(match[1]) / (PER_CHARACTER[match[2]?.toLowerCase() ?? ""] ?? 16);
  }
  return Math.min(20, Math.floor(indent));
}
