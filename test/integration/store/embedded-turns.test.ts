import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { MeasureRow } from "../../../src/store/entities/measure.entity";
import { PriceIndexRow } from "../../../src/store/entities/price-index.entity";
import { inTransaction } from "../../../src/store/in-transaction";
import { findSchemaDrift, migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import type { Database } from "../../../src/store/open-database";

const PROCESSES = 3;
const CHANGES = 15;

/** As several processes have it: each with a connection of its own to the same file. */
describe("the embedded database, opened by several at once,", () => {
  let folder: string;
  let databases: readonly Database[];
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "hub-test-"));
    databases = await Promise.all(Array.from({ length: PROCESSES }, () => openDatabase({ dataDir: folder })));
  });
  afterAll(async () => {
    for (const database of databases) await database.destroy();
    await rm(folder, { recursive: true, force: true });
  });

  it("is migrated once", async () => {
    const ran = await Promise.all(databases.map((database) => migrate(database)));
    expect(ran.map(({ length }) => length).sort((one, other) => one - other)).toEqual([0, 0, expect.any(Number)]);
    expect(Math.max(...ran.map(({ length }) => length))).toBeGreaterThan(5);
    expect(await findSchemaDrift(databases[0] as Database)).toEqual([]);
  });

  it("lets each read and then write on it without losing what another wrote in between, nor holding the loop", async () => {
    const [first] = databases as [Database];
    await inTransaction(first, (manager) => manager.insert(PriceIndexRow, { fiscalYear: 2000, value: 0, source: "示例" }));
    let turns = 0;
    const counting = setInterval(() => (turns += 1), 5);
    const change = (database: Database): Promise<void> =>
      inTransaction(database, async (manager) => {
        const { value } = await manager.findOneByOrFail(PriceIndexRow, { fiscalYear: 2000 });
        await manager.find(MeasureRow);
        await new Promise((resolve) => setTimeout(resolve, 5));
        await manager.update(PriceIndexRow, { fiscalYear: 2000 }, { value: value + 1 });
      });
    await Promise.all(databases.flatMap((database) => Array.from({ length: CHANGES }, () => change(database))));
    clearInterval(counting);
    expect(await first.getRepository(PriceIndexRow).findOneByOrFail({ fiscalYear: 2000 })).toMatchObject({ value: PROCESSES * CHANGES });
    expect(turns).toBeGreaterThan(PROCESSES * CHANGES * 0.5);
  });
});
