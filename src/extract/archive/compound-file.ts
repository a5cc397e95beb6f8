import { ExtractionError } from "../extraction-error";

/** A compound file (OLE): the container of .doc and .xls, a small file system of streams. */
export interface CompoundFile {
  /** A stream directly below the root, by its name; undefined where there is none. */
  read(name: string): Buffer | undefined;
}

interface DirectoryEntry {
  readonly name: string;
  readonly type: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const HEADER_SIZE = 512;
const ENTRY_SIZE = 128;
const STREAM = 2;
const ROOT = 5;
const LAST_SECTOR = 0xfffffffa;
const NO_ENTRY = 0xffffffff;

/** @throws ExtractionError where the file does not keep to its own structure */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (data.length < HEADER_SIZE) throw broken();
  const sectorSize = 2 ** data.readUInt16LE(30);
  const miniSize = 2 ** data.readUInt16LE(32);
  const miniLimit = data.readUInt32LE(56);
  if ((sectorSize !== 512 && sectorSize !== 4096) || miniSize !== 64) throw broken();
  // Sector 0 begins after the header, which takes a whole sector.
  const sector = (index: number): Buffer => data.subarray((index + 1) * sectorSize, (index + 2) * sectorSize);
  const table = readTable(data, sectorSize, sector);
  const chain = (start: number): Buffer => Buffer.concat(followChain(start, table, data.length / sectorSize).map(sector));
  const entries = readDirectory(chain(data.readUInt32LE(48)));
  const root = entries.find((entry) => entry.type === ROOT);
  if (root === undefined) throw broken();
  const miniTableBytes = chain(data.readUInt32LE(60));
  const miniTable = Uint32Array.from({ length: miniTableBytes.length >> 2 }, (_, at) => miniTableBytes.readUInt32LE(4 * at));
  let miniStream: Buffer | undefined;
  const children = childrenOf(root, entries);
  return {
    read(name) {
      const entry = children.find((child) => child.type === STREAM && child.name === name);
      if (entry === undefined) return undefined;
      if (entry.size >= miniLimit) return chain(entry.start).subarray(0, entry.size);
      const within = (miniStream ??= chain(root.start));
      const places = followChain(entry.start, miniTable, within.length / miniSize);
      return Buffer.concat(places.map((place) => within.subarray(place * miniSize, (place + 1) * miniSize))).subarray(0, entry.size);
    },
  };
}

/** The allocation table: for each sector the one that follows it. */
function readTable(data: Buffer, sectorSize: number, sector: (index: number) => Buffer): Uint32Array {
  const places: number[] = [];
  for (let at = 76; at < HEADER_SIZE; at += 4) places.push(data.readUInt32LE(at));
  const most = Math.ceil(data.length / sectorSize);
  let next = data.readUInt32LE(68);
  for (let steps = 0; next < LAST_SECTOR && steps < most; steps += 1) {
    const part = sector(next);
    if (part.length < sectorSize) throw broken();
    for (let at = 0; at < sectorSize - 4; at += 4) places.push(part.readUInt32LE(at));
    next = part.readUInt32LE(sectorSize - 4);
  }
  const used = places.filter((place) => place < LAST_SECTOR).slice(0, most);
  const table = new Uint32Array((used.length * sectorSize) / 4);
  for (const [at, place] of used.entries()) {
    const part = sector(place);
    for (let offset = 0; offset + 4 <= part.length; offset += 4) table[(at * sectorSize + offset) / 4] = part.readUInt32LE(offset);
  }
  return table;
}

/** A chain that is longer than the file runs in a circle. */
function followChain(start: number, table: Uint32Array, most: number): number[] {
  const chain: number[] = [];
  for (let at = start; at < LAST_SECTOR; at = table[at] ?? NO_ENTRY) {
    if (chain.length > most) throw broken();
    chain.push(at);
  }
  return chain;
}

function readDirectory(bytes: Buffer): DirectoryEntry[] {
  const entries: DirectoryEntry[] = [];
  for (let at = 0; at + ENTRY_SIZE <= bytes.length; at += ENTRY_SIZE) {
    const nameLength = Math.min(64, bytes.readUInt16LE(at + 64));
    entries.push({
      name: bytes.toString("utf16le", at, at + Math.max(0, nameLength - 2)),
      type: bytes.readUInt8(at + 66),
      left: bytes.readUInt32LE(at + 68),
      right: bytes.readUInt32LE(at + 72),
      child: bytes.readUInt32LE(at + 76),
      start: bytes.readUInt32LE(at + 116),
      size: bytes.readUInt32LE(at + 120),
    });
  }
  return entries;
}

function childrenOf(parent: DirectoryEntry, entries: readonly DirectoryEntry[]): DirectoryEntry[] {
  const found: DirectoryEntry[] = [];
  const seen = new Set<number>();
  const open = [parent.child];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const entry = entries[at];
    if (at === NO_ENTRY || entry === undefined || seen.has(at)) continue;
    seen.add(at);
    found.push(entry);
    open.push(entry.left, entry.right);
  }
  return found;
}

const broken = (): ExtractionError => new ExtractionError("FILE_BROKEN", "the compound file cannot be read");
