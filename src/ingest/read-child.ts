import { checkDisclosure } from "../check/check-disclosure";
import { serveChild } from "../extract/serve-child";
import { preciseNow } from "../lib/in-span";
import type { TakenStep } from "../lib/in-span";
import type { Disclosure } from "../model/disclosure";
import type { ExtractedDocument } from "../model/extracted-document";
import { NotADisclosureError } from "../parse/not-a-disclosure-error";
import { parseDisclosure } from "../parse/parse-disclosure";
import type { Checked } from "../store/revision-rows";

/** What the child process of `readDocument` makes of a document. */
export type ChildReading = (
  | { readonly extracted: ExtractedDocument; readonly disclosure: Disclosure; readonly checked: Checked }
  /** Why it is none. */
  | { readonly notADisclosure: NotADisclosureError["asMessage"] }
) & { readonly steps: readonly TakenStep[] };

serveChild((extracted, extractStep): ChildReading => {
  const steps = [extractStep];
  const take = <T>(name: string, work: () => T): T => {
    const begun = preciseNow();
    try {
      return work();
    } finally {
      steps.push({ name, begun, ended: preciseNow() });
    }
  };
  try {
    const disclosure = take("parse", () => parseDisclosure(extracted));
    return { extracted, disclosure, checked: take("check", () => checkDisclosure(disclosure, extracted)), steps };
  } catch (error) {
    if (error instanceof NotADisclosureError) return { notADisclosure: error.asMessage, steps };
    throw error;
  }
});
