import type { ExportColumn } from "../export-table";
import type { ListColumn } from "./listed-export";

type Read<Node> = ListColumn<Node>["read"];

export const text = <Node>(en: string, zh: string, width: number, read: Read<Node>): ListColumn<Node> => ({
  en,
  zh,
  width,
  format: "TEXT",
  read,
});

export const number = <Node>(
  en: string,
  zh: string,
  format: Exclude<ExportColumn["format"], "TEXT">,
  read: Read<Node>,
): ListColumn<Node> => ({ en, zh, format, width: 14, read });

export const money = <Node>(en: string, zh: string, read: Read<Node>): ListColumn<Node> => ({
  en,
  zh,
  format: "DECIMAL",
  width: 20,
  isMoney: true,
  read,
});

export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly region: { readonly code: string; readonly name: string } | null;
}

export const UNIT = "{ code name region { code name } }";

/** Which unit something is of. */
export const unitColumns = <Node>(unitOf: (node: Node) => ListedUnit | undefined): ListColumn<Node>[] => [
  text("unit_code", "单位代码", 16, (node) => unitOf(node)?.code ?? null),
  text("unit_name", "单位", 34, (node) => unitOf(node)?.name ?? null),
  text("region_code", "区划代码", 12, (node) => unitOf(node)?.region?.code ?? null),
  text("region_name", "地区", 20, (node) => unitOf(node)?.region?.name ?? null),
];

export interface ListedDisclosure {
  readonly unit: ListedUnit;
  readonly fiscalYear: { readonly year: number };
  readonly kind: string | null;
  readonly scope: string | null;
  readonly revision: number;
}

export const DISCLOSURE = `unit ${UNIT} fiscalYear { year } kind scope revision`;

/** Which document something stands in, if any. */
export const disclosureColumns = <Node>(disclosureOf: (node: Node) => ListedDisclosure | null): ListColumn<Node>[] => [
  ...unitColumns<Node>((node) => disclosureOf(node)?.unit),
  number("fiscal_year", "年度", "YEAR", (node) => disclosureOf(node)?.fiscalYear.year ?? null),
  text("kind", "公开类别", 16, (node) => disclosureOf(node)?.kind ?? null),
  text("scope", "口径", 14, (node) => disclosureOf(node)?.scope ?? null),
  number("revision", "修订", "INTEGER", (node) => disclosureOf(node)?.revision ?? null),
];
