/** A repeatable source of numbers in [0, 1): the same seed gives the same document. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Damages a file in one to four ways: flipped bits, overwritten bytes, a cut, a part twice, a part gone, a number made huge. */
export function mutateBytes(bytes: Uint8Array, random: () => number): Buffer {
  let damaged: Buffer = Buffer.from(bytes);
  for (let rounds = 1 + Math.floor(random() * 4); rounds > 0 && damaged.length > 4; rounds -= 1) damaged = mutateOnce(damaged, random);
  return damaged;
}

function mutateOnce(bytes: Buffer, random: () => number): Buffer {
  const place = (below: number): number => Math.floor(random() * below);
  const at = place(bytes.length);
  const length = 1 + place(Math.min(200, bytes.length));
  switch (place(7)) {
    case 0: {
      for (let flips = 1 + place(8); flips > 0; flips -= 1) {
        const byte = place(bytes.length);
        bytes.writeUInt8(bytes.readUInt8(byte) ^ (1 << place(8)), byte);
      }
      return bytes;
    }
    case 1:
      return bytes.fill(place(256), at, Math.min(bytes.length, at + length));
    case 2:
      return bytes.subarray(0, at);
    case 3:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at, at + length), bytes.subarray(at)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + length)]);
    case 5:
      if (at + 4 <= bytes.length) bytes.writeUInt32LE([0xffffffff, 0x7fffffff, 0, 0x80000000][place(4)] ?? 0, at);
      return bytes;
    default: {
      // Digits in text forms: a count, a length, a span.
      const digit = bytes.findIndex((byte, index) => index >= at && byte >= 0x30 && byte <= 0x39);
      return digit < 0 ? bytes : Buffer.concat([bytes.subarray(0, digit), Buffer.from("99999999"), bytes.subarray(digit + 1)]);
    }
  }
}
