import { readFileSync } from "node:fs";
import path from "node:path";
import { getNamedType, isInputObjectType, isObjectType } from "graphql";
import { buildGraphSchema } from "../../../src/graph/build-graph-schema";
import { importDocument } from "../../../src/ingest/import-document";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { LEAST_ROLES, ROLE_CODES } from "../../../src/model/access";
import type { Action, Role } from "../../../src/model/access";
import { revokeApiKey } from "../../../src/store/api-keys";
import { findNewestAuditEvents } from "../../../src/store/audit-trail";
import { registerUnits } from "../../../src/store/register-units";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const OWN = "云溪市司法局（示例）";
const OTHER = "云溪市商务局（示例）";
const LATER = "云溪市法治局（示例）";
const SAMPLE = path.join(PACKAGE_ROOT, "samples/2023/yunxi-justice-department-final-accounts.txt");

/** What the rows speak of; made once for each engine, before the first row. */
interface Fixture {
  readonly document: string;
  readonly draft: string;
  readonly published: string;
  /** A draft beside something published, with a project. */
  readonly correction: string;
}

interface AuditPage {
  readonly totalCount: number;
  readonly nodes: readonly { sequence: number; subject: string; detail: string; previousHash: string; hash: string }[];
  readonly pageInfo: { readonly endCursor: string };
}

interface Row {
  readonly action: Action;
  readonly query: string;
  variables(fixture: Fixture): Readonly<Record<string, unknown>>;
  /** What the right key is answered, in part. */
  right(fixture: Fixture): unknown;
  /** What a public reader, and a key for other units, is answered where that is no error. */
  hidden?(fixture: Fixture): unknown;
}

const MUTATIONS: Readonly<Record<string, Row>> = {
  importDisclosure: {
    action: "IMPORT_DISCLOSURE",
    query: "mutation ($document: ID!) { importDisclosure(document: $document) { outcome errors { code } } }",
    variables: ({ document }) => ({ document }),
    right: () => ({ outcome: "SAVED", errors: [] }),
  },
  publishDisclosure: {
    action: "PUBLISH_DISCLOSURE",
    query: "mutation ($id: ID!) { publishDisclosure(id: $id) { disclosure { status } errors { code } } }",
    variables: ({ draft }) => ({ id: draft }),
    right: () => ({ disclosure: { status: "PUBLISHED" }, errors: [] }),
  },
  withdrawDisclosure: {
    action: "WITHDRAW_DISCLOSURE",
    query: "mutation ($id: ID!) { withdrawDisclosure(id: $id) { disclosure { status } errors { code } } }",
    variables: ({ published }) => ({ id: published }),
    right: () => ({ disclosure: { status: "WITHDRAWN" }, errors: [] }),
  },
  upsertUnit: {
    action: "UPSERT_UNIT",
    query: "mutation ($unit: UnitInput!) { upsertUnit(unit: $unit) { outcome unit { natureText } errors { code } } }",
    variables: () => ({ unit: { name: OWN, natureText: "示例性质" } }),
    right: () => ({ outcome: "UPDATED", unit: { natureText: "示例性质" }, errors: [] }),
  },
  recordMerger: {
    action: "RECORD_MERGER",
    query: `mutation ($own: String!, $later: String!) {
      recordMerger(predecessors: [$own], successor: $later, year: 2026) { merger { form successor { name } } errors { code } }
    }`,
    variables: () => ({ own: OWN, later: LATER }),
    right: () => ({ merger: { form: "MERGER", successor: { name: LATER } }, errors: [] }),
  },
  setDenominator: {
    action: "SET_DENOMINATOR",
    query: `mutation ($own: String!) {
      setDenominator(unit: $own, year: 2023, denominator: STAFF, value: 120, source: "示例") { denominator { value } errors { code } }
    }`,
    variables: () => ({ own: OWN }),
    right: () => ({ denominator: { value: 120 }, errors: [] }),
  },
};

const DRAFTS: Readonly<Record<string, Row>> = {
  "Query.disclosure": {
    action: "READ_DRAFTS",
    query: "query ($own: String!) { disclosure(unit: $own, year: 2023, scope: DEPARTMENT, status: DRAFT) { id status } }",
    variables: () => ({ own: OWN }),
    right: ({ correction }) => ({ id: correction, status: "DRAFT" }),
  },
  "Query.disclosures": {
    action: "READ_DRAFTS",
    query: "query ($own: [String!]!) { disclosures(where: { units: $own, years: [2023], status: DRAFT }) { totalCount nodes { id } } }",
    variables: () => ({ own: [OWN] }),
    right: ({ correction }) => ({ totalCount: 1, nodes: [{ id: correction }] }),
  },
  "Disclosure.revisions": {
    action: "READ_DRAFTS",
    query: "query ($own: String!) { disclosure(unit: $own, year: 2023, scope: DEPARTMENT) { revisions { revision status } } }",
    variables: () => ({ own: OWN }),
    right: () => ({
      revisions: [
        { revision: 1, status: "PUBLISHED" },
        { revision: 2, status: "DRAFT" },
      ],
    }),
    hidden: () => ({ revisions: [{ revision: 1, status: "PUBLISHED" }] }),
  },
  "Query.project": {
    action: "READ_DRAFTS",
    query: "query ($id: ID!) { project(id: $id) { disclosure { id } } }",
    variables: ({ correction }) => ({ id: `${correction}.0` }),
    right: ({ correction }) => ({ disclosure: { id: correction } }),
    hidden: () => null,
  },
};

const AUDIT: Readonly<Record<string, Row>> = {
  "Query.auditEvents": {
    action: "READ_AUDIT",
    query: `query ($own: [String!]!) {
      auditEvents(first: 2, where: { units: $own, actions: [PUBLISH, WITHDRAW] }) { totalCount nodes { action actor } }
    }`,
    variables: () => ({ own: [OWN] }),
    right: () => ({ totalCount: 4, nodes: [{ action: "WITHDRAW", actor: expect.stringMatching(/^key \d+/) }, { action: "PUBLISH" }] }),
  },
};

const ROWS = { ...MUTATIONS, ...DRAFTS, ...AUDIT };
const schema = buildGraphSchema();

/** Fields that take the state to be read as an argument, or as a field of one. */
function fieldsThatReadDrafts(): string[] {
  return Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type)) return [];
    return Object.values(type.getFields())
      .filter(({ args }) =>
        args.some((arg) => {
          const named = getNamedType(arg.type);
          const fields = isInputObjectType(named) ? Object.values(named.getFields()) : [arg];
          return fields.some((one) => getNamedType(one.type).name === "ReadableStatus");
        }),
      )
      .map((field) => `${type.name}.${field.name}`);
  });
}

describe("the access matrix", () => {
  it("has a row for every mutation of the schema, and for every field that reads drafts", () => {
    expect(Object.keys(MUTATIONS).sort()).toEqual(Object.keys(schema.getMutationType()?.getFields() ?? {}).sort());
    expect(Object.keys(DRAFTS)).toEqual(expect.arrayContaining(fieldsThatReadDrafts()));
    expect(fieldsThatReadDrafts().length).toBeGreaterThan(0);
  });

  it("has a row for everything that needs a key", () => {
    const actions = Object.values(ROWS).map(({ action }) => action);
    expect(new Set([...actions, "UPLOAD_DOCUMENT"])).toEqual(new Set(Object.keys(LEAST_ROLES)));
  });
});

describe.each(testEngines())("who may do what on %s", (engine) => {
  let hub: ServedHub;
  let fixture: Fixture;

  const take = async (bytes: Uint8Array, publish: boolean): Promise<string> =>
    String((await importDocument(hub.database, { fileName: "disclosure.txt", bytes }, { publish })).saved.revisionId);

  beforeAll(async () => {
    hub = await serveSampleHub(engine, { samples: false });
    const units = [OWN, OTHER, LATER].map((name) => ({
      ...{ name, region: null, level: null, parent: null, nature: null, natureText: null, activeFrom: null, activeTo: null },
    }));
    await registerUnits(hub.database, [], units);
    const editor = await hub.authorize();
    const uploaded = await fetch(`${hub.url}/documents?fileName=disclosure.txt`, {
      method: "POST",
      headers: { ...editor, "content-type": "text/plain" },
      body: disclosureText({ unitName: OWN, year: 2020 }),
    });
    const sample = readFileSync(SAMPLE, "utf8");
    await take(Buffer.from(sample), true);
    fixture = {
      document: ((await uploaded.json()) as { id: string }).id,
      draft: await take(disclosureText({ unitName: OWN, year: 2019 }), false),
      published: await take(disclosureText({ unitName: OWN, year: 2018 }), true),
      correction: await take(Buffer.from(sample.replace("示例", "示例更正").concat("\n示例补充")), false),
    };
  }, 60_000);
  afterAll(() => hub.close());

  interface Told {
    readonly status: number;
    readonly code: unknown;
    readonly answer: unknown;
  }
  const send = async ({ query, variables }: Row, headers: Readonly<Record<string, string>> = {}): Promise<Told> => {
    const response = await hub.post({ query, variables: variables(fixture) }, headers);
    const { data, errors } = (await response.json()) as { data?: object | null; errors?: { extensions: { code: string } }[] };
    return { status: response.status, code: errors?.[0]?.extensions.code, answer: Object.values(data ?? {})[0] };
  };
  const state = async (): Promise<unknown> => [
    await findNewestAuditEvents(hub.database, 1),
    await hub.database.query("SELECT data_version FROM hub_state"),
    await hub.database.query("SELECT id, status FROM disclosure_revision ORDER BY id"),
  ];
  const keyFor = (role: Role, units: readonly string[] | null) => hub.authorize({ role, units });
  const roleBelow = (action: Action): Role | undefined => ROLE_CODES[ROLE_CODES.indexOf(LEAST_ROLES[action]) - 1];

  describe.each(Object.entries(ROWS))("%s", (_name, row) => {
    const { action, hidden } = row;
    const least = LEAST_ROLES[action];
    /** Whoever may not is told so, or sees what every reader sees; and nothing has changed. */
    const expectRefused = async (headers: Readonly<Record<string, string>>, status: number, code: string): Promise<void> => {
      const told = await send(row, headers);
      if (status === 200 && hidden) expect(told).toEqual({ status, code: undefined, answer: hidden(fixture) });
      else expect([told.status, told.code, told.answer ?? null]).toEqual([status, code, null]);
    };
    let before: unknown;
    const unchanged = async (): Promise<void> => expect(await state()).toEqual(before);

    it("without a key", async () => {
      before = await state();
      await expectRefused({}, 200, "UNAUTHENTICATED");
      await unchanged();
    });
    it("with a key that nobody made", () => expectRefused({ authorization: "Bearer dh_0123456789" }, 401, "KEY_UNKNOWN"));
    it("with an expired key", async () => {
      await expectRefused(await hub.authorize({ role: "ADMIN", expiresAt: "2020-01-01T00:00:00.000Z" }), 401, "KEY_EXPIRED");
    });
    it("with a revoked key", async () => {
      const key = await keyFor("ADMIN", null);
      const [{ id }] = (await hub.database.query("SELECT MAX(id) AS id FROM api_key")) as [{ id: number }];
      await revokeApiKey(hub.database, id, "test");
      await expectRefused(key, 401, "KEY_REVOKED");
    });
    const below = roleBelow(action);
    if (below !== undefined) {
      it("with a key of a lesser role", async () => {
        const key = await keyFor(below, null);
        before = await state();
        await expectRefused(key, 200, "FORBIDDEN");
        await unchanged();
      });
    }
    it("with a key for another unit", async () => {
      const key = await keyFor(least, [OTHER]);
      before = await state();
      await expectRefused(key, 200, "FORBIDDEN");
      await unchanged();
    });
    it("with the right key", async () => {
      const told = await send(row, await keyFor(least, [OWN, LATER]));
      expect(told).toMatchObject({ status: 200, code: undefined, answer: row.right(fixture) });
    });
  });

  it("tells the holder of a key for some units of their events alone, and another of all, page by page", async () => {
    const read = async (units: readonly string[] | null, after: string | null = null) => {
      const query = `query ($after: String) {
        auditEvents(first: 5, after: $after) { totalCount nodes { sequence subject detail previousHash hash } pageInfo { endCursor } }
      }`;
      const response = await hub.post({ query, variables: { after } }, await keyFor("ADMIN", units));
      const { data } = (await response.json()) as { data: { auditEvents: AuditPage } };
      return data.auditEvents;
    };
    const code = ((await hub.database.query("SELECT code FROM unit WHERE name = ?", [OTHER])) as [{ code: string }])[0].code;
    const ofOther = async () => (await read([OTHER])).nodes;
    // Nothing has happened but that keys were made for it.
    expect(new Set((await ofOther()).map(({ subject }) => subject.split(" ")[0]))).toEqual(new Set(["key"]));
    await take(disclosureText({ unitName: OTHER, year: 2019 }), true);
    expect((await ofOther()).slice(1, 3).map(({ subject }) => subject.split(" ")[0])).toEqual([code, code]);
    const [newer, all] = [await read(null), await findNewestAuditEvents(hub.database, 1_000)];
    const older = await read(null, newer.pageInfo.endCursor);
    const chain = [...newer.nodes, ...older.nodes];
    expect(chain.map(({ sequence }) => sequence)).toEqual(chain.map((_, index) => chain[0]!.sequence - index));
    expect(chain.slice(0, -1).map(({ previousHash }) => previousHash)).toEqual(chain.slice(1).map(({ hash }) => hash));
    // Keys were made for these questions.
    expect(all.length - newer.totalCount).toBeLessThan(3);
  });

  it("asks the holder of a key for some units for all that a merger is about", async () => {
    const row = MUTATIONS["recordMerger"];
    expect((await send(row!, await keyFor("ADMIN", [OWN]))).code).toBe("FORBIDDEN");
  });

  it("runs no mutation by GET, key or not", async () => {
    const before = await state();
    const search = new URLSearchParams({ query: `mutation { withdrawDisclosure(id: "${fixture.correction}") { errors { code } } }` });
    const headers = await keyFor("ADMIN", null);
    const response = await fetch(`${hub.url}/graphql?${search.toString()}`, { headers });
    expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
    expect((await findNewestAuditEvents(hub.database, 1))[0]?.action).toBe("CREATE_KEY");
    expect((await state()) as unknown[]).toEqual([expect.anything(), ...(before as unknown[]).slice(1)]);
  });

  it("lets no cache keep what the holder of a key was answered", async () => {
    const response = await hub.post({ query: "{ hub { dataVersion } }" }, await keyFor("EDITOR", null));
    expect(response.headers.get("cache-control")).toBe("no-store");
  });
});
