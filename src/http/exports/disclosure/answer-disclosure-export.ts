import { findDisclosure } from "../../../graph/disclosure/find-disclosure";
import { invariant } from "../../../lib/invariant";
import { DISCLOSURE_KIND_CODES, SCOPE_CODES, disclosureKindById, scopeById } from "../../../model/disclosure-kind";
import { refuse } from "../../answer";
import { parameterError, readChoice, readDate, readWholeNumber, refuseUnknown } from "../../comparison-parameters";
import type { DoorAnswer, DoorRequest } from "../../door";
import { MONEY_UNIT_CODES } from "../../money-unit-name";
import { sendTables } from "../send-tables";
import type { ExportFormat } from "../send-tables";
import { DisclosureFigures } from "./disclosure-figures";
import { coverTable, disclosureTables, sourcesTableOf } from "./disclosure-tables";
import type { DisclosureExport, NamedTable } from "./disclosure-tables";

const KNOWN = ["unit", "year", "kind", "scope", "status", "asOf", "dataVersion", "table", "lang", "moneyUnit"];
const READABLE = ["PUBLISHED", "DRAFT"] as const;
const FIRST_DATA_VERSION = 0;

/** One disclosure in the layout of the statutory tables: what is published to everybody, drafts to those whose key reads them in the graph. */
export async function answerDisclosureExport(
  { context, state, parameters, headers }: DoorRequest,
  format: ExportFormat,
  address: string,
): Promise<DoorAnswer> {
  refuseUnknown(parameters, KNOWN);
  const unit = parameters.get("unit") ?? "";
  if (unit === "") throw parameterError("unit", "is missing: give the code or the name of the unit");
  if (!parameters.get("year")) throw parameterError("year", "is missing: give the fiscal year, as year=2024");
  // A form is in 中文 by itself; so that programs keep their column names, what they read is not.
  const language = readChoice(parameters, "lang", ["en", "zh"], format === "xlsx" ? "zh" : "en");
  const question = {
    unit,
    year: readWholeNumber(parameters, "year", 0, [0, 9_999]),
    kind: readChoice(parameters, "kind", ["", ...DISCLOSURE_KIND_CODES], "") || null,
    scope: readChoice(parameters, "scope", ["", ...SCOPE_CODES], "") || null,
    status: readChoice(parameters, "status", READABLE, "PUBLISHED"),
    asOf: readDate(parameters, "asOf"),
    dataVersion: parameters.has("dataVersion") ? readWholeNumber(parameters, "dataVersion", 0, [FIRST_DATA_VERSION, 999_999]) : null,
  };
  const disclosure = await findDisclosure(context, question);
  if (!disclosure)
    return refuse(404, "NOT_FOUND", "There is no such disclosure: `hub` and `Unit.disclosures` in the graph tell what there is");
  const { record } = disclosure;
  const [named, document] = await Promise.all([context.loaders.unit.load(record.unitId), context.loaders.document.load(record.documentId)]);
  const [kind, scope] = [disclosureKindById(record.kind), scopeById(record.scope)];
  invariant(named && document && kind && scope, "a stored revision has its unit, its document, a kind and a scope");
  const asked: DisclosureExport = {
    figures: await DisclosureFigures.read(context, disclosure),
    kind,
    unitName: scope === "UNIT" ? `${named.name}（本级）` : named.name,
    year: record.fiscalYear,
    document,
    language,
    moneyUnit: readChoice(parameters, "moneyUnit", MONEY_UNIT_CODES, "WAN_YUAN"),
  };
  const tables = disclosureTables(asked);
  const sources = sourcesTableOf(asked, [
    [language === "zh" ? "数据版本" : "data_version", state.dataVersion],
    [language === "zh" ? "修订" : "revision", record.revision],
    [language === "zh" ? "状态" : "status", record.status],
    [language === "zh" ? "地址" : "address", address],
  ]);
  const wanted = chooseTables([...tables, sources], parameters);
  const shown = wanted ?? tables;
  const cover = coverTable(asked, scope, [
    ["单位负责人", record.head],
    ["财务负责人", record.financeLead],
    ["编制人", record.preparer],
    ["报送日期", record.reportedOn],
    ["联系人", record.contact],
    ["联系电话", record.phone],
  ]);
  const sheets = shown.map(({ table }) => table);
  return sendTables(format === "xlsx" ? [cover, ...sheets, ...(wanted ? [] : [sources.table])] : sheets, format, {
    name: `disclosure-${named.code.replace(/[^\w.-]/g, "_")}-${record.fiscalYear}-${kind.toLowerCase()}-r${record.revision}`,
    headers,
    rowCount: shown.reduce((sum, { rowCount }) => sum + rowCount, 0),
  });
}

/** The one table that was asked for; undefined for all. @throws INVALID_ARGUMENT */
function chooseTables(tables: readonly NamedTable[], parameters: URLSearchParams): readonly NamedTable[] | undefined {
  const codes = ["", ...tables.map(({ code }) => code)];
  const wanted = readChoice(parameters, "table", codes, "");
  return wanted === "" ? undefined : tables.filter(({ code }) => code === wanted);
}
