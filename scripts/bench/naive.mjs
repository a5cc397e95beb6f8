// What one would write first: TypeORM entities with relations, loaded with `find`, an answer made from them in memory, and graphql-js around it.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { buildSchema, execute, parse } from "graphql";
import { DataSource, EntitySchema, In } from "typeorm";
import { COMPARED_CODES } from "./generate.mjs";

const require = createRequire(import.meta.url);
const { MEASURES } = require("../../dist/src/model/measures.js");

const FINAL = 3;
const PRIOR_FINAL = 4;
const STATUSES = ["NOT_DISCLOSED", "REPORTED", "NOT_APPLICABLE", "NOT_DISCLOSED"];
const integer = { type: "int" };
const amount = {
  type: "bigint",
  nullable: true,
  transformer: { from: (value) => (value === null ? null : Number(value)), to: (value) => value },
};

const Unit = new EntitySchema({
  name: "Unit",
  tableName: "unit",
  columns: { id: { ...integer, primary: true }, name: { type: "varchar" } },
  relations: { disclosures: { type: "one-to-many", target: "Disclosure", inverseSide: "unit" } },
});
const Disclosure = new EntitySchema({
  name: "Disclosure",
  tableName: "disclosure_revision",
  columns: {
    id: { ...integer, primary: true },
    year: { ...integer, name: "fiscal_year" },
    kind: integer,
    status: { type: "varchar" },
  },
  relations: {
    unit: { type: "many-to-one", target: "Unit", joinColumn: { name: "unit_id" } },
    figures: { type: "one-to-many", target: "Figure", inverseSide: "disclosure" },
  },
});
const Figure = new EntitySchema({
  name: "Figure",
  tableName: "figure",
  columns: {
    revision: { ...integer, name: "revision_id", primary: true },
    measure: { ...integer, name: "measure_id", primary: true },
    subject: { ...integer, name: "subject_id", primary: true },
    stage: { ...integer, primary: true },
    value: amount,
    status: integer,
    seq: { ...integer, name: "reading" },
  },
  relations: {
    disclosure: { type: "many-to-one", target: "Disclosure", joinColumn: { name: "revision_id" } },
    reading: {
      type: "many-to-one",
      target: "Reading",
      joinColumn: [
        { name: "revision_id", referencedColumnName: "revision" },
        { name: "reading", referencedColumnName: "seq" },
      ],
    },
  },
});
const Reading = new EntitySchema({
  name: "Reading",
  tableName: "reading",
  columns: {
    revision: { ...integer, name: "revision_id", primary: true },
    seq: { ...integer, primary: true },
    text: { type: "varchar" },
    section: { type: "varchar", name: "section_title" },
  },
});

export async function openNaive(url) {
  return new DataSource({ type: "mariadb", url, charset: "utf8mb4", entities: [Unit, Disclosure, Figure, Reading] }).initialize();
}

const hundredths = (part, whole) => (whole === 0 || part === null || whole === null ? null : roundHalfAway((part * 10_000) / whole) / 100);
const roundHalfAway = (value) => Math.sign(value) * Math.round(Math.abs(value));
const inWan = (fen) => (fen === null ? null : fen / 1_000_000);

const read = (file) => readFileSync(new URL(`../../schema/${file}`, import.meta.url), "utf8");
const schema = buildSchema(read("schema.graphql"));
const document = parse(read("operations/03-compare.graphql"));

/** Query 03 for units by their names: the same answer as the hub's. */
export async function naiveAnswer(dataSource, variables) {
  const rootValue = { compare: ({ where }) => compare(dataSource, where) };
  return JSON.stringify(await execute({ schema, document, rootValue, variableValues: variables }));
}

async function compare(dataSource, { units: names, years }) {
  const found = await dataSource.getRepository(Unit).find({
    where: { name: In(names) },
    relations: { disclosures: { figures: { reading: true } } },
  });
  const byName = new Map(found.map((unit) => [unit.name, unit]));
  const measures = COMPARED_CODES.map((code) => ({ code, name: MEASURES[code].name, id: MEASURES[code].id }));
  const figureOf = (unit, year, measure, stage) =>
    unit.disclosures
      .find((one) => one.year === year && one.kind === 2 && one.status === "PUBLISHED")
      ?.figures.find((one) => one.measure === measure && one.subject === 0 && one.stage === stage);
  const valueOf = (unit, year, measure, stage) => figureOf(unit, year, measure, stage)?.value ?? null;
  const rows = names.flatMap((name) => {
    const unit = byName.get(name);
    return years.map((year) => ({
      unit: { name },
      year,
      cells: measures.map(({ id }) => {
        const figure = figureOf(unit, year, id, FINAL);
        const value = figure?.value ?? null;
        const prior = valueOf(unit, year - 1, id, FINAL) ?? valueOf(unit, year, id, PRIOR_FINAL);
        const peers = found.map((one) => valueOf(one, year, id, FINAL)).filter((one) => one !== null);
        peers.sort((a, b) => a - b);
        const middle = peers.length >> 1;
        const median =
          peers.length === 0 ? null : peers.length % 2 === 1 ? peers[middle] : roundHalfAway((peers[middle - 1] + peers[middle]) / 2);
        return {
          value: inWan(value),
          status: STATUSES[figure?.status ?? 0],
          shareOf: value === null ? null : hundredths(value, valueOf(unit, year, measures[0].id, FINAL)),
          yearOnYear: value === null || prior === null ? null : { amount: inWan(value - prior), rate: hundredths(value - prior, prior) },
          rank: value === null ? null : peers.filter((one) => one > value).length + 1,
          peerMedian: inWan(median),
          percentile: value === null || peers.length < 2 ? null : hundredths(peers.filter((one) => one < value).length, peers.length - 1),
          citation: figure?.reading ? { section: figure.reading.section, text: figure.reading.text } : null,
        };
      }),
    }));
  });
  const columns = measures.map(({ code, name }) => ({ measure: { code, name } }));
  return { columns, rows };
}
