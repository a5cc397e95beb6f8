import type { Block } from "../../model/extracted-document";
import { cleanText } from "../cell-text";
import type { ExtractionLimits } from "../extraction-limits";
import { CellBudget, TableBuilder } from "../table-builder";
import type { XmlElement, XmlHandler } from "../archive/read-xml";
import type { NumberingList } from "../list-numbers";
import { ListCounter, withNumber } from "../list-numbers";
import type { ParagraphStyle } from "./read-styles";
import { numberOfStyle, toCount } from "./read-styles";

/** What holds paragraphs and tables: the body, a cell, a text box. */
interface Container {
  readonly kind: "BODY" | "CELL" | "BOX";
  readonly blocks: Block[];
  /** The cell's paragraphs, empty ones too. */
  readonly lines: string[];
  indent: number | undefined;
}

interface OpenParagraph {
  text: string;
  listId: string | undefined;
  level: number | undefined;
  style: string | undefined;
  alignment: string | undefined;
  /** Left indent with that of the first line, in characters. */
  indent: number;
  /** What text boxes anchored in it hold comes after it. */
  readonly boxes: Block[];
}

interface OpenTable {
  readonly builder: TableBuilder;
  readonly cells: { span: number; merge: "NONE" | "START" | "CONTINUE" }[];
  rowIsDeleted: boolean;
}

type Field = "CODE" | "RESULT";

/** Twentieths of a point that a character of the usual size (10.5 points) is wide. */
const TWIPS_PER_CHARACTER = 210;

/** Deleted, moved away, meant for older readers, or not printed in the line. */
const PASSED_OVER = new Set([
  "w:del",
  "w:moveFrom",
  "w:delText",
  "w:instrText",
  "w:delInstrText",
  "w:rt",
  "w:pPrChange",
  "w:rPrChange",
  "w:tblPrChange",
  "w:trPrChange",
  "w:tcPrChange",
  "w:sectPrChange",
  "w:numberingChange",
  "mc:Fallback",
]);

/** Follows the elements of a Word document and puts its blocks together. */
export class DocumentReader implements XmlHandler {
  readonly blocks: Block[] = [];
  pictures = 0;
  objects = 0;
  private readonly containers: Container[] = [{ kind: "BODY", blocks: this.blocks, lines: [], indent: undefined }];
  private readonly paragraphs: OpenParagraph[] = [];
  private readonly tables: OpenTable[] = [];
  private readonly fields: Field[] = [];
  private readonly counter = new ListCounter();
  private readonly budget: CellBudget;
  /** Elements since one that is passed over, itself included. */
  private passedOver = 0;
  private inText = false;
  private inRunProperties = false;
  private runIsHidden = false;
  private inRowProperties = false;

  constructor(
    private readonly lists: ReadonlyMap<string, NumberingList>,
    private readonly styles: ReadonlyMap<string, ParagraphStyle>,
    limits: ExtractionLimits,
  ) {
    this.budget = new CellBudget(limits);
  }

  open(element: XmlElement): void {
    // A deleted row or paragraph mark is said by an empty element within properties.
    if (element.name === "w:del" && this.inRowProperties && this.passedOver === 0) this.deleteRow();
    if (this.passedOver > 0 || PASSED_OVER.has(element.name)) {
      this.passedOver += 1;
      return;
    }
    const paragraph = this.paragraphs.at(-1);
    switch (element.name) {
      case "w:p":
        this.paragraphs.push({
          text: "",
          listId: undefined,
          level: undefined,
          style: undefined,
          alignment: undefined,
          indent: 0,
          boxes: [],
        });
        break;
      case "w:pStyle":
        if (paragraph !== undefined) paragraph.style = element.attribute("val");
        break;
      case "w:numId":
        if (paragraph !== undefined) paragraph.listId = element.attribute("val");
        break;
      case "w:ilvl":
        if (paragraph !== undefined) paragraph.level = toCount(element.attribute("val"), 0);
        break;
      case "w:jc":
        if (paragraph !== undefined && this.tables.length > 0) paragraph.alignment = element.attribute("val");
        break;
      case "w:ind":
        if (paragraph !== undefined) paragraph.indent = indentOf(element);
        break;
      case "w:rPr":
        this.inRunProperties = true;
        this.runIsHidden = false;
        break;
      case "w:vanish":
        if (this.inRunProperties) this.runIsHidden = !/^(?:0|false|off)$/.test(element.attribute("val") ?? "");
        break;
      case "w:r":
        this.runIsHidden = false;
        break;
      case "w:t":
      case "m:t":
        this.inText = true;
        break;
      case "w:tab":
      case "w:ptab":
        // Within properties a tab is a tab stop.
        if (element.attribute("pos") === undefined) this.addText("\t");
        break;
      case "w:br":
        if ((element.attribute("type") ?? "textWrapping") === "textWrapping") this.addText("\n");
        break;
      case "w:cr":
        this.addText("\n");
        break;
      case "w:noBreakHyphen":
        this.addText("-");
        break;
      case "w:sym":
        this.addText(symbolOf(element));
        break;
      case "w:fldChar":
        this.changeField(element.attribute("fldCharType"));
        break;
      case "w:txbxContent":
        this.containers.push({ kind: "BOX", blocks: [], lines: [], indent: undefined });
        break;
      case "a:blip":
      case "v:imagedata":
        this.pictures += 1;
        break;
      case "o:OLEObject":
      case "w:altChunk":
        this.objects += 1;
        break;
      case "w:tbl":
        this.tables.push({ builder: new TableBuilder(this.budget), cells: [], rowIsDeleted: false });
        break;
      case "w:tr":
        this.tables.at(-1)?.builder.startRow();
        break;
      case "w:trPr":
        this.inRowProperties = true;
        break;
      case "w:gridBefore":
        this.tables.at(-1)?.builder.skip(toCount(element.attribute("val"), 0));
        break;
      case "w:tc":
        this.tables.at(-1)?.cells.push({ span: 1, merge: "NONE" });
        this.containers.push({ kind: "CELL", blocks: [], lines: [], indent: undefined });
        break;
      case "w:gridSpan":
        this.changeCell({ span: toCount(element.attribute("val"), 1) });
        break;
      case "w:vMerge":
        this.changeCell({ merge: element.attribute("val") === "restart" ? "START" : "CONTINUE" });
        break;
    }
  }

  text(text: string): void {
    if (this.inText && this.passedOver === 0) this.addText(text);
  }

  close(name: string): void {
    if (this.passedOver > 0) {
      this.passedOver -= 1;
      return;
    }
    if (name === "w:p") this.closeParagraph();
    else if (name === "w:t" || name === "m:t") this.inText = false;
    else if (name === "w:rPr") this.inRunProperties = false;
    else if (name === "w:trPr") this.inRowProperties = false;
    else if (name === "w:txbxContent") this.closeBox();
    else if (name === "w:tc") this.closeCell();
    else if (name === "w:tr") this.closeRow();
    else if (name === "w:tbl") this.closeTable();
  }

  private addText(text: string): void {
    const paragraph = this.paragraphs.at(-1);
    if (paragraph !== undefined && !this.runIsHidden && !this.fields.includes("CODE")) paragraph.text += text;
  }

  /** A field is: begin, its code, separate, its result, end. Only the result is printed. */
  private changeField(type: string | undefined): void {
    if (type === "begin") this.fields.push("CODE");
    else if (type === "separate" && this.fields.length > 0) this.fields[this.fields.length - 1] = "RESULT";
    else if (type === "end") this.fields.pop();
  }

  private closeParagraph(): void {
    const paragraph = this.paragraphs.pop();
    const container = this.containers.at(-1);
    if (paragraph === undefined || container === undefined) return;
    // A code does not run over paragraphs: its end was lost, and must not swallow what follows.
    while (this.fields.at(-1) === "CODE") this.fields.pop();
    const raw = withNumber(this.numberOf(paragraph), paragraph.text);
    const text = cleanText(raw);
    if (container.kind === "CELL") {
      container.lines.push(raw);
      if (text !== "" && container.indent === undefined)
        container.indent = /^(?:center|right|end)$/.test(paragraph.alignment ?? "") ? 0 : paragraph.indent;
    }
    if (text !== "") container.blocks.push({ kind: "PARAGRAPH", text });
    container.blocks.push(...paragraph.boxes);
  }

  private numberOf(paragraph: OpenParagraph): string {
    // Word counts empty paragraphs of a list too.
    const ofStyle = numberOfStyle(this.styles, paragraph.style);
    const list = this.lists.get(paragraph.listId ?? ofStyle.listId ?? "");
    return list === undefined ? "" : this.counter.next(list, paragraph.level ?? ofStyle.level ?? 0);
  }

  private closeBox(): void {
    const box = this.containers.pop();
    if (box === undefined) return;
    const anchor = this.paragraphs.at(-1)?.boxes ?? this.containers.at(-1)?.blocks;
    anchor?.push(...box.blocks);
  }

  private changeCell(change: { span: number } | { merge: "START" | "CONTINUE" }): void {
    const cell = this.tables.at(-1)?.cells.at(-1);
    if (cell !== undefined && this.containers.at(-1)?.kind === "CELL") Object.assign(cell, change);
  }

  private closeCell(): void {
    const container = this.containers.pop();
    const table = this.tables.at(-1);
    const cell = table?.cells.pop();
    if (container === undefined || table === undefined || cell === undefined) return;
    const hasTables = container.blocks.some((block) => block.kind === "TABLE");
    const content = {
      text: cellTextOf(container.lines),
      columnSpan: cell.span,
      indent: container.indent ?? 0,
      ...(hasTables ? { contents: container.blocks } : {}),
    };
    if (cell.merge === "CONTINUE") table.builder.continueCell(content);
    else table.builder.addCell(content);
  }

  private deleteRow(): void {
    const table = this.tables.at(-1);
    if (table !== undefined) table.rowIsDeleted = true;
  }

  private closeRow(): void {
    const table = this.tables.at(-1);
    if (table?.rowIsDeleted === true) table.builder.dropRow();
    if (table !== undefined) table.rowIsDeleted = false;
  }

  private closeTable(): void {
    const blocks = this.tables.pop()?.builder.build() ?? [];
    this.containers.at(-1)?.blocks.push(...blocks);
  }
}

/** The first line keeps its leading white space: it is the indent. */
function cellTextOf(lines: readonly string[]): string {
  const printed = lines.filter((line) => cleanText(line) !== "");
  return printed.map((line, at) => (at === 0 ? line : cleanText(line))).join("\n");
}

function indentOf(element: XmlElement): number {
  const number = (name: string): number => Number(element.attribute(name) ?? 0) || 0;
  const characters = (number("leftChars") + number("startChars") + number("firstLineChars")) / 100;
  const twips = number("left") + number("start") + number("firstLine") - number("hanging");
  return Math.max(0, Math.round(characters > 0 ? characters : twips / TWIPS_PER_CHARACTER));
}

/** A character of a symbol font: only those of the private use area have no meaning of their own. */
function symbolOf(element: XmlElement): string {
  const code = Number.parseInt(element.attribute("char") ?? "", 16);
  return Number.isNaN(code) || code < 0x20 || (code >= 0xe000 && code <= 0xf8ff) || code > 0xffff ? "" : String.fromCharCode(code);
}
