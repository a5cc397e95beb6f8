import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../..");

interface Locked {
  readonly version?: string;
}
const lock = JSON.parse(readFileSync(path.join(ROOT, "package-lock.json"), "utf8")) as {
  readonly packages: Readonly<Record<string, Locked>>;
};

/** The first version of a package without a vulnerability that matters here, and what that was. */
const FLOORS: readonly (readonly [name: string, version: string, why: string])[] = [
  ["graphql", "16.15.0", "one query of 55 kB took 20 s of CPU"],
  ["pdfjs-dist", "4.2.67", "CVE-2024-4367: a font runs script"],
  ["mysql2", "3.9.8", "CVE-2024-21508, CVE-2024-21511: code by query options and time zones"],
  ["@apollo/server", "5.5.1", "earlier releases are not the ones that were tried"],
  ["ws", "8.17.1", "CVE-2024-37890: many headers end the process"],
  ["braces", "3.0.3", "CVE-2024-4068: memory"],
  ["micromatch", "4.0.8", "CVE-2024-4067: time of a regular expression"],
  ["cross-spawn", "7.0.5", "CVE-2024-21538: time of a regular expression"],
  ["path-to-regexp", "8.0.0", "CVE-2024-45296: time of a regular expression"],
  ["body-parser", "1.20.3", "CVE-2024-45590: time of an urlencoded body"],
  ["tar", "7.4.3", "CVE-2024-28863: memory"],
  ["validator", "13.15.20", "CVE-2025-56200: a check of addresses is passed by"],
  ["form-data", "4.0.4", "CVE-2025-7783: boundaries can be guessed"],
  ["js-yaml", "3.14.2", "CVE-2025-64718: prototypes are changed"],
];
/** Packages that have no version that may be used. */
const REFUSED = ["xlsx", "exceljs", "node-sass", "request"];

const numbersOf = (version: string): number[] => version.split(/[.-]/).slice(0, 3).map(Number);
function isBelow(version: string, floor: string): boolean {
  const floors = numbersOf(floor);
  const at = numbersOf(version).findIndex((number, index) => number !== floors[index]);
  return at >= 0 && (numbersOf(version)[at] ?? 0) < (floors[at] ?? 0);
}

function vulnerable(packages: Readonly<Record<string, Locked>>): string[] {
  return Object.entries(packages).flatMap(([where, { version = "" }]) => {
    const name = where.slice(where.lastIndexOf("node_modules/") + "node_modules/".length);
    if (REFUSED.includes(name)) return [`${where} may not be used`];
    return FLOORS.filter(([floored, floor]) => floored === name && isBelow(version, floor)).map(
      ([, floor, why]) => `${where} ${version} is below ${floor} (${why})`,
    );
  });
}

describe("the locked packages", () => {
  it("are at or above the versions that are known to be sound", () => {
    expect(vulnerable(lock.packages)).toEqual([]);
  });

  it("would be seen below them", () => {
    expect(
      vulnerable({ "node_modules/graphql": { version: "16.14.9" }, "node_modules/a/node_modules/xlsx": { version: "0.18.5" } }),
    ).toHaveLength(2);
    expect(vulnerable({ "node_modules/graphql": { version: "16.15.0" }, "node_modules/mysql2": { version: "10.0.0" } })).toEqual([]);
  });

  it("come to users under licences that allow what the hub's own does", () => {
    const listed = listLicences();
    expect([listed.status, listed.stderr]).toEqual([0, ""]);
    expect(listed.stdout.split("\n").length).toBeGreaterThan(50);
  });

  it("would be seen under another licence", () => {
    const folder = mkdtempSync(path.join(os.tmpdir(), "hub-test-"));
    const file = path.join(folder, "package-lock.json");
    const packages = {
      "node_modules/a": { version: "1.0.0", license: "AGPL-3.0" },
      "node_modules/b": { version: "1.0.0", license: "MIT" },
    };
    writeFileSync(file, JSON.stringify({ packages }));
    const listed = listLicences(file);
    rmSync(folder, { recursive: true });
    expect([listed.status, listed.stderr.trim()]).toEqual([1, "The licence of a is not known to be allowed: AGPL-3.0"]);
  });
});

function listLicences(...lockfile: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [path.join(ROOT, "scripts/list-licences.mjs"), ...lockfile], { encoding: "utf8" });
}
