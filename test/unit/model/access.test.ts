import { LEAST_ROLES, refusalOf } from "../../../src/model/access";
import type { Action, KeyHolder, Role } from "../../../src/model/access";

const key = (role: Role, unitIds: readonly number[] | null = null): KeyHolder => ({
  keyId: 1,
  name: "示例",
  role,
  unitIds: unitIds && new Set(unitIds),
});

describe("who may do what", () => {
  it("asks everybody for a key first", () => {
    for (const action of Object.keys(LEAST_ROLES) as Action[]) expect(refusalOf(null, action)).toBe("UNAUTHENTICATED");
  });

  it.each([
    ["EDITOR", ["UPLOAD_DOCUMENT", "IMPORT_DISCLOSURE", "READ_DRAFTS"]],
    ["PUBLISHER", ["UPLOAD_DOCUMENT", "IMPORT_DISCLOSURE", "READ_DRAFTS", "PUBLISH_DISCLOSURE", "WITHDRAW_DISCLOSURE"]],
    ["ADMIN", Object.keys(LEAST_ROLES)],
  ] as const)("lets %s do what its role says and nothing else", (role, allowed) => {
    const may = (Object.keys(LEAST_ROLES) as Action[]).filter((action) => refusalOf(key(role), action) === undefined);
    expect(may.sort()).toEqual([...allowed].sort());
  });

  it("keeps a bound key to its units, every one of those that are named", () => {
    expect(refusalOf(key("PUBLISHER", [1, 2]), "PUBLISH_DISCLOSURE", [1, 2])).toBeUndefined();
    expect(refusalOf(key("PUBLISHER", [1, 2]), "PUBLISH_DISCLOSURE", [1, 3])).toBe("FORBIDDEN");
    expect(refusalOf(key("ADMIN", []), "UPSERT_UNIT", [1])).toBe("FORBIDDEN");
  });

  it("leaves units that the hub does not know to keys for every unit", () => {
    expect(refusalOf(key("EDITOR", [1]), "IMPORT_DISCLOSURE", [null])).toBe("FORBIDDEN");
    expect(refusalOf(key("EDITOR"), "IMPORT_DISCLOSURE", [null])).toBeUndefined();
  });
});
