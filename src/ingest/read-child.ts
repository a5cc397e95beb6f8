import { checkDisclosure } from "../check/check-disclosure";
import { serveChild } from "../extract/serve-child";
import type { Disclosure } from "../model/disclosure";
import type { ExtractedDocument } from "../model/extracted-document";
import { NotADisclosureError } from "../parse/not-a-disclosure-error";
import { parseDisclosure } from "../parse/parse-disclosure";
import type { Checked } from "../store/revision-rows";

/** What the child process of `readDocument` makes of a document. */
export type ChildReading =
  | { readonly extracted: ExtractedDocument; readonly disclosure: Disclosure; readonly checked: Checked }
  /** Why it is none. */
  | { readonly notADisclosure: string };

serveChild((extracted): ChildReading => {
  try {
    const disclosure = parseDisclosure(extracted);
    return { extracted, disclosure, checked: checkDisclosure(disclosure, extracted) };
  } catch (error) {
    if (error instanceof NotADisclosureError) return { notADisclosure: error.detail };
    throw error;
  }
});
