import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { checkRelated } from "../../../src/check/check-related";
import { importDocument } from "../../../src/ingest/import-document";
import type { CarriedImport } from "../../../src/ingest/package/import-package";
import { importPackage } from "../../../src/ingest/package/import-package";
import { PackageError } from "../../../src/ingest/package/package-descriptor";
import { verifyPackage } from "../../../src/ingest/package/verify-package";
import { writePackage } from "../../../src/ingest/package/write-package";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { DisclosureRevisionRow } from "../../../src/store/entities/disclosure-revision.entity";
import { UnitRow } from "../../../src/store/entities/unit.entity";
import { loadDenominators } from "../../../src/store/load-denominators";
import { loadLineage } from "../../../src/store/load-lineage";
import { loadPrices } from "../../../src/store/load-prices";
import type { Database } from "../../../src/store/open-database";
import { publishRevision, withdrawRevision } from "../../../src/store/publish-revision";
import { registerUnits } from "../../../src/store/register-units";
import type { RegionEntry, UnitEntry } from "../../../src/store/register-units";
import { createRowReader } from "../../../src/store/row-reader";
import type { RowReader } from "../../../src/store/row-reader";
import { upsertUnit } from "../../../src/store/upsert-unit";
import { checksumsOf, editDescriptor, editFile, linesOf, readDescriptorFile } from "../../support/data-packages";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const SAMPLES = path.join(PACKAGE_ROOT, "samples");
const PACK = JSON.parse(readFileSync(path.join(SAMPLES, "pack.json"), "utf8")) as { regions: RegionEntry[]; units: UnitEntry[] };
const DOCUMENTS = [
  "2024/yunxi-finance-budget.txt",
  "2024/yunxi-finance-final-accounts.txt",
  "2024/yunxi-justice-department-final-accounts.txt",
  "2024/yunxi-legal-aid-final-accounts.txt",
  // Contradictions, and tables that are said to be attached.
  "2023/beiyuan-justice-own-final-accounts.txt",
];
const OPERATIONS = path.join(PACKAGE_ROOT, "schema", "operations");
const VARIABLES = JSON.parse(readFileSync(path.join(OPERATIONS, "variables.json"), "utf8")) as Record<string, Record<string, unknown>>;

const folder = mkdtempSync(path.join(os.tmpdir(), "hub-package-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** The same documents make the same files on every engine. */
const byEngine: Record<string, string>[] = [];

describe.each(testEngines())("a data package on %s", (engine) => {
  let hub: GraphSession;
  let other: GraphSession;
  let reader: RowReader;
  const home = path.join(folder, engine);
  const exported = path.join(home, "exported");

  const write = (target: string, from: RowReader = reader, options: { replace?: boolean; signal?: AbortSignal } = {}) =>
    writePackage(from, target, { replace: options.replace === true, ...(options.signal && { signal: options.signal }) });

  const read = async (database: Database, from: string, publish = true, signal?: AbortSignal) => {
    const disclosures: CarriedImport[] = [];
    const verified = await verifyPackage(from);
    const onDisclosure = (one: CarriedImport): void => void disclosures.push(one);
    const imported = await importPackage(database, verified, { publish, onDisclosure, ...(signal && { signal }) });
    return { ...imported, disclosures, outcomes: disclosures.map(({ result }) => ("code" in result ? result.code : result.saved.outcome)) };
  };

  /** Writes what a hub publishes and answers the checksums. */
  const exportOf = async (session: GraphSession, name: string): Promise<Record<string, string>> => {
    const from = createRowReader(session.database);
    await write(path.join(home, name), from);
    from.close();
    return checksumsOf(path.join(home, name));
  };

  const copyOf = (name: string): string => {
    const copy = path.join(home, name);
    cpSync(exported, copy, { recursive: true });
    return copy;
  };

  beforeAll(async () => {
    mkdirSync(home);
    hub = await openGraphSession(engine);
    other = await openGraphSession(engine);
    reader = createRowReader(hub.database);
    await registerUnits(hub.database, PACK.regions, PACK.units);
    for (const file of DOCUMENTS) await hub.publish(path.basename(file), readFileSync(path.join(SAMPLES, file)));
    const changer = { actor: "test", admit: () => undefined };
    await upsertUnit(hub.database, { name: "云溪市财政局（示例）", aliases: ["云溪财政", "云溪市财政税务局"] }, checkRelated, changer);
    const file = { actor: "test", name: "test.csv", sha256: "0".repeat(64), unreadable: [] };
    const head = { unit: "云溪市财政局（示例）", year: 2024, factor: "STAFF", value: 71, source: "编制，含“借调”" } as const;
    await loadDenominators(hub.database, [{ ...head, line: 2 }], file);
    await loadPrices(
      hub.database,
      [
        { year: 2023, level: 1_000_000, source: "公报", line: 2 },
        { year: 2024, level: 1_002_500, source: "公报", line: 3 },
      ],
      file,
    );
    const rename = {
      predecessor: "云溪市法律援助中心（示例）",
      successor: "云溪市商务局（示例）",
      year: 2026,
      form: "RENAME",
      source: "批复",
    } as const;
    await loadLineage(hub.database, [{ ...rename, line: 2 }], checkRelated, file);
    // What nobody is to find in the files: a superseded revision, a withdrawn disclosure, a draft of a known unit and one of an unknown unit.
    const take = async (unitName: string, total: string, publish: boolean): Promise<number> => {
      const bytes = disclosureText({ unitName: `${unitName}（本级）`, year: 2022, total });
      return (await importDocument(hub.database, { fileName: "text.txt", bytes }, { publish, acceptLoss: true })).saved.revisionId;
    };
    await take("云溪市商务局（示例）", "61,111.11", true);
    await take("云溪市商务局（示例）", "1,234.50", true);
    await withdrawRevision(hub.database, await take("云溪市司法局（示例）", "62,222.22", true), checkRelated);
    await take("青岚县司法局（示例）", "63,333.33", false);
    await take("草稿市审计局", "64,444.44", false);
    await write(exported);
  }, 120_000);

  afterAll(async () => {
    reader.close();
    await hub.close();
    await other.close();
  });

  it("holds what is published at a data version, and nothing else", async () => {
    expect(readDescriptorFile(exported).disclosureHub.dataVersion).toBe(
      Number((await hub.database.query("SELECT data_version AS v FROM hub_state"))[0].v),
    );
    const [names = "", ...disclosures] = linesOf(exported, "disclosures");
    expect(names).toMatch(/^unit,year,kind,scope,unit_name_printed,/);
    expect(disclosures).toHaveLength(DOCUMENTS.length + 1);
    const everything = ["datapackage.json", ...readdirSync(path.join(exported, "data")).map((name) => path.join("data", name))]
      .map((name) => readFileSync(path.join(exported, name), "utf8"))
      .join("\n");
    expect(everything).toContain("1,234.50");
    for (const secret of ["61,111.11", "61111.11", "62,222.22", "62222.22", "63,333.33", "63333.33", "64,444.44", "64444.44", "草稿市"]) {
      expect([secret, everything.includes(secret)]).toEqual([secret, false]);
    }
    expect(linesOf(exported, "units").filter((line) => line.endsWith(",true"))).toHaveLength(PACK.units.length);
    expect(linesOf(exported, "figures").find((line) => line.includes(",2022,") && line.includes(",EXPENDITURE_TOTAL,,FINAL,"))).toMatch(
      /,2022,FINAL_ACCOUNTS,UNIT,EXPENDITURE_TOTAL,,FINAL,REPORTED,12345000\.00,,false,\d+$/,
    );
    expect(linesOf(exported, "denominators")[1]).toMatch(/,2024,STAFF,71,编制，含“借调”$/);
    byEngine.push(checksumsOf(exported));
    expect(byEngine.at(-1)).toEqual(byEngine[0]);
  });

  it("comes back from another hub with the same checksums; importing it again changes nothing", async () => {
    const first = await read(other.database, exported);
    expect(first.outcomes).toEqual(DOCUMENTS.map(() => "SAVED").concat("SAVED"));
    expect(first.register?.kept).toBe(0);
    expect(await exportOf(other, "again")).toEqual(checksumsOf(exported));
    const second = await read(other.database, exported);
    expect(second.outcomes.every((outcome) => outcome === "UNCHANGED")).toBe(true);
    expect(second.register).toEqual({ added: 0, kept: 0 });
    // Nor does one of its documents, read by the other hub itself.
    const bytes = readFileSync(path.join(SAMPLES, "2024/yunxi-finance-final-accounts.txt"));
    expect((await importDocument(other.database, { fileName: "same.txt", bytes }, { publish: true })).saved.outcome).toBe("UNCHANGED");
  }, 60_000);

  it("answers questions like the hub it comes from", async () => {
    const own = new Set([
      "id",
      "cursor",
      "importedAt",
      "publishedAt",
      "dataVersion",
      "revision",
      "revisions",
      "updatedAt",
      "recentDisclosures",
      "startCursor",
      "endCursor",
    ]);
    const plain = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(plain);
      if (typeof value !== "object" || value === null) return value;
      return Object.fromEntries(Object.entries(value).flatMap(([key, one]) => (own.has(key) ? [] : [[key, plain(one)]])));
    };
    const questions = readdirSync(OPERATIONS).filter((name) => name.endsWith(".graphql") && !/^(10|12)-/.test(name));
    for (const name of questions) {
      const source = readFileSync(path.join(OPERATIONS, name), "utf8");
      const variables = VARIABLES[path.basename(name, ".graphql")];
      const [there, here] = [await hub.ask(source, variables), await other.ask(source, variables)];
      expect([name, here.errors]).toEqual([name, there.errors]);
      expect([name, plain(here.data)]).toEqual([name, plain(there.data)]);
    }
    expect(questions.length).toBeGreaterThan(8);
    const perHead = `{ compare(where: { units: ["云溪财政"], years: [2024] }, measures: [EXPENDITURE_TOTAL], per: STAFF) { rows { cells { value citation { text } } } } }`;
    const [there, here] = [await hub.ask(perHead), await other.ask(perHead)];
    expect(here.data).toEqual(there.data);
    expect(here.data.compare.rows[0].cells[0].value).toBeGreaterThan(0);
  }, 60_000);

  it("fills a hub that has something of its own, and overwrites none of it; without publishing readers see nothing", async () => {
    const third = await openGraphSession(engine);
    try {
      const changer = { actor: "test", admit: () => undefined };
      await upsertUnit(third.database, { name: "云溪市财政局（示例）", natureText: "自有说法" }, checkRelated, changer);
      await third.publish("own.txt", disclosureText({ unitName: "自有市财政局（本级）" }));
      const before = Number((await third.database.query("SELECT data_version AS v FROM hub_state"))[0].v);
      const drafts = await read(third.database, exported, false);
      expect(drafts.register).toBeUndefined();
      expect(drafts.outcomes.every((outcome) => outcome === "SAVED")).toBe(true);
      const seen = "{ disclosures { totalCount } units { totalCount } }";
      expect((await third.ask(seen)).data).toEqual({ disclosures: { totalCount: 1 }, units: { totalCount: 2 } });
      expect(Number((await third.database.query("SELECT data_version AS v FROM hub_state"))[0].v)).toBe(before);

      const stopped = new AbortController();
      const some: CarriedImport[] = [];
      const partly = await importPackage(third.database, await verifyPackage(exported), {
        publish: true,
        signal: stopped.signal,
        onDisclosure: (one) => (some.push(one), some.length === 2 && stopped.abort()),
      });
      expect([some.length, partly.left]).toEqual([2, DOCUMENTS.length - 1]);
      const rest = await read(third.database, exported);
      expect(rest.outcomes.every((outcome) => outcome === "UNCHANGED")).toBe(true);
      expect(rest.disclosures.every(({ result }) => "published" in result && result.published)).toBe(true);
      expect((await third.ask(seen)).data.disclosures.totalCount).toBe(DOCUMENTS.length + 2);
      expect(await third.database.manager.findOneByOrFail(UnitRow, { name: "云溪市财政局（示例）" })).toMatchObject({
        natureText: "自有说法",
        regionCode: "990100",
        draftOnly: null,
      });
      const all = await exportOf(third, "with-own");
      const exportedSums = checksumsOf(exported);
      expect(all["prices"]).toBe(exportedSums["prices"]);
      // A unit that it knew keeps its code.
      const { code } = await third.database.manager.findOneByOrFail(UnitRow, { name: "云溪市财政局（示例）" });
      const figures = new Set(linesOf(path.join(home, "with-own"), "figures"));
      const [place = "", letters = ""] = code.split("-");
      const carried = linesOf(exported, "figures").map((line) =>
        line.replace(/^\w+-(\w+)/, (own, ending: string) => (ending === letters ? `${place}-${letters}` : own)),
      );
      expect(carried.filter((line) => !figures.has(line))).toEqual([]);
    } finally {
      await third.close();
    }
  }, 60_000);

  it("is refused whole for a changed byte, a dropped row, a missing file, another layout or another column, and nothing is stored", async () => {
    const count = () => other.database.manager.count(DisclosureRevisionRow);
    const before = await count();
    const refusal = async (name: string, change: (copy: string) => void): Promise<string> => {
      const copy = copyOf(name);
      change(copy);
      const error: unknown = await read(other.database, copy).catch((refused: unknown) => refused);
      expect(error).toBeInstanceOf(PackageError);
      return (error as PackageError).message.replaceAll(copy, "DIR");
    };
    expect(
      await refusal("flipped", (copy) =>
        editFile(copy, "figures", (text) => text.replace("12345000.00", "12345001.00"), { honest: false }),
      ),
    ).toMatch(
      /^DIR is not as it was exported; nothing was imported\n {2}data\/figures.csv was changed: its SHA-256 is not [0-9a-f]{64}; copy it again$/,
    );
    const shorter = await refusal("dropped", (copy) => {
      editFile(copy, "readings", (text) => text.slice(0, text.lastIndexOf("\n", text.length - 2) + 1), { honest: false });
      unlinkSync(path.join(copy, "data/prices.csv"));
    });
    expect(shorter).toMatch(/data\/prices.csv is missing; copy the whole folder again/);
    expect(shorter).toMatch(/data\/readings.csv has \d+ bytes and (\d+) rows, not \d+ and \d+; copy it again/);
    const layout = (copy: string) => editDescriptor(copy, (descriptor) => void (descriptor.disclosureHub.layout = 99));
    expect(await refusal("layout", layout)).toMatch(/says layout 99, and this hub reads layout 1/);
    const renamed = (copy: string) => editFile(copy, "figures", (text) => text.replace(",amount,", ",sum,"), { honest: true });
    expect(await refusal("column", renamed)).toMatch(/data\/figures.csv: the columns are not unit,.*missing: amount; not known: sum/);
    const counted = (copy: string) =>
      editDescriptor(copy, ({ resources }) => resources.forEach((resource) => (resource.rowCount += resource.name === "units" ? 1 : 0)));
    expect(await refusal("counted", counted)).toMatch(/data\/units.csv has 8 rows, and datapackage.json says 9/);
    expect(await refusal("foreign", (copy) => writeFileSync(path.join(copy, "datapackage.json"), "{}"))).toMatch(
      /no package of a disclosure hub/,
    );
    expect(await refusal("none", (copy) => unlinkSync(path.join(copy, "datapackage.json")))).toMatch(
      /^There is no datapackage.json in DIR/,
    );
    const outside = (copy: string) =>
      editDescriptor(copy, ({ resources }) => void Object.assign(resources[0] ?? {}, { path: "../../units.csv" }));
    expect(await refusal("outside", outside)).toMatch(/has units in \.\.\/\.\.\/units\.csv, not in data\/units\.csv/);
    expect(await count()).toBe(before);
  });

  // What is read and judged is the same whatever engine it goes to.
  const onOneEngine = (name: string, test: () => Promise<void>, milliseconds: number): void => {
    if (engine === testEngines()[0]) it(name, test, milliseconds);
  };
  onOneEngine(
    "tells what cannot be read of a disclosure, by file, row and column, and imports the others; its own rules judge the figures",
    async () => {
      const fourth = await openGraphSession(engine);
      try {
        const copy = copyOf("bad-cell");
        editFile(copy, "figures", (text) => text.replace("12345000.00", "1.2345e7"), { honest: true });
        editFile(copy, "findings", (text) => text.replace(/,SUBJECT_TREE_[A-Z_]+,/, ",RULE_OF_TOMORROW,"), { honest: true });
        const { disclosures } = await read(fourth.database, copy, false);
        const failed = disclosures.flatMap(({ result }) => ("code" in result ? [result] : []));
        expect(failed.map(({ code }) => code)).toEqual(failed.map(() => "PACKAGE_UNREADABLE"));
        const told = failed.map(({ text }) => text).join("\n");
        expect(told).toMatch(
          /data\/figures.csv, row \d+, column amount: “1.2345e7” is not a decimal number with at most 2 decimals; nothing of it was kept/,
        );
        expect(failed.length).toBeLessThan(disclosures.length);
        expect(await fourth.database.manager.count(DisclosureRevisionRow)).toBe(disclosures.length - failed.length);

        // A judgement of other rules, and a figure that the text does not tell.
        const otherwise = copyOf("otherwise");
        editFile(otherwise, "findings", (text) => text.replace(/,ERROR,MONEY,/, ",INFO,MONEY,"), { honest: true });
        const changed = (text: string): string => text.replaceAll("12345000.00", "12345001.00");
        for (const name of ["figures", "readings"]) editFile(otherwise, name, changed, { honest: true });
        const recheckOf = (results: readonly CarriedImport[]) =>
          results.flatMap(({ key, result }) =>
            "code" in result || result.recheck === "SAME" ? [] : [[key[1], result.recheck, result.saved.outcome]],
          );
        expect(recheckOf((await read(fourth.database, otherwise)).disclosures)).toEqual([
          ["2023", "RECHECKED", "SAVED"],
          ["2022", "READ_OTHERWISE", "SAVED"],
        ]);
        expect(recheckOf((await read(fourth.database, otherwise)).disclosures).map(([, , outcome]) => outcome)).toEqual([
          "UNCHANGED",
          "UNCHANGED",
        ]);
        const sums = await exportOf(fourth, "rechecked");
        expect(sums["findings"]).toBe(checksumsOf(exported)["findings"]);
        expect(sums["outcomes"]).toBe(checksumsOf(exported)["outcomes"]);
        expect(sums["figures"]).toBe(checksumsOf(otherwise)["figures"]);

        const strayed = copyOf("strayed");
        const swap = (text: string): string => {
          const [names = "", ...lines] = text.trimEnd().split("\n");
          return `${[names, ...lines.slice(1), lines[0]].join("\n")}\n`;
        };
        editFile(strayed, "offices", swap, { honest: true });
        await expect(read(fourth.database, strayed)).rejects.toThrow(
          /data\/offices.csv, row \d+: it belongs to no disclosure of the package, or stands out of order/,
        );
      } finally {
        await fourth.close();
      }
    },
    60_000,
  );

  it("shows one data version, whatever is published while it is written, and is there as a whole or not at all", async () => {
    const bytes = disclosureText({ unitName: "云溪市商务局（示例）（本级）", year: 2022, total: "9,876.00" });
    const { saved } = await importDocument(hub.database, { fileName: "later.txt", bytes }, { publish: false });
    let isPublished = false;
    const busy: RowReader = {
      close: () => undefined,
      rows: async (sql, parameters) => {
        if (!isPublished && sql.includes("FROM figure t")) {
          isPublished = true;
          await publishRevision(hub.database, saved.revisionId, checkRelated);
        }
        return reader.rows(sql, parameters);
      },
    };
    await write(path.join(home, "meanwhile"), busy);
    expect(isPublished).toBe(true);
    expect(checksumsOf(path.join(home, "meanwhile"))).toEqual(checksumsOf(exported));

    await expect(write(path.join(home, "meanwhile"))).rejects.toThrow(/holds a package already; --replace puts the new one in its place/);
    await write(path.join(home, "meanwhile"), reader, { replace: true });
    expect(linesOf(path.join(home, "meanwhile"), "figures").some((line) => line.includes("98760000.00"))).toBe(true);

    mkdirSync(path.join(home, "letters"));
    writeFileSync(path.join(home, "letters", "letter.txt"), "kept");
    await expect(write(path.join(home, "letters"), reader, { replace: true })).rejects.toThrow(
      /holds other files, and none of them is touched/,
    );
    await expect(write(path.join(home, "stopped"), reader, { signal: AbortSignal.abort() })).rejects.toThrow(
      /Interrupted: nothing was written/,
    );
    expect(existsSync(path.join(home, "stopped"))).toBe(false);
    expect(readdirSync(home).filter((name) => name.includes(".part-"))).toEqual([]);
  }, 60_000);
});
