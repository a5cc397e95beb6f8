import path from "node:path";
import type { IncomingHttpHeaders } from "node:http";
import { PACKAGE_ROOT } from "../lib/package-root";
import type { Answer } from "./answer";
import { refuse } from "./answer";
import { answerStaticFile, readStaticFile } from "./static-file";
import type { StaticFile } from "./static-file";

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

const kept = new Map<string, StaticFile>();

/** Answers the explorer (`/explorer`) and its files (`/explorer/…`). */
export async function answerExplorer(pathname: string, headers: IncomingHttpHeaders): Promise<Answer> {
  const name = pathname.startsWith("/explorer/") ? pathname.slice("/explorer/".length) : "explorer.html";
  const type = FILES[name];
  if (type === undefined) return refuse(404, "NOT_FOUND", "There is nothing at this address");
  const file = kept.get(name) ?? (await readStaticFile(path.join(PACKAGE_ROOT, "dist", "explorer", name)));
  if (!file) return refuse(503, "NOT_BUILT", "The explorer is not built: run npm run build");
  kept.set(name, file);
  return answerStaticFile(file, headers, {
    "content-type": type,
    "cache-control": "no-cache",
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
  });
}
