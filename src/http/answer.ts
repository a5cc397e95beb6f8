import type { IncomingMessage, ServerResponse } from "node:http";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** What is answered to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
}

/** An answer that is sent as it comes, its length untold. */
export interface StreamedAnswer extends Omit<Answer, "body"> {
  readonly body: Readable;
}

const JSON_TYPE = "application/json; charset=utf-8";

/** Every answer that is no success is JSON of this form: short, and without a word of what lies inside. */
export const refuse = (status: number, code: string, message: string, headers: Readonly<Record<string, string>> = {}): Answer => ({
  status,
  headers: { "content-type": JSON_TYPE, ...headers },
  body: JSON.stringify({ errors: [{ message, extensions: { code } }] }),
});

export const answerJson = (status: number, value: unknown): Answer => ({
  status,
  headers: { "content-type": JSON_TYPE },
  body: JSON.stringify(value),
});

/** Reads are open to every page; nothing here depends on a cookie. */
const ALWAYS: Readonly<Record<string, string>> = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "etag, x-data-version, x-row-count, content-disposition, x-request-id, retry-after, ratelimit-remaining",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // Of what is no page; a page brings its own.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

/** Sends an answer; ends when the last byte is handed on. A stream that breaks ends the connection, so that the receiver sees that it is cut. */
export async function send(response: ServerResponse, { status, headers, body }: Answer | StreamedAnswer, withBody: boolean): Promise<void> {
  if (response.destroyed) return;
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const length = Buffer.isBuffer(bytes) && status !== 204 && status !== 304 ? { "content-length": bytes.length } : {};
  response.writeHead(status, { ...ALWAYS, ...headers, ...length });
  if (Buffer.isBuffer(bytes)) {
    if (withBody) response.write(bytes);
    if (headers["connection"] === "close" && !response.req.complete) await hearOut(response.req);
    response.end();
    return;
  }
  if (withBody) return pipeline(bytes, response);
  bytes.destroy();
  response.end();
}

/** Whoever sends nothing for so long has read the answer, or never will. */
const QUIET_MILLISECONDS = 1_000;
const LONGEST_MILLISECONDS = 20_000;

/**
 * Reads on and throws away what a sender still sends after the answer: a connection that is closed over unread bytes is reset, and the
 * sender hears of the reset and not of the answer.
 */
function hearOut(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    const longest = setTimeout(resolve, LONGEST_MILLISECONDS);
    const quiet = setTimeout(resolve, QUIET_MILLISECONDS);
    const over = (): void => {
      clearTimeout(longest);
      clearTimeout(quiet);
      resolve();
    };
    request.once("end", over).once("close", over).once("error", over);
    request.on("data", () => quiet.refresh()).resume();
  });
}
