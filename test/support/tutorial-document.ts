import { describeDocument } from "./disclosure-generator/describe-document";
import type { DescribedBlock } from "./disclosure-generator/printer";
import { sampleDocuments } from "./disclosure-generator/sample-pack";
import { writePdf } from "./document-writers/write-pdf";

const [LEGAL_AID, NOTARY] = ["法律援助中心（示例）", "公证处（示例）"];

/** The PDF that the tutorial imports: the final accounts of an invented unit that is not in the sample pack. */
export function tutorialDocument(): Buffer {
  const found = sampleDocuments().find(({ file }) => file === "2024/yunxi-legal-aid-final-accounts.txt");
  if (!found) throw new Error("The sample pack has the final accounts that the tutorial's document is made of");
  return writePdf(describeDocument(found.generate().blocks.map(rename)), { pageNumbers: true });
}

const named = (text: string): string => text.replaceAll(LEGAL_AID, NOTARY);

const rename = (block: DescribedBlock): DescribedBlock =>
  block.kind === "PARAGRAPH"
    ? { ...block, text: named(block.text) }
    : { ...block, rows: block.rows.map((row) => row.map((cell) => ({ ...cell, text: named(cell.text) }))) };
