import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

/** The folder of this package, found from wherever the code runs: src/ under the tests, dist/src/ when built. */
export const PACKAGE_ROOT: string = findPackageRoot(__dirname);

function findPackageRoot(folder: string): string {
  const manifest = path.join(folder, "package.json");
  if (existsSync(manifest) && (JSON.parse(readFileSync(manifest, "utf8")) as { name?: string }).name === "disclosure-hub") return folder;
  const parent = path.dirname(folder);
  if (parent === folder) throw new Error("The package.json of disclosure-hub is not above its code: the installation is incomplete");
  return findPackageRoot(parent);
}
