/** Stretches of the main stream with their formatting: paragraphs (PAPX) or characters (CHPX), [MS-DOC] 2.8.5 and 2.8.6. */
export class PropertyRuns {
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private readonly properties: Buffer[] = [];

  /** The properties of what stands at a place. */
  at(place: number): Buffer | undefined {
    let low = 0;
    let high = this.starts.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      if (place < (this.starts[middle] ?? 0)) high = middle - 1;
      else if (place >= (this.ends[middle] ?? 0)) low = middle + 1;
      else return this.properties[middle];
    }
    return undefined;
  }

  add(start: number, end: number, properties: Buffer): void {
    this.starts.push(start);
    this.ends.push(end);
    this.properties.push(properties);
  }

  sort(): this {
    const order = this.starts.map((_, at) => at).sort((a, b) => (this.starts[a] ?? 0) - (this.starts[b] ?? 0));
    const pick = <T>(values: T[]): T[] => order.map((at) => values[at] as T);
    const [starts, ends, properties] = [pick(this.starts), pick(this.ends), pick(this.properties)];
    for (const at of order.keys()) {
      this.starts[at] = starts[at] ?? 0;
      this.ends[at] = ends[at] ?? 0;
      this.properties[at] = properties[at] ?? Buffer.alloc(0);
    }
    return this;
  }
}

const PAGE = 512;

/** The pages of formatting that a bin table names. */
export function readPropertyRuns(binTable: Buffer, main: Buffer, kind: "PARAGRAPH" | "CHARACTER"): PropertyRuns {
  const runs = new PropertyRuns();
  const count = Math.floor((binTable.length - 4) / 8);
  const seen = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const start = (binTable.readUInt32LE(4 * (count + 1) + 4 * index) & 0x3fffff) * PAGE;
    const page = main.subarray(start, start + PAGE);
    if (page.length < PAGE || seen.has(start)) continue;
    seen.add(start);
    readPage(page, runs, kind);
  }
  return runs.sort();
}

function readPage(page: Buffer, runs: PropertyRuns, kind: "PARAGRAPH" | "CHARACTER"): void {
  const count = page.readUInt8(PAGE - 1);
  const entrySize = kind === "PARAGRAPH" ? 13 : 1;
  if (4 * (count + 1) + entrySize * count > PAGE) return;
  for (let at = 0; at < count; at += 1) {
    const offset = 2 * page.readUInt8(4 * (count + 1) + entrySize * at);
    if (offset === 0 || offset >= PAGE - 1) continue;
    const properties =
      kind === "PARAGRAPH" ? paragraphProperties(page, offset) : page.subarray(offset + 1, offset + 1 + page.readUInt8(offset));
    runs.add(page.readUInt32LE(4 * at), page.readUInt32LE(4 * (at + 1)), properties);
  }
}

/** After its length comes the number of the style, then the properties. */
function paragraphProperties(page: Buffer, offset: number): Buffer {
  const half = page.readUInt8(offset);
  const start = half === 0 ? offset + 2 : offset + 1;
  const length = half === 0 ? 2 * page.readUInt8(offset + 1) : 2 * half - 1;
  return page.subarray(Math.min(PAGE, start + 2), Math.min(PAGE, start + length));
}

/** A single property: its code and its operand. */
export interface Property {
  readonly code: number;
  readonly operand: Buffer;
}

const TABLE_DEFINITIONS = new Set([0xd606, 0xd608]);
const TAB_CHANGES = 0xc615;
const SIZES = [1, 1, 2, 4, 2, 2, -1, 3];

export function* readProperties(bytes: Buffer): Generator<Property> {
  for (let at = 0; at + 2 < bytes.length;) {
    const code = bytes.readUInt16LE(at);
    let start = at + 2;
    let size = SIZES[code >> 13] ?? 1;
    if (TABLE_DEFINITIONS.has(code)) {
      if (start + 2 > bytes.length) return;
      size = bytes.readUInt16LE(start) - 1;
      start += 2;
    } else if (size < 0) {
      size = bytes.readUInt8(start);
      // A very long change of tab stops says its length elsewhere; what follows it cannot be found.
      if (code === TAB_CHANGES && size === 255) return;
      start += 1;
    }
    if (size < 0) return;
    yield { code, operand: bytes.subarray(start, start + size) };
    at = start + size;
  }
}
