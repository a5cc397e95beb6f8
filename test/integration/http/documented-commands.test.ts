import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { importDocument } from "../../../src/ingest/import-document";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { documentationFiles } from "../../support/documentation-links";
import { readBlocks } from "../../support/documentation-blocks";
import { runProgram } from "../../support/run-program";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const HUB = "http://localhost:4000";
const TUTORIAL_PDF = path.join(PACKAGE_ROOT, "docs/tutorial/notary-office-2024-final-accounts.pdf");

const pages = documentationFiles(PACKAGE_ROOT).filter((file) => file.startsWith("README") || file.startsWith("docs/"));
const blocks = pages.flatMap((file) => readBlocks(PACKAGE_ROOT, file));
const isCommand = (line: string): boolean => line.startsWith("curl ") && line.includes(HUB);
/** What sends a file of the reader's own is tried elsewhere. */
const commands = blocks.flatMap(({ file, text, output }) =>
  text
    .replace(/ \\\n\s*/g, " ")
    .split("\n")
    .filter((line) => isCommand(line) && !line.includes("@"))
    .map((line, _, { length }) => ({ file, line, output: length === 1 ? output : undefined })),
);
const queries = blocks.filter(({ language, text }) => language === "graphql" && !text.trimStart().startsWith("mutation"));
const addresses = blocks.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:src|href)="https?:\/\/[^/"]+(\/[^"]*)"/g)].map(([, address = ""]) => ({
    file,
    address: address.replaceAll("&amp;", "&"),
  })),
);

describe("what the documentation tells a reader to send", () => {
  let hub: ServedHub;
  let folder: string;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
    folder = mkdtempSync(path.join(os.tmpdir(), "hub-test-"));
    await importDocument(hub.database, { fileName: path.basename(TUTORIAL_PDF), bytes: readFileSync(TUTORIAL_PDF) }, { publish: true });
  }, 120_000);
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await hub.close();
  });

  it("is found", () => {
    expect([commands.length > 8, queries.length > 2, addresses.length > 3]).toEqual([true, true, true]);
  });

  it.each(commands)("$file: $line", async ({ line, output }) => {
    const script = line.replace("curl ", "curl --fail-with-body -sS ").replaceAll(HUB, hub.url);
    // A folder of its own: what saves a file does not write over another's.
    const ran = await runProgram("sh", ["-c", script], { cwd: mkdtempSync(path.join(folder, "command-")) });
    expect([ran.status, ran.output]).toEqual([0, ran.output]);
    expect(ran.output).not.toContain('"errors":');
    if (output !== undefined) expect(ran.output.replace(/^\uFEFF|\r/g, "")).toContain(output.trim());
  });

  it.each(queries)("$file: $text", async ({ text }) => {
    const answered = (await (await hub.post({ query: text })).json()) as { data?: unknown; errors?: unknown };
    expect(answered.errors).toBeUndefined();
    expect(answered.data).toBeTruthy();
  });

  it.each(addresses)("$file: $address", async ({ address }) => {
    expect((await fetch(`${hub.url}${address}`)).status).toBe(200);
  });

  it("adjusts by the tables of the how-to as it says", async () => {
    const page = "docs/how-to/per-head-and-constant-prices.md";
    const own = readBlocks(PACKAGE_ROOT, page);
    for (const [table, file] of [
      ["denominators", "staff.csv"],
      ["prices", "prices.csv"],
    ] as const) {
      const header = table === "prices" ? "year,level,source" : "unit,year,factor,value,source";
      writeFileSync(path.join(folder, file), own.find(({ text }) => text.startsWith(header))?.text ?? "");
      const main = path.join(PACKAGE_ROOT, "dist/src/cli/main.js");
      const loaded = await runProgram(process.execPath, [main, "load", table, file], { cwd: folder, env: { DATA_DIR: hub.dataDir } });
      expect([loaded.status, loaded.output]).toEqual([0, loaded.output]);
    }
    const query = own.find(({ language }) => language === "graphql")?.text ?? "";
    const valueOf = async (asked: string): Promise<number | undefined> => {
      const { data } = (await (await hub.post({ query: asked })).json()) as {
        data: { compare: { rows: { cells: { value: number }[] }[] } };
      };
      return data.compare.rows[0]?.cells[0]?.value;
    };
    const told = readFileSync(path.join(PACKAGE_ROOT, page), "utf8");
    const nominal = query.replace(/terms: REAL\s+baseYear: 2022/, "");
    for (const asked of [query, nominal, nominal.replace("per: STAFF", "")]) expect(told).toContain(String(await valueOf(asked)));
  }, 60_000);

  it("cites the figure that the how-to cites", async () => {
    const page = "docs/how-to/cite-a-figure.md";
    const [query] = readBlocks(PACKAGE_ROOT, page).filter(({ language }) => language === "graphql");
    const { data } = (await (await hub.post({ query: query?.text })).json()) as {
      data: { disclosure: { document: { sha256: string }; revision: number; figure: { final: number; citation: { section: string } } } };
    };
    const { document, revision, figure } = data.disclosure;
    const told = readFileSync(path.join(PACKAGE_ROOT, page), "utf8");
    for (const words of [
      `${document.sha256.slice(0, 8)}…`,
      `第${revision}版`,
      `${figure.final}万元`,
      figure.citation.section.replace(/[“”]/g, ""),
    ])
      expect(told.replace(/[‘’]/g, "")).toContain(words);
  });

  it("answers the first query of both READMEs as they print it", async () => {
    for (const file of ["README.md", "README.zh-CN.md"]) {
      const own = readBlocks(PACKAGE_ROOT, file);
      const query = own.find(({ language }) => language === "graphql")?.text;
      const printed = JSON.parse(own.find(({ language }) => language === "json")?.text ?? "null") as unknown;
      const { data } = (await (await hub.post({ query })).json()) as { data: { compare: { rows: unknown[] } } };
      expect(data.compare.rows[0]).toEqual(printed);
    }
  });
});
