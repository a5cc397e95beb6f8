import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type { Answer } from "./answer";
import { isNotModified } from "./is-not-modified";

/** A file of the package, in each encoding that it can be sent in. */
export interface StaticFile {
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly br?: Buffer;
  readonly digest: string;
}

const compress = promisify(gzip);

/** Reads a file, with the compressed ones beside it (`.br`, `.gz`) where the build made them; undefined where there is none. */
export async function readStaticFile(file: string): Promise<StaticFile | undefined> {
  const read = (name: string): Promise<Buffer | undefined> => readFile(name).catch(() => undefined);
  const [plain, br, zipped] = await Promise.all([read(file), read(`${file}.br`), read(`${file}.gz`)]);
  if (!plain) return undefined;
  const digest = createHash("sha256").update(plain).digest("base64url").slice(0, 20);
  return { plain, gzip: zipped ?? (await compress(plain)), ...(br && { br }), digest };
}

/** Sends a file in the best encoding that the client takes, or 304 where it has it. */
export function answerStaticFile(file: StaticFile, asked: IncomingHttpHeaders, headers: Readonly<Record<string, string>>): Answer {
  const accepted = String(asked["accept-encoding"] ?? "");
  const encoding = file.br && accepts(accepted, "br") ? "br" : accepts(accepted, "gzip") ? "gzip" : "plain";
  const etag = encoding === "plain" ? `"${file.digest}"` : `"${file.digest}-${encoding}"`;
  const { "content-type": type = "application/octet-stream", ...others } = headers;
  const common = { etag, vary: "accept-encoding", ...others };
  if (isNotModified(etag, asked["if-none-match"])) return { status: 304, headers: common, body: "" };
  const encoded: Readonly<Record<string, string>> = encoding === "plain" ? {} : { "content-encoding": encoding };
  return { status: 200, headers: { ...common, ...encoded, "content-type": type }, body: file[encoding] ?? file.plain };
}

const accepts = (accepted: string, encoding: string): boolean =>
  accepted.split(",").some((one) => new RegExp(`^\\s*${encoding}\\s*(;\\s*q=(1|0?\\.[0-9]*[1-9])[0-9.]*\\s*)?$`, "i").test(one));
