import type { Message } from "../model/message";
import { tellMessage } from "../model/message";

/** The document is no budget or final-accounts disclosure: its unit, year or kind cannot be found. */
export class NotADisclosureError extends Error {
  override readonly name = "NotADisclosureError";
  readonly code = "NOT_A_DISCLOSURE";
  readonly detail: string;

  constructor(detail: string) {
    super(tellMessage({ code: "NOT_A_DISCLOSURE", detail }));
    this.detail = detail;
  }

  get asMessage(): Message {
    return { code: this.code, detail: this.detail };
  }
}
