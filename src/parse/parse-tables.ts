import type { StatutoryTable } from "../model/disclosure";
import type { Message } from "../model/message";
import type { MoneyUnit } from "../model/printed-number";
import type { DocumentFacts, LocatedSection, LocatedTable, Parsed } from "./handler";
import { locateTables } from "./locate-tables";
import { mergeParsed } from "./merge-parsed";
import { tableHandlerOf } from "./table-handlers";
import { findEmptyStatement } from "./tables/empty-table";
import { inferMoneyUnit } from "./tables/infer-money-unit";

/** Reads the statutory tables of a document: each is found by its name and read by the handler of its kind. */
export function parseTables(
  facts: DocumentFacts,
  sections: readonly LocatedSection[],
): Parsed & { readonly tables: readonly StatutoryTable[] } {
  const { tables: located, messages } = locateTables(facts, sections);
  const found: Parsed[] = [{ messages }];
  const siblings: MoneyUnit[] = located.flatMap((table) => (table.moneyUnit === undefined ? [] : [table.moneyUnit]));
  for (const table of located) found.push(parseTable(table, facts, siblings));
  const parsed = mergeParsed(found);
  return { ...parsed, messages: onceEach(parsed.messages), tables: located.map((table) => statutoryTable(table, facts)) };
}

function parseTable(table: LocatedTable, facts: DocumentFacts, siblings: readonly MoneyUnit[]): Parsed {
  const handler = tableHandlerOf(table.kind);
  if (handler === undefined) return {};
  if (table.moneyUnit !== undefined) return handler.parse(table, facts);
  const inferred = inferMoneyUnit(table, handler, facts, siblings);
  return inferred.unit === undefined
    ? mergeParsed([handler.parse(table, facts), { messages: inferred.messages }])
    : mergeParsed([handler.parse({ ...table, moneyUnit: inferred.unit }, facts), { messages: inferred.messages }]);
}

function statutoryTable(table: LocatedTable, facts: DocumentFacts): StatutoryTable {
  return {
    kind: table.kind,
    title: table.title,
    block: table.blocks[0]?.block ?? 0,
    statedEmpty: findEmptyStatement(table, facts) !== undefined,
  };
}

/** A subject that the catalogue lacks stands in many tables, and is said once. */
function onceEach(messages: readonly Message[]): Message[] {
  const told = new Set<string>();
  return messages.filter(({ code, detail }) => {
    if (code !== "SUBJECT_OBSERVED" && code !== "SUBJECT_UNCODED") return true;
    const key = `${code} ${detail}`;
    return !told.has(key) && told.add(key);
  });
}
