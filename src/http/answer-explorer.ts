import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import type { IncomingHttpHeaders } from "node:http";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { PACKAGE_ROOT } from "../lib/package-root";
import type { Answer } from "./answer";
import { refuse } from "./answer";
import { isNotModified } from "./is-not-modified";

/** The explorer's files by their names in addresses; the build puts them into dist/explorer. */
const FILES: Readonly<Record<string, string>> = {
  "explorer.html": "text/html; charset=utf-8",
  "explorer.js": "text/javascript; charset=utf-8",
  "explorer.css": "text/css; charset=utf-8",
  "operations.js": "text/javascript; charset=utf-8",
};

/** Nothing is loaded from elsewhere. GraphiQL sets styles of elements and shows icons as data. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

interface StaticFile {
  readonly bytes: Buffer;
  readonly compressed: Buffer;
  readonly digest: string;
}

const compress = promisify(gzip);
const kept = new Map<string, StaticFile>();

/** Answers the explorer (`/`, `/explorer`) and its files (`/explorer/…`). */
export async function answerExplorer(pathname: string, headers: IncomingHttpHeaders): Promise<Answer> {
  const name = pathname.startsWith("/explorer/") ? pathname.slice("/explorer/".length) : "explorer.html";
  const type = FILES[name];
  if (type === undefined) return refuse(404, "NOT_FOUND", "There is nothing at this address");
  const file = await load(name);
  if (!file) return refuse(503, "NOT_BUILT", "The explorer is not built: run npm run build");
  const isCompressed = acceptsGzip(headers["accept-encoding"]);
  const etag = isCompressed ? `"${file.digest}-gzip"` : `"${file.digest}"`;
  const common = {
    etag,
    "cache-control": "no-cache",
    vary: "accept-encoding",
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
  };
  if (isNotModified(etag, headers["if-none-match"])) return { status: 304, headers: common, body: "" };
  const encoding: Readonly<Record<string, string>> = isCompressed ? { "content-encoding": "gzip" } : {};
  return { status: 200, headers: { ...common, ...encoding, "content-type": type }, body: isCompressed ? file.compressed : file.bytes };
}

const acceptsGzip = (accepted: string | string[] | undefined): boolean =>
  String(accepted ?? "")
    .split(",")
    .some((one) => /^\s*gzip\s*(;\s*q=(1|0?\.[0-9]*[1-9])[0-9.]*\s*)?$/i.test(one));

async function load(name: string): Promise<StaticFile | undefined> {
  const known = kept.get(name);
  if (known) return known;
  const bytes = await readFile(path.join(PACKAGE_ROOT, "dist", "explorer", name)).catch(() => undefined);
  if (!bytes) return undefined;
  const file = { bytes, compressed: await compress(bytes), digest: createHash("sha256").update(bytes).digest("base64url").slice(0, 20) };
  kept.set(name, file);
  return file;
}
