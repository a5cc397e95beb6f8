import { checkRelated } from "../../../src/check/check-related";
import { importDocument } from "../../../src/ingest/import-document";
import { createApiKey, revokeApiKey } from "../../../src/store/api-keys";
import { COMMAND_LINE, findNewestAuditEvents, verifyAuditTrail } from "../../../src/store/audit-trail";
import type { AuditEvent } from "../../../src/store/audit-trail";
import { AuditEventRow } from "../../../src/store/entities/audit-event.entity";
import { AuditHeadRow } from "../../../src/store/entities/audit-head.entity";
import { migrate } from "../../../src/store/migrate";
import { openDatabase } from "../../../src/store/open-database";
import type { Database } from "../../../src/store/open-database";
import { publishRevision, withdrawRevision } from "../../../src/store/publish-revision";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";
import { createRandom } from "../../support/disclosure-generator/random";
import { disclosureText } from "../../support/disclosure-text";

describe.each(testEngines())("the audit trail on %s", (engine) => {
  let home: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    home = await createTestDatabase(engine);
    database = await openDatabase(home);
    await migrate(database);
  });
  afterAll(async () => {
    await database.destroy();
    await home.drop();
  });

  const events = (): Promise<AuditEvent[]> => findNewestAuditEvents(database, 1_000);
  const importText = (unitName: string, options = {}) =>
    importDocument(database, { fileName: "disclosure.txt", bytes: disclosureText({ unitName }) }, { publish: false, ...options });

  it("tells who imported, published, withdrew and made keys, in the order in which it happened", async () => {
    const { saved } = await importText("甲市财政局（本级）", { actor: "key 7 (甲市)" });
    await publishRevision(database, saved.revisionId, checkRelated, { actor: "key 8 (发布)", note: "示例" });
    await withdrawRevision(database, saved.revisionId, checkRelated);
    const { id } = await createApiKey(database, { name: "甲", role: "EDITOR", units: ["甲市财政局"], expiresAt: null }, COMMAND_LINE);
    await revokeApiKey(database, id, COMMAND_LINE);
    const told = (await events()).map(({ actor, action, subject }) => [actor, action, subject.replace(/ \(id \d+\)/, "")]);
    const subject = `${saved.unitCode} 2023 FINAL_ACCOUNTS UNIT revision 1`;
    expect(told).toEqual([
      ["key 7 (甲市)", "IMPORT", subject],
      ["key 8 (发布)", "PUBLISH", subject],
      ["command line", "WITHDRAW", subject],
      ["command line", "CREATE_KEY", `key ${id}`],
      ["command line", "REVOKE_KEY", `key ${id}`],
    ]);
    expect(JSON.parse((await events())[1]?.detail ?? "")).toMatchObject({ dataVersion: 1, note: "示例", replaces: null });
  });

  it("says nothing of what changed nothing", async () => {
    await importText("乙市财政局（本级）");
    const before = (await events()).length;
    await importText("乙市财政局（本级）");
    expect(await events()).toHaveLength(before);
  });

  it("keeps no event of a change that failed", async () => {
    const before = (await events()).length;
    const refuse = (): never => {
      throw new Error("not this unit");
    };
    await expect(importText("丙市财政局（本级）", { admit: refuse })).rejects.toThrow("not this unit");
    expect(await events()).toHaveLength(before);
    expect((await verifyAuditTrail(database)).broken).toBeUndefined();
  });

  it("stays one chain when many write at once", async () => {
    const before = (await events()).length;
    await Promise.all(Array.from({ length: 12 }, (_, index) => importText(`丁${"一二三四五六七八九十百千"[index]}市财政局（本级）`)));
    const { events: count, broken } = await verifyAuditTrail(database);
    expect({ count, broken }).toEqual({ count: before + 12, broken: undefined });
  });

  describe("once tampered with", () => {
    const columns = ["at", "actor", "action", "subject", "detail", "previousHash", "hash"] as const;
    const flipped = (text: string): string => {
      const middle = Math.floor(text.length / 2);
      return text.slice(0, middle) + (text[middle] === "1" ? "2" : "1") + text.slice(middle + 1);
    };
    const restored = async (work: () => Promise<void>): Promise<void> => {
      const rows = await database.manager.find(AuditEventRow);
      const head = await database.manager.findOneByOrFail(AuditHeadRow, { id: 1 });
      await work();
      await database.manager.clear(AuditEventRow);
      await database.manager.insert(AuditEventRow, rows);
      await database.manager.save(AuditHeadRow, head);
      expect((await verifyAuditTrail(database)).broken).toBeUndefined();
    };

    it.each(columns)("shows one flipped byte of %s, and names the event", async (column) => {
      await restored(async () => {
        const event = await database.manager.findOneByOrFail(AuditEventRow, { sequence: 3 });
        await database.manager.update(AuditEventRow, { sequence: 3 }, { [column]: flipped(event[column]) });
        expect((await verifyAuditTrail(database)).broken?.sequence).toBe(3);
      });
    });

    it("shows a flipped bit of any byte of any column of any event, and names the event", async () => {
      const seed = process.env["AUDIT_SEED"] ?? String(Date.now());
      const random = createRandom(seed);
      const all = await events();
      const missed: unknown[] = [];
      for (const column of columns) {
        for (let time = 0; time < 12; time += 1) {
          const event = random.pick(all);
          const text = event[column];
          const at = random.integer(0, text.length - 1);
          // Of a letter that is not of ASCII, the whole letter.
          const other = text.charCodeAt(at) < 128 ? String.fromCharCode(text.charCodeAt(at) ^ (1 << random.integer(0, 5)) || 1) : "某";
          const changed = text.slice(0, at) + (other === text[at] ? "末" : other) + text.slice(at + 1);
          await database.manager.update(AuditEventRow, { sequence: event.sequence }, { [column]: changed });
          const { broken } = await verifyAuditTrail(database);
          if (broken?.sequence !== event.sequence) missed.push({ seed, column, event, at, changed, broken });
          await database.manager.update(AuditEventRow, { sequence: event.sequence }, { [column]: text });
        }
      }
      expect(missed).toEqual([]);
      expect((await verifyAuditTrail(database)).broken).toBeUndefined();
    });

    it("shows another number of an event, and of the head", async () => {
      const last = (await events()).length;
      await restored(async () => {
        await database.manager.update(AuditEventRow, { sequence: 3 }, { sequence: 1_003 });
        expect((await verifyAuditTrail(database)).broken?.sequence).toBe(3);
      });
      for (const sequence of [last - 1, last + 1]) {
        await restored(async () => {
          await database.manager.update(AuditHeadRow, { id: 1 }, { sequence });
          expect((await verifyAuditTrail(database)).broken).toBeDefined();
        });
      }
    });

    it("shows an event that was removed, from the middle and from the end, and one that was put in", async () => {
      const last = (await events()).length;
      for (const sequence of [1, 3, last]) {
        await restored(async () => {
          await database.manager.delete(AuditEventRow, { sequence });
          expect((await verifyAuditTrail(database)).broken).toMatchObject({ sequence, reason: expect.stringContaining("missing") });
        });
      }
      await restored(async () => {
        const event = await database.manager.findOneByOrFail(AuditEventRow, { sequence: last });
        await database.manager.insert(AuditEventRow, { ...event, sequence: last + 1 });
        expect((await verifyAuditTrail(database)).broken?.sequence).toBe(last + 1);
      });
    });

    it("shows a head that was changed, and a trail that was cut together with its head to those who noted a hash", async () => {
      const last = (await events()).length;
      const noted = (await verifyAuditTrail(database)).head;
      await restored(async () => {
        await database.manager.update(AuditHeadRow, { id: 1 }, { hash: flipped(noted) });
        expect((await verifyAuditTrail(database)).broken?.sequence).toBe(last);
      });
      await restored(async () => {
        await database.manager.delete(AuditEventRow, { sequence: last });
        const { hash } = await database.manager.findOneByOrFail(AuditEventRow, { sequence: last - 1 });
        await database.manager.update(AuditHeadRow, { id: 1 }, { sequence: last - 1, hash });
        expect(await verifyAuditTrail(database, noted)).toMatchObject({ hasNoted: false });
      });
      expect(await verifyAuditTrail(database, noted)).toMatchObject({ hasNoted: true });
    });
  });
});
