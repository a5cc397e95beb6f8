import { readdirSync } from "node:fs";
import path from "node:path";

/** What a file is, told by its suffix: `unit.entity.ts`. */
const ROLES = ["entity", "resolver", "loader", "rule", "section", "table", "test", "type", "input", "scalar", "command", "d"];

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = /(^|-)(managers?|helpers?|utils?|utilities|base|common|misc)(-|$)/;

export interface HouseViolation {
  readonly rule: "KEBAB_CASE" | "UNKNOWN_ROLE" | "EMPTY_NAME";
  readonly file: string;
}

/** The TypeScript files of the project, from its root, with slashes. */
export function readHouse(root: string): string[] {
  return ["src", "migrations", "test"].flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => path.posix.join(folder, name.split(path.sep).join("/"))),
  );
}

/** Holds file names against the habits of the house; an empty list is a house in order. */
export function checkHouse(files: readonly string[]): HouseViolation[] {
  return files.flatMap((file) => {
    const parts = file.replace(/\.ts$/, "").split("/");
    const [name = "", ...roles] = (parts.pop() ?? "").split(".");
    const violations: HouseViolation[] = [];
    if (![...parts, name].every((part) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(part))) violations.push({ rule: "KEBAB_CASE", file });
    if (!roles.every((role) => ROLES.includes(role))) violations.push({ rule: "UNKNOWN_ROLE", file });
    if ([...parts, name].some((part) => EMPTY_NAMES.test(part))) violations.push({ rule: "EMPTY_NAME", file });
    return violations;
  });
}
