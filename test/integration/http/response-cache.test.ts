import { startHttpServer } from "../../../src/http/start-http-server";
import type { RunningHttpServer } from "../../../src/http/start-http-server";
import { importDocument } from "../../../src/ingest/import-document";
import { findHubState } from "../../../src/store/find-data-version";
import { migrate } from "../../../src/store/migrate";
import type { Database } from "../../../src/store/open-database";
import { openDatabase } from "../../../src/store/open-database";
import { registerUnits } from "../../../src/store/register-units";
import { createRowReader } from "../../../src/store/row-reader";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { startRedisStandIn } from "../../support/redis-stand-in";

const UNIT = "庚市财政局";

const COMPARE = `query Compare($unit: String!) {
  hub { dataVersion }
  compare(where: { units: [$unit], years: [2023] }, measures: [EXPENDITURE_TOTAL, REVENUE_TOTAL]) {
    dataVersion
    rows { cells { value } }
  }
}`;

interface Told {
  readonly data: {
    readonly hub: { readonly dataVersion: number };
    readonly compare: { readonly dataVersion: number; readonly rows: readonly { readonly cells: readonly { readonly value: number }[] }[] };
  };
  readonly extensions: { readonly dataVersion: number };
}

describe.each(testEngines())("answers kept by two instances over one database on %s", (engine) => {
  let home: TestDatabase;
  const databases: Database[] = [];
  const servers: RunningHttpServer[] = [];
  const publisher = (): Database => databases[0]!;

  const start = async (redisUrl?: string): Promise<RunningHttpServer> => {
    const database = await openDatabase(home);
    databases.push(database);
    // The publications hold the same loop.
    const config = { host: "127.0.0.1", port: 0, lameDuckSeconds: 0, loadShedding: false, responseCache: { maxBytes: 2 ** 24, redisUrl } };
    const server = await startHttpServer({ database, config });
    servers.push(server);
    return server;
  };

  beforeAll(async () => {
    home = await createTestDatabase(engine);
    const database = await openDatabase(home);
    databases.push(database);
    await migrate(database);
    await publishTotal(1);
    await start();
    await start();
  });

  afterAll(async () => {
    for (const server of servers) await server.stop();
    for (const database of databases) await database.destroy();
    await home.drop();
  });

  const publishTotal = async (total: number): Promise<void> => {
    const bytes = disclosureText({ unitName: `${UNIT}（本级）`, total: `${total}.00` });
    await importDocument(publisher(), { fileName: "disclosure.txt", bytes }, { publish: true });
  };
  const currentVersion = async (): Promise<number> => {
    const reader = createRowReader(publisher());
    const { dataVersion } = await findHubState(reader);
    reader.close();
    return dataVersion;
  };

  const ask = (server: RunningHttpServer, body: object, headers: Readonly<Record<string, string>> = {}): Promise<Response> =>
    fetch(`http://127.0.0.1:${server.port}/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: JSON.stringify(body),
    });
  const compare = { query: COMPARE, variables: { unit: UNIT } };
  const totalOf = ({ data }: Told): number | undefined => data.compare.rows[0]?.cells[0]?.value;

  it("are never those of before a publication, whichever instance is asked", async () => {
    for (let total = 2; total <= 6; total += 1) {
      await publishTotal(total);
      const version = await currentVersion();
      for (const server of [...servers, ...servers]) {
        const told = (await (await ask(server, compare)).json()) as Told;
        expect(totalOf(told)).toBe(total);
        expect([told.data.hub.dataVersion, told.data.compare.dataVersion, told.extensions.dataVersion]).toEqual([
          version,
          version,
          version,
        ]);
      }
    }
  });

  it("speak of one data version each while publications go on", async () => {
    const totals = new Map<number, number>([[await currentVersion(), 6]]);
    const seen: Told[] = [];
    let publishing = true;
    const read = async (server: RunningHttpServer): Promise<void> => {
      while (publishing) seen.push((await (await ask(server, compare)).json()) as Told);
    };
    const readers = [...servers, ...servers].map(read);
    for (let total = 7; total <= 14; total += 1) {
      await publishTotal(total);
      totals.set(await currentVersion(), total);
    }
    publishing = false;
    await Promise.all(readers);
    expect(seen.length).toBeGreaterThan(10);
    for (const told of seen) {
      expect(told.data.hub.dataVersion).toBe(told.extensions.dataVersion);
      expect(told.data.compare.dataVersion).toBe(told.extensions.dataVersion);
      expect(totalOf(told)).toBe(totals.get(told.extensions.dataVersion));
    }
  });

  it("show at once what needs no publication: a unit that was entered", async () => {
    const units = { query: "{ units(first: 100) { totalCount } }" };
    const count = async (server: RunningHttpServer): Promise<number> => {
      const { data } = (await (await ask(server, units)).json()) as { data: { units: { totalCount: number } } };
      return data.units.totalCount;
    };
    const before = await Promise.all(servers.map(count));
    const unit = { region: null, level: null, parent: null, nature: null, natureText: null, activeFrom: null, activeTo: null };
    await registerUnits(publisher(), [], [{ ...unit, name: "辛市财政局" }]);
    expect(await Promise.all(servers.map(count))).toEqual(before.map((one) => one + 1));
    // One that only a draft names is seen with its first publication.
    const bytes = disclosureText({ unitName: "壬市财政局（本级）", total: "5.00" });
    await importDocument(publisher(), { fileName: "draft.txt", bytes }, { publish: false });
    expect(await Promise.all(servers.map(count))).toEqual(before.map((one) => one + 1));
    await importDocument(publisher(), { fileName: "draft.txt", bytes }, { publish: true });
    expect(await Promise.all(servers.map(count))).toEqual(before.map((one) => one + 2));
  });

  it("carry an ETag that spares a second transfer until the data move, by POST and by GET", async () => {
    const [server] = servers as [RunningHttpServer];
    const first = await ask(server, compare);
    const etag = first.headers.get("etag") ?? "";
    expect(etag).toMatch(/^"[\w-]{20,}"$/);
    expect(first.headers.get("cache-control")).toBe("public, no-cache");
    const again = await ask(server, compare, { "if-none-match": etag });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", etag]);
    const search = new URLSearchParams({ query: COMPARE, variables: JSON.stringify({ unit: UNIT }) });
    const byGet = await fetch(`http://127.0.0.1:${server.port}/graphql?${search.toString()}`);
    const getTag = byGet.headers.get("etag") ?? "";
    const conditional = await fetch(`http://127.0.0.1:${server.port}/graphql?${search.toString()}`, {
      headers: { "if-none-match": getTag },
    });
    expect(conditional.status).toBe(304);
    await publishTotal(26);
    const moved = await ask(server, compare, { "if-none-match": etag });
    expect(moved.status).toBe(200);
    expect(totalOf((await moved.json()) as Told)).toBe(26);
  });

  it("are another for another document, other variables, another operation and another accepted type", async () => {
    const [server] = servers as [RunningHttpServer];
    const query = "query A { hub { dataVersion } } query B { hub { updatedAt } }";
    const bodies = [
      { query, operationName: "A" },
      { query, operationName: "B" },
      compare,
      { ...compare, variables: { unit: "甲" } },
      { query: "{ __typename }" },
    ];
    const tags = new Set<string | null>();
    for (const body of bodies)
      for (const accept of ["application/json", "application/graphql-response+json"])
        tags.add((await ask(server, body, { accept })).headers.get("etag"));
    // Nobody is called 甲: an answer with an error has none.
    expect(tags.size).toBe(2 * (bodies.length - 1) + 1);
    expect(tags.has(null)).toBe(true);
  });

  it("are shared through Redis, and a Redis that falls silent keeps nobody waiting", async () => {
    const redis = await startRedisStandIn();
    const one = await start(redis.url);
    const other = await start(redis.url);
    const introspect = { query: "{ __schema { queryType { name } } }" };
    const first = await (await ask(one, introspect)).text();
    // Storing keeps nobody waiting either.
    for (let turn = 0; turn < 100 && redis.stored.size === 0; turn += 1) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(redis.stored.size).toBe(1);
    // What instances take from each other is what is stored, to the byte.
    for (const [key, value] of redis.stored) redis.stored.set(key, value.replace("queryType", "queryTYPE"));
    expect(await (await ask(other, introspect)).text()).toBe(first.replace("queryType", "queryTYPE"));
    redis.fallSilent();
    const begun = performance.now();
    expect((await ask(other, compare)).status).toBe(200);
    expect((await ask(other, { query: "{ __typename }" })).status).toBe(200);
    expect(performance.now() - begun).toBeLessThan(2_000);
    for (const server of servers.splice(2)) await server.stop();
    await redis.close();
  });
});
