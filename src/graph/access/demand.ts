import { refusalOf } from "../../model/access";
import type { Action, Actor, KeyHolder } from "../../model/access";
import { invariant } from "../../lib/invariant";
import { requestError } from "../request-error";

/**
 * Whoever goes past here may do it.
 *
 * @param units as in `refusalOf`: those that it is about, as soon as they are known; the role alone before.
 * @throws UNAUTHENTICATED without a key, FORBIDDEN where the key's role or units do not reach so far
 */
export function demand(actor: Actor, action: Action, units: readonly (number | null)[] = []): KeyHolder {
  const refusal = refusalOf(actor, action, units);
  if (refusal === "UNAUTHENTICATED") throw requestError(refusal, "This needs a key: send it as `Authorization: Bearer KEY`");
  invariant(actor, "who is refused nothing has a key");
  if (refusalOf(actor, action)) throw requestError("FORBIDDEN", `A key of the role ${actor.role} may not do this`);
  if (refusal) throw requestError("FORBIDDEN", "This key is bound to units, and not to this one");
  return actor;
}
