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
const MALFORMED: Refusal = ["400 Bad Request", "BAD_REQUEST", "This is not a request of HTTP/1.1"];
const NO_TUNNEL: Refusal = ["405 Method Not Allowed", "METHOD_NOT_ALLOWED", "This is no proxy"];

/** Answers in JSON what never becomes a request: by itself Node sends a bare status line, or nothing. */
export function refuseMalformed(server: Server): void {
  server.on("clientError", (error: Error & { readonly code?: string }, socket: Duplex) => {
    if (error.code === "ECONNRESET" || !socket.writable) socket.destroy();
    else write(socket, REFUSALS[error.code ?? ""] ?? MALFORMED);
  });
  server.on("connect", (_, socket: Duplex) => write(socket, NO_TUNNEL));
  server.on("checkExpectation", (_: IncomingMessage, response: ServerResponse) => {
    void send(response, refuse(417, "EXPECTATION_FAILED", "Nothing but Expect: 100-continue is understood", { connection: "close" }), true);
  });
}

function write(socket: Duplex, [status, code, message]: Refusal): void {
  const { body, headers } = refuse(Number.parseInt(status, 10), code, message, { connection: "close" });
  const told = Object.entries({ ...headers, "content-length": String(Buffer.byteLength(body)) }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  socket.end(`HTTP/1.1 ${status}\r\n${told.join("\r\n")}\r\n\r\n${String(body)}`);
}
