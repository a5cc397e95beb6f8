import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";

const IGNORED = new Set(["node_modules", "dist", ".git", ".data"]);

/** The Markdown files of the project, from its root. */
export function documentationFiles(root: string): string[] {
  const walk = (folder: string): string[] =>
    readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
      if (IGNORED.has(entry.name)) return [];
      const name = path.posix.join(folder, entry.name);
      return entry.isDirectory() ? walk(name) : name.endsWith(".md") ? [name] : [];
    });
  return walk("");
}

const LINK = /!?\[[^\]]*\]\(([^()\s]+(?:\([^()]*\))?[^()\s]*)\)/g;

/** Links of a page within the project that lead to no file, or to no heading of it. */
export function brokenLinks(root: string, file: string): string[] {
  return linksOf(readFileSync(path.join(root, file), "utf8"))
    .filter((link) => !/^[a-z]+:/.test(link))
    .filter((link) => !leadsSomewhere(root, file, link));
}

/** What stands in code is no link. */
const linksOf = (text: string): string[] =>
  [
    ...text
      .replace(/^```[\s\S]*?^```/gm, "")
      .replace(/`[^`\n]*`/g, "")
      .matchAll(LINK),
  ].map(([, link = ""]) => link);

function leadsSomewhere(root: string, file: string, link: string): boolean {
  const [name = "", heading] = decodeURIComponent(link).split("#");
  const target = path.join(root, name === "" ? file : path.join(path.dirname(file), name));
  if (!existsSync(target)) return false;
  return heading === undefined || !target.endsWith(".md") || anchorsOf(readFileSync(target, "utf8")).includes(heading);
}

/** The anchors that a heading gets where Markdown is shown: small letters, hyphens for spaces, punctuation gone. */
const anchorsOf = (text: string): string[] =>
  [...text.replace(/^```[\s\S]*?^```/gm, "").matchAll(/^#+ +(.+)$/gm)].map(([, heading = ""]) =>
    heading
      .trim()
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .replaceAll(" ", "-"),
  );
