import { ExtractionError } from "../extraction-error";
import type { Glyph, PageMarks, Rule } from "./page-marks";
import type { OperatorList, PdfJs, PdfPage } from "./pdfjs";

type Matrix = readonly [number, number, number, number, number, number];

interface GraphicsState {
  ctm: Matrix;
  fontId: string | undefined;
  fontSize: number;
  fontDirection: number;
  charSpacing: number;
  wordSpacing: number;
  horizontalScale: number;
  leading: number;
  rise: number;
  lineWidth: number;
  /** What is visible, as a box on the page. */
  clip: Rule;
}

interface PdfGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace?: boolean;
  readonly vmetric?: readonly number[];
}

interface PdfFont {
  readonly fontMatrix?: readonly number[];
  readonly vertical?: boolean;
  readonly defaultVMetrics?: readonly number[];
}

interface DrawnGlyph extends Glyph {
  /** Quarter turns clockwise. */
  readonly turn: number;
}

const MEANINGLESS = /[\ue000-\uf8ff\ufffd\u{f0000}-\u{10ffff}]/u;
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A bar that is thinner than this is a line; Word draws borders of up to 6 points, and cells are higher. */
const THICKEST_RULE = 4;
const SHORTEST_RULE = 1;

/**
 * What stands where on a page, from the drawing operators themselves. pdf.js's own text items are not used: they join and split runs by
 * guesses about gaps, which is how numbers of neighbouring columns become one.
 */
export async function readPageMarks(pdfjs: PdfJs, page: PdfPage, number: number, maxGlyphs: number): Promise<PageMarks> {
  const viewport = page.getViewport({ scale: 1 });
  const operators = await page.getOperatorList({ annotationMode: 0 });
  await fontsOf(pdfjs, page, operators);
  const paper = { x0: 0, y0: 0, x1: viewport.width, y1: viewport.height };
  const reader = new MarkReader(pdfjs.OPS, page, viewport.transform as unknown as Matrix, paper, maxGlyphs);
  reader.run(operators);
  return { ...layUpright(number, viewport.width, viewport.height, reader.glyphs, reader.rules), meaningless: reader.meaningless };
}

/** Waits for the fonts that pdf.js may still be handing over. */
async function fontsOf(pdfjs: PdfJs, page: PdfPage, operators: OperatorList): Promise<void> {
  for (const [at, op] of operators.fnArray.entries()) {
    if (op !== pdfjs.OPS["setFont"]) continue;
    const [id] = (operators.argsArray[at] ?? []) as [string?];
    if (id !== undefined && !page.commonObjs.has(id)) await new Promise((resolve) => page.commonObjs.get(id, resolve));
  }
}

class MarkReader {
  readonly glyphs: DrawnGlyph[] = [];
  readonly rules: Rule[] = [];
  meaningless = 0;
  private readonly handlers: ((args: never) => void)[] = [];
  private readonly fonts = new Map<string, PdfFont>();
  private readonly painted = new Map<number, "STROKE" | "FILL" | "BOTH">();
  private readonly states: GraphicsState[] = [];
  private readonly groupDepths: number[] = [];
  private state: GraphicsState;
  private textMatrix: Matrix = IDENTITY;
  private lineX = 0;
  private lineY = 0;
  private x = 0;
  private y = 0;
  private clipsNextPath = false;
  /** Characters drawn, seen or not. */
  private placed = 0;

  constructor(
    ops: Readonly<Record<string, number>>,
    private readonly page: PdfPage,
    ctm: Matrix,
    paper: Rule,
    private readonly maxGlyphs: number,
  ) {
    this.state = {
      ctm,
      fontId: undefined,
      fontSize: 0,
      fontDirection: 1,
      charSpacing: 0,
      wordSpacing: 0,
      horizontalScale: 1,
      leading: 0,
      rise: 0,
      lineWidth: 1,
      clip: paper,
    };
    const on = <A>(name: string, handler: (args: A) => void): void => {
      const op = ops[name];
      if (op !== undefined) this.handlers[op] = handler as (args: never) => void;
    };
    const paints = {
      stroke: "STROKE",
      closeStroke: "STROKE",
      fill: "FILL",
      eoFill: "FILL",
      fillStroke: "BOTH",
      eoFillStroke: "BOTH",
      closeFillStroke: "BOTH",
      closeEOFillStroke: "BOTH",
    } as const;
    for (const [name, kind] of Object.entries(paints)) {
      const op = ops[name];
      if (op !== undefined) this.painted.set(op, kind);
    }
    on("save", () => this.save());
    on("restore", () => this.restore());
    on("transform", (matrix: Matrix) => this.transform(matrix));
    on("paintFormXObjectBegin", ([matrix]: [Matrix | null]) => {
      this.save();
      if (matrix) this.transform(matrix);
    });
    on("paintFormXObjectEnd", () => this.restore());
    on("beginGroup", ([group]: [{ matrix?: Matrix | null }]) => {
      this.groupDepths.push(this.states.length);
      this.save();
      if (group.matrix) this.transform(group.matrix);
    });
    on("endGroup", () => {
      const depth = this.groupDepths.pop() ?? 0;
      while (this.states.length > depth) this.restore();
    });
    on("setLineWidth", ([width]: [number]) => (this.state.lineWidth = width));
    on("clip", () => (this.clipsNextPath = true));
    on("eoClip", () => (this.clipsNextPath = true));
    on("constructPath", ([op, [path], box]: [number, [ArrayLike<number> | null], ArrayLike<number> | null]) => {
      const kind = this.painted.get(op);
      if (kind !== undefined && path && box) this.readPath(path, kind);
      if (this.clipsNextPath) this.clipTo(box);
      this.clipsNextPath = false;
    });
    on("beginText", () => {
      this.textMatrix = IDENTITY;
      this.x = this.y = this.lineX = this.lineY = 0;
    });
    on("setFont", ([id, size]: [string, number]) => {
      this.state.fontId = id;
      this.state.fontSize = Math.abs(size);
      this.state.fontDirection = size < 0 ? -1 : 1;
    });
    on("setCharSpacing", ([spacing]: [number]) => (this.state.charSpacing = spacing));
    on("setWordSpacing", ([spacing]: [number]) => (this.state.wordSpacing = spacing));
    on("setHScale", ([scale]: [number]) => (this.state.horizontalScale = scale / 100));
    on("setLeading", ([leading]: [number]) => (this.state.leading = -leading));
    on("setTextRise", ([rise]: [number]) => (this.state.rise = rise));
    on("setTextMatrix", (args: readonly [Matrix] | Matrix) => {
      this.textMatrix = (typeof args[0] === "number" ? args : args[0]) as Matrix;
      this.x = this.y = this.lineX = this.lineY = 0;
    });
    on("moveText", ([x, y]: [number, number]) => this.moveText(x, y));
    on("setLeadingMoveText", ([x, y]: [number, number]) => {
      this.state.leading = y;
      this.moveText(x, y);
    });
    on("nextLine", () => this.moveText(0, this.state.leading));
    on("showText", ([glyphs]: [readonly (PdfGlyph | number | null)[]]) => this.showText(glyphs));
  }

  run(operators: OperatorList): void {
    for (const [at, op] of operators.fnArray.entries()) {
      const handler = this.handlers[op];
      if (handler !== undefined) handler((operators.argsArray[at] ?? []) as never);
    }
  }

  private save(): void {
    this.states.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.states.pop() ?? this.state;
  }

  private transform(matrix: Matrix): void {
    this.state.ctm = multiply(this.state.ctm, matrix);
  }

  private moveText(x: number, y: number): void {
    this.x = this.lineX += x;
    this.y = this.lineY += y;
  }

  private font(): PdfFont {
    const id = this.state.fontId ?? "";
    let font = this.fonts.get(id);
    if (font === undefined) {
      font = (this.page.commonObjs.has(id) ? (this.page.commonObjs.get(id) as PdfFont) : undefined) ?? {};
      this.fonts.set(id, font);
    }
    return font;
  }

  /** Follows the advance of the text position as the PDF reference (9.4.4) has it. */
  private showText(glyphs: readonly (PdfGlyph | number | null)[]): void {
    const { state } = this;
    if (state.fontSize === 0) return;
    const font = this.font();
    const vertical = font.vertical === true;
    const perUnit = state.fontSize * (font.fontMatrix?.[0] ?? 0.001);
    const horizontalScale = state.horizontalScale * state.fontDirection;
    const toPage = multiply(state.ctm, this.textMatrix);
    let advance = 0;
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === "number") {
        advance += ((vertical ? 1 : -1) * glyph * state.fontSize) / 1000;
        continue;
      }
      const spacing = ((glyph.isSpace === true ? state.wordSpacing : 0) + state.charSpacing) * state.fontDirection;
      if (vertical) {
        const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, 500, 880];
        const half = glyph.width * 0.5 * perUnit;
        const height = -(metric[0] ?? -1000) * perUnit;
        this.place(glyph.unicode, toPage, this.x - half, this.y - advance - height, half * 2, state.fontSize);
        advance += height - spacing;
      } else {
        const width = glyph.width * perUnit;
        this.place(glyph.unicode, toPage, this.x + advance * horizontalScale, this.y + state.rise, width * horizontalScale, state.fontSize);
        advance += width + spacing;
      }
    }
    if (vertical) this.y -= advance;
    else this.x += advance * horizontalScale;
  }

  private clipTo(box: ArrayLike<number> | null): void {
    const [a, b, c, d, e, f] = this.state.ctm;
    const corners = [0, 2].flatMap((x) => [1, 3].map((y) => [box?.[x] ?? 0, box?.[y] ?? 0] as const));
    const xs = corners.map(([x, y]) => a * x + c * y + e);
    const ys = corners.map(([x, y]) => b * x + d * y + f);
    const { clip } = this.state;
    this.state.clip = {
      x0: Math.max(clip.x0, Math.min(...xs)),
      y0: Math.max(clip.y0, Math.min(...ys)),
      x1: Math.min(clip.x1, Math.max(...xs)),
      y1: Math.min(clip.y1, Math.max(...ys)),
    };
  }

  private place(unicode: string, toPage: Matrix, x: number, y: number, width: number, size: number): void {
    const [a, b, c, d, e, f] = toPage;
    const along = Math.hypot(a, b);
    const turn = quarterTurns(a, b);
    // Text at any other angle is a watermark or a stamp.
    if (turn === undefined || along === 0) return;
    this.placed += 1;
    if (this.placed > this.maxGlyphs) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${this.maxGlyphs} characters on a page`);
    const text = plainCharacters(unicode);
    if (text === "" || MEANINGLESS.test(text)) this.meaningless += 1;
    if (text === "") return;
    const glyph = { text, x: a * x + c * y + e, y: b * x + d * y + f, width: width * along, size: size * Math.hypot(c, d), turn };
    if (isVisible(glyph, this.state.clip)) this.glyphs.push(glyph);
  }

  private readPath(path: ArrayLike<number>, kind: "STROKE" | "FILL" | "BOTH"): void {
    const thickness = this.state.lineWidth * Math.hypot(this.state.ctm[0], this.state.ctm[1]);
    let part: [number, number][] = [];
    const parts = [part];
    const add = (x: number | undefined, y: number | undefined): void => {
      const [a, b, c, d, e, f] = this.state.ctm;
      part.push([a * (x ?? 0) + c * (y ?? 0) + e, b * (x ?? 0) + d * (y ?? 0) + f]);
    };
    let curved = false;
    for (let at = 0; at < path.length;) {
      const step = path[at];
      if (step === 0) {
        parts.push((part = []));
        add(path[at + 1], path[at + 2]);
        at += 3;
      } else if (step === 1) {
        add(path[at + 1], path[at + 2]);
        at += 3;
      } else if (step === 2) {
        curved = true;
        at += 7;
      } else if (step === 3) {
        curved = true;
        at += 5;
      } else {
        const [first] = part;
        if (first !== undefined) part.push([...first]);
        at += 1;
      }
    }
    if (curved) return;
    for (const points of parts) {
      if (points.length < 2) continue;
      if (kind !== "STROKE") this.addBar(points);
      if (kind !== "FILL" && thickness <= THICKEST_RULE) this.addStrokes(points);
    }
  }

  /** A filled rectangle that is thin. */
  private addBar(points: readonly (readonly [number, number])[]): void {
    if (points.length > 6) return;
    let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
    for (const [x, y] of points) {
      x0 = Math.min(x0, x);
      x1 = Math.max(x1, x);
      y0 = Math.min(y0, y);
      y1 = Math.max(y1, y);
    }
    const [width, height] = [x1 - x0, y1 - y0];
    if (height <= THICKEST_RULE && width > height) this.addRule({ x0, y0: (y0 + y1) / 2, x1, y1: (y0 + y1) / 2 });
    else if (width <= THICKEST_RULE && height > width) this.addRule({ x0: (x0 + x1) / 2, y0, x1: (x0 + x1) / 2, y1 });
  }

  private addStrokes(points: readonly (readonly [number, number])[]): void {
    for (let at = 1; at < points.length; at += 1) {
      const [x0, y0] = points[at - 1] ?? [0, 0];
      const [x1, y1] = points[at] ?? [0, 0];
      if (Math.abs(x1 - x0) < 0.5 || Math.abs(y1 - y0) < 0.5) {
        this.addRule({ x0: Math.min(x0, x1), y0: Math.min(y0, y1), x1: Math.max(x0, x1), y1: Math.max(y0, y1) });
      }
    }
  }

  private addRule(rule: Rule): void {
    if (this.rules.length >= this.maxGlyphs) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${this.maxGlyphs} lines on a page`);
    if (Math.max(rule.x1 - rule.x0, rule.y1 - rule.y0) >= SHORTEST_RULE) this.rules.push(rule);
  }
}

/**
 * Whether any part of a character can be seen: a spreadsheet prints whole text boxes and shows a part of them on each page, and draws a
 * long
 * name on behind the next cell, where it would run into that cell's number.
 */
function isVisible(glyph: DrawnGlyph, clip: Rule): boolean {
  const [along, up] = QUARTERS[glyph.turn] ?? [1, 0];
  const x = glyph.x + 0.5 * glyph.width * along + 0.36 * glyph.size * up;
  const y = glyph.y + 0.5 * glyph.width * up - 0.36 * glyph.size * along;
  const reach = 0.36 * glyph.size;
  return x >= clip.x0 - reach && x <= clip.x1 + reach && y >= clip.y0 - reach && y <= clip.y1 + reach;
}

/** The direction of writing for each quarter turn. */
const QUARTERS: readonly (readonly [number, number])[] = [
  [1, 0],
  [0, 1],
  [-1, 0],
  [0, -1],
];

function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  const [g, h, i, j, k, l] = inner;
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function quarterTurns(a: number, b: number): number | undefined {
  const turns = (Math.atan2(b, a) * 2) / Math.PI;
  const whole = Math.round(turns);
  return Math.abs(turns - whole) < 0.05 ? (whole + 4) % 4 : undefined;
}

/** Radicals, compatibility ideographs and ligatures stand for ordinary characters; controls stand for nothing. */
function plainCharacters(unicode: string): string {
  if (unicode === " " || (unicode >= "0" && unicode <= "z")) return unicode;
  return unicode
    .replace(/[\u2e80-\u2fdf\uf900-\ufaff\ufb00-\ufb06]/g, (character) => character.normalize("NFKC"))
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\ufeff\u00ad]/g, "");
}

/** Turns the page so that most of its text is upright (a wide table on a page of its own), and drops what stands at another angle. */
function layUpright(
  number: number,
  width: number,
  height: number,
  drawn: readonly DrawnGlyph[],
  rules: readonly Rule[],
): Omit<PageMarks, "meaningless"> {
  const counts = [0, 0, 0, 0];
  for (const glyph of drawn) counts[glyph.turn] = (counts[glyph.turn] ?? 0) + 1;
  const turn = counts.indexOf(Math.max(...counts));
  const upright = (x: number, y: number): [number, number] => {
    if (turn === 1) return [y, width - x];
    if (turn === 2) return [width - x, height - y];
    if (turn === 3) return [height - y, x];
    return [x, y];
  };
  const glyphs = drawn
    .filter((glyph) => glyph.turn === turn)
    .map(({ text, width: advance, size, ...at }): Glyph => {
      const [x, y] = upright(at.x, at.y);
      return { text, x, y, width: advance, size };
    });
  const turned = rules.map((rule): Rule => {
    const [ax, ay] = upright(rule.x0, rule.y0);
    const [bx, by] = upright(rule.x1, rule.y1);
    return { x0: Math.min(ax, bx), y0: Math.min(ay, by), x1: Math.max(ax, bx), y1: Math.max(ay, by) };
  });
  const isHorizontal = (rule: Rule): boolean => rule.x1 - rule.x0 >= rule.y1 - rule.y0;
  return {
    number,
    width: turn % 2 === 0 ? width : height,
    height: turn % 2 === 0 ? height : width,
    glyphs,
    horizontal: turned.filter(isHorizontal),
    vertical: turned.filter((rule) => !isHorizontal(rule)),
  };
}
