import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Command } from "commander";
import { checkCommand } from "../../../src/cli/check.command";
import { ClearError } from "../../../src/cli/clear-error";
import { exportCommand } from "../../../src/cli/export.command";
import type { DocumentReport } from "../../../src/cli/document-report";
import { tellDuration, tellRate } from "../../../src/cli/import-progress";
import { importCommand } from "../../../src/cli/import.command";
import { publishCommand } from "../../../src/cli/publish.command";
import { removeSamplesCommand } from "../../../src/cli/remove-samples.command";
import { withDatabase } from "../../../src/cli/with-database";
import { withdrawCommand } from "../../../src/cli/withdraw.command";
import { disclosureText } from "../../support/disclosure-text";
import { generatedFile } from "../../support/generated-files";

/** The command as it is run: built, in a process of its own. */
const MAIN = path.join(__dirname, "../../../dist/src/cli/main.js");
const folder = mkdtempSync(path.join(os.tmpdir(), "hub-import-"));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, bytes: Uint8Array | string): string => {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, bytes);
  return file;
};

const environment = (data: string): NodeJS.ProcessEnv => {
  const { DATABASE_URL: _url, ...rest } = process.env;
  return { ...rest, DATA_DIR: path.join(folder, "data", data) };
};

const COMMANDS: Readonly<Record<string, Command>> = {
  import: importCommand,
  check: checkCommand,
  export: exportCommand,
  publish: publishCommand,
  withdraw: withdrawCommand,
  "remove-samples": removeSamplesCommand,
};

interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a command on the embedded database of this name, as main.ts does, in this process. */
async function hub(data: string, name: string, ...args: string[]): Promise<Ran> {
  const before = process.env;
  const out: string[] = [];
  const err: string[] = [];
  const spies = [
    jest.spyOn(console, "log").mockImplementation((text: string) => void out.push(text)),
    jest.spyOn(console, "error").mockImplementation((text: string) => void err.push(text)),
  ];
  process.env = environment(data);
  process.exitCode = 0;
  let status = 1;
  try {
    await COMMANDS[name]?.parseAsync(args, { from: "user" });
    status = Number(process.exitCode);
  } catch (error) {
    if (!(error instanceof ClearError)) throw error;
    err.push(error.message);
  } finally {
    process.env = before;
    process.exitCode = 0;
    for (const spy of spies) spy.mockRestore();
  }
  return { status, stdout: out.join("\n"), stderr: err.join("\n") };
}

const reportsOf = (stdout: string): DocumentReport[] =>
  stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as DocumentReport);

const unit = (name: string, year = 2023): Uint8Array => disclosureText({ unitName: `${name}（本级）`, year });

describe("import", () => {
  it("takes folders and patterns, reports a line a document, and changes nothing the second time; what is broken stops no other", async () => {
    put("mixed/2023/a.txt", unit("甲市司法局"));
    put("mixed/2023/b.txt", unit("乙市司法局"));
    put("mixed/2022/c.txt", unit("丙市司法局", 2022));
    put("mixed/2023/broken.docx", "no archive");
    put("mixed/2023/empty.pdf", "");
    put("mixed/2023/list.csv", "1,2");
    const mixed = path.join(folder, "mixed");

    const first = await hub("mixed", "import", "--json", "--parallel", "3", mixed);
    expect(first.status).toBe(1);
    const statusOf = (stdout: string): object =>
      Object.fromEntries(reportsOf(stdout).map(({ file, status }) => [path.basename(file), status]));
    expect(statusOf(first.stdout)).toEqual({
      "a.txt": "IMPORTED",
      "b.txt": "IMPORTED",
      "c.txt": "IMPORTED",
      "broken.docx": "FAILED",
      "empty.pdf": "FAILED",
    });
    expect(first.stderr).toContain("1 file is passed over (1 .csv)");
    const told = reportsOf(first.stdout).find(({ file }) => file.endsWith("a.txt"));
    expect(told).toMatchObject({ unit: "甲市司法局", year: 2023, kind: "FINAL_ACCOUNTS", scope: "UNIT", coverage: 100, published: false });

    const again = await hub("mixed", "import", path.join(mixed, "**", "*.txt"));
    expect(again.status).toBe(0);
    expect(again.stdout).toMatch(/^a\.txt +unchanged +甲市司法局 +2023 +FINAL_ACCOUNTS UNIT/m);
    expect(again.stdout).toMatch(/3 documents: 3 unchanged, in .*\/(?:s|min)\)/);
  });

  it("says what is not there", async () => {
    expect(await hub("none", "import", path.join(folder, "nowhere"))).toMatchObject({ status: 1, stdout: "" });
    mkdirSync(path.join(folder, "bare"));
    expect((await hub("none", "import", path.join(folder, "bare"))).stderr).toContain("There is nothing to read in");
    expect((await hub("none", "import", path.join(folder, "*.pdf"))).stderr).toContain("Nothing readable fits");
  });

  it("goes on where an interrupt ended it", async () => {
    const files = Array.from({ length: 60 }, (_, at) => put(`many/${String(at).padStart(3, "0")}.txt`, unit(`第${at}号示例市财政局`)));
    const child = spawn(process.execPath, [MAIN, "import", "--json", "--parallel", "1", path.join(folder, "many")], {
      env: environment("many"),
    });
    let output = "";
    let told = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => (told += text));
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (output === "") child.kill("SIGINT");
      output += text;
    });
    const status = await new Promise((resolve) => child.once("close", resolve));
    const reports = reportsOf(output);
    const done = reports.filter((report) => report.status === "IMPORTED").length;
    expect(status).toBe(130);
    expect(reports).toHaveLength(files.length);
    expect(done).toBeGreaterThan(0);
    expect(reports.filter((report) => report.status === "LEFT")).toHaveLength(files.length - done);
    expect(told).toContain(`Interrupted: ${files.length - done} of ${files.length} documents are left`);

    const rest = reportsOf((await hub("many", "import", "--json", path.join(folder, "many"))).stdout);
    expect(rest.filter((report) => report.status === "UNCHANGED")).toHaveLength(done);
    expect(rest.filter((report) => report.status === "IMPORTED")).toHaveLength(files.length - done);
  });

  it("does not publish a cut document over a whole one, unless that is meant", async () => {
    const whole = generatedFile(0, "txt");
    put("loss/whole.txt", whole.bytes);
    const text = Buffer.from(whole.bytes).toString();
    put("loss/cut.txt", text.slice(0, Math.floor(text.length / 5)));
    expect((await hub("loss", "import", "--publish", path.join(folder, "loss/whole.txt"))).status).toBe(0);

    const cut = path.join(folder, "loss/cut.txt");
    const refused = await hub("loss", "import", "--publish", cut);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(/PUBLISH_WITHHELD {2}Not published, left as a draft: it has \d+ figures/);
    expect(reportsOf((await hub("loss", "import", "--publish", "--accept-loss", "--json", cut)).stdout)).toMatchObject([
      { published: true },
    ]);
  });
});

describe("a document whose figures are hardly those of the published one", () => {
  it("is not published in its place, unless that is meant: units of two places may have one name", async () => {
    const [one, other] = [generatedFile(0, "txt"), generatedFile(30, "txt")];
    expect(other.year).toBe(one.year);
    const renamed = Buffer.from(other.bytes).toString().replaceAll(other.unitName, one.unitName);
    const [published, another] = [put("alike/one.txt", one.bytes), put("alike/other.txt", renamed)];
    expect((await hub("alike", "import", "--publish", published)).status).toBe(0);
    const refused = await hub("alike", "import", "--publish", another);
    expect(refused.status).toBe(1);
    expect(refused.stdout).toMatch(
      /PUBLISH_WITHHELD {2}Not published, left as a draft: of \d+ figures that revision 1, which readers see, has too, \d+ are the same/,
    );
    expect(reportsOf((await hub("alike", "import", "--publish", "--accept-loss", "--json", another)).stdout)).toMatchObject([
      { unit: one.unitName, published: true, revision: 2 },
    ]);
  });
});

describe("a data package", () => {
  it("goes from one hub to another, and what is wrong with it is told in a sentence", async () => {
    put("package/a.txt", unit("甲市档案局"));
    const [documents, target] = [path.join(folder, "package"), path.join(folder, "exported")];
    await hub("from", "import", "--publish", documents);
    const exported = await hub("from", "export", "--package", target);
    expect(exported.stdout).toMatch(/exported: data version 1, 1 disclosures of 1 units, \d+ figures, 22 files, [\d.]+ MB in [\d.]+ s$/);
    expect((await hub("from", "export", "--package", target)).stderr).toContain("--replace puts the new one in its place");

    const drafts = await hub("to", "import", "--json", "--package", target);
    expect(reportsOf(drafts.stdout)).toMatchObject([
      { file: "a.txt", status: "IMPORTED", unit: "甲市档案局", published: false, messages: [] },
    ]);
    const again = await hub("to", "import", "--publish", "--package", target);
    expect(again.stdout).toMatch(/^a\.txt +unchanged +甲市档案局 +2023 +FINAL_ACCOUNTS UNIT/m);
    expect(again.stdout).toMatch(/The package tells data version 1 of its hub\. Units, lineage, denominators and prices: \d new$/);

    writeFileSync(path.join(target, "data", "prices.csv"), "year\n");
    const refused = await hub("to", "import", "--package", target);
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringContaining("prices.csv has 5 bytes and 0 rows, not 18 and 0; copy it again"),
    ]);
    for (const [args, told] of [
      [["--package", target, documents], "Import either documents or a data package"],
      [["--package", target, "--uncited"], "--uncited is of documents"],
      [[], "Name files or folders to import, or a data package with --package DIR"],
    ] as const) {
      expect((await hub("to", "import", ...args)).stderr).toContain(told);
    }
  });
});

describe("check", () => {
  it("lists each finding with its rule and the words that it cites, in either language", async () => {
    // 700 and 500 are not 1,300.
    const file = put("check/wrong.txt", disclosureText({ total: "1,300.00" }));
    const english = (await hub("check", "check", file)).stdout;
    expect(english).toMatch(/ERROR {4}\w+ {2}.*1,300/);
    expect(english).toContain("“示例市司法局（本级）2023年度本年支出决算合计1,300.00万元，其中：”");
    expect((await hub("check", "check", "--lang", "zh", file)).stdout).toMatch(/ERROR {4}\w+ {2}.*合计/);
    const [report] = reportsOf((await hub("check", "check", "--json", file)).stdout);
    expect(report?.found).toHaveLength(report?.findings ?? -1);
    expect(report?.found?.[0]).toMatchObject({ severity: "ERROR", citations: expect.arrayContaining([expect.anything()]) });
  });
});

describe("publish and withdraw", () => {
  it("say what there is, infer the kind, and tell the way back", async () => {
    const file = put("publish/a.txt", unit("戊市司法局"));
    await hub("publish", "import", file);
    expect((await hub("publish", "publish", "戊市司法所", "2023")).stderr).toContain("did you mean 戊市司法局?");
    expect((await hub("publish", "publish", "戊市司法局", "2022")).stderr).toContain("there is 2023 --kind FINAL_ACCOUNTS --scope UNIT");
    expect((await hub("publish", "publish", "戊市司法局", "2023")).stdout).toContain(
      "Published revision 1 of 戊市司法局 2023 FINAL_ACCOUNTS UNIT",
    );
    expect((await hub("publish", "withdraw", "戊市司法局", "2023")).stdout).toContain("import its document again with --publish");
    expect((await hub("publish", "import", "--publish", file)).status).toBe(0);
  });

  it("ask which draft is meant where readers see a newer one", async () => {
    const version = (total: string): string => put(`older/${total}.txt`, disclosureText({ unitName: "庚市司法局（本级）", total }));
    await hub("older", "import", "--publish", version("1,200.00"));
    await hub("older", "import", version("1,200.01"));
    await hub("older", "import", "--publish", version("1,200.02"));
    const asked = await hub("older", "publish", "庚市司法局", "2023");
    expect([asked.status, asked.stderr]).toEqual([1, expect.stringContaining("readers see revision 3, which came after it")]);
    expect(asked.stderr).toContain("say --revision 2");
    expect((await hub("older", "publish", "庚市司法局", "2023", "--revision", "4")).stderr).toContain(
      "庚市司法局 2023 revision 4 has no draft",
    );
    expect((await hub("older", "publish", "庚市司法局", "2023", "--revision", "2")).stdout).toContain("Published revision 2 of");
  });
});

describe("a database that cannot be reached", () => {
  it("is named, its password is not", async () => {
    const before = process.env;
    process.env = { ...before, DATABASE_URL: "mysql://user:secret@127.0.0.1:1/hub" };
    const error = await withDatabase(async () => undefined).catch((thrown: Error) => thrown);
    process.env = before;
    expect(error?.message).toContain("Cannot open the database hub at 127.0.0.1:1");
    expect(error?.message).not.toContain("secret");
  });
});

describe("remove-samples", () => {
  it("withdraws the invented departments and no other", async () => {
    const sample = path.join(__dirname, "../../../samples/2022/yunxi-finance-final-accounts.txt");
    await hub("samples", "import", "--publish", sample, put("samples/own.txt", unit("己市司法局")));
    expect((await hub("samples", "remove-samples")).stdout).toContain("Withdrew 1 sample documents");
    expect((await hub("samples", "remove-samples")).stdout).toBe("No sample document is published");
    expect((await hub("samples", "withdraw", "己市司法局", "2023")).status).toBe(0);
  });
});

describe("the line of progress", () => {
  it.each([
    [24, 10, "2.4/s"],
    [6, 60, "6/min"],
    [0, 1, ""],
  ])("%i documents in %i seconds are %s", (documents, seconds, rate) => expect(tellRate(documents, seconds)).toBe(rate));

  it.each([
    [0.2, "1 s"],
    [200, "3 min 20 s"],
    [3900, "1 h 05 min"],
  ])("%d seconds are %s", (seconds, told) => expect(tellDuration(seconds)).toBe(told));
});
