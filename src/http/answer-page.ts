import path from "node:path";
import type { IncomingHttpHeaders } from "node:http";
import { PACKAGE_ROOT } from "../lib/package-root";
import type { Answer } from "./answer";
import { refuse } from "./answer";
import { answerStaticFile, readStaticFile } from "./static-file";
import type { StaticFile } from "./static-file";

/** The first part of every page's address; what follows is read by the page itself. */
const PAGES: readonly string[] = ["compare", "units", "subjects", "projects", "rules", "search"];
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};
const ASSETS = "/assets/";

/** Nothing is loaded from elsewhere, nothing is written inline, and nobody frames a page (plots for frames have an address of their own). */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const kept = new Map<string, StaticFile>();

export const isPageAddress = (pathname: string): boolean =>
  pathname === "/" || pathname.startsWith(ASSETS) || PAGES.some((page) => pathname === `/${page}` || pathname.startsWith(`/${page}/`));

/** Answers the pages for people, and their files (`/assets/…`), as the build put them into dist/web. */
export async function answerPage(pathname: string, headers: IncomingHttpHeaders): Promise<Answer> {
  if (!pathname.startsWith(ASSETS)) return answerIndex(headers);
  const name = pathname.slice(ASSETS.length);
  const type = TYPES[path.extname(name)];
  const file = type !== undefined && /^[\w-]+\.\w+$/.test(name) ? await load(`assets/${name}`) : undefined;
  if (!file || type === undefined) return refuse(404, "NOT_FOUND", "There is nothing at this address");
  // The name changes with the content.
  return answerStaticFile(file, headers, { "content-type": type, "cache-control": "public, max-age=31536000, immutable" });
}

async function answerIndex(headers: IncomingHttpHeaders): Promise<Answer> {
  const file = await load("index.html");
  if (!file) return refuse(503, "NOT_BUILT", "The pages are not built: run npm run build");
  return answerStaticFile(file, headers, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-cache",
    "content-security-policy": POLICY,
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
  });
}

async function load(name: string): Promise<StaticFile | undefined> {
  const file = kept.get(name) ?? (await readStaticFile(path.join(PACKAGE_ROOT, "dist", "web", name)));
  if (file) kept.set(name, file);
  return file;
}
