import type { QueryRunner } from "typeorm";
import { findSchemaDrift, migrate } from "../../src/store/migrate";
import type { Database } from "../../src/store/open-database";
import { openDatabase } from "../../src/store/open-database";
import { runHub } from "../support/crashes/run-hub";
import type { TestDatabase } from "../support/databases/create-test-database";
import { createTestDatabase } from "../support/databases/create-test-database";
import { tableChecksums } from "../support/databases/table-checksums";
import { serverEngines } from "../support/databases/test-engines";

class Crash extends Error {}

/** From the statement after which it says so on, no statement reaches the server, and the connections are broken off: as if the process had died. */
function crashAfter(database: Database, isLast: (statement: string) => boolean): void {
  let isDead = false;
  const create = database.createQueryRunner.bind(database);
  database.createQueryRunner = (mode) => {
    const runner: QueryRunner = create(mode);
    const query = runner.query.bind(runner) as (sql: string, ...rest: unknown[]) => Promise<unknown>;
    runner.query = (async (sql: string, ...rest: unknown[]) => {
      if (isDead) throw new Crash();
      const answer = await query(sql, ...rest);
      if (!isLast(sql)) return answer;
      isDead = true;
      for (const connection of connections) connection.destroy();
      throw new Crash();
    }) as QueryRunner["query"];
    const connections = connectionsOf(database);
    const connect = runner.connect.bind(runner) as () => Promise<{ destroy(): void }>;
    runner.connect = async () => {
      const connection = await connect();
      connections.add(connection);
      return connection;
    };
    return runner;
  };
}

const open = new WeakMap<Database, Set<{ destroy(): void }>>();
function connectionsOf(database: Database): Set<{ destroy(): void }> {
  const known = open.get(database) ?? new Set();
  open.set(database, known);
  return known;
}

describe.each(serverEngines())("migrations on %s", (engine) => {
  const homes: TestDatabase[] = [];
  let expected: ReadonlyMap<string, string>;

  async function newHome(): Promise<TestDatabase & { readonly url: string }> {
    const home = await createTestDatabase(engine);
    homes.push(home);
    return { ...home, url: home.url ?? "" };
  }

  /** What a migrated database holds; the change mark is another one in each. */
  async function contentOf(home: TestDatabase): Promise<ReadonlyMap<string, string>> {
    const database = await openDatabase(home);
    try {
      expect(await findSchemaDrift(database)).toEqual([]);
      const applied = await database.query<{ name: string }[]>("SELECT name FROM schema_migration ORDER BY id");
      expect(applied.map(({ name }) => name)).toEqual(database.migrations.map(({ name }) => name));
      await database.query("UPDATE hub_state SET change_mark = 'same'");
      return await tableChecksums(database);
    } finally {
      await database.destroy();
    }
  }

  beforeAll(async () => {
    const home = await newHome();
    const database = await openDatabase(home);
    await migrate(database);
    await database.destroy();
    expected = await contentOf(home);
  }, 180_000);

  afterAll(async () => {
    for (const home of homes) await home.drop();
  });

  it("go on after a crash behind every one of their statements", async () => {
    // TypeORM prints each migration that fails, and here all of them do.
    const quiet = jest.spyOn(console, "log").mockImplementation(() => undefined);
    const home = await newHome();
    const behind = new Set<string>();
    for (let isDone = false; !isDone;) {
      const database = await openDatabase(home);
      const counts = new Map<string, number>();
      crashAfter(database, (statement) => {
        const count = (counts.get(statement) ?? 0) + 1;
        counts.set(statement, count);
        const one = `${statement}#${count}`;
        if (behind.has(one)) return false;
        behind.add(one);
        return true;
      });
      isDone = await migrate(database).then(
        () => true,
        (error: unknown) => {
          if (error instanceof Crash) return false;
          throw error;
        },
      );
      await database.destroy();
    }
    quiet.mockRestore();
    const created = [...behind].filter((statement) => statement.startsWith("CREATE TABLE"));
    expect(created.length).toBe(expected.size + 1);
    expect(behind.size).toBeGreaterThan(80);
    expect(await contentOf(home)).toEqual(expected);
  }, 180_000);

  it("are done once by three instances that start at once, where a fourth was killed in the middle", async () => {
    const home = await newHome();
    const killed = await runHub(home.url, ["migrate"], { crash: { statement: 30, when: "SENT" } });
    expect(killed.signal).toBe("SIGKILL");
    const runs = await Promise.all([1, 2, 3].map(() => runHub(home.url, ["migrate", "--check"])));
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(runs.filter(({ output }) => output.startsWith("Ran ")).length).toBe(1);
    expect(await contentOf(home)).toEqual(expected);
  }, 180_000);
});
