import path from "node:path";
import { checkImportFences, type FenceRule, LADDER, readSourceTree } from "../support/import-fences";

const ROOT = path.resolve(__dirname, "../..");

describe("the folders of src", () => {
  it("import down the ladder only, without barrels and cycles", () => {
    expect(checkImportFences(readSourceTree(ROOT))).toEqual([]);
  });

  it("are really read: where nothing may be imported, their imports are seen", () => {
    const nothing = Object.fromEntries(Object.keys(LADDER).map((folder) => [folder, []]));
    const folders = checkImportFences(readSourceTree(ROOT), nothing).map(({ detail }) => detail.split(" (")[0]);
    expect(folders).toContain("parse imports model");
  });
});

describe("the ladder", () => {
  it("has no folder that may import what may import it", () => {
    const reachable = (folder: string, seen = new Set<string>()): Set<string> => {
      for (const below of LADDER[folder] ?? []) if (!seen.has(below)) reachable(below, seen.add(below));
      return seen;
    };
    expect(Object.keys(LADDER).filter((folder) => reachable(folder).has(folder))).toEqual([]);
  });
});

describe("the twin: a small tree that breaks each rule", () => {
  const violations = (files: Record<string, string>): [FenceRule, string][] =>
    checkImportFences(new Map(Object.entries(files))).map(({ rule, file }) => [rule, file]);
  const leaf = "export const leaf = 1;";

  it("a house in order", () => {
    const files = {
      "src/lib/a.ts": leaf,
      "src/model/b.ts": `import { leaf } from "../lib/a";`,
      "src/store/c.ts": `import type { b } from "../model/b";\nimport { leaf } from "../lib/a";\nimport { m } from "../../migrations/m";`,
      "src/cli/main.ts": `import { c } from "../store/c";\nimport fs from "node:fs";\nimport manifest from "../../package.json";`,
      "migrations/m.ts": `import { leaf } from "../src/lib/a";`,
    };
    expect(violations(files)).toEqual([]);
  });

  it.each<[why: string, from: string, to: string]>([
    ["up the ladder", "src/lib/a.ts", "src/model/b.ts"],
    ["between siblings", "src/parse/a.ts", "src/extract/b.ts"],
    ["the store from a parser", "src/parse/a.ts", "src/store/b.ts"],
    ["the graph from compare", "src/compare/a.ts", "src/graph/b.ts"],
    ["http from the graph", "src/graph/a.ts", "src/http/b.ts"],
    ["ingest from the graph", "src/graph/a.ts", "src/ingest/b.ts"],
    ["settings from the store", "src/store/a.ts", "src/config/b.ts"],
    ["the command line from http", "src/http/a.ts", "src/cli/b.ts"],
    ["today's entities from a migration", "migrations/a.ts", "src/store/b.ts"],
    ["migrations from the graph", "src/graph/a.ts", "migrations/b.ts"],
  ])("LADDER: %s", (_why, from, to) => {
    const specifier = path.posix.relative(path.posix.dirname(from), to).replace(/\.ts$/, "");
    for (const statement of [
      `import { leaf } from "${specifier}";`,
      `import type { leaf } from "${specifier}";`,
      `import "${specifier}";`,
      `const later = import("${specifier}");`,
      `const now = require("${specifier}");`,
      `type Leaf = import("${specifier}").Leaf;`,
    ]) {
      expect([statement, violations({ [from]: statement, [to]: leaf })]).toEqual([statement, [["LADDER", from]]]);
    }
  });

  it("OUTSIDE: the product imports its tests", () => {
    expect(violations({ "src/cli/a.ts": `import { x } from "../../test/support/x";` })).toEqual([["OUTSIDE", "src/cli/a.ts"]]);
  });

  it("UNKNOWN_FOLDER: a new top-level folder, and a file in none", () => {
    expect(violations({ "src/helpers/a.ts": leaf, "src/main.ts": leaf })).toEqual([
      ["UNKNOWN_FOLDER", "src/helpers/a.ts"],
      ["UNKNOWN_FOLDER", "src/main.ts"],
    ]);
  });

  it("BARREL: a file named index, and a name handed on", () => {
    expect(violations({ "src/lib/index.ts": leaf })).toEqual([["BARREL", "src/lib/index.ts"]]);
    expect(violations({ "src/lib/a.ts": leaf, "src/lib/b.ts": `export { leaf } from "./a";` })).toEqual([["BARREL", "src/lib/b.ts"]]);
    expect(violations({ "src/lib/a.ts": leaf, "src/lib/b.ts": `export * from "./a";` })).toEqual([["BARREL", "src/lib/b.ts"]]);
  });

  it("CYCLE: values only, however long the way round", () => {
    const round = { "src/lib/a.ts": `import { b } from "./b";`, "src/lib/b.ts": `import { c } from "./c";` };
    expect(violations({ ...round, "src/lib/c.ts": `import { a } from "./a";` })).toEqual([["CYCLE", "src/lib/a.ts"]]);
    expect(violations({ ...round, "src/lib/c.ts": `import { type a } from "./a";` })).toEqual([]);
    expect(violations({ ...round, "src/lib/c.ts": `import type { a } from "./a";` })).toEqual([]);
  });

  it("PURE: a package in the vocabulary", () => {
    expect(violations({ "src/model/a.ts": `import fs from "node:fs";` })).toEqual([["PURE", "src/model/a.ts"]]);
  });

  it("UNRESOLVED: an import that leads nowhere", () => {
    expect(violations({ "src/lib/a.ts": `import { gone } from "./gone";` })).toEqual([["UNRESOLVED", "src/lib/a.ts"]]);
  });
});
