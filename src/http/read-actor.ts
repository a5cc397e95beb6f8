import type { IncomingHttpHeaders } from "node:http";
import type { Actor, KeyHolder } from "../model/access";
import { checkApiKey } from "../store/api-keys";
import type { RowReader } from "../store/row-reader";
import type { Answer } from "./answer";
import { refuse } from "./answer";

const BEARER = /^Bearer +([\w~+/.=-]{1,200})$/i;
const CHALLENGE = { "www-authenticate": 'Bearer realm="Disclosure Hub"' };

const WHY = {
  AUTHORIZATION_INVALID: "Send a key as `Authorization: Bearer KEY`, or no such header to read what is published",
  KEY_UNKNOWN: "There is no such key; one is made by `hub key create`",
  KEY_EXPIRED: "This key has expired; ask for a new one",
  KEY_REVOKED: "This key was revoked; ask for a new one",
} as const;

/** Who sends a request: the holder of the key in its header, or a public reader without one. A key that opens nothing is refused, not ignored. */
export async function readActor(
  reader: RowReader,
  { authorization }: IncomingHttpHeaders,
): Promise<{ readonly actor: Actor } | { readonly refused: Answer }> {
  if (authorization === undefined) return { actor: null };
  const secret = BEARER.exec(authorization.trim())?.[1];
  if (secret === undefined) return { refused: refuseKey("AUTHORIZATION_INVALID") };
  const checked = await checkApiKey(reader, secret);
  return "holder" in checked ? { actor: checked.holder } : { refused: refuseKey(checked.refused) };
}

/** As `readActor`, where nobody but the holder of a key has anything to do. */
export async function readKeyHolder(
  reader: RowReader,
  headers: IncomingHttpHeaders,
): Promise<{ readonly holder: KeyHolder } | { readonly refused: Answer }> {
  const read = await readActor(reader, headers);
  if ("refused" in read) return read;
  if (read.actor !== null) return { holder: read.actor };
  return { refused: refuse(401, "UNAUTHENTICATED", "This needs a key: send it as `Authorization: Bearer KEY`", CHALLENGE) };
}

const refuseKey = (code: keyof typeof WHY): Answer => refuse(401, code, WHY[code], CHALLENGE);
