/** A compound file of streams below the root; small streams go into the mini stream, as the format wants it. */
export function writeCompoundFile(streams: Readonly<Record<string, Buffer>>): Buffer {
  const SECTOR = 512;
  const MINI = 64;
  const MINI_LIMIT = 4096;
  const END = 0xfffffffe;
  const FREE = 0xffffffff;
  const TABLE = 0xfffffffd;
  const names = Object.keys(streams).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
  const sectors: Buffer[] = [];
  const next: number[] = [];
  const addChain = (content: Buffer): number => {
    if (content.length === 0) return END;
    const start = sectors.length;
    for (let at = 0; at < content.length; at += SECTOR) {
      const sector = Buffer.alloc(SECTOR);
      content.copy(sector, 0, at);
      sectors.push(sector);
      next.push(at + SECTOR < content.length ? sectors.length : END);
    }
    return start;
  };
  const miniParts: Buffer[] = [];
  const miniNext: number[] = [];
  const starts = names.map((name) => {
    const content = streams[name] ?? Buffer.alloc(0);
    if (content.length >= MINI_LIMIT) return addChain(content);
    const start = miniNext.length;
    for (let at = 0; at < content.length; at += MINI) {
      const part = Buffer.alloc(MINI);
      content.copy(part, 0, at);
      miniParts.push(part);
      miniNext.push(at + MINI < content.length ? miniNext.length + 1 : END);
    }
    return content.length === 0 ? END : start;
  });
  const miniStream = Buffer.concat(miniParts);
  const miniStart = addChain(miniStream);
  const miniTable = Buffer.alloc(Math.ceil(miniNext.length / 128) * SECTOR, 0xff);
  for (const [at, value] of miniNext.entries()) miniTable.writeUInt32LE(value, 4 * at);
  const miniTableStart = addChain(miniTable);

  const directory = Buffer.alloc(Math.ceil((names.length + 1) / 4) * SECTOR);
  const writeEntry = (at: number, name: string, type: number, start: number, size: number, right: number, child: number): void => {
    const entry = directory.subarray(128 * at, 128 * at + 128);
    entry.write(name, 0, "utf16le");
    entry.writeUInt16LE(2 * name.length + 2, 64);
    entry.writeUInt8(type, 66);
    entry.writeUInt8(1, 67);
    entry.writeUInt32LE(FREE, 68);
    entry.writeUInt32LE(right, 72);
    entry.writeUInt32LE(child, 76);
    entry.writeUInt32LE(start, 116);
    entry.writeUInt32LE(size, 120);
  };
  writeEntry(0, "Root Entry", 5, miniStart, miniStream.length, FREE, names.length > 0 ? 1 : FREE);
  for (const [at, name] of names.entries())
    writeEntry(at + 1, name, 2, starts[at] ?? END, streams[name]?.length ?? 0, at + 1 < names.length ? at + 2 : FREE, FREE);
  const directoryStart = addChain(directory);

  const tableSectors = Math.ceil((sectors.length + 1) / 127);
  const tableStart = sectors.length;
  const table = Buffer.alloc(tableSectors * SECTOR, 0xff);
  for (const [at, value] of [...next, ...Array<number>(tableSectors).fill(TABLE)].entries()) table.writeUInt32LE(value, 4 * at);

  const header = Buffer.alloc(SECTOR);
  Buffer.from("d0cf11e0a1b11ae1", "hex").copy(header);
  header.writeUInt16LE(0x3e, 24);
  header.writeUInt16LE(3, 26);
  header.writeUInt16LE(0xfffe, 28);
  header.writeUInt16LE(9, 30);
  header.writeUInt16LE(6, 32);
  header.writeUInt32LE(tableSectors, 44);
  header.writeUInt32LE(directoryStart, 48);
  header.writeUInt32LE(MINI_LIMIT, 56);
  header.writeUInt32LE(miniTableStart, 60);
  header.writeUInt32LE(miniTable.length / SECTOR, 64);
  header.writeUInt32LE(END, 68);
  header.fill(0xff, 76);
  for (let at = 0; at < tableSectors; at += 1) header.writeUInt32LE(tableStart + at, 76 + 4 * at);
  return Buffer.concat([header, ...sectors, table]);
}
