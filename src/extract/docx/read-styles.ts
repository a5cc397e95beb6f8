import type { ExtractionLimits } from "../extraction-limits";
import type { XmlElement } from "../archive/read-xml";
import { readXml } from "../archive/read-xml";
import type { NumberingList, NumberLevel } from "../list-numbers";

/** The list and level that a paragraph or a paragraph style names. */
export interface NumberReference {
  readonly listId?: string;
  readonly level?: number;
}

export interface ParagraphStyle {
  readonly basedOn?: string;
  readonly number: NumberReference;
}

/** The lists of the document by their identifiers. */
export function readNumbering(bytes: Uint8Array | undefined, limits: ExtractionLimits): Map<string, NumberingList> {
  const abstract = new Map<string, Map<number, NumberLevel>>();
  const lists = new Map<string, NumberingList>();
  if (bytes === undefined) return lists;
  let levels: Map<number, NumberLevel> | undefined;
  let level: { at: number; start: number; format: string; pattern: string } | undefined;
  let list: { id: string; abstractId: string; starts: Map<number, number> } | undefined;
  let overridden = 0;
  const open = (element: XmlElement): void => {
    const value = element.attribute("val") ?? "";
    if (element.name === "w:abstractNum") abstract.set(element.attribute("abstractNumId") ?? "", (levels = new Map()));
    else if (element.name === "w:num") list = { id: element.attribute("numId") ?? "", abstractId: "", starts: new Map() };
    else if (element.name === "w:lvl") level = { at: toCount(element.attribute("ilvl"), 0), start: 1, format: "decimal", pattern: "" };
    else if (element.name === "w:start" && level !== undefined) level.start = toCount(value, 1);
    else if (element.name === "w:numFmt" && level !== undefined) level.format = value;
    else if (element.name === "w:lvlText" && level !== undefined) level.pattern = value;
    else if (element.name === "w:abstractNumId" && list !== undefined) list.abstractId = value;
    else if (element.name === "w:lvlOverride") overridden = toCount(element.attribute("ilvl"), 0);
    else if (element.name === "w:startOverride") list?.starts.set(overridden, toCount(value, 1));
  };
  const close = (name: string): void => {
    if (name === "w:abstractNum") levels = undefined;
    if (name === "w:lvl" && level !== undefined) {
      const { at, start, format, pattern } = level;
      levels?.set(at, { start, format, pattern });
      level = undefined;
    }
    if (name === "w:num" && list !== undefined) {
      const { id, abstractId, starts } = list;
      const base = abstract.get(abstractId) ?? new Map<number, NumberLevel>();
      const restarted = new Map([...base].map(([at, own]) => [at, { ...own, start: starts.get(at) ?? own.start }] as const));
      lists.set(id, { key: starts.size > 0 ? `list ${id}` : `form ${abstractId}`, levels: restarted });
      list = undefined;
    }
  };
  readXml(bytes, { open, close }, limits);
  return lists;
}

/** Paragraph styles as far as they number. */
export function readStyles(bytes: Uint8Array | undefined, limits: ExtractionLimits): Map<string, ParagraphStyle> {
  const styles = new Map<string, ParagraphStyle>();
  if (bytes === undefined) return styles;
  let style: { id: string; basedOn?: string; listId?: string; level?: number } | undefined;
  readXml(
    bytes,
    {
      open(element) {
        const value = element.attribute("val");
        if (element.name === "w:style") style = { id: element.attribute("styleId") ?? "" };
        else if (style === undefined || value === undefined) return;
        else if (element.name === "w:basedOn") style.basedOn = value;
        else if (element.name === "w:numId") style.listId = value;
        else if (element.name === "w:ilvl") style.level = toCount(value, 0);
      },
      close(name) {
        if (name !== "w:style" || style === undefined) return;
        const { id, basedOn, listId, level } = style;
        const number = { ...(listId === undefined ? {} : { listId }), ...(level === undefined ? {} : { level }) };
        styles.set(id, { ...(basedOn === undefined ? {} : { basedOn }), number });
        style = undefined;
      },
    },
    limits,
  );
  return styles;
}

/** The numbering of a style, from the styles that it is based on where it says nothing itself. */
export function numberOfStyle(styles: ReadonlyMap<string, ParagraphStyle>, id: string | undefined): NumberReference {
  const found: { listId?: string; level?: number } = {};
  let style = id === undefined ? undefined : styles.get(id);
  for (let steps = 0; style !== undefined && steps < 20; steps += 1) {
    if (found.listId === undefined && style.number.listId !== undefined) found.listId = style.number.listId;
    if (found.level === undefined && style.number.level !== undefined) found.level = style.number.level;
    style = style.basedOn === undefined ? undefined : styles.get(style.basedOn);
  }
  return found;
}

export function toCount(text: string | undefined, otherwise: number): number {
  const value = Number.parseInt(text ?? "", 10);
  return Number.isSafeInteger(value) && value >= 0 ? value : otherwise;
}
