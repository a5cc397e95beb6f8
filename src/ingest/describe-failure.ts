import { ExtractionError } from "../extract/extraction-error";
import { tellMessage } from "../model/message";
import { NotADisclosureError } from "../parse/not-a-disclosure-error";

export interface Failure {
  readonly code: string;
  readonly text: string;
}

/** Why a document did not get in. Trouble in the document is a message of its own; anything else is a mistake of ours and says so. */
export function describeFailure(error: unknown): Failure {
  if (error instanceof ExtractionError || error instanceof NotADisclosureError) {
    return { code: error.code, text: tellMessage(error.asMessage) };
  }
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { code: "INTERNAL", text: `The hub failed on this document, and nothing of it was kept; please report it: ${reason}` };
}
