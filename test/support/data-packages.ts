import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

interface Resource {
  readonly name: string;
  readonly path: string;
  bytes: number;
  hash: string;
  rowCount: number;
  readonly schema: { readonly fields: { name: string }[] };
}

export interface Descriptor {
  disclosureHub: { layout: number; readonly dataVersion: number };
  readonly resources: Resource[];
}

export const readDescriptorFile = (folder: string): Descriptor =>
  JSON.parse(readFileSync(path.join(folder, "datapackage.json"), "utf8")) as Descriptor;

export function editDescriptor(folder: string, edit: (descriptor: Descriptor) => void): void {
  const descriptor = readDescriptorFile(folder);
  edit(descriptor);
  writeFileSync(path.join(folder, "datapackage.json"), JSON.stringify(descriptor));
}

/** SHA-256 of every file of a package, by its name, as the files are, not as the descriptor says. */
export const checksumsOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readDescriptorFile(folder).resources.map(({ name, path: file }) => [name, sha256(readFileSync(path.join(folder, file)))]),
  );

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Changes a file of a package; with `honest` the descriptor says so, as if a hub had written it. */
export function editFile(folder: string, name: string, edit: (text: string) => string, { honest }: { honest: boolean }): void {
  const file = path.join(folder, "data", `${name}.csv`);
  const bytes = Buffer.from(edit(readFileSync(file, "utf8")));
  writeFileSync(file, bytes);
  if (!honest) return;
  editDescriptor(folder, ({ resources }) => {
    const resource = resources.find((one) => one.name === name);
    if (!resource) throw new Error(`There is no resource ${name}`);
    resource.bytes = bytes.length;
    resource.hash = `sha256:${sha256(bytes)}`;
    resource.rowCount = bytes.toString().split("\n").length - 2;
  });
}

/** The lines of a file, the column names first. */
export const linesOf = (folder: string, name: string): string[] =>
  readFileSync(path.join(folder, "data", `${name}.csv`), "utf8")
    .trimEnd()
    .split("\n");
