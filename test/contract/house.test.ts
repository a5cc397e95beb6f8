import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkHouse, type HouseViolation, readHouse } from "../support/house-rules";

const ROOT = path.resolve(__dirname, "../..");

describe("the house", () => {
  it("names its files well", () => {
    expect(checkHouse(readHouse(ROOT))).toEqual([]);
  });

  it("pins every dependency to one version", () => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as Record<
      string,
      Record<string, string> | undefined
    >;
    const versions = ["dependencies", "devDependencies", "optionalDependencies", "overrides"].flatMap((kind) =>
      Object.entries(manifest[kind] ?? {}),
    );
    expect(versions.length).toBeGreaterThan(10);
    expect(versions.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version))).toEqual([]);
  });

  it("carries the licence that it names", () => {
    const manifest = JSON.parse(readFileSync(path.join(ROOT, "package.json"), "utf8")) as { license: string };
    expect(manifest.license).toBe("Apache-2.0");
    expect(readFileSync(path.join(ROOT, "LICENSE"), "utf8")).toMatch(/Apache License\s+Version 2\.0/);
  });

  it("has a map that tells every folder of src in a line", () => {
    const map = readFileSync(path.join(ROOT, "src/README.md"), "utf8");
    const folders = readdirSync(path.join(ROOT, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(folders.map(({ name }) => name).filter((name) => !map.includes(`${name}/`))).toEqual([]);
  });
});

describe("the twin: names that break the rules", () => {
  it.each<[file: string, rule: HouseViolation["rule"]]>([
    ["src/store/DisclosureStore.ts", "KEBAB_CASE"],
    ["src/store/disclosure_store.ts", "KEBAB_CASE"],
    ["src/graph/unit.resolvers.ts", "UNKNOWN_ROLE"],
    ["src/ingest/import-manager.ts", "EMPTY_NAME"],
    ["src/lib/utils.ts", "EMPTY_NAME"],
    ["src/parse/helpers/cell.ts", "EMPTY_NAME"],
    ["test/unit/parse/cell.spec.ts", "UNKNOWN_ROLE"],
  ])("%s", (file, rule) => {
    expect(checkHouse([file])).toEqual([{ rule, file }]);
  });

  it("lets good names be", () => {
    const names = [
      "src/store/unit.entity.ts",
      "src/parse/sections/vehicles.section.ts",
      "migrations/0001-foundation.ts",
      "test/unit/lib/ratio.test.ts",
    ];
    expect(checkHouse(names)).toEqual([]);
  });
});
