import { once } from "node:events";
import { createServer } from "node:net";
import type { AddressInfo, Socket } from "node:net";

/** A server that speaks as much of Redis' protocol as a cache needs. */
export interface RedisStandIn {
  readonly url: string;
  readonly stored: Map<string, string>;
  /** What it was asked, by the command's name. */
  readonly commands: string[];
  /** Takes what is asked and answers nothing from then on. */
  fallSilent(): void;
  close(): Promise<void>;
}

export async function startRedisStandIn(): Promise<RedisStandIn> {
  const stored = new Map<string, string>();
  const commands: string[] = [];
  const sockets = new Set<Socket>();
  let silent = false;

  const answer = ([name = "", key = "", value = ""]: readonly string[]): string => {
    commands.push(name.toUpperCase());
    if (name.toUpperCase() === "GET") return bulk(stored.get(key));
    if (name.toUpperCase() === "SET") stored.set(key, value);
    return "+OK\r\n";
  };
  const server = createServer((socket) => {
    sockets.add(socket);
    let received = Buffer.alloc(0);
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let read = readCommand(received); read; read = readCommand(received)) {
        received = received.subarray(read.length);
        if (!silent) socket.write(answer(read.words));
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stored,
    commands,
    fallSilent: () => {
      silent = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const bulk = (text: string | undefined): string => (text === undefined ? "$-1\r\n" : `$${Buffer.byteLength(text)}\r\n${text}\r\n`);

/** The first whole command of what came in: an array of texts, each told by its length. */
function readCommand(bytes: Buffer): { words: string[]; length: number } | undefined {
  let at = 0;
  const readLine = (): string | undefined => {
    const end = bytes.indexOf("\r\n", at);
    if (end < 0) return undefined;
    const line = bytes.subarray(at, end).toString();
    at = end + 2;
    return line;
  };
  const head = readLine();
  if (head === undefined) return undefined;
  const words: string[] = [];
  for (let left = Number(head.slice(1)); left > 0; left -= 1) {
    const length = readLine();
    if (length === undefined || bytes.length < at + Number(length.slice(1)) + 2) return undefined;
    words.push(bytes.subarray(at, at + Number(length.slice(1))).toString());
    at += Number(length.slice(1)) + 2;
  }
  return { words, length: at };
}
