import { requestError } from "../request-error";

/** A place in a list: how many rows lie before it, at which data version, of which question. */
export interface Cursor {
  readonly dataVersion: number;
  readonly offset: number;
  readonly question: string;
}

export const writeCursor = ({ dataVersion, offset, question }: Cursor): string =>
  Buffer.from(JSON.stringify([dataVersion, offset, question])).toString("base64url");

/** @throws BAD_CURSOR for a text that is no cursor, or one of another question. */
export function readCursor(text: string, question: string): Cursor {
  const cursor = parse(text);
  if (!cursor) throw requestError("BAD_CURSOR", "This cursor is not one that the hub gave out; begin again without `after`");
  if (cursor.question !== question) {
    throw requestError("BAD_CURSOR", "This cursor belongs to another question: filters and order must stay the same from page to page");
  }
  return cursor;
}

function parse(text: string): Cursor | undefined {
  try {
    const [dataVersion, offset, question] = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown[];
    const isPlace =
      Number.isSafeInteger(dataVersion) && Number.isSafeInteger(offset) && (offset as number) >= 0 && typeof question === "string";
    return isPlace ? { dataVersion: dataVersion as number, offset: offset as number, question } : undefined;
  } catch {
    return undefined;
  }
}
