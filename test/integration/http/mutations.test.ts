import { readFileSync } from "node:fs";
import path from "node:path";
import { createUploadImporter } from "../../../src/ingest/create-upload-importer";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { findNewestAuditEvents, verifyAuditTrail } from "../../../src/store/audit-trail";
import { registerUnits } from "../../../src/store/register-units";
import { createRowReader } from "../../../src/store/row-reader";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import type { DisclosureText } from "../../support/disclosure-text";
import { serveSampleHub } from "../../support/served-hub";
import type { ServedHub } from "../../support/served-hub";

const UNIT = { region: null, level: null, parent: null, nature: null, natureText: null, activeFrom: null, activeTo: null };
const PUBLISH = `mutation ($id: ID!, $replaces: ID, $note: String) {
  publishDisclosure(id: $id, replaces: $replaces, note: $note) {
    disclosure { id status publishedAt note revisions { revision status } }
    dataVersion
    errors { __typename code message path ... on ConflictError { current { id } } }
  }
}`;
const IMPORT = `mutation ($document: ID!) {
  importDisclosure(document: $document) {
    outcome
    disclosure { id status unit { name } figure(measure: EXPENDITURE_TOTAL) { final } }
    replaces { id }
    errors { __typename code path ... on UnreadableDocumentError { reason } }
  }
}`;
const UPSERT = `mutation ($unit: UnitInput!) {
  upsertUnit(unit: $unit) { outcome unit { code name natureText parent { name } activeTo } dataVersion errors { __typename code path } }
}`;

describe.each(testEngines())("mutations on %s", (engine) => {
  let hub: ServedHub;
  let admin: { readonly authorization: string };
  beforeAll(async () => {
    hub = await serveSampleHub(engine, { samples: false });
    admin = await hub.authorize({ role: "ADMIN", name: "管理" });
  });
  afterAll(() => hub.close());

  // The shape of an answer is what the test asserts.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  const ask = async (query: string, variables: object = {}, headers: Readonly<Record<string, string>> = admin): Promise<any> => {
    const response = await hub.post({ query, variables }, headers);
    const { data, errors, extensions } = (await response.json()) as { data: Record<string, unknown>; errors?: unknown; extensions: object };
    expect(errors).toBeUndefined();
    return { ...(Object.values(data)[0] as object), extensions };
  };
  const upload = async (bytes: Uint8Array): Promise<string> => {
    const headers = { ...admin, "content-type": "application/octet-stream" };
    const response = await fetch(`${hub.url}/documents?fileName=disclosure.txt`, { method: "POST", headers, body: bytes });
    return ((await response.json()) as { id: string }).id;
  };
  const draft = async (text: DisclosureText): Promise<string> =>
    (await ask(IMPORT, { document: await upload(disclosureText(text)) })).disclosure.id as string;
  const dataVersion = async (): Promise<number> => (await ask("{ hub { dataVersion } }")).dataVersion as number;

  it("carry a document all the way: uploaded, imported, published, corrected, withdrawn", async () => {
    const unitName = "甲市财政局（本级）";
    const first = await ask(IMPORT, { document: await upload(disclosureText({ unitName, total: "100.00" })) });
    expect(first).toMatchObject({
      outcome: "SAVED",
      disclosure: { status: "DRAFT", unit: { name: "甲市财政局" }, figure: { final: 100 } },
      replaces: null,
      errors: [],
    });
    const published = await ask(PUBLISH, { id: first.disclosure.id, note: "示例" });
    expect(published).toMatchObject({
      disclosure: { id: first.disclosure.id, status: "PUBLISHED", note: "示例", revisions: [{ revision: 1, status: "PUBLISHED" }] },
      errors: [],
    });
    // What the answer as a whole says of its data is the state after the change.
    expect(published.extensions.dataVersion).toBe(published.dataVersion);

    const corrected = await ask(IMPORT, { document: await upload(disclosureText({ unitName, total: "120.00" })) });
    expect(corrected).toMatchObject({ outcome: "SAVED", replaces: { id: first.disclosure.id } });
    const again = await ask(IMPORT, { document: await upload(disclosureText({ unitName, total: "120.00" })) });
    expect(again).toMatchObject({ outcome: "UNCHANGED", disclosure: { id: corrected.disclosure.id } });
    await ask(PUBLISH, { id: corrected.disclosure.id, replaces: first.disclosure.id });
    const public_ = '{ disclosure(unit: "甲市财政局", year: 2023) { revision figure(measure: EXPENDITURE_TOTAL) { final } } }';
    expect(await ask(public_, {}, {})).toMatchObject({ revision: 2, figure: { final: 120 } });

    const withdrawn = await ask(
      'mutation ($id: ID!) { withdrawDisclosure(id: $id, note: "示例") { disclosure { status } dataVersion errors { code } } }',
      { id: corrected.disclosure.id },
    );
    expect(withdrawn).toMatchObject({ disclosure: { status: "WITHDRAWN" }, errors: [] });
    const response = await hub.post({ query: public_ });
    expect(await response.json()).toMatchObject({ data: { disclosure: null } });
    const told = (await findNewestAuditEvents(hub.database, 7)).map(({ actor, action }) => `${actor} ${action}`);
    expect(told.filter((line) => !line.endsWith("UPLOAD"))).toEqual(
      ["IMPORT", "PUBLISH", "IMPORT", "PUBLISH", "WITHDRAW"].map((action) => `key 1 (管理) ${action}`),
    );
    expect((await verifyAuditTrail(hub.database)).broken).toBeUndefined();
  });

  it("let one of two publishers at once win, and tell the other who did", async () => {
    const ids = [
      await draft({ unitName: "乙市财政局（本级）", total: "1.00" }),
      await draft({ unitName: "乙市财政局（本级）", total: "2.00" }),
    ];
    const before = await dataVersion();
    const answers = await Promise.all(ids.map((id) => ask(PUBLISH, { id })));
    const [won, lost] = answers[0].errors.length === 0 ? answers : [...answers].reverse();
    expect(won.errors).toEqual([]);
    expect(lost).toMatchObject({
      disclosure: null,
      dataVersion: null,
      errors: [{ __typename: "ConflictError", code: "CONFLICT", path: ["id"], current: { id: won.disclosure.id } }],
    });
    expect(await dataVersion()).toBe(before + 1);
  });

  it("publish one draft once, however many ask at once", async () => {
    const id = await draft({ unitName: "丙市财政局（本级）" });
    const before = await dataVersion();
    const answers = await Promise.all(Array.from({ length: 6 }, () => ask(PUBLISH, { id })));
    const codes = answers.map(({ errors }) => (errors as { code: string }[])[0]?.code ?? "PUBLISHED");
    expect(codes.sort()).toEqual([...Array<string>(5).fill("CONFLICT"), "PUBLISHED"]);
    expect(await dataVersion()).toBe(before + 1);
  });

  it("publish over nothing that the publisher has not seen", async () => {
    const first = await draft({ unitName: "丁市财政局（本级）", total: "1.00" });
    const second = await draft({ unitName: "丁市财政局（本级）", total: "2.00" });
    await ask(PUBLISH, { id: first });
    const unseen = await ask(PUBLISH, { id: second });
    expect(unseen.errors).toMatchObject([{ code: "CONFLICT", current: { id: first } }]);
    expect((await ask(PUBLISH, { id: second, replaces: first })).errors).toEqual([]);
    const old = await ask(PUBLISH, { id: first, replaces: second });
    expect(old.errors).toMatchObject([{ code: "CONFLICT", message: expect.stringContaining("SUPERSEDED") }]);
  });

  it.each([
    ["a disclosure that is none", PUBLISH, { id: "999999" }, ["NotFoundError", "NOT_FOUND", "id"]],
    ["an id that is none", PUBLISH, { id: "1; DROP TABLE unit" }, ["NotFoundError", "NOT_FOUND", "id"]],
    ["a document that nobody sent", IMPORT, { document: "0".repeat(64) }, ["NotFoundError", "NOT_FOUND", "document"]],
  ])("say which argument is wrong: %s", async (_what, query, variables, [typename, code, argument]) => {
    expect((await ask(query, variables)).errors).toMatchObject([{ __typename: typename, code, path: [argument] }]);
  });

  it("say why a document cannot be read, and keep nothing of it", async () => {
    const before = await findNewestAuditEvents(hub.database, 1_000);
    const document = await upload(Buffer.from("一篇与预算无关的文章。".repeat(20)));
    const told = await ask(IMPORT, { document });
    expect(told).toMatchObject({
      disclosure: null,
      outcome: null,
      errors: [{ __typename: "UnreadableDocumentError", code: "UNREADABLE" }],
    });
    expect(told.errors[0].reason).toMatch(/^[A-Z_]+$/);
    expect((await findNewestAuditEvents(hub.database, 1_000)).slice(before.length).map(({ action }) => action)).toEqual(["UPLOAD"]);
  });

  it("read so many documents at once and no more", async () => {
    const reader = createRowReader(hub.database);
    const importUploaded = createUploadImporter(hub.database, reader, { most: 1 });
    const documents = await Promise.all(["一", "二"].map((one) => upload(disclosureText({ unitName: `戊${one}市财政局（本级）` }))));
    const options = { actor: "test", admit: () => undefined };
    const answers = await Promise.all(documents.map((sha256) => importUploaded(sha256, options)));
    expect(answers.map(({ outcome }) => outcome)).toEqual(["SAVED", "BUSY"]);
    expect(await importUploaded(documents[1] ?? "", options)).toMatchObject({ outcome: "SAVED" });
    reader.close();
  });

  it("read what takes long after what came later, and from the beginning", async () => {
    const reader = createRowReader(hub.database);
    const importUploaded = createUploadImporter(hub.database, reader, { atOnce: 1, firstCpuSeconds: 0.1 });
    const slow = await upload(readFileSync(path.join(PACKAGE_ROOT, "docs/tutorial/notary-office-2024-final-accounts.pdf")));
    const quick = await upload(Buffer.from("一篇与预算无关的文章。".repeat(20)));
    const ended: string[] = [];
    const options = { actor: "test", admit: () => undefined };
    const answers = await Promise.all(
      [slow, quick].map(async (sha256) => {
        const { outcome } = await importUploaded(sha256, options);
        ended.push(sha256);
        return outcome;
      }),
    );
    expect([answers, ended]).toEqual([
      ["SAVED", "UNREADABLE"],
      [quick, slow],
    ]);
    reader.close();
  });

  describe("upsertUnit", () => {
    it("enters a unit, knows it again, and gives it another name, code and place", async () => {
      const before = await dataVersion();
      const made = await ask(UPSERT, { unit: { name: "己市审计局", natureText: "行政单位" } });
      expect(made).toMatchObject({ outcome: "CREATED", unit: { name: "己市审计局", natureText: "行政单位" }, errors: [] });
      expect(made.dataVersion).toBe(before + 1);
      expect(await ask(UPSERT, { unit: { name: "己市审计局（本级）" } })).toMatchObject({ outcome: "UNCHANGED", dataVersion: before + 1 });
      const coded = await ask(UPSERT, { unit: { code: "JS-1", name: "己市审计局", natureText: null } });
      expect(coded).toMatchObject({ outcome: "UPDATED", unit: { code: "JS-1", name: "己市审计局", natureText: null } });
      await ask(UPSERT, { unit: { name: "己市人民政府" } });
      const renamed = await ask(UPSERT, { unit: { code: "JS-1", name: "己市审计监督局", parent: "己市人民政府", aliases: ["己审局"] } });
      expect(renamed).toMatchObject({ unit: { code: "JS-1", name: "己市审计监督局", parent: { name: "己市人民政府" } } });
      for (const unit of ["己市审计局", "己审局", "己市审计监督局"]) {
        expect(await ask("query ($unit: String!) { unit(unit: $unit) { code } }", { unit })).toMatchObject({ code: "JS-1" });
      }
    });

    it.each([
      ["nothing to find it by", {}, "InvalidInputError", ["unit", "code"]],
      ["a code that the hub does not know, without a name", { code: "nobody" }, "InvalidInputError", ["unit", "name"]],
      ["a code that is none", { code: "a b;c" }, "InvalidInputError", ["unit", "code"]],
      ["years that run backwards", { name: "庚市审计局", activeFrom: 2024, activeTo: 2020 }, "InvalidInputError", ["unit", "activeTo"]],
      ["a region that is none", { name: "庚市审计局", region: "000001" }, "NotFoundError", ["unit", "region"]],
      ["a unit above that is none", { name: "庚市审计局", parent: "无名局" }, "NotFoundError", ["unit", "parent"]],
      ["a unit above itself", { name: "甲市财政局", parent: "甲市财政局" }, "InvalidInputError", ["unit", "parent"]],
      ["another unit's name", { name: "庚市审计局", aliases: ["甲市财政局"] }, "ConflictError", ["unit", "aliases"]],
    ])("refuses %s", async (_what, unit, typename, where) => {
      const before = await dataVersion();
      expect((await ask(UPSERT, { unit })).errors).toMatchObject([{ __typename: typename, path: where }]);
      expect(await dataVersion()).toBe(before);
    });

    it("refuses a name that is another unit's, and a circle of units", async () => {
      await registerUnits(
        hub.database,
        [],
        [
          { ...UNIT, name: "辛市局" },
          { ...UNIT, name: "辛市一所", parent: "辛市局" },
        ],
      );
      const code = (await ask('{ unit(unit: "辛市一所") { code } }')).code as string;
      expect((await ask(UPSERT, { unit: { code, name: "辛市局" } })).errors).toMatchObject([{ code: "CONFLICT" }]);
      expect((await ask(UPSERT, { unit: { name: "辛市局", parent: "辛市一所" } })).errors).toMatchObject([{ code: "INVALID" }]);
    });
  });

  it("record a merger once, which comparisons then follow, and no circle of mergers", async () => {
    const names = ["壬市规划局", "壬市国土局", "壬市自然资源局"];
    await registerUnits(
      hub.database,
      [],
      names.map((name) => ({ ...UNIT, name })),
    );
    const record = `mutation ($predecessors: [String!]!, $successor: String!, $form: LineageForm) {
      recordMerger(predecessors: $predecessors, successor: $successor, year: 2024, form: $form, source: "示例") {
        merger { predecessors { name activeTo } successor { name } year form source } dataVersion errors { __typename path }
      }
    }`;
    const merger = { predecessors: names.slice(0, 2), successor: names[2] };
    const before = await dataVersion();
    expect(await ask(record, merger)).toMatchObject({
      merger: {
        predecessors: names.slice(0, 2).map((name) => ({ name, activeTo: 2023 })),
        successor: { name: names[2] },
        ...{ year: 2024, form: "MERGER", source: "示例" },
      },
      dataVersion: before + 1,
      errors: [],
    });
    expect(await ask(record, merger)).toMatchObject({ dataVersion: before + 1, errors: [] });
    // A last year that the first record set follows the year of the second.
    const earlier = await ask(record.replace("2024", "2023"), merger);
    expect(earlier).toMatchObject({ merger: { predecessors: names.slice(0, 2).map((name) => ({ name, activeTo: 2022 })) }, errors: [] });
    const nobody = await hub.post({ query: record, variables: { ...merger, form: null } }, await hub.authorize({ role: "ADMIN" }));
    expect(await nobody.json()).toMatchObject({ errors: [{ extensions: { code: "BAD_USER_INPUT" } }] });
    const circle = await ask(record, { predecessors: [names[2]], successor: names[0] });
    expect(circle.errors).toEqual([{ __typename: "InvalidInputError", path: ["predecessors"] }]);
    const renamed = await ask(record, { ...merger, form: "RENAME" });
    expect(renamed.errors).toEqual([{ __typename: "InvalidInputError", path: ["predecessors"] }]);
  });

  it("set a denominator, by which comparisons divide at once", async () => {
    const id = await draft({ unitName: "癸市财政局（本级）", year: 2023, total: "1,200.00" });
    await ask(PUBLISH, { id });
    const set = `mutation ($value: Int!) {
      setDenominator(unit: "癸市财政局", year: 2023, denominator: STAFF, value: $value, source: "示例") {
        denominator { value source unit { name } } errors { __typename path }
      }
    }`;
    const compare = `{ compare(where: { units: ["癸市财政局"], years: [2023], scope: UNIT }, measures: [EXPENDITURE_TOTAL], per: STAFF) {
      rows { cells { value } } } }`;
    const values = async (): Promise<unknown> => (await ask(compare, {}, {})).rows[0].cells[0].value;
    expect(await values()).toBeNull();
    expect(await ask(set, { value: 100 })).toMatchObject({ denominator: { value: 100, unit: { name: "癸市财政局" } }, errors: [] });
    expect(await values()).toBe(12);
    await ask(set, { value: 50 });
    expect(await values()).toBe(24);
    expect((await ask(set, { value: 0 })).errors).toEqual([{ __typename: "InvalidInputError", path: ["value"] }]);
  });
});
