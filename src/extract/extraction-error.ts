import type { Message, MessageCode } from "../model/message";
import { tellMessage } from "../model/message";

export type ExtractionErrorCode = Extract<
  MessageCode,
  "ENCODING_REFUSED" | "FORMAT_UNKNOWN" | "FILE_BROKEN" | "FILE_EMPTY" | "FILE_SCANNED" | "FILE_ENCRYPTED" | "LIMIT_EXCEEDED"
>;

/** The detail of LIMIT_EXCEEDED where a document took more of the processor than it may. */
export const CPU_TIME = "CPU time";

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

  /** Another time, with more of it, the document may be read. */
  get isOutOfTime(): boolean {
    return this.code === "LIMIT_EXCEEDED" && this.detail === CPU_TIME;
  }

  get asMessage(): Message {
    return { code: this.code, ...(this.detail === undefined ? {} : { detail: this.detail }) };
  }
}
