import { invariant } from "../lib/invariant";
import { readDataTable } from "../lib/read-data-table";

/** 科目分类: by function, by departmental economic purpose, by governmental economic purpose. */
export type SubjectKind = "FUNCTIONAL" | "ECONOMIC" | "GOVERNMENT_ECONOMIC";

/** 类, 款, 项. Economic classifications have 类 and 款 only. */
export type SubjectLevel = "CLASS" | "SECTION" | "ITEM";

/** 预算科目 of the catalogue. */
export interface Subject {
  readonly code: string;
  readonly name: string;
  readonly kind: SubjectKind;
  readonly level: SubjectLevel;
  readonly parentCode: string | null;
  /** First and last year in which it holds under this name; null where not known to be bounded. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Names of other years, and other names in print. */
  readonly aliases: readonly string[];
  /** Where the entry comes from: national classification, official template, observed. */
  readonly origin: string;
}

const FILES: Readonly<Record<SubjectKind, string>> = {
  FUNCTIONAL: "functional-subjects.tsv",
  ECONOMIC: "economic-subjects.tsv",
  GOVERNMENT_ECONOMIC: "government-economic-subjects.tsv",
};

/** The names of one code through the years, the latest last. */
type Eras = readonly Subject[];

interface Catalogue {
  readonly byCode: ReadonlyMap<string, Eras>;
  /** Codes by the place of a name: see placeUnder and placeAnywhere. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  readonly childrenOf: ReadonlyMap<string, readonly Subject[]>;
}

let loaded: Catalogue | undefined;

function catalogue(): Catalogue {
  loaded ??= load();
  return loaded;
}

function load(): Catalogue {
  const rows = new Map<string, Subject[]>();
  for (const subject of (Object.keys(FILES) as SubjectKind[]).flatMap(readSubjects)) addTo(rows, subject.code, subject);
  const byCode = new Map([...rows].map(([code, eras]) => [code, withNamesOfOtherYears(eras)]));
  const byName = new Map<string, string[]>();
  const childrenOf = new Map<string, Subject[]>();
  const known = new Map<string, readonly string[]>();
  for (const eras of byCode.values()) {
    const latest = latestOf(eras);
    const { kind, level, parentCode, code } = latest;
    for (const folded of foldedNamesOf(latest, known)) {
      addTo(byName, placeUnder(kind, parentCode, folded), code);
      addTo(byName, placeAnywhere(kind, level, folded), code);
    }
    if (latest.parentCode !== null) addTo(childrenOf, latest.parentCode, latest);
  }
  return { byCode, byName, childrenOf };
}

function addTo<T>(lists: Map<string, T[]>, key: string, value: T): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

const COLUMNS = ["code", "name", "parent", "level", "from_year", "to_year", "aliases", "origin"] as const;

function readSubjects(kind: SubjectKind): Subject[] {
  return readDataTable(FILES[kind], COLUMNS).map((row) => ({
    code: row.code,
    name: row.name,
    kind,
    level: row.level as SubjectLevel,
    parentCode: row.parent === "" ? null : row.parent,
    fromYear: row.from_year === "" ? null : Number(row.from_year),
    toYear: row.to_year === "" ? null : Number(row.to_year),
    aliases: row.aliases === "" ? [] : row.aliases.split("|"),
    origin: row.origin,
  }));
}

/** Departments go on printing a class's former name for years after it changed: any of its names finds it. */
function withNamesOfOtherYears(eras: readonly Subject[]): Eras {
  if (eras.length === 1) return eras;
  const all = [...new Set(eras.flatMap(({ name, aliases }) => [name, ...aliases]))];
  const ordered = [...eras].sort((one, other) => (one.fromYear ?? 0) - (other.fromYear ?? 0));
  return ordered.map((era) => ({ ...era, aliases: all.filter((name) => name !== era.name) }));
}

function latestOf(eras: Eras): Subject {
  const latest = eras.at(-1);
  invariant(latest, "a code of the catalogue has a row");
  return latest;
}

/** All subjects of the catalogue, parents before children; each code once, under its latest name. */
export const allSubjects = (): Subject[] => [...catalogue().byCode.values()].map(latestOf);

/** The subject of a code under the name it has in a year; under its latest where no year is given or none is known for it. */
export function subjectByCode(code: string, year?: number): Subject | undefined {
  const eras = catalogue().byCode.get(code);
  if (eras === undefined) return undefined;
  return (year === undefined ? undefined : eras.find((era) => holdsIn(era, year))) ?? latestOf(eras);
}

/** The subjects directly below one, in the order of their codes. */
export const subjectsBelow = (code: string): readonly Subject[] => catalogue().childrenOf.get(code) ?? [];

const LEVELS: Readonly<Record<number, SubjectLevel>> = { 3: "CLASS", 5: "SECTION", 7: "ITEM" };

/** The level that a code's length tells; undefined for a text that is no code. */
export const levelOfCode = (code: string): SubjectLevel | undefined => (/^\d+$/.test(code) ? LEVELS[code.length] : undefined);

export const parentCodeOf = (code: string): string | null => (code.length > 3 ? code.slice(0, -2) : null);

/** The classification that a code's first digit tells. */
export function classificationOf(code: string): SubjectKind | undefined {
  const level = levelOfCode(code);
  if (level === undefined) return undefined;
  if (code.startsWith("2")) return "FUNCTIONAL";
  if (level === "ITEM") return undefined;
  if (code.startsWith("3")) return "ECONOMIC";
  return code.startsWith("5") ? "GOVERNMENT_ECONOMIC" : undefined;
}

/** The mark of a level behind a name, with or without its code: （类）, （06款）. */
const LEVEL_MARK = /\(\d*[类款项]\)$/;

/** Folds what differs in print and not in meaning: white space and line breaks, bracket width, quotation marks, the level's mark. */
function foldName(name: string): string {
  return name
    .normalize("NFKC")
    .replace(/[\s\u200b\ufeff“”‘’"'「」]/g, "")
    .replace(LEVEL_MARK, "");
}

/** As foldName, and without the suffix 支出 that names drop or add. */
export function normaliseSubjectName(name: string): string {
  const folded = foldName(name);
  return folded.length > 3 ? folded.replace(/支出$/, "") : folded;
}

const placeUnder = (kind: SubjectKind, parentCode: string | null, folded: string): string => `${kind}|${parentCode ?? ""}|${folded}`;
const placeAnywhere = (kind: SubjectKind, level: SubjectLevel, folded: string): string => `${kind}|*${level}|${folded}`;

/** The folded names of a subject; many subjects share a name (行政运行), and folding is most of the work of loading. */
function foldedNamesOf({ name, aliases }: Subject, known: Map<string, readonly string[]>): readonly string[] {
  let folded = known.get(name);
  if (folded === undefined || aliases.length > 0) {
    folded = [...new Set([name, ...aliases].flatMap((one) => [foldName(one), normaliseSubjectName(one)]))];
    if (aliases.length === 0) known.set(name, folded);
  }
  return folded;
}

/** Names under which a subject is printed, from the class down; any of them may be missing. */
export interface SubjectPath {
  readonly className?: string;
  readonly section?: string;
  readonly item?: string;
}

/**
 * The subject that a path of names means: 公安 / 行政运行 under 公共安全 → 2040201. Undefined where none fits, or several: an item that
 * occurs under many parents is never told by its name alone. findSubjectCandidates has the several.
 */
export function findSubjectByPath(kind: SubjectKind, names: SubjectPath, year?: number): Subject | undefined {
  const candidates = findSubjectCandidates(kind, names, year);
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** All subjects that a path of names may mean; those that hold in the year alone, where there are any. */
export function findSubjectCandidates(kind: SubjectKind, names: SubjectPath, year?: number): Subject[] {
  const codes = codesOfPath(kind, names);
  if (year === undefined) return codes.flatMap((code) => subjectByCode(code) ?? []);
  const current = codes.filter((code) => (catalogue().byCode.get(code) ?? []).some((era) => holdsIn(era, year)));
  return (current.length > 0 ? current : codes).flatMap((code) => subjectByCode(code, year) ?? []);
}

const holdsIn = ({ fromYear, toYear }: Subject, year: number): boolean => (fromYear ?? year) <= year && year <= (toYear ?? year);

const PATH_LEVELS = [
  ["className", "CLASS"],
  ["section", "SECTION"],
  ["item", "ITEM"],
] as const satisfies readonly (readonly [keyof SubjectPath, SubjectLevel])[];

/** Walks down the printed names; where the level just above is not printed, the name is sought anywhere under what is. */
function codesOfPath(kind: SubjectKind, names: SubjectPath): readonly string[] {
  let above: { readonly level: SubjectLevel; readonly codes: readonly string[] } | undefined;
  for (const [slot, level] of PATH_LEVELS) {
    const name = names[slot];
    if (name === undefined || name === "") continue;
    const codes =
      above === undefined
        ? codesNamed(level === "CLASS" ? (one) => placeUnder(kind, null, one) : (one) => placeAnywhere(kind, level, one), name)
        : isNextBelow(above.level, level)
          ? above.codes.flatMap((code) => codesUnder(kind, code, name))
          : codesWithin(
              above.codes,
              codesNamed((one) => placeAnywhere(kind, level, one), name),
            );
    if (codes.length === 0) return [];
    above = { level, codes };
  }
  return above?.codes ?? [];
}

const isNextBelow = (upper: SubjectLevel, lower: SubjectLevel): boolean => (upper === "CLASS" ? lower === "SECTION" : lower === "ITEM");

const codesWithin = (ancestors: readonly string[], codes: readonly string[]): readonly string[] =>
  codes.filter((code) => ancestors.some((ancestor) => code.startsWith(ancestor)));

function codesNamed(place: (folded: string) => string, name: string): readonly string[] {
  const { byName } = catalogue();
  return byName.get(place(foldName(name))) ?? byName.get(place(normaliseSubjectName(name))) ?? [];
}

function codesUnder(kind: SubjectKind, parentCode: string, name: string): readonly string[] {
  const codes = codesNamed((folded) => placeUnder(kind, parentCode, folded), name);
  return codes.length > 0 ? codes : codesCutOff(parentCode, name);
}

/** A shorter stretch could be a name of its own. */
const SHORTEST_CUT_NAME = 7;

/** A narrow cell may cut a name off (机关事业单位基本养老保险缴): the one subject below the parent that begins so. */
function codesCutOff(parentCode: string, name: string): readonly string[] {
  const folded = foldName(name);
  if (folded.length < SHORTEST_CUT_NAME) return [];
  return subjectsBelow(parentCode)
    .filter(({ name: whole, aliases }) => [whole, ...aliases].some((one) => foldName(one).startsWith(folded)))
    .map(({ code }) => code);
}

/**
 * The key of a subject without a code: its nearest coded ancestor (or, without one, the class name), a colon, and the names below it:
 * "20406:新设事项", "204:新设款/新设项", "新设类:新设款". Blanks and bracket width do not change it.
 */
export function subjectKeyForPath(kind: SubjectKind, names: SubjectPath, year?: number): string {
  const path = [names.className, names.section, names.item].filter((name): name is string => name !== undefined && name !== "");
  const section = names.item && names.section ? findSubjectByPath(kind, omitItem(names), year) : undefined;
  if (section) return `${section.code}:${tidy(names.item)}`;
  const top = names.className === undefined ? undefined : findSubjectByPath(kind, { className: names.className }, year);
  if (top && path.length > 1) return `${top.code}:${path.slice(1).map(tidy).join("/")}`;
  const [first, ...rest] = path.map(tidy);
  return rest.length > 0 ? `${first}:${rest.join("/")}` : `:${first ?? ""}`;
}

const omitItem = ({ className, section }: SubjectPath): SubjectPath => ({
  ...(className !== undefined && { className }),
  ...(section !== undefined && { section }),
});

const tidy = (name: string | undefined): string =>
  (name ?? "")
    .replace(/[\s\u00a0\u3000]/g, "")
    .replaceAll("(", "（")
    .replaceAll(")", "）")
    .replace(/（\d*[类款项]）$/, "");
