import { existsSync } from "node:fs";
import { createConnection } from "mysql2/promise";
import { createTestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";

test("the embedded engine is always there", () => {
  expect(testEngines()).toContain("sqlite");
});

describe.each(testEngines())("a test database on %s", (engine) => {
  it("is new, empty, apart from the next, and gone when dropped", async () => {
    const [one, other] = await Promise.all([createTestDatabase(engine), createTestDatabase(engine)]);
    expect(one.dataDir).not.toBe(other.dataDir);
    expect(existsSync(one.dataDir)).toBe(true);
    if (one.url === undefined) {
      expect(engine).toBe("sqlite");
    } else {
      expect(one.url).toMatch(new RegExp(`^${engine}://.*/hub_test_[0-9a-f]{16}$`));
      expect(one.url).not.toBe(other.url);
      expect(await tablesOf(one.url)).toEqual([]);
    }
    await one.drop();
    expect(existsSync(one.dataDir)).toBe(false);
    if (one.url !== undefined) await expect(tablesOf(one.url)).rejects.toThrow("Unknown database");
    await other.drop();
  });
});

async function tablesOf(url: string): Promise<unknown> {
  const connection = await createConnection({ uri: url });
  try {
    const [rows] = await connection.query("SHOW TABLES");
    return rows;
  } finally {
    await connection.end();
  }
}
