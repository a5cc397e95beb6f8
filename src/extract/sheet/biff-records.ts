/** A record of a binary workbook, together with the records that continue it. */
export interface BiffRecord {
  readonly type: number;
  readonly data: Buffer;
  /** Where in `data` a continuation begins: there a string says its width anew. */
  readonly seams: readonly number[];
}

const CONTINUE = 0x3c;

/** Reads the records from a place up to the end of its substream. */
export function* readRecords(stream: Buffer, start: number): Generator<BiffRecord> {
  let at = start;
  let depth = 0;
  while (at + 4 <= stream.length) {
    const type = stream.readUInt16LE(at);
    let end = at + 4 + stream.readUInt16LE(at + 2);
    if (end > stream.length) return;
    const parts = [stream.subarray(at + 4, end)];
    const seams: number[] = [];
    let size = parts[0]?.length ?? 0;
    while (end + 4 <= stream.length && stream.readUInt16LE(end) === CONTINUE) {
      const next = end + 4 + stream.readUInt16LE(end + 2);
      if (next > stream.length) break;
      seams.push(size);
      size += next - end - 4;
      parts.push(stream.subarray(end + 4, next));
      end = next;
    }
    at = end;
    if (type === BOF) depth += 1;
    if (type === EOF_RECORD) {
      depth -= 1;
      if (depth <= 0) return;
    }
    yield { type, data: parts.length === 1 ? (parts[0] ?? stream.subarray(0, 0)) : Buffer.concat(parts), seams };
  }
}

export const BOF = 0x809;
export const EOF_RECORD = 0x0a;

/** Reads the strings of the format (an 8-bit or 16-bit text, which may change its width where a record continues). */
export class BiffReader {
  private readonly data: Buffer;
  private readonly seams: readonly number[];
  private seam = 0;

  constructor(
    record: BiffRecord,
    private at = 0,
  ) {
    this.data = record.data;
    this.seams = record.seams;
  }

  get isAtEnd(): boolean {
    return this.at >= this.data.length;
  }

  u8(): number {
    this.at += 1;
    return this.data.readUInt8(this.at - 1);
  }

  u16(): number {
    this.at += 2;
    return this.data.readUInt16LE(this.at - 2);
  }

  u32(): number {
    this.at += 4;
    return this.data.readUInt32LE(this.at - 4);
  }

  skip(bytes: number): void {
    this.at += bytes;
  }

  /** A string after its length in characters. */
  text(length: number): string {
    const flags = this.u8();
    const runs = (flags & 0x08) !== 0 ? this.u16() : 0;
    const extra = (flags & 0x04) !== 0 ? this.u32() : 0;
    const text = this.characters(length, (flags & 0x01) !== 0);
    this.at += 4 * runs + extra;
    return text;
  }

  private characters(length: number, isWide: boolean): string {
    let text = "";
    let wide = isWide;
    for (let left = length; left > 0;) {
      while ((this.seams[this.seam] ?? Infinity) < this.at) this.seam += 1;
      const seam = this.seams[this.seam];
      if (seam === this.at && text !== "") {
        wide = (this.u8() & 0x01) !== 0;
        this.seam += 1;
      }
      const end = Math.min(this.data.length, this.seams.find((place) => place > this.at) ?? this.data.length);
      const count = Math.min(left, wide ? (end - this.at) >> 1 : end - this.at);
      if (count <= 0) break;
      const bytes = this.data.subarray(this.at, this.at + count * (wide ? 2 : 1));
      text += bytes.toString(wide ? "utf16le" : "latin1");
      this.at += bytes.length;
      left -= count;
    }
    return text;
  }
}
