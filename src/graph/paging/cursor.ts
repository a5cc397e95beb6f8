import { createHash } from "node:crypto";
import type { GraphQLError } from "graphql";
import type { SqlValue } from "../../store/row-reader";
import { requestError } from "../request-error";

/** A place in a list: the key of a row in the list's order, and the data version that the list is read at. */
export interface Cursor {
  readonly dataVersion: number;
  readonly key: readonly SqlValue[];
}

/** @param question what the list answers; a cursor is good for its own question only. */
export const writeCursor = ({ dataVersion, key }: Cursor, question: string): string =>
  Buffer.from(JSON.stringify([markOf(dataVersion, key, question), dataVersion, ...key])).toString("base64url");

/** @throws BAD_CURSOR for a text that is no cursor, or one of another question. */
export function readCursor(text: string, question: string): Cursor {
  const [mark, dataVersion, ...key] = parse(text);
  if (mark === markOf(dataVersion, key, question) && isVersion(dataVersion) && isKey(key)) return { dataVersion, key };
  throw badCursor();
}

export const badCursor = (): GraphQLError =>
  requestError(
    "BAD_CURSOR",
    "The hub gave out no such cursor for this question: filters and order must stay the same from page to page; begin again without `after`",
  );

/** The mark keeps no secret, so whoever can read the code can give a cursor of any form its mark. */
const isVersion = (value: unknown): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0;

const isKey = (key: readonly unknown[]): key is readonly SqlValue[] =>
  key.length > 0 &&
  key.every((value) => value === null || typeof value === "string" || (typeof value === "number" && Number.isFinite(value)));

function parse(text: string): unknown[] {
  try {
    const parts = JSON.parse(Buffer.from(text, "base64url").toString("utf8")) as unknown;
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

/** Tells a cursor that was cut or mistyped from one that was given out. It keeps no secret: there is none to keep. */
const markOf = (dataVersion: unknown, key: readonly unknown[], question: string): string =>
  createHash("sha256")
    .update(JSON.stringify([question, dataVersion, key]))
    .digest("base64url")
    .slice(0, 12);
