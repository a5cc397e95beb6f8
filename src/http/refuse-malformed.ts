import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { refuse, send } from "./answer";

type Refusal = readonly [status: string, code: string, message: string];

/** What Node's parser says of a request that it cannot hand on, in the words that every other refusal has. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: ["431 Request Header Fields Too Large", "HEADERS_TOO_LARGE", "The address and the headers hold at most 16 kB"],
  HPE_CHUNK_EXTENSIONS_OVERFLOW: ["413 Payload Too Large", "BODY_TOO_LARGE", "The extensions of the body's chunks are too long"],
  ERR_HTTP_REQUEST_TIMEOUT: ["408 Request Timeout", "REQUEST_TIMEOUT", "The request did not come in whole in time"],
};
/** Node's parser hands on no address that holds more than ASCII, so none can be read here as it was meant. */
const NOT_ENCODED: Refusal = [
  "400 Bad Request",
  "ADDRESS_NOT_ENCODED",
  "The address holds characters that are not percent-encoded; write 中文 as UTF-8 by %XX (curl: -G --data-urlencode 'name=value')",
];
const MALFORMED: Refusal = ["400 Bad Request", "BAD_REQUEST", "This is not a request of HTTP/1.1"];
const NO_TUNNEL: Refusal = ["405 Method Not Allowed", "METHOD_NOT_ALLOWED", "This is no proxy"];

interface ParserError extends Error {
  readonly code?: string;
  /** What came in with the fault in it, and where that is. */
  readonly rawPacket?: Buffer;
  readonly bytesParsed?: number;
}

/** An address of this hub, beginning with one slash: two would lead elsewhere. */
const READ_AT = /^GET (\/(?![/\\])\S*) HTTP\/1\.[01]\r?$/;

/** 中文 in an address as it was typed: where it is read, the same address in its right form, which clients follow; else what to do. */
function refuseAddress(socket: Duplex, { rawPacket = Buffer.alloc(0), bytesParsed = 0 }: ParserError): void {
  const begin = rawPacket.lastIndexOf("\n", bytesParsed) + 1;
  const end = rawPacket.indexOf("\n", bytesParsed);
  const line = decodeUtf8(rawPacket.subarray(begin, end < 0 ? rawPacket.length : end));
  const [, address] = READ_AT.exec(line ?? "") ?? [];
  const location = address?.replace(/[^\x21-\x7e]+/g, encodeURIComponent);
  if (location === undefined || location === address) write(socket, NOT_ENCODED);
  else write(socket, ["301 Moved Permanently", "ADDRESS_NOT_ENCODED", `${NOT_ENCODED[2]}; Location has it so`], { location });
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Answers in JSON what never becomes a request: by itself Node sends a bare status line, or nothing. */
export function refuseMalformed(server: Server): void {
  server.on("clientError", (error: ParserError, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else if (error.code === "HPE_INVALID_URL") refuseAddress(socket, error);
    else write(socket, REFUSALS[error.code ?? ""] ?? MALFORMED);
  });
  server.on("connect", (_, socket: Duplex) => write(socket, NO_TUNNEL));
  server.on("checkExpectation", (_: IncomingMessage, response: ServerResponse) => {
    void send(response, refuse(417, "EXPECTATION_FAILED", "Nothing but Expect: 100-continue is understood", { connection: "close" }), true);
  });
}

function write(socket: Duplex, [status, code, message]: Refusal, others: Readonly<Record<string, string>> = {}): void {
  const { body, headers } = refuse(Number.parseInt(status, 10), code, message, { ...others, connection: "close" });
  const told = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(body)) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.end(`HTTP/1.1 ${status}\r\n${told.join("\r\n")}\r\n\r\n${String(body)}`);
}
