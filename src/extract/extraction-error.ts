import type { Message, MessageCode } from "../model/message";
import { tellMessage } from "../model/message";

export type ExtractionErrorCode = Extract<
  MessageCode,
  "ENCODING_REFUSED" | "FORMAT_UNKNOWN" | "FILE_BROKEN" | "FILE_EMPTY" | "FILE_SCANNED" | "FILE_ENCRYPTED" | "LIMIT_EXCEEDED"
>;

/** Why a file could not be read at all. Trouble in a part of it is a message of the extracted document instead. */
export class ExtractionError extends Error {
  override readonly name = "ExtractionError";
  readonly code: ExtractionErrorCode;
  readonly detail: string | undefined;

  constructor(code: ExtractionErrorCode, detail?: string) {
    super(tellMessage({ code, ...(detail === undefined ? {} : { detail }) }));
    this.code = code;
    this.detail = detail;
  }

  get asMessage(): Message {
    return { code: this.code, ...(this.detail === undefined ? {} : { detail: this.detail }) };
  }
}
