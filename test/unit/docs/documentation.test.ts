import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { brokenLinks, documentationFiles } from "../../support/documentation-links";
import { tutorialDocument } from "../../support/tutorial-document";

const ROOT = path.resolve(__dirname, "../../..");
const TUTORIAL_PDF = path.join(ROOT, "docs/tutorial/notary-office-2024-final-accounts.pdf");

const FILE_NAME = /`((?:src|test|docs|scripts|schema|samples|data|migrations|web|clients|examples|deploy)\/[\w./-]+)`/g;
const WRITTEN_WHEN_NEEDED = "schema/accepted-breaks.txt";

/** What does not depend on the language of a README. */
function factsOf(readme: string) {
  const all = (pattern: RegExp): string[] => [...readme.matchAll(pattern)].map(([, one = ""]) => one).sort();
  return {
    commands: all(/^(npm (?:run hub -- )?[a-z-]+(?: (?:--)?[a-z-]+)*)/gm),
    addresses: [...new Set(all(/(\/(?:export|charts|embed|explorer|graphql|mcp|feed|documents)\b[\w./|-]*)/g))],
    // Pictures show the pages in the reader's language.
    links: [...new Set(all(/\]\(((?!README|docs\/pictures)[^)]+)\)/g))],
    settings: [...readme.matchAll(/^\| (`[A-Z_]+`.*?) \|/gm)].flatMap(([, cell = ""]) => cell.match(/[A-Z_]+/g) ?? []),
    answers: all(/^```(?:json|graphql)\n(\{[\s\S]*?)^```/gm),
    ratios: all(/\| ([\d., ]+) \|$/gm),
  };
}

if (process.env["UPDATE_DOCS"] === "1") writeFileSync(TUTORIAL_PDF, tutorialDocument());

describe("the documentation", () => {
  it("links to what is there", () => {
    const files = documentationFiles(ROOT);
    expect(files).toEqual(expect.arrayContaining(["README.md", "README.zh-CN.md", "docs/README.md", "docs/tutorial/README.md"]));
    expect(files.flatMap((file) => brokenLinks(ROOT, file).map((link) => `${file}: ${link}`))).toEqual([]);
  });

  it("needs nothing from the internet to be read: pictures lie beside it", () => {
    const loaded = documentationFiles(ROOT).flatMap(
      (file) => readFileSync(path.join(ROOT, file), "utf8").match(/!\[[^\]]*\]\(https?:[^)]*\)/g) ?? [],
    );
    expect(loaded).toEqual([]);
  });

  it("is reached from its first page", () => {
    const first = readFileSync(path.join(ROOT, "docs/README.md"), "utf8");
    const pages = documentationFiles(ROOT).filter((file) => file.startsWith("docs/") && file !== "docs/README.md");
    expect(pages.filter((file) => !first.includes(`(${file.slice("docs/".length)})`))).toEqual([]);
  });

  it("names no file of the project that is not there", () => {
    const named = documentationFiles(ROOT).flatMap((file) =>
      [...readFileSync(path.join(ROOT, file), "utf8").matchAll(FILE_NAME)].map(([, name = ""]) => ({ file, name })),
    );
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter(({ name }) => name !== WRITTEN_WHEN_NEEDED && !existsSync(path.join(ROOT, name)))).toEqual([]);
  });

  it("says in the Chinese README what the English one says: commands, links, queries, settings, ratios", () => {
    const [english, chinese] = ["README.md", "README.zh-CN.md"].map((file) => factsOf(readFileSync(path.join(ROOT, file), "utf8")));
    expect(chinese).toEqual(english);
    const shorter = factsOf(readFileSync(path.join(ROOT, "README.md"), "utf8").replace("npm run hub -- audit verify", ""));
    expect(shorter).not.toEqual(english);
  });

  it("has the tutorial's PDF as the generator writes it (UPDATE_DOCS=1 writes it anew)", () => {
    expect(readFileSync(TUTORIAL_PDF).equals(tutorialDocument())).toBe(true);
  });

  it("has catalogues that the code gives, and would tell others", () => {
    const check = (folder: string) => {
      const { status, stderr } = spawnSync(process.execPath, ["scripts/write-docs.mjs", "--check", folder], {
        cwd: ROOT,
        encoding: "utf8",
      });
      return { status, stderr };
    };
    const folder = mkdtempSync(path.join(os.tmpdir(), "hub-test-"));
    copyFileSync(path.join(ROOT, "docs/rules.md"), path.join(folder, "rules.md"));
    const measures = readFileSync(path.join(ROOT, "docs/measures.md"), "utf8");
    writeFileSync(path.join(folder, "measures.md"), measures.replace("THREE_PUBLIC_TOTAL", "THREE_PUBLIC"));
    expect(check(path.join(ROOT, "docs"))).toEqual({ status: 0, stderr: "" });
    const told = check(folder);
    expect(told.status).toBe(1);
    expect(told.stderr).toContain("measures.md: not what the code gives");
    rmSync(folder, { recursive: true });
  });

  it("would tell a link that leads nowhere", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "hub-test-"));
    writeFileSync(
      path.join(folder, "page.md"),
      "# One heading\n[a](page.md) [b](#one-heading) [c](none.md) [d](#other) ![e](none.png) [f](https://example.org)\n```\n[g](none)\n```\n",
    );
    expect(brokenLinks(folder, "page.md")).toEqual(["none.md", "#other", "none.png"]);
    rmSync(folder, { recursive: true });
  });
});
