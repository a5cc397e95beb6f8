import { z } from "zod";
import type { PackageColumn } from "../../store/package/package-column";
import { columnsOf, PACKAGE_TABLES } from "../../store/package/package-tables";
import type { PackageTable } from "../../store/package/package-tables";
import { packageVersion } from "../../lib/package-version";
import type { WrittenFile } from "./csv-file";

export const DESCRIPTOR_FILE = "datapackage.json";
/** The layout of the files below. Another number: another layout. */
export const LAYOUT = 1;

const DIALECT = { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, skipInitialSpace: false, header: true };

/** Where a file of the package lies in its folder. */
export const pathOf = ({ name }: PackageTable): string => `data/${name}.csv`;

interface PackageFacts {
  readonly dataVersion: number;
  /** When that data version began (ISO 8601, UTC). */
  readonly at: string;
  readonly files: ReadonlyMap<PackageTable, WrittenFile>;
}

/**
 * datapackage.json: a Tabular Data Package (Frictionless v1), which is what the Fiscal Data Package 1.0 asks for, with its column types. Nothing in
 * it says when it was written: the same data make the same bytes.
 */
export function describePackage({ dataVersion, at, files }: PackageFacts): string {
  const descriptor = {
    profile: "tabular-data-package",
    name: "disclosure-hub",
    title: "部门预算、决算公开数据",
    description:
      "Budgets and final accounts as government units of China publish them (部门预算/决算公开), every figure with its citation. Money in 元 " +
      "(CNY), rates in percent. An empty value is not zero: the status beside it says why. Scopes (UNIT, DEPARTMENT) and levels of subjects " +
      "are never added up. What the hub published at one data version; its history, drafts and withdrawn disclosures are not in it.",
    version: String(dataVersion),
    created: at,
    keywords: ["budget", "final accounts", "预算", "决算", "China"],
    disclosureHub: { layout: LAYOUT, hubVersion: packageVersion(), dataVersion, dataVersionAt: at, fiscalDataPackage: "1.0" },
    resources: PACKAGE_TABLES.flatMap((table) => {
      const file = files.get(table);
      return file ? [describeResource(table, file)] : [];
    }),
  };
  return `${JSON.stringify(descriptor, null, 2)}\n`;
}

function describeResource(table: PackageTable, { bytes, sha256, rows }: WrittenFile) {
  const columns = columnsOf(table);
  const hasMoney = columns.some(({ columnType }) => columnType === "value");
  return {
    profile: "tabular-data-resource",
    name: table.name,
    title: table.title,
    description: table.description,
    path: pathOf(table),
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes,
    hash: `sha256:${sha256}`,
    rowCount: rows,
    dialect: DIALECT,
    schema: {
      fields: columns.map(describeField),
      missingValues: [""],
      primaryKey: table.primaryKey,
      ...(table.foreignKeys.length > 0 && { foreignKeys: table.foreignKeys }),
      ...(hasMoney && {
        extraFields: [{ name: "currency", type: "string", columnType: "value-currency:code", constant: "CNY" }],
      }),
    },
  };
}

const describeField = ({ name, type, title, constraints, columnType }: PackageColumn) => ({
  name,
  type,
  title,
  ...(columnType !== undefined && { columnType }),
  ...(Object.keys(constraints).length > 0 && { constraints }),
});

/** As much of a descriptor as an import asks for; everything else may be in it. */
const READ_DESCRIPTOR = z.object({
  disclosureHub: z.object({ layout: z.number(), hubVersion: z.string(), dataVersion: z.number().int().nonnegative() }),
  resources: z.array(
    z.object({
      name: z.string(),
      path: z.string(),
      bytes: z.number().int().nonnegative(),
      hash: z.string().regex(/^sha256:[0-9a-f]{64}$/),
      rowCount: z.number().int().nonnegative(),
      schema: z.object({ fields: z.array(z.object({ name: z.string() })) }),
    }),
  ),
});

export interface ReadDescriptor {
  readonly hubVersion: string;
  readonly dataVersion: number;
  readonly files: ReadonlyMap<PackageTable, WrittenFile>;
}

/** Why a folder cannot be imported: what is wrong, where, and what to do. */
export class PackageError extends Error {
  override readonly name = "PackageError";
}

/** @throws PackageError */
export function readDescriptor(text: string): ReadDescriptor {
  const descriptor = parseJson(text);
  const layout = layoutOf(descriptor);
  if (layout === undefined) {
    throw new PackageError(
      `${DESCRIPTOR_FILE} describes no package of a disclosure hub (disclosureHub.layout is missing); only those are imported`,
    );
  }
  if (layout !== LAYOUT) {
    throw new PackageError(
      `${DESCRIPTOR_FILE} says layout ${JSON.stringify(layout)}, and this hub reads layout ${LAYOUT}; import it into a hub of the version that wrote it, or a later one`,
    );
  }
  const read = READ_DESCRIPTOR.safeParse(descriptor);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new PackageError(
      `${DESCRIPTOR_FILE} is not whole: ${issue?.path.join(".") ?? ""}: ${issue?.message ?? ""}; export the package again`,
    );
  }
  const { resources, disclosureHub } = read.data;
  const unknown = resources.find(({ name }) => !PACKAGE_TABLES.some((table) => table.name === name));
  if (unknown)
    throw new PackageError(
      `${DESCRIPTOR_FILE} names a resource ${unknown.name}, which this hub does not know; take it out, or use a newer hub`,
    );
  const files = new Map(
    PACKAGE_TABLES.map((table) => {
      const resource = resources.find(({ name }) => name === table.name);
      if (!resource) throw new PackageError(`${DESCRIPTOR_FILE} names no resource ${table.name}; export the package again`);
      if (resource.path !== pathOf(table))
        throw new PackageError(`${DESCRIPTOR_FILE} has ${table.name} in ${resource.path}, not in ${pathOf(table)}`);
      checkColumns(
        `${DESCRIPTOR_FILE}, resource ${table.name}`,
        table,
        resource.schema.fields.map(({ name }) => name),
      );
      return [table, { bytes: resource.bytes, sha256: resource.hash.slice("sha256:".length), rows: resource.rowCount }];
    }),
  );
  return { hubVersion: disclosureHub.hubVersion, dataVersion: disclosureHub.dataVersion, files };
}

/** @throws PackageError */
export function checkColumns(where: string, table: PackageTable, names: readonly string[]): void {
  const wanted = columnsOf(table).map(({ name }) => name);
  if (wanted.join(",") === names.join(",")) return;
  const missing = wanted.filter((name) => !names.includes(name));
  const unknown = names.filter((name) => !wanted.includes(name));
  const told = [
    ...(missing.length > 0 ? [`missing: ${missing.join(", ")}`] : []),
    ...(unknown.length > 0 ? [`not known: ${unknown.join(", ")}`] : []),
  ];
  throw new PackageError(`${where}: the columns are not ${wanted.join(", ")}; ${told.join("; ") || "they stand in another order"}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new PackageError(
      `${DESCRIPTOR_FILE} is no JSON (${error instanceof Error ? error.message : String(error)}); export the package again`,
    );
  }
}

/** Of whatever layout. */
export function describesOwnPackage(text: string): boolean {
  try {
    return layoutOf(JSON.parse(text)) !== undefined;
  } catch {
    return false;
  }
}

function layoutOf(descriptor: unknown): unknown {
  const own = (descriptor as { readonly disclosureHub?: unknown } | null)?.disclosureHub;
  return (own as { readonly layout?: unknown } | null | undefined)?.layout;
}
