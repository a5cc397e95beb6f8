import type { DocumentDescription } from "../document-writers/document-description";
import type { DescribedBlock } from "./printer";

/** A generated document as the input of the format writers (docx, doc, pdf, xlsx, html …). */
export function describeDocument(blocks: readonly DescribedBlock[]): DocumentDescription {
  return blocks.map((block) =>
    block.kind === "PARAGRAPH"
      ? block.text
      : {
          rows: block.rows.map((row) =>
            row.map(({ text, columnSpan, rowSpan, indent }) => ({
              text,
              columnSpan,
              rowSpan,
              ...(indent === undefined ? {} : { indent }),
            })),
          ),
        },
  );
}
