import { createHash, randomBytes } from "node:crypto";
import { In } from "typeorm";
import type { Actor, KeyHolder, Role } from "../model/access";
import { normaliseUnitName } from "../model/unit-name";
import { recordAuditEvent } from "./audit-trail";
import { ApiKeyUnitRow } from "./entities/api-key-unit.entity";
import { ApiKeyRow } from "./entities/api-key.entity";
import { UnitRow } from "./entities/unit.entity";
import { inTransaction } from "./in-transaction";
import type { Database } from "./open-database";
import type { RowReader } from "./row-reader";

/** A key as anybody may see it: all but its secret. */
export interface ApiKey {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  /** Codes of the units that it is bound to; null where it holds for every unit. */
  readonly units: readonly string[] | null;
  readonly createdAt: string;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
}

export interface NewApiKey {
  readonly name: string;
  readonly role: Role;
  /** Codes or names of units; null for every unit. */
  readonly units: readonly string[] | null;
  readonly expiresAt: string | null;
}

/** A unit that a key should be bound to and that the hub does not know. */
export class UnknownKeyUnitError extends Error {
  override readonly name = "UnknownKeyUnitError";
}

/** What marks a secret as one of ours, for those who search their files for secrets. */
const PREFIX = "dh_";
const SECRET_BYTES = 32;

const hashOf = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/**
 * 新建密钥. The secret is in the answer and nowhere else.
 *
 * @throws UnknownKeyUnitError
 */
export async function createApiKey(database: Database, wanted: NewApiKey, actor: string): Promise<{ id: number; secret: string }> {
  const secret = PREFIX + randomBytes(SECRET_BYTES).toString("base64url");
  const hash = hashOf(secret);
  const { name, role, units, expiresAt } = wanted;
  return inTransaction(database, async (manager) => {
    const bound: UnitRow[] = [];
    for (const text of units ?? []) {
      const unit = await manager.findOne(UnitRow, { where: [{ code: text.trim() }, { nameKey: normaliseUnitName(text) }] });
      if (!unit) throw new UnknownKeyUnitError(`There is no unit with the code or name ${text}`);
      bound.push(unit);
    }
    await manager.insert(ApiKeyRow, {
      name,
      role,
      hash,
      isBound: units === null ? 0 : 1,
      createdAt: new Date().toISOString(),
      expiresAt,
      revokedAt: null,
    });
    const { id } = await manager.findOneByOrFail(ApiKeyRow, { hash });
    for (const unitId of new Set(bound.map((unit) => unit.id))) await manager.insert(ApiKeyUnitRow, { keyId: id, unitId });
    const codes = units === null ? null : bound.map(({ code }) => code);
    await recordAuditEvent(manager, { actor, action: "CREATE_KEY", subject: `key ${id}`, detail: { name, role, units: codes, expiresAt } });
    return { id, secret };
  });
}

/** 撤销密钥: from now on it opens nothing. Answers whether there was one to revoke. */
export async function revokeApiKey(database: Database, id: number, actor: string): Promise<"REVOKED" | "REVOKED_BEFORE" | "UNKNOWN"> {
  return inTransaction(database, async (manager) => {
    const key = await manager.findOneBy(ApiKeyRow, { id });
    if (!key) return "UNKNOWN";
    if (key.revokedAt !== null) return "REVOKED_BEFORE";
    await manager.update(ApiKeyRow, { id }, { revokedAt: new Date().toISOString() });
    await recordAuditEvent(manager, { actor, action: "REVOKE_KEY", subject: `key ${id}`, detail: { name: key.name, role: key.role } });
    return "REVOKED";
  });
}

export async function findApiKeys({ manager }: Database): Promise<ApiKey[]> {
  const keys = await manager.find(ApiKeyRow, { order: { id: "ASC" } });
  const bindings = await manager.find(ApiKeyUnitRow);
  const units = await manager.findBy(UnitRow, { id: In([...new Set(bindings.map(({ unitId }) => unitId))]) });
  const codes = new Map(units.map(({ id, code }) => [id, code]));
  return keys.map(({ id, name, role, isBound, createdAt, expiresAt, revokedAt }) => ({
    id,
    name,
    role: role as Role,
    units: isBound === 0 ? null : bindings.flatMap(({ keyId, unitId }) => (keyId === id ? (codes.get(unitId) ?? []) : [])),
    createdAt,
    expiresAt,
    revokedAt,
  }));
}

/** Whose secret it is, or why it opens nothing. */
export type KeyCheck = { readonly holder: NonNullable<Actor> } | { readonly refused: "KEY_UNKNOWN" | "KEY_EXPIRED" | "KEY_REVOKED" };

/** Looks a secret up by its hash: how far a wrong one is from a right one shows nowhere, not even in the time it takes. */
export async function checkApiKey(reader: RowReader, secret: string, now: Date = new Date()): Promise<KeyCheck> {
  const rows = await reader.rows<KeyRow>(
    `SELECT k.id, k.name, k.role, k.is_bound AS isBound, k.expires_at AS expiresAt, k.revoked_at AS revokedAt, u.unit_id AS unitId
     FROM api_key k LEFT JOIN api_key_unit u ON u.key_id = k.id WHERE k.hash = ?`,
    [hashOf(secret)],
  );
  const [key] = rows;
  if (!key) return { refused: "KEY_UNKNOWN" };
  if (key.revokedAt !== null) return { refused: "KEY_REVOKED" };
  if (key.expiresAt !== null && key.expiresAt <= now.toISOString()) return { refused: "KEY_EXPIRED" };
  return { holder: holderOf(key, rows) };
}

interface KeyRow {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly isBound: number;
  readonly expiresAt: string | null;
  readonly revokedAt: string | null;
  readonly unitId: number | null;
}

const holderOf = ({ id, name, role, isBound }: KeyRow, rows: readonly KeyRow[]): KeyHolder => ({
  keyId: id,
  name,
  role,
  unitIds: isBound === 0 ? null : new Set(rows.flatMap(({ unitId }) => (unitId === null ? [] : [unitId]))),
});
