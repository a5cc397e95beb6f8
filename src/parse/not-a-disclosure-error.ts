import type { Message } from "../model/message";
import { tellMessage } from "../model/message";

/** NOT_A_DISCLOSURE: unit, year or kind cannot be found. GOVERNMENT_SUMMARY: it is a government's own, over all its departments. */
export type NoDisclosure = "NOT_A_DISCLOSURE" | "GOVERNMENT_SUMMARY";

/** The document is no budget or final-accounts disclosure of a department or unit. */
export class NotADisclosureError extends Error {
  override readonly name = "NotADisclosureError";
  readonly code: NoDisclosure;
  readonly detail: string;

  constructor(detail: string, code: NoDisclosure = "NOT_A_DISCLOSURE") {
    super(tellMessage({ code, detail }));
    this.code = code;
    this.detail = detail;
  }

  get asMessage(): Message & { readonly code: NoDisclosure; readonly detail: string } {
    return { code: this.code, detail: this.detail };
  }
}
