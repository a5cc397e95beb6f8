import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, realpathSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { runProgram } from "../../support/run-program";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const FOLDER = path.join(PACKAGE_ROOT, "examples");
const inCi = process.env["CI"] === "true";

/** Programs of a name along PATH, then in Debian's own place; each once, whatever it is linked as. */
function findPrograms(name: string): string[] {
  const places = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/bin"].map((folder) => path.join(folder, name));
  return [...new Set(places.filter((place) => existsSync(place)).map((place) => realpathSync(place)))];
}
/** A machine may have several: the first that has the module. */
const findPythonWith = (module: string): string | undefined =>
  findPrograms("python3").find((python) => spawnSync(python, ["-c", `import ${module}`]).status === 0);

interface Example {
  readonly file: string;
  /** What runs it, and undefined where that is not on this machine. */
  readonly command: string | undefined;
  readonly needs: string;
  /** Whether this machine must have it: everything that the hub itself needs, and what CI installs. */
  readonly isNeeded: boolean;
  readonly given?: readonly string[];
}

const EXAMPLES: readonly Example[] = [
  { file: "download.sh", command: findPrograms("curl").length > 0 ? "sh" : undefined, needs: "curl", isNeeded: inCi },
  { file: "rank.py", command: findPythonWith("requests"), needs: "a python3 with requests", isNeeded: inCi, given: ["2023"] },
  { file: "trends.py", command: findPythonWith("pandas"), needs: "a python3 with pandas", isNeeded: false },
  { file: "execution.R", command: findPrograms("Rscript")[0], needs: "Rscript", isNeeded: false, given: ["2024"] },
  { file: "missed-targets.ts", command: process.execPath, needs: "Node.js", isNeeded: true, given: ["2024"] },
];
const missing = EXAMPLES.filter(({ command, isNeeded }) => command === undefined && !isNeeded);
if (missing.length > 0)
  process.stderr.write(`Examples not run here: ${missing.map(({ file, needs }) => `${file} (no ${needs})`).join(", ")}\n`);

interface Row {
  readonly unit: { readonly name: string };
  readonly cells: readonly { readonly value: number | null }[];
}

describe("the examples", () => {
  let hub: ServedHub;
  beforeAll(async () => {
    hub = await serveSampleHub("sqlite");
  }, 120_000);
  afterAll(() => hub.close());

  async function run(name: string, address: string, more: readonly string[] = []) {
    const example = EXAMPLES.find(({ file }) => file === name);
    const program = name.endsWith(".ts") ? path.join(PACKAGE_ROOT, "dist/examples", name.replace(/ts$/, "js")) : path.join(FOLDER, name);
    const env = { HUB: address, LC_ALL: "C.UTF-8", PYTHONIOENCODING: "utf-8" };
    return runProgram(example?.command ?? `(no ${example?.needs})`, [program, ...(example?.given ?? []), ...more], { env });
  }
  const rowsOf = async (measure: string, year: number): Promise<readonly Row[]> => {
    const query = `{ compare(where: { years: [${year}] }, measures: [${measure}], includeEmpty: true) { rows { unit { name } cells { value } } } }`;
    return ((await (await hub.post({ query })).json()) as { data: { compare: { rows: Row[] } } }).data.compare.rows;
  };
  const printed = (value: number): string => value.toLocaleString("en", { minimumFractionDigits: 2 });

  for (const { file, command, needs, isNeeded } of EXAMPLES) {
    const itRuns = command !== undefined || isNeeded ? it : it.skip;
    itRuns(
      `${file} runs and prints what the hub answers${command === undefined ? `: there is no ${needs}` : ""}`,
      async () => {
        const folder = mkdtempSync(path.join(os.tmpdir(), "hub-test-"));
        const { status, output } = await run(file, hub.url, file === "download.sh" ? [folder] : []);
        expect([status, output]).toEqual([0, output]);
        await EXPECTED[file]?.(output, folder);
        rmSync(folder, { recursive: true });
      },
      60_000,
    );
  }

  it("say so where there is no hub", async () => {
    const there = EXAMPLES.filter(({ command }) => command !== undefined);
    const runs = await Promise.all(there.map(({ file }) => run(file, "http://127.0.0.1:1", file === "download.sh" ? [os.tmpdir()] : [])));
    expect(runs.map(({ status, output }) => [status === 0, output === ""])).toEqual(there.map(() => [false, false]));
  }, 60_000);

  const EXPECTED: Readonly<Record<string, (output: string, folder: string) => Promise<void>>> = {
    "download.sh": async (output, folder) => {
      expect(readdirSync(folder).sort()).toEqual(["accounts-2024.xlsx", "three-public-2024.csv", "three-public.svg"]);
      expect(readFileSync(path.join(folder, "three-public.svg"), "utf8")).toMatch(/^<svg/);
      for (const { unit, cells } of await rowsOf("THREE_PUBLIC_TOTAL", 2024))
        if (cells[0]?.value != null) expect(readFileSync(path.join(folder, "three-public-2024.csv"), "utf8")).toContain(unit.name);
      expect(output).toMatch(/three-public-2024\.csv: \d+ bytes/);
    },
    "rank.py": async (output) => {
      for (const { unit, cells } of await rowsOf("THREE_PUBLIC_TOTAL", 2023)) {
        const [line = ""] = output.split("\n").filter((one) => one.endsWith(unit.name));
        const value = cells[0]?.value ?? null;
        expect(line).toContain(value === null ? "NOT_DISCLOSED" : printed(value));
      }
      expect(output).toContain("NOT_DISCLOSED");
    },
    "trends.py": async (output) => {
      for (const year of [2022, 2023, 2024])
        for (const { unit, cells } of await rowsOf("EXPENDITURE_TOTAL", year)) {
          expect(output).toContain(unit.name);
          if (cells[0]?.value != null) expect(output).toContain(printed(cells[0].value));
        }
      expect(output).toMatch(/NOT_DISCLOSED +\d/);
    },
    "execution.R": async (output) => {
      for (const { unit, cells } of await rowsOf("EXPENDITURE_TOTAL", 2024)) {
        if (cells[0]?.value == null) continue;
        const [line = ""] = output.split("\n").filter((one) => one.trimEnd().endsWith(unit.name));
        expect(line).toContain(String(cells[0].value));
      }
      expect(output).toContain("Median");
    },
    "missed-targets.ts": async (output) => {
      const query = `{ indicators(where: { year: 2024, met: false }, first: 100) { nodes { name project { name unit { name } } } } }`;
      const { data } = (await (await hub.post({ query })).json()) as {
        data: { indicators: { nodes: { name: string; project: { name: string; unit: { name: string } } }[] } };
      };
      expect(data.indicators.nodes.length).toBeGreaterThan(20);
      for (const { name, project } of data.indicators.nodes) {
        expect(output).toContain(`      ${name}: `);
        expect(output).toContain(`${project.unit.name}  ${project.name}\n`);
      }
    },
  };

  it("are all told in the folder's README, and run here", () => {
    const programs = readdirSync(FOLDER).filter((name) => name !== "README.md");
    const told = readFileSync(path.join(FOLDER, "README.md"), "utf8");
    expect(programs.sort()).toEqual(EXAMPLES.map(({ file }) => file).sort());
    expect(programs.filter((name) => !told.includes(`](${name})`))).toEqual([]);
  });
});
