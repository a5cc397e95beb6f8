/** 角色: what a key is for. Each may also do what those before it may. */
export const ROLES = {
  EDITOR: "编辑: brings documents in and reads drafts.",
  PUBLISHER: "发布: publishes and withdraws besides.",
  ADMIN: "管理: keeps the register of units and reads the audit trail besides.",
} as const;

export type Role = keyof typeof ROLES;

export const ROLE_CODES = Object.keys(ROLES) as Role[];

/** What needs a key, and the least role that may do it. Whatever is not here is open to every reader. */
export const LEAST_ROLES = {
  UPLOAD_DOCUMENT: "EDITOR",
  IMPORT_DISCLOSURE: "EDITOR",
  READ_DRAFTS: "EDITOR",
  PUBLISH_DISCLOSURE: "PUBLISHER",
  WITHDRAW_DISCLOSURE: "PUBLISHER",
  UPSERT_UNIT: "ADMIN",
  RECORD_MERGER: "ADMIN",
  SET_DENOMINATOR: "ADMIN",
  READ_AUDIT: "ADMIN",
} as const satisfies Record<string, Role>;

export type Action = keyof typeof LEAST_ROLES;

/** Who holds a valid key. */
export interface KeyHolder {
  readonly keyId: number;
  readonly name: string;
  readonly role: Role;
  /** Ids of the units that the key is bound to; null where it holds for every unit. */
  readonly unitIds: ReadonlySet<number> | null;
}

/** Who asks: the holder of a key, or a public reader. */
export type Actor = KeyHolder | null;

export type AccessRefusal = "UNAUTHENTICATED" | "FORBIDDEN";

/**
 * Why someone may not do something; undefined where they may.
 *
 * @param units the units that it is about: their ids, and null for one that the hub does not know yet, which is no bound key's business. None
 * where the question is whether the role may do it at all.
 */
export function refusalOf(actor: Actor, action: Action, units: readonly (number | null)[] = []): AccessRefusal | undefined {
  if (actor === null) return "UNAUTHENTICATED";
  const { role, unitIds } = actor;
  if (ROLE_CODES.indexOf(role) < ROLE_CODES.indexOf(LEAST_ROLES[action])) return "FORBIDDEN";
  const isOwn = (unit: number | null): boolean => unitIds === null || (unit !== null && unitIds.has(unit));
  return units.every(isOwn) ? undefined : "FORBIDDEN";
}

/** How the audit trail names the holder of a key. */
export const auditNameOf = ({ keyId, name }: KeyHolder): string => `key ${keyId} (${name})`;
