import type { DoorAnswer, DoorRequest } from "../door";
import { readChoice, readComparisonParameters } from "../comparison-parameters";
import { readComparedTable } from "../compared-table";
import { MONEY_UNIT_CODES } from "../money-unit-name";
import { comparisonTable, sourcesTable } from "./comparison-tables";
import { sendTables } from "./send-tables";
import type { ExportFormat } from "./send-tables";

/** A whole comparison as a file: every row, at one data version. */
export async function answerComparisonExport(
  { context, state, parameters, headers }: DoorRequest,
  format: ExportFormat,
  address: string,
): Promise<DoorAnswer> {
  const question = readComparisonParameters(parameters, ["lang", "unit"]);
  const language = readChoice(parameters, "lang", ["en", "zh"], "en");
  const moneyUnit = readChoice(parameters, "unit", MONEY_UNIT_CODES, "WAN_YUAN");
  const table = await readComparedTable(context, question, { moneyUnit, sources: format === "xlsx" });
  const asked = { variables: question, table, language, moneyUnit };
  const about = [
    [language === "zh" ? "数据版本" : "data_version", state.dataVersion],
    [language === "zh" ? "数据更新时间" : "updated_at", state.updatedAt],
    [language === "zh" ? "行数" : "rows", table.totalCount],
    [language === "zh" ? "地址" : "address", address],
  ] as const;
  const tables = format === "xlsx" ? [comparisonTable(asked), sourcesTable(asked, about)] : [comparisonTable(asked)];
  return sendTables(tables, format, { name: `compare-v${state.dataVersion}`, headers, rowCount: table.totalCount });
}
