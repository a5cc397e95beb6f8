import type { MemberUnit } from "../../model/disclosure";
import type { ExtractedDocument, Span, Table } from "../../model/extracted-document";
import { listNumberLength } from "../narrative/list-number";
import { plainText, printedRange } from "../narrative/plain-text";
import { readCount } from "./chinese-number";

export interface MemberUnits {
  readonly memberUnits: readonly MemberUnit[];
  readonly memberUnitCount?: number;
  readonly citations: readonly Span[];
}

const COUNT = "(\\d{1,3}|[一二三四五六七八九十]{1,3})";
const DECLARED = new RegExp(`(?:编制范围|单位构成|预算单位|决算单位|二级(?:预算)?单位)[^。；]{0,24}?共(?:计|有)?${COUNT}(?:家|个)`);
/** 本部以及下属5家预算单位: the unit itself counts too. */
const BESIDE_ITSELF = new RegExp(`(?:本部|本级|机关)(?:以)?(?:及|和)(?:其)?(?:下属|所属)${COUNT}(?:家|个)`);

/** 纳入汇总范围的单位: from the table that lists them, or from the list in words. */
export function findMemberUnits(document: ExtractedDocument, from: number, to: number): MemberUnits {
  const citations: Span[] = [];
  let declared: number | undefined;
  const memberUnits: MemberUnit[] = [];
  let listing = false;
  for (let block = from; block < to; block += 1) {
    const found = document.blocks[block];
    if (found === undefined) continue;
    if (found.kind === "TABLE") {
      memberUnits.push(...unitsOfTable(found, block));
      continue;
    }
    const plain = plainText(found.text);
    const count = DECLARED.exec(plain.text) ?? undefined;
    const beside = BESIDE_ITSELF.exec(plain.text) ?? undefined;
    const match = count ?? beside;
    if (match !== undefined && declared === undefined) {
      const read = readCount(match[1] ?? "");
      declared = read === undefined ? undefined : count === undefined ? read + 1 : read;
      citations.push({ block, ...printedRange(plain, match.index, match.index + match[0].length) });
    }
    const opening = /(?:具体包括|分别是|分别为|包括以下单位|单位包括)：/.exec(plain.text);
    if (opening !== null) listing = true;
    if (listing) memberUnits.push(...listedUnit(found.text, block, opening === null ? 0 : opening.index + opening[0].length));
  }
  return { memberUnits, ...(declared === undefined ? {} : { memberUnitCount: declared }), citations };
}

/** A table with a column of unit names. */
function unitsOfTable(table: Table, block: number): MemberUnit[] {
  const header = table.rows.findIndex((row) => row.some(({ text }) => isNameColumn(text)));
  if (header < 0) return [];
  const columns = (table.rows[header] ?? []).map(({ text, column }) => ({ text: plainText(text).text, column }));
  const columnOf = (words: RegExp): number | undefined => columns.find(({ text }) => words.test(text))?.column;
  const nameColumn = columnOf(/单位(?:名称|全称)|^(?:预算|决算)单位$/);
  const natureColumn = columnOf(/性质|类型/);
  const noteColumn = columnOf(/备注|说明/);
  return table.rows.slice(header + 1).flatMap((row, offset) => {
    const at = (column: number | undefined): string | undefined => {
      const text = column === undefined ? undefined : row.find((cell) => cell.column === column)?.text;
      return text === undefined || text === "" ? undefined : text;
    };
    const name = at(nameColumn);
    if (name === undefined || !/[\u4e00-\u9fff]/.test(name)) return [];
    const cell = row.findIndex((one) => one.column === nameColumn);
    const [nature, note] = [at(natureColumn), at(noteColumn)];
    return [
      {
        name: name.replace(/\s+/g, ""),
        ...(nature === undefined ? {} : { nature: nature.replace(/\s+/g, "") }),
        ...(note === undefined ? {} : { note }),
        citation: { block, row: header + 1 + offset, cell, start: 0, end: name.length },
      },
    ];
  });
}

const isNameColumn = (text: string): boolean => /单位(?:名称|全称)|^(?:预算|决算)单位$/.test(plainText(text).text);

/** 1. 普陀区法律援助中心 */
function listedUnit(text: string, block: number, from: number): MemberUnit[] {
  const plain = plainText(text);
  const rest = plain.text.slice(from);
  const number = listNumberLength(rest);
  if (number === 0) return inlineUnits(plain.text, from, block, plain);
  const name = rest.slice(number).replace(/[。；，]$/, "");
  if (name.length < 4 || name.length > 40 || /[，。；：]/.test(name)) return [];
  const start = from + number;
  return [{ name, citation: { block, ...printedRange(plain, start, start + name.length) } }];
}

/** 具体包括：A、B、C。 */
function inlineUnits(text: string, from: number, block: number, plain: ReturnType<typeof plainText>): MemberUnit[] {
  if (from === 0) return [];
  const end = text.indexOf("。", from) < 0 ? text.length : text.indexOf("。", from);
  const units: MemberUnit[] = [];
  let at = from;
  for (const part of text.slice(from, end).split("、")) {
    const name = part.replace(/[；，]?(?:详细情况见表.*)?$/, "");
    if (name.length >= 4 && name.length <= 40 && !/[，；：\d]|无下属|没有/.test(name)) {
      units.push({ name, citation: { block, ...printedRange(plain, at, at + name.length) } });
    }
    at += part.length + 1;
  }
  return units;
}
