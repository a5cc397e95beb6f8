import { checkApiKey, createApiKey, findApiKeys, revokeApiKey } from "../../../src/store/api-keys";
import type { NewApiKey } from "../../../src/store/api-keys";
import { UnitRow } from "../../../src/store/entities/unit.entity";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import type { Database } from "../../../src/store/open-database";
import { registerUnits } from "../../../src/store/register-units";
import { createRowReader } from "../../../src/store/row-reader";
import type { RowReader } from "../../../src/store/row-reader";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";

const UNIT = { region: null, level: null, parent: null, nature: null, natureText: null, activeFrom: null, activeTo: null };

describe.each(testEngines())("API keys on %s", (engine) => {
  let home: TestDatabase;
  let database: Database;
  let reader: RowReader;
  beforeAll(async () => {
    home = await createTestDatabase(engine);
    database = await openDatabase(home);
    await migrate(database);
    await registerUnits(database, [], [{ ...UNIT, name: "甲市财政局" }]);
    reader = createRowReader(database);
  });
  afterAll(async () => {
    reader.close();
    await database.destroy();
    await home.drop();
  });

  const create = (wanted: Partial<NewApiKey> = {}) =>
    createApiKey(database, { name: "示例", role: "EDITOR", units: null, expiresAt: null, ...wanted }, "test");

  it("tell whose they are: role, name, and the units that they are bound to", async () => {
    const { id, secret } = await create({ role: "PUBLISHER", units: ["甲市财政局"] });
    const unit = await database.manager.findOneByOrFail(UnitRow, { name: "甲市财政局" });
    const holder = { keyId: id, name: "示例", role: "PUBLISHER", unitIds: new Set([unit.id]) };
    expect(await checkApiKey(reader, secret)).toEqual({ holder });
    const free = await create();
    expect(await checkApiKey(reader, free.secret)).toMatchObject({ holder: { keyId: free.id, unitIds: null } });
  });

  it("are kept as hashes only", async () => {
    const { secret } = await create();
    expect(secret).toMatch(/^dh_[\w-]{43}$/);
    const rows = (await database.query("SELECT * FROM api_key")) as Record<string, unknown>[];
    expect(JSON.stringify(rows)).not.toContain(secret.slice(3));
    expect(JSON.stringify(await findApiKeys(database))).not.toContain(rows.at(-1)?.["hash"]);
    expect(JSON.stringify(await database.query("SELECT * FROM audit_event"))).not.toContain(secret.slice(3));
  });

  it("open nothing once they expired or were revoked, or if nobody made them", async () => {
    const { id, secret } = await create({ expiresAt: "2030-01-01T00:00:00.000Z" });
    expect(await checkApiKey(reader, secret, new Date("2029-12-31T23:59:59.999Z"))).toHaveProperty("holder");
    expect(await checkApiKey(reader, secret, new Date("2030-01-01T00:00:00.000Z"))).toEqual({ refused: "KEY_EXPIRED" });
    expect(await revokeApiKey(database, id, "test")).toBe("REVOKED");
    expect(await revokeApiKey(database, id, "test")).toBe("REVOKED_BEFORE");
    expect(await revokeApiKey(database, 99_999, "test")).toBe("UNKNOWN");
    expect(await checkApiKey(reader, secret)).toEqual({ refused: "KEY_REVOKED" });
    expect(await checkApiKey(reader, `${secret}x`)).toEqual({ refused: "KEY_UNKNOWN" });
    expect(await checkApiKey(reader, "")).toEqual({ refused: "KEY_UNKNOWN" });
  });

  it("stay bound where their units are gone, and are not made for a unit that nobody knows", async () => {
    const { id, secret } = await create({ units: ["甲市财政局"] });
    await database.query("DELETE FROM api_key_unit WHERE key_id = ?", [id]);
    expect(await checkApiKey(reader, secret)).toMatchObject({ holder: { unitIds: new Set() } });
    const before = (await findApiKeys(database)).length;
    await expect(create({ units: ["甲市财政局", "无名局"] })).rejects.toThrow("无名局");
    expect(await findApiKeys(database)).toHaveLength(before);
  });
});
