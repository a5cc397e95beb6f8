import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

/** A gate that was never seen to fail is not a gate: each of .ci/run that is not seen failing elsewhere is made to fail here. */
const ROOT = path.resolve(__dirname, "../..");
const folder = mkdtempSync(path.join(os.tmpdir(), "hub-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
}

function run(...command: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: ROOT, encoding: "utf8" });
  return { status, output: stdout + stderr };
}

describe("lint", () => {
  interface LintCase {
    readonly file: string;
    readonly text: string;
    readonly rules: readonly string[];
    readonly typed?: boolean;
  }
  const cases: LintCase[] = [
    { file: "src/model/a.ts", text: "export const a = 1;\n", rules: [] },
    { file: "src/model/a.ts", text: "const a = 1;\nexport default a;\n", rules: ["no-restricted-syntax"] },
    { file: "src/model/a.ts", text: `export * from "./b";\n`, rules: ["no-restricted-syntax"] },
    { file: "src/model/a.ts", text: `export { b } from "./b";\n`, rules: ["no-restricted-syntax"] },
    { file: "src/model/index.ts", text: "export const a = 1;\n", rules: ["no-restricted-syntax"] },
    {
      file: "src/model/a.ts",
      text: `import { B } from "./b";\nexport type A = B;\n`,
      rules: ["@typescript-eslint/consistent-type-imports"],
    },
    { file: "src/store/a.ts", text: "export const a = process.env;\n", rules: ["no-restricted-properties"] },
    { file: "src/store/a.ts", text: `import { env } from "node:process";\nexport const a = env;\n`, rules: ["no-restricted-imports"] },
    { file: "src/config/a.ts", text: "export const a = process.env;\n", rules: [] },
    { file: "src/parse/a.ts", text: `export const a = parseFloat("1.5");\n`, rules: ["no-restricted-globals"] },
    { file: "src/parse/a.ts", text: `export const a = Number.parseFloat("1.5");\n`, rules: ["no-restricted-properties"] },
    { file: "src/compare/a.ts", text: "export const a = (b: number) => b.toFixed(2);\n", rules: ["no-restricted-properties"] },
    { file: "src/compare/a.ts", text: "export const a = (b: number) => b * 0.01;\n", rules: ["no-restricted-syntax"] },
    { file: "src/store/a.ts", text: `export const a = { type: "decimal" };\n`, rules: ["no-restricted-syntax"] },
    { file: "src/lib/a.ts", text: "export const a = (b: number) => (b * 0.5).toFixed(2);\n", rules: [] },
    { file: "src/extract/a.ts", text: "export const a = (width: number) => width * 0.5;\n", rules: [] },
    { file: "src/http/a.ts", text: "console.log(1);\n", rules: ["no-console"] },
    { file: "src/cli/a.ts", text: "console.log(1);\n", rules: [] },
    { file: "src/graph/a.ts", text: `import { In } from "typeorm";\nexport const a = In;\n`, rules: ["no-restricted-imports"] },
    {
      file: "src/graph/a.ts",
      text: `import type { In } from "typeorm/find-options";\nexport type A = In;\n`,
      rules: ["no-restricted-imports"],
    },
    { file: "src/store/a.ts", text: `import { In } from "typeorm";\nexport const a = In;\n`, rules: [] },
    { file: "migrations/a.ts", text: `import { Table } from "typeorm";\nexport const a = Table;\n`, rules: [] },
    { file: "src/store/a.ts", text: `import Loader from "dataloader";\nexport const a = Loader;\n`, rules: ["no-restricted-imports"] },
    { file: "src/store/a.ts", text: `import { Field } from "type-graphql";\nexport const a = Field;\n`, rules: ["no-restricted-imports"] },
    { file: "src/graph/a.ts", text: `import Loader from "dataloader";\nexport const a = Loader;\n`, rules: [] },
    {
      file: "src/lib/invariant.ts",
      text: "async function save(): Promise<void> {}\nexport function forget(): void {\n  save();\n}\n",
      rules: ["@typescript-eslint/no-floating-promises"],
      typed: true,
    },
  ];

  it("finds what each rule is there for, and no more", () => {
    const output = execFileSync(process.execPath, ["test/support/lint-texts.mjs"], {
      cwd: ROOT,
      input: JSON.stringify(cases),
      encoding: "utf8",
    });
    const found = JSON.parse(output) as string[][];
    expect(cases.map(({ file, text }, i) => ({ file, text, rules: found[i] }))).toEqual(
      cases.map(({ file, text, rules }) => ({ file, text, rules })),
    );
  });
});

describe("the released schema", () => {
  const released = write("released.graphql", `type Query {\n  unit(code: String, level: Int): String\n  year: Int\n}\n`);
  const check = (current: string, accepted = ""): ReturnType<typeof run> =>
    run("scripts/check-released-schema.mjs", released, write("current.graphql", current), write("accepted.txt", accepted));

  it("may grow", () => {
    expect(check(`type Query {\n  unit(code: String, level: Int): String\n  year: Int\n  region: String\n}\n`)).toMatchObject({
      status: 0,
    });
  });

  it("names what is taken away", () => {
    const { status, output } = check(`type Query {\n  unit(code: String!, level: Int): String\n}\n`);
    expect(status).toBe(1);
    expect(output).toContain("Breaking: FIELD_REMOVED: Query.year was removed.");
    expect(output).toContain("Breaking: ARG_CHANGED_KIND: Query.unit arg code has changed type from String to String!.");
  });

  it("lets a break be that is accepted by name, until it is one no more", () => {
    const accepted = "# a year is asked for by years(from, to)\nFIELD_REMOVED: Query.year was removed.\n";
    expect(check(`type Query {\n  unit(code: String, level: Int): String\n}\n`, accepted)).toMatchObject({ status: 0 });
    const { status, output } = check(`type Query {\n  unit(code: String, level: Int): String\n  year: Int\n}\n`, accepted);
    expect(status).toBe(1);
    expect(output).toContain("no break of the released schema: FIELD_REMOVED: Query.year was removed.");
  });
});

describe("schema drift", () => {
  it("shows the lines in which the committed schema is not the printed one", () => {
    const printer = write("main.js", `console.log("type Query {\\n  year: Int\\n}")`);
    expect(run("scripts/check-schema-drift.mjs", write("same.graphql", "type Query {\n  year: Int\n}\n"), printer)).toMatchObject({
      status: 0,
    });
    const { status, output } = run("scripts/check-schema-drift.mjs", write("old.graphql", "type Query {\n  year: String\n}\n"), printer);
    expect(status).toBe(1);
    expect(output).toContain("line 2\n  -   year: String\n  +   year: Int");
  });
});

describe("the first command", () => {
  const serve = (announcement: string): string => `
    require("node:http").createServer((request, response) => {
      response.end(request.url === "/graphql" ? '{"data":{"__typename":"Query"}}' : "<html></html>");
    }).listen(process.env.PORT, () => console.log(${announcement}));`;

  it("passes when it serves and says where", () => {
    const server = write("serve.js", serve('"http://localhost:" + process.env.PORT + "/graphql"'));
    expect(run("scripts/check-start.mjs", process.execPath, server)).toMatchObject({ status: 0 });
  });

  it("fails when it does not say where to go, and when it ends at once", () => {
    const silent = run("scripts/check-start.mjs", process.execPath, write("silent.js", serve('"ready"')));
    expect(silent).toMatchObject({ status: 1, output: expect.stringContaining("does not say to go to") as string });
    const broken = run("scripts/check-start.mjs", process.execPath, write("broken.js", `throw new Error("no table");`));
    expect(broken).toMatchObject({ status: 1, output: expect.stringContaining("no table") as string });
  });
});

describe("format", () => {
  it("refuses single quotes and lets well-set text be", () => {
    const prettier = (text: string): number | null =>
      run("node_modules/prettier/bin/prettier.cjs", "--config", ".prettierrc.json", "--check", write("format.ts", text)).status;
    expect(prettier(`export const a = "a";\n`)).toBe(0);
    expect(prettier(`export const a = 'a'\n`)).toBe(1);
  });
});

describe("unused", () => {
  it("names a dependency that nobody uses, and one that is used undeclared", () => {
    const manifest = { name: "twin", version: "1.0.0", main: "main.js", dependencies: { graphql: "16.15.0" } };
    write("package.json", JSON.stringify(manifest));
    write("main.js", `require("dataloader");\n`);
    const { status, output } = run("node_modules/knip/bin/knip.js", "--directory", folder, "--include", "dependencies,unlisted");
    expect(status).toBe(1);
    expect(output).toMatch(/graphql/);
    expect(output).toMatch(/dataloader/);
  });
});

describe("the published documents beside the project", () => {
  const check = (shared: string): { status: number | null; output: string } => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/check-shared.mjs"], {
      cwd: ROOT,
      encoding: "utf8",
      env: { ...process.env, SHARED_DIR: shared },
    });
    return { status, output: stdout + stderr };
  };

  it("fail the check when there are none, and when one of them is none", () => {
    const shared = path.join(folder, "shared");
    mkdirSync(path.join(shared, "disclosures"), { recursive: true });
    expect(check(shared)).toMatchObject({ status: 1, output: expect.stringContaining("there is no document") as string });
    writeFileSync(path.join(shared, "disclosures", "note.txt"), "这不是一份公开文件。\n");
    expect(check(shared)).toMatchObject({ status: 1, output: expect.stringContaining("note.txt is FAILED") as string });
  }, 60_000);
});
