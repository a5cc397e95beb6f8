import { inflateRawSync } from "node:zlib";
import { ExtractionError } from "../extraction-error";
import type { ExtractionLimits } from "../extraction-limits";

/** The parts of a zip file by name. Nothing is inflated before the whole directory has been looked at. */
export interface ZipArchive {
  readonly names: readonly string[];
  /** Undefined where there is no such part. */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly method: number;
  readonly packedSize: number;
  readonly size: number;
  readonly headerAt: number;
}

const END_SIGNATURE = 0x06054b50;
const END64_LOCATOR_SIGNATURE = 0x07064b50;
const END64_SIGNATURE = 0x06064b50;
const ENTRY_SIGNATURE = 0x02014b50;
const HEADER_SIGNATURE = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const IN_ZIP64 = 0xffffffff;
const ENCRYPTED = 0x1;
const STORED = 0;
const DEFLATED = 8;

/** @throws ExtractionError for what is no zip, is encrypted, or would inflate beyond the limits */
export function openZip(bytes: Uint8Array, limits: ExtractionLimits): ZipArchive {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(data, limits);
  let inflated = 0;
  return {
    names: [...entries.keys()],
    read(name) {
      const entry = entries.get(name);
      if (entry === undefined) return undefined;
      const packed = packedBytes(data, entry);
      if (entry.method === STORED) return packed;
      if (entry.method !== DEFLATED) throw new ExtractionError("FILE_BROKEN", `zip method ${entry.method}`);
      // What is declared is not believed: the same part may be read again, and parts may share their bytes.
      const content = inflate(packed, Math.min(entry.size, limits.inflatedBytes - inflated));
      inflated += content.length;
      return content;
    },
  };
}

function readDirectory(data: Buffer, limits: ExtractionLimits): Map<string, Entry> {
  const { count, start } = findDirectory(data);
  if (count > limits.zipEntries) throw new ExtractionError("LIMIT_EXCEEDED", `${count} parts, at most ${limits.zipEntries}`);
  const entries = new Map<string, Entry>();
  let at = start;
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > data.length || data.readUInt32LE(at) !== ENTRY_SIGNATURE) throw broken();
    const nameLength = data.readUInt16LE(at + 28);
    const extraLength = data.readUInt16LE(at + 30);
    const name = data.toString("utf8", at + 46, at + 46 + nameLength);
    const extra = data.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    const entry = withZip64(
      {
        method: data.readUInt16LE(at + 10),
        size: data.readUInt32LE(at + 24),
        packedSize: data.readUInt32LE(at + 20),
        headerAt: data.readUInt32LE(at + 42),
      },
      extra,
    );
    if ((data.readUInt16LE(at + 8) & ENCRYPTED) !== 0) throw new ExtractionError("FILE_ENCRYPTED");
    total += entry.size;
    if (total > limits.inflatedBytes) throw new ExtractionError("LIMIT_EXCEEDED", `more than ${limits.inflatedBytes} bytes when unpacked`);
    // Backslashes come from careless writers, a leading slash from others.
    const plainName = name.replaceAll("\\", "/").replace(/^\//, "");
    if (!entries.has(plainName)) entries.set(plainName, entry);
    at += 46 + nameLength + extraLength + data.readUInt16LE(at + 32);
  }
  return entries;
}

function findDirectory(data: Buffer): { count: number; start: number } {
  for (let at = data.length - END_LENGTH; at >= Math.max(0, data.length - END_LENGTH - LONGEST_COMMENT); at -= 1) {
    if (data.readUInt32LE(at) !== END_SIGNATURE) continue;
    const count = data.readUInt16LE(at + 10);
    const start = data.readUInt32LE(at + 16);
    return count === 0xffff || start === IN_ZIP64 ? findDirectory64(data, at) : { count, start };
  }
  throw broken();
}

function findDirectory64(data: Buffer, endAt: number): { count: number; start: number } {
  const locatorAt = endAt - 20;
  if (locatorAt < 0 || data.readUInt32LE(locatorAt) !== END64_LOCATOR_SIGNATURE) throw broken();
  const at = Number(data.readBigUInt64LE(locatorAt + 8));
  if (at + 56 > data.length || data.readUInt32LE(at) !== END64_SIGNATURE) throw broken();
  return { count: Number(data.readBigUInt64LE(at + 32)), start: Number(data.readBigUInt64LE(at + 48)) };
}

function withZip64(entry: Entry, extra: Buffer): Entry {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    let next = at + 4;
    const wide = (value: number): number => {
      if (value !== IN_ZIP64 || next + 8 > extra.length) return value;
      next += 8;
      return Number(extra.readBigUInt64LE(next - 8));
    };
    const size = wide(entry.size);
    const packedSize = wide(entry.packedSize);
    return { method: entry.method, size, packedSize, headerAt: wide(entry.headerAt) };
  }
  return entry;
}

function packedBytes(data: Buffer, { headerAt, packedSize }: Entry): Buffer {
  if (headerAt + 30 > data.length || data.readUInt32LE(headerAt) !== HEADER_SIGNATURE) throw broken();
  const start = headerAt + 30 + data.readUInt16LE(headerAt + 26) + data.readUInt16LE(headerAt + 28);
  if (start + packedSize > data.length) throw broken();
  return data.subarray(start, start + packedSize);
}

function inflate(packed: Buffer, most: number): Uint8Array {
  if (most <= 0 && packed.length > 2) throw new ExtractionError("LIMIT_EXCEEDED", "unpacked size");
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE")
      throw new ExtractionError("LIMIT_EXCEEDED", "a part is larger than it says");
    throw broken();
  }
}

const broken = (): ExtractionError => new ExtractionError("FILE_BROKEN", "the zip directory or a part of it cannot be read");
