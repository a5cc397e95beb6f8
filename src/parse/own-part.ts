import type { ExtractedDocument } from "../model/extracted-document";
import type { DisclosureHeader } from "../model/disclosure";
import type { Message } from "../model/message";
import { isOrganisationName } from "./organisation-name";
import { plainText } from "./narrative/plain-text";
import { readTableTitle } from "./tables/table-title";

export interface OwnPart {
  readonly document: ExtractedDocument;
  readonly messages: readonly Message[];
}

const TITLE = /^(.{3,40}?)(20\d\d)年度?(?:部门|单位)(决算|预算)(?:公开)?$/;

/**
 * The part of a document that is of the unit on its cover. A department may publish its units' disclosures behind its own, in one file: from the
 * title of another one on, with tables or amounts of the same kind before and behind it, nothing is this disclosure's.
 */
export function ownPartOf(document: ExtractedDocument, header: DisclosureHeader): OwnPart {
  const { blocks } = document;
  for (const [at, block] of blocks.entries()) {
    const title = block.kind === "PARAGRAPH" ? TITLE.exec(plainText(block.text).text) : null;
    const [, unit = "", year, kind] = title ?? [];
    if (title === null || Number(year) !== header.year || (kind === "决算") !== (header.kind === "FINAL_ACCOUNTS")) continue;
    if (!isOrganisationName(unit) || isOwn(unit, header) || !tellsTables(document, 0, at) || !tellsTables(document, at, blocks.length))
      continue;
    const text = block?.kind === "PARAGRAPH" ? block.text : "";
    return {
      document: { ...document, blocks: blocks.slice(0, at), messages: document.messages.filter(({ span }) => (span?.block ?? 0) < at) },
      messages: [{ code: "OTHER_UNIT_LEFT", detail: unit, span: { block: at, start: 0, end: text.length } }],
    };
  }
  return { document, messages: [] };
}

/** The unit itself under its full name, its short one or as 本级. */
function isOwn(unit: string, { unitName, unitNamePrinted }: DisclosureHeader): boolean {
  const bare = (name: string): string => plainText(name).text.replace(/（[^）]*）|本级|本部|机关$/g, "");
  return [unitName, unitNamePrinted].map(bare).some((own) => own.includes(bare(unit)) || bare(unit).includes(own));
}

/** Whether a statutory table stands in a stretch, under its title. */
function tellsTables({ blocks }: ExtractedDocument, from: number, to: number): boolean {
  return blocks.slice(from, to).some((block, at) => {
    if (block.kind !== "TABLE") return false;
    const above = blocks.slice(Math.max(from, from + at - 6), from + at);
    return above.some((one) => one.kind === "PARAGRAPH" && readTableTitle(one.text) !== undefined);
  });
}
