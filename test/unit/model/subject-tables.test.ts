import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { readDataTable } from "../../../src/lib/read-data-table";
import { findSubjectByPath, normaliseSubjectName, subjectByCode } from "../../../src/model/subject-catalogue";

const COLUMNS = ["code", "name", "parent", "level", "from_year", "to_year", "aliases", "origin"] as const;
type Row = Record<(typeof COLUMNS)[number], string>;

const FILES = {
  "functional-subjects.tsv": { first: "2", lengths: { CLASS: 3, SECTION: 5, ITEM: 7 }, atLeast: 1_000 },
  "economic-subjects.tsv": { first: "3", lengths: { CLASS: 3, SECTION: 5 }, atLeast: 100 },
  "government-economic-subjects.tsv": { first: "5", lengths: { CLASS: 3, SECTION: 5 }, atLeast: 70 },
} as const;

const read = (file: string): Row[] => readDataTable(file, COLUMNS);

/** What is wrong with a table of subjects. */
function faultsOf(rows: readonly Row[], first: string, lengths: Readonly<Record<string, number>>): string[] {
  const codes = new Set(rows.map(({ code }) => code));
  const seen = new Map<string, Row>();
  const faults: string[] = [];
  for (const row of rows) {
    const { code, name, parent, level, from_year, to_year, aliases, origin } = row;
    const told = `${code} ${name}`;
    const before = seen.get(code);
    if (before && Number(before.to_year || 9999) >= Number(from_year || 0)) faults.push(`${told}: the code holds twice in one year`);
    seen.set(code, row);
    if (!/^\d+$/.test(code) || !code.startsWith(first)) faults.push(`${told}: not a code of this classification`);
    if (lengths[level] !== code.length) faults.push(`${told}: level ${level} does not fit the length of the code`);
    if (parent !== (code.length === 3 ? "" : code.slice(0, -2))) faults.push(`${told}: parent ${parent} is not the code above`);
    if (parent !== "" && !codes.has(parent)) faults.push(`${told}: parent ${parent} is missing`);
    if (name.trim() !== name || name === "" || /[\s()a-z]|支$|老保$|缴$/i.test(name)) faults.push(`${told}: the name is blank or broken`);
    if (!/^(\d{4})?$/.test(from_year) || !/^(\d{4})?$/.test(to_year) || Number(from_year || 0) > Number(to_year || 9999))
      faults.push(`${told}: years`);
    if (aliases !== "" && aliases.split("|").some((alias) => alias === "" || alias === name))
      faults.push(`${told}: an alias says nothing new`);
    if (!["national classification", "official template", "observed"].includes(origin)) faults.push(`${told}: origin ${origin}`);
  }
  return faults;
}

describe.each(Object.entries(FILES))("data/%s", (file, { first, lengths, atLeast }) => {
  test("parents exist, levels fit, codes hold once a year, names are whole", () => {
    expect(faultsOf(read(file), first, lengths)).toEqual([]);
  });

  test("is in the order of its codes, and not a fragment", () => {
    const codes = read(file).map(({ code }) => code);
    expect(codes).toEqual([...codes].sort());
    expect(new Set(codes).size).toBeGreaterThanOrEqual(atLeast);
  });

  test("two subjects below one parent share a name only in different years", () => {
    const clashes: string[] = [];
    const named = new Map<string, Row[]>();
    for (const row of read(file)) {
      for (const name of new Set([row.name, ...row.aliases.split("|")].filter(Boolean).map(normaliseSubjectName))) {
        const key = `${row.parent}|${name}`;
        for (const other of named.get(key) ?? []) {
          const apart =
            Number(other.to_year || 9999) < Number(row.from_year || 0) || Number(row.to_year || 9999) < Number(other.from_year || 0);
          if (other.code !== row.code && !apart) clashes.push(`${other.code} ${row.code} ${name}`);
        }
        named.set(key, [...(named.get(key) ?? []), row]);
      }
    }
    expect(clashes).toEqual([]);
  });
});

test("the check of the tables sees what is wrong", () => {
  const row = (part: Partial<Row>): Row => ({
    code: "201",
    name: "一般公共服务支出",
    parent: "",
    level: "CLASS",
    from_year: "",
    to_year: "",
    aliases: "",
    origin: "observed",
    ...part,
  });
  const { first, lengths } = FILES["functional-subjects.tsv"];
  const faultOf = (...parts: Partial<Row>[]): string[] => faultsOf(parts.map(row), first, lengths);
  expect(faultOf({})).toEqual([]);
  expect(faultOf({}, {})).toHaveLength(1);
  expect(faultOf({ to_year: "2018" }, { from_year: "2019" })).toEqual([]);
  expect(faultOf({ code: "20101", parent: "201", level: "SECTION" })).toEqual([expect.stringContaining("missing")]);
  expect(faultOf({ level: "ITEM" })).toHaveLength(1);
  expect(faultOf({ name: "机关事业单位基本养老保险缴" })).toHaveLength(1);
  expect(faultOf({ from_year: "2020", to_year: "2019" })).toHaveLength(1);
  expect(faultOf({ aliases: "一般公共服务支出" })).toHaveLength(1);
  expect(faultOf({ origin: "hearsay" })).toHaveLength(1);
  expect(faultOf({ code: "301" })).toHaveLength(1);
});

const SHARED = process.env["SHARED_DIR"] ?? path.join(PACKAGE_ROOT, "..", "shared");
const referenceTest = existsSync(path.join(SHARED, "reference")) ? test : test.skip;

/** A document printed another item's name beside it; the national classification says 2111103. */
const MISPRINTED = ["2111101"];

referenceTest("every code of the reference tables is in the catalogue, under a name that finds it", () => {
  const lost: string[] = [];
  for (const file of ["functional-subjects-observed.tsv", "functional-subjects-justice.tsv", "economic-subjects-observed.tsv"]) {
    for (const line of readFileSync(path.join(SHARED, "reference", file), "utf8")
      .split("\n")
      .slice(1)
      .filter(Boolean)) {
      const [code = "", name = ""] = line.split("\t");
      const subject = subjectByCode(code);
      const names = [subject?.name, ...(subject?.aliases ?? [])].map((one) => normaliseSubjectName(one ?? ""));
      if (!MISPRINTED.includes(code) && !names.includes(normaliseSubjectName(name))) lost.push(`${code} ${name}`);
    }
  }
  expect(lost).toEqual([]);
});

referenceTest("the functional paths of the first document resolve", () => {
  const text = readFileSync(path.join(SHARED, "disclosures", "neimenggu-justice-2023.txt"), "utf8");
  const paths = [...text.matchAll(/[.．、]\s*([^\s（）。.．]+)（款）([^（）]+)（项）。年初预算/g)].map(([, section = "", item = ""]) => ({
    section,
    item,
  }));
  expect(paths.length).toBeGreaterThanOrEqual(16);
  const unresolved = paths.filter((names) => findSubjectByPath("FUNCTIONAL", names, 2023) === undefined);
  expect(unresolved).toEqual([]);
});
