import type { MoneyUnit } from "../../graph/amounts";
import type { Variables } from "../ask-graph";
import type { ComparedCell, ComparedHeading, ComparedRow, ComparedTable } from "../compared-table";
import { moneyUnitName } from "../money-unit-name";
import type { DoorLanguage } from "../money-unit-name";
import type { ExportColumn, ExportTable, ExportValue } from "./export-table";

export interface ComparisonExport {
  readonly variables: Variables;
  readonly table: ComparedTable;
  readonly language: DoorLanguage;
  readonly moneyUnit: MoneyUnit;
}

interface RowColumn extends ExportColumn {
  read(row: ComparedRow): ExportValue;
}

/** The comparison itself: what names the row, then for each column its value and why there is none. */
export function comparisonTable(asked: ComparisonExport): ExportTable {
  const { table, language } = asked;
  const keys = rowColumns(asked);
  return {
    title: language === "zh" ? "比较" : "Comparison",
    columns: [
      ...keys,
      ...table.columns.flatMap((heading): ExportColumn[] => [
        { name: headingName(heading, asked), format: heading.measure.kind === "COUNT" ? "INTEGER" : "DECIMAL", width: 22 },
        { name: `${columnName(heading, language)} ${language === "zh" ? "状态" : "status"}`, format: "TEXT", width: 16 },
      ]),
    ],
    async *rows() {
      for await (const row of table.rows())
        yield [...keys.map(({ read }) => read(row)), ...row.cells.flatMap(({ value, status }) => [value, status])];
    },
  };
}

/** Where every value is printed: a line each, and above them what the whole was read from. */
export function sourcesTable(asked: ComparisonExport, about: readonly (readonly [string, string | number])[]): ExportTable {
  const { table, language } = asked;
  const zh = language === "zh";
  const keys = rowColumns(asked);
  const own = zh
    ? ["指标", "数据状态", "来源文件", "文件SHA-256", "章节", "原文数字", "原文"]
    : ["column", "status", "document", "document_sha256", "section", "printed", "text"];
  return {
    title: zh ? "来源" : "Sources",
    columns: [...keys, ...own.map((name): ExportColumn => ({ name, format: "TEXT", width: 24 }))],
    async *rows() {
      for (const [name, value] of about) yield [name, value, ...keys.slice(2).map(() => null), ...own.map(() => null)];
      for await (const row of table.rows({ withSources: true }))
        for (const [at, cell] of row.cells.entries()) {
          const heading = table.columns[at];
          if (heading) yield [...keys.map(({ read }) => read(row)), columnName(heading, language), cell.status, ...sourceOf(cell)];
        }
    },
  };
}

function sourceOf({ citation }: ComparedCell): ExportValue[] {
  if (!citation) return [null, null, null, null, null];
  const { document, section, printed, text } = citation;
  return [document?.fileName ?? null, document?.sha256 ?? null, section, printed, text];
}

function rowColumns({ variables, language }: ComparisonExport): RowColumn[] {
  const zh = language === "zh";
  const text = (name: string, width: number, read: RowColumn["read"]): RowColumn => ({ name, format: "TEXT", width, read });
  const isGrouped = variables["groupBy"] !== undefined;
  const names: RowColumn[] = isGrouped
    ? [
        text(zh ? "分组代码" : "group_key", 16, (row) => row.group?.key ?? row.subject?.code ?? null),
        text(zh ? "分组" : "group_name", 30, (row) => row.group?.name ?? row.subject?.name ?? null),
      ]
    : [
        text(zh ? "单位代码" : "unit_code", 16, (row) => row.unit?.code ?? null),
        text(zh ? "单位" : "unit_name", 34, (row) => row.unit?.name ?? null),
        text(zh ? "口径" : "scope", 14, (row) => row.scope),
      ];
  const year: RowColumn = { name: zh ? "年度" : "fiscal_year", format: "YEAR", width: 12, read: (row) => row.year };
  return variables["pivot"] === undefined ? [...names, year] : names;
}

/** As an address names a column: MEASURE[@SUBJECT][:YEAR]; in Chinese by its words. */
function columnName({ measure, subject, year }: ComparedHeading, language: DoorLanguage): string {
  if (language === "zh") return `${measure.name}${subject ? ` ${subject.code} ${subject.name}` : ""}${year === null ? "" : ` ${year}年度`}`;
  return `${measure.code}${subject ? `@${subject.code}` : ""}${year === null ? "" : `:${year}`}`;
}

function headingName(heading: ComparedHeading, { language, moneyUnit }: ComparisonExport): string {
  const name = columnName(heading, language);
  switch (heading.measure.kind) {
    case "MONEY":
      return language === "zh" ? `${name}（${moneyUnitName(moneyUnit, language)}）` : `${name} (${moneyUnit})`;
    case "RATE":
      return `${name} (%)`;
    default:
      return name;
  }
}
