import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { getMetadataArgsStorage } from "typeorm";
import { z } from "zod";
import { CsvFile } from "../../../src/ingest/package/csv-file";
import { describePackage, PackageError, readDescriptor } from "../../../src/ingest/package/package-descriptor";
import { PackageRows } from "../../../src/ingest/package/package-rows";
import { MEASURES } from "../../../src/model/measures";
import { DisclosureRevisionRow } from "../../../src/store/entities/disclosure-revision.entity";
import { SourceDocumentRow } from "../../../src/store/entities/source-document.entity";
import { UnitRow } from "../../../src/store/entities/unit.entity";
import type { CarriedRow } from "../../../src/store/package/package-column";
import {
  columnsOf,
  DISCLOSURES,
  FIGURES,
  OFFICES,
  PACKAGE_TABLES,
  READINGS,
  RELATIONS,
  UNITS,
} from "../../../src/store/package/package-tables";
import type { PackageTable } from "../../../src/store/package/package-tables";
import { CARRIED_ENTITIES } from "../../../src/store/package/save-carried-disclosure";

const EMPTY = { bytes: 10, sha256: "0".repeat(64), rows: 0 };
const describeAll = (): string =>
  describePackage({ dataVersion: 7, at: "2026-01-02T03:04:05.000Z", files: new Map(PACKAGE_TABLES.map((table) => [table, EMPTY])) });

/** As the profiles of Frictionless v1 have it: tabular-data-package, tabular-data-resource, csv-dialect and table-schema. */
const NAME = z.string().regex(/^([-a-z0-9._/])+$/);
const CONSTRAINTS = z.strictObject({
  required: z.boolean().optional(),
  enum: z.array(z.string()).min(1).optional(),
  maxLength: z.number().int().optional(),
  minimum: z.number().optional(),
  pattern: z.string().optional(),
});
const FIELD = z.strictObject({
  name: z.string().min(1),
  title: z.string(),
  type: z.enum(["string", "number", "integer", "boolean", "object", "array"]),
  constraints: CONSTRAINTS.optional(),
  columnType: z.string().optional(),
});
const FOREIGN_KEY = z.strictObject({
  fields: z.array(z.string()).min(1),
  reference: z.strictObject({ resource: z.string(), fields: z.array(z.string()).min(1) }),
});
const RESOURCE = z.strictObject({
  profile: z.literal("tabular-data-resource"),
  name: NAME,
  title: z.string(),
  description: z.string(),
  path: z.string().regex(/^(?=^[^./~])(^((?!\.{2}).)*$).*$/),
  format: z.literal("csv"),
  mediatype: z.string().regex(/^(.+)\/(.+)$/),
  encoding: z.literal("utf-8"),
  bytes: z.number().int(),
  hash: z.string().regex(/^([^:]+:[a-fA-F0-9]+|[a-fA-F0-9]{32}|)$/),
  rowCount: z.number().int(),
  dialect: z.strictObject({
    delimiter: z.literal(","),
    lineTerminator: z.literal("\n"),
    quoteChar: z.literal('"'),
    doubleQuote: z.literal(true),
    skipInitialSpace: z.literal(false),
    header: z.literal(true),
  }),
  schema: z.strictObject({
    fields: z.array(FIELD).min(1),
    missingValues: z.array(z.string()).min(1),
    primaryKey: z.array(z.string()).min(1),
    foreignKeys: z.array(FOREIGN_KEY).min(1).optional(),
    extraFields: z.array(FIELD.extend({ title: z.string().optional(), constant: z.string() })).optional(),
  }),
});
const PACKAGE = z.strictObject({
  profile: z.literal("tabular-data-package"),
  name: NAME,
  title: z.string(),
  description: z.string(),
  version: z.string(),
  created: z.iso.datetime(),
  keywords: z.array(z.string()).min(1),
  disclosureHub: z.strictObject({
    layout: z.literal(1),
    hubVersion: z.string(),
    dataVersion: z.literal(7),
    dataVersionAt: z.string(),
    fiscalDataPackage: z.literal("1.0"),
  }),
  resources: z.array(RESOURCE).min(1),
});
/** The taxonomy of budgets of the Fiscal Data Package, as far as it is used: the type that a column has to have. */
const COLUMN_TYPES: Readonly<Record<string, string>> = {
  value: "number",
  "value-kind:code": "string",
  "value-kind:label": "string",
  "value-currency:code": "string",
  "administrative-classification:generic:code": "string",
  "administrative-classification:generic:label": "string",
  "activity:generic:project:code": "string",
  "activity:generic:project:label": "string",
  "fin-source:generic:code": "string",
  "phase:id": "string",
  "date:fiscal-year": "integer",
};

describe("datapackage.json", () => {
  const descriptor = PACKAGE.parse(JSON.parse(describeAll()));

  it("is a Tabular Data Package with the column types of the Fiscal Data Package", () => {
    const typed = descriptor.resources.flatMap(({ schema }) => [...schema.fields, ...(schema.extraFields ?? [])]);
    const told = typed.flatMap(({ columnType, type }) => (columnType === undefined ? [] : [[columnType, type]]));
    expect(told.filter(([columnType = "", type]) => COLUMN_TYPES[columnType] !== type)).toEqual([]);
    const figures = descriptor.resources.find(({ name }) => name === "figures");
    expect(figures?.schema.fields.filter(({ columnType }) => columnType).map(({ name, columnType }) => [name, columnType])).toEqual([
      ["unit", "administrative-classification:generic:code"],
      ["year", "date:fiscal-year"],
      ["measure", "value-kind:code"],
      ["stage", "phase:id"],
      ["amount", "value"],
    ]);
    expect(figures?.schema.extraFields).toEqual([{ name: "currency", type: "string", columnType: "value-currency:code", constant: "CNY" }]);
  });

  it("has keys that name fields which are there", () => {
    const fieldsOf = new Map(descriptor.resources.map(({ name, schema }) => [name, schema.fields.map((field) => field.name)]));
    for (const { name, schema } of descriptor.resources) {
      const own = fieldsOf.get(name) ?? [];
      expect([name, new Set(own).size]).toEqual([name, own.length]);
      for (const { fields, reference } of schema.foreignKeys ?? []) {
        const there = reference.resource === "" ? own : (fieldsOf.get(reference.resource) ?? []);
        expect([name, fields.filter((field) => !own.includes(field)), reference.fields.filter((field) => !there.includes(field))]).toEqual([
          name,
          [],
          [],
        ]);
        expect(fields).toHaveLength(reference.fields.length);
      }
      expect([name, schema.primaryKey.filter((field) => !own.includes(field))]).toEqual([name, []]);
    }
  });

  it("is the same for the same data, and reads back", () => {
    expect(describeAll()).toBe(describeAll());
    expect(readDescriptor(describeAll())).toMatchObject({ dataVersion: 7 });
    expect(() => readDescriptor("{")).toThrow(PackageError);
    expect(() => readDescriptor(describeAll().replace('"layout": 1', '"layout": 2'))).toThrow(/says layout 2, and this hub reads layout 1/);
    expect(() => readDescriptor(describeAll().replace('"name": "offices"', '"name": "offices-of-tomorrow"'))).toThrow(
      /names a resource offices-of-tomorrow/,
    );
  });
});

describe("the files of a package", () => {
  /** Columns of an entity that no column of a file is read into; beside those that follow from the disclosure or are of one hub alone. */
  const leftOut = (entity: unknown, table: PackageTable, ownOfHub: readonly string[]): string[] => {
    const carried = new Set(columnsOf(table).flatMap(({ selects }) => Object.keys(selects)));
    return getMetadataArgsStorage()
      .columns.filter(({ target }) => target === entity)
      .map(({ propertyName }) => propertyName)
      .filter((name) => !carried.has(name) && !ownOfHub.includes(name));
  };
  const OF_REVISION = ["revisionId", "unitId", "visibleFrom", "visibleTo"];
  /** A subject by its code, a section's kind under another name. */
  const BY_ANOTHER_NAME = ["subjectId", "baseSubjectId", "kind"];
  /** What follows from a name that is carried. */
  const OF_NAME = ["nameKey"];

  it.each(CARRIED_ENTITIES.map(([table, entity]) => [table.name, table, entity] as const))(
    "carry every column of %s",
    (_name, table, entity) => {
      expect(leftOut(entity, table, [...OF_REVISION, ...BY_ANOTHER_NAME, ...OF_NAME])).toEqual([]);
    },
  );

  it("carry every column of a disclosure, its document and its unit but what is of one hub alone", () => {
    expect(leftOut(DisclosureRevisionRow, DISCLOSURES, [])).toEqual([
      "id",
      "disclosureId",
      "revision",
      "documentId",
      "extractionId",
      "unitId",
      "status",
      "visibleFrom",
      "visibleTo",
      "importedAt",
      "publishedAt",
    ]);
    expect(leftOut(SourceDocumentRow, DISCLOSURES, [])).toEqual(["id", "fileName", "format", "byteLength", "importedAt"]);
    expect(leftOut(UnitRow, UNITS, [])).toEqual(["id", "nameKey", "parentId", "draftOnly"]);
  });
});

describe("a file of a package", () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), "hub-csv-"));
  afterAll(() => rmSync(folder, { recursive: true }));

  const KEY: CarriedRow = { unit: "990100-abc", fiscalYear: 2024, kind: 2, scope: 1 };

  const written = async (table: PackageTable, rows: readonly CarriedRow[], ofDisclosure: boolean) => {
    const file = path.join(folder, "data", `${table.name}.csv`);
    rmSync(path.join(folder, "data"), { recursive: true, force: true });
    mkdirSync(path.join(folder, "data"));
    const csv = await CsvFile.create(file, columnsOf(table));
    await csv.add(rows, ofDisclosure ? KEY : undefined);
    return { told: await csv.finish(), text: readFileSync(file, "utf8") };
  };

  it("keeps every character of a text, formulas too, and tells its bytes, rows and hash", async () => {
    const names = ['甲“处”,"乙"\n丙', "=SUM(A1)", "-1", "+86", "@x", "\ttab", "a\r\nb", " space ", "𠮷"];
    const rows = names.map((name, seq) => ({ seq, name }));
    const { told, text } = await written(OFFICES, rows, true);
    expect(text.slice(0, 79)).toBe('unit,year,kind,scope,seq,name\n990100-abc,2024,FINAL_ACCOUNTS,UNIT,0,"甲“处”,""乙""');
    const bytes = Buffer.from(text);
    expect(told).toEqual({ bytes: bytes.length, rows: names.length, sha256: createHash("sha256").update(bytes).digest("hex") });
    expect(await new PackageRows(folder, OFFICES).takeOf(KEY)).toEqual(rows);
  });

  const address = { subject: null, stage: 3, status: 1, derived: 0 };

  it("has money in 元 with two decimals, and all else beside it, exactly", async () => {
    const rows: CarriedRow[] = [
      { ...address, measureId: MEASURES.EXPENDITURE_TOTAL.id, value: 123_456_789_012_345, reading: 0 },
      { ...address, measureId: MEASURES.VEHICLES_HELD.id, value: 12, reading: 1 },
      { ...address, measureId: MEASURES.CITATION_COVERAGE.id, value: 987_654, reading: -1 },
      { ...address, measureId: MEASURES.OVERSEAS_TRAVEL.id, status: 3, value: null, reading: 2, subject: "2040601" },
    ];
    const { text } = await written(FIGURES, rows, true);
    expect(text.split("\n").map((line) => line.split(",").slice(4).join(","))).toEqual([
      "measure,subject,stage,status,amount,quantity,derived,reading",
      "EXPENDITURE_TOTAL,,FINAL,REPORTED,1234567890123.45,,false,0",
      "VEHICLES_HELD,,FINAL,REPORTED,,12,false,1",
      "CITATION_COVERAGE,,FINAL,REPORTED,,98.7654,false,-1",
      "OVERSEAS_TRAVEL,2040601,FINAL,NOT_DISCLOSED,,,false,2",
      "",
    ]);
    expect(await new PackageRows(folder, FIGURES).takeOf(KEY)).toEqual(rows);
  });

  it("tells a printed rate in percent and the step of its last digit", async () => {
    const cited = { blockIndex: 1, rowIndex: null, cellIndex: null, startOffset: 0, endOffset: 5 };
    const base = { subject: null, stage: 3, printed: "5.62%", text: "增长5.62%", section: "TOTALS", sectionTitle: "", ...cited };
    const relation = {
      ...base,
      seq: 0,
      form: "CHANGE_RATE",
      measureId: MEASURES.EXPENDITURE_TOTAL.id,
      baseStage: 4,
      baseMeasureId: null,
      baseSubject: null,
    };
    const rows: CarriedRow[] = [{ ...relation, value: 56_200, step: 1_000_000, direction: "INCREASE" }];
    const { text } = await written(RELATIONS, rows, true);
    expect(text).toContain(",CHANGE_RATE,EXPENDITURE_TOTAL,,FINAL,PRIOR_FINAL,,,,5.6200,0.01,5.62%,");
    expect(await new PackageRows(folder, RELATIONS).takeOf(KEY)).toEqual(rows);
  });

  it.each<[why: string, table: PackageTable, change: (text: string) => string, told: RegExp]>([
    [
      "an unknown word",
      OFFICES,
      (text) => text.replace("FINAL_ACCOUNTS", "FINAL"),
      /offices.csv, row 1, column kind: “FINAL” is not one of BUDGET, FINAL_ACCOUNTS/,
    ],
    ["a missing cell", OFFICES, (text) => text.replace(",0,x", ",0"), /offices.csv, row 1: it has 5 cells, not 6/],
    ["an empty cell", OFFICES, (text) => text.replace(",0,x", ",,x"), /offices.csv, row 1, column seq: “” is not a whole number from 0/],
  ])("names the place of %s", async (_why, table, change, told) => {
    const { text } = await written(table, [{ seq: 0, name: "x" }], true);
    writeFileSync(path.join(folder, "data", `${table.name}.csv`), change(text));
    await expect(new PackageRows(folder, table).takeOf(KEY)).rejects.toThrow(told);
  });

  it("refuses a value in the column of the other unit", async () => {
    const { text } = await written(FIGURES, [{ ...address, measureId: MEASURES.VEHICLES_HELD.id, value: 12, reading: 1 }], true);
    writeFileSync(path.join(folder, "data/figures.csv"), text.replace(",,12,", ",12.00,,"));
    await expect(new PackageRows(folder, FIGURES).takeOf(KEY)).rejects.toThrow(
      /column amount: is filled, and the measure belongs into the other column/,
    );
  });

  it("does not write a row that the hub cannot hold", async () => {
    await expect(written(UNITS, [{ code: "a", name: null }], false)).rejects.toThrow("The hub holds a row without name");
    await expect(written(READINGS, [{ seq: 0, measureId: 1, subject: null }], true)).rejects.toThrow(/which no release has used/);
  });
});
