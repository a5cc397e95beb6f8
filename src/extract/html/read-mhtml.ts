/** A web archive (MHTML): what "save as a single file" and some offices' exports write under .doc and .xls. */
export interface HtmlPart {
  readonly bytes: Uint8Array;
  readonly charset: string | undefined;
}

const HEADER_REACH = 4096;

export function isMhtml(bytes: Uint8Array): boolean {
  const start = Buffer.from(bytes.subarray(0, HEADER_REACH)).toString("latin1");
  return (
    /^\s*(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/i.test(start) &&
    /Content-Type:\s*(?:multipart\/related|text\/html)/i.test(start)
  );
}

/** The HTML within; undefined where there is none. */
export function readMhtml(bytes: Uint8Array): HtmlPart | undefined {
  const text = Buffer.from(bytes).toString("latin1");
  const whole = splitHeader(text);
  const boundary = /boundary\s*=\s*"?([^"\r\n;]+)"?/i.exec(whole.header)?.[1];
  const parts = boundary === undefined ? [whole] : whole.body.split(`--${boundary}`).map((part) => splitHeader(part.replace(/^\r?\n/, "")));
  for (const { header, body } of parts) {
    if (!/Content-Type:\s*text\/html/i.test(header)) continue;
    const encoding = /Content-Transfer-Encoding:\s*([\w-]+)/i.exec(header)?.[1]?.toLowerCase();
    const charset = /charset\s*=\s*"?([\w-]+)/i.exec(header)?.[1];
    return { bytes: decodeTransfer(body, encoding), charset };
  }
  return undefined;
}

function splitHeader(text: string): { header: string; body: string } {
  const end = /\r?\n\r?\n/.exec(text);
  return end === null ? { header: text, body: "" } : { header: text.slice(0, end.index), body: text.slice(end.index + end[0].length) };
}

function decodeTransfer(body: string, encoding: string | undefined): Uint8Array {
  if (encoding === "base64") return Buffer.from(body, "base64");
  if (encoding !== "quoted-printable") return Buffer.from(body, "latin1");
  const unfolded = body.replace(/=\r?\n/g, "");
  return Buffer.from(
    unfolded.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    "latin1",
  );
}
