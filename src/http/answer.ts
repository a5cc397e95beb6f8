import type { ServerResponse } from "node:http";

/** What is answered to one request. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
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
  "access-control-expose-headers": "etag, x-data-version",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  // Of what is no page; a page brings its own.
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
};

export function send(response: ServerResponse, { status, headers, body }: Answer, withBody: boolean): void {
  if (response.destroyed) return;
  const length = typeof body === "string" ? Buffer.byteLength(body) : body.length;
  response.writeHead(status, { ...ALWAYS, ...headers, ...(status === 204 || status === 304 ? {} : { "content-length": length }) });
  if (withBody) response.end(body);
  else response.end();
}
