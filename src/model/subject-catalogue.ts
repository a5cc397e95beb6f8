import path from "node:path";
import { PACKAGE_ROOT } from "../lib/package-root";
import { readTsv } from "../lib/tsv";

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
  /** First and last year in which it holds; null where not known to be bounded. */
  readonly fromYear: number | null;
  readonly toYear: number | null;
  /** Former and other names. */
  readonly aliases: readonly string[];
  /** Where the entry comes from: national classification, official template, observed. */
  readonly origin: string;
}

const FILES: Readonly<Record<SubjectKind, string>> = {
  FUNCTIONAL: "functional-subjects.tsv",
  ECONOMIC: "economic-subjects.tsv",
  GOVERNMENT_ECONOMIC: "government-economic-subjects.tsv",
};

interface Catalogue {
  readonly byCode: ReadonlyMap<string, Subject>;
  /** By kind and folded name, aliases included. */
  readonly byName: ReadonlyMap<string, readonly Subject[]>;
}

let loaded: Catalogue | undefined;

function catalogue(): Catalogue {
  loaded ??= load();
  return loaded;
}

function load(): Catalogue {
  const subjects = (Object.keys(FILES) as SubjectKind[]).flatMap(readSubjects);
  const byName = new Map<string, Subject[]>();
  for (const subject of subjects) {
    for (const name of new Set([subject.name, ...subject.aliases].map((one) => nameKey(subject.kind, one)))) {
      byName.set(name, [...(byName.get(name) ?? []), subject]);
    }
  }
  return { byCode: new Map(subjects.map((subject) => [subject.code, subject])), byName };
}

const COLUMNS = ["code", "name", "parent", "level", "from_year", "to_year", "aliases", "origin"] as const;

function readSubjects(kind: SubjectKind): Subject[] {
  return readTsv(path.join(PACKAGE_ROOT, "data", FILES[kind]), COLUMNS).map((row) => ({
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

/** All subjects of the catalogue, parents before children. */
export const allSubjects = (): Subject[] => [...catalogue().byCode.values()];

export const subjectByCode = (code: string): Subject | undefined => catalogue().byCode.get(code);

const LEVELS: Readonly<Record<number, SubjectLevel>> = { 3: "CLASS", 5: "SECTION", 7: "ITEM" };

/** The level that a code's length tells; undefined for a text that is no code. */
export const levelOfCode = (code: string): SubjectLevel | undefined => (/^\d+$/.test(code) ? LEVELS[code.length] : undefined);

export const parentCodeOf = (code: string): string | null => (code.length > 3 ? code.slice(0, -2) : null);

/** The classification that a code's first digit tells. */
export function classificationOf(code: string): SubjectKind | undefined {
  if (levelOfCode(code) === undefined) return undefined;
  if (code.startsWith("2")) return "FUNCTIONAL";
  if (code.startsWith("3")) return "ECONOMIC";
  return code.startsWith("5") ? "GOVERNMENT_ECONOMIC" : undefined;
}

/** Folds what differs in print: white space, bracket width, and the suffix 支出 that names drop or add. */
export function normaliseSubjectName(name: string): string {
  const folded = name.normalize("NFKC").replace(/[\s\u00a0]/g, "");
  return folded.length > 3 ? folded.replace(/支出$/, "") : folded;
}

const nameKey = (kind: SubjectKind, name: string): string => `${kind}|${normaliseSubjectName(name)}`;

/** Names under which a subject is printed, from the class down; any of them may be missing. */
export interface SubjectPath {
  readonly className?: string;
  readonly section?: string;
  readonly item?: string;
}

/** The subject that a path of names means, or undefined where none or several fit: a name alone is no key. */
export function findSubjectByPath(kind: SubjectKind, names: SubjectPath, year?: number): Subject | undefined {
  const candidates = findSubjectCandidates(kind, names, year);
  return candidates.length === 1 ? candidates[0] : undefined;
}

/** All subjects that a path of names may mean in a year. */
export function findSubjectCandidates(kind: SubjectKind, names: SubjectPath, year?: number): Subject[] {
  const [name, level] = names.item ? [names.item, "ITEM"] : names.section ? [names.section, "SECTION"] : [names.className, "CLASS"];
  if (name === undefined) return [];
  const named = catalogue().byName.get(nameKey(kind, name)) ?? [];
  const fitting = named.filter((subject) => subject.level === level && hasAncestors(subject, names));
  const current = year === undefined ? fitting : fitting.filter((subject) => holdsIn(subject, year));
  return current.length > 0 ? current : fitting;
}

/** Whether the printed names above the subject are names of its parents. */
function hasAncestors(subject: Subject, { className, section, item }: SubjectPath): boolean {
  const above = [subject.level === "ITEM" ? section : undefined, item || section ? className : undefined];
  const codes = [subject.code.slice(0, 5), subject.code.slice(0, 3)];
  return above.every((name, index) => {
    const ancestor = subjectByCode(codes[index] ?? "");
    return !name || (ancestor !== undefined && isNamed(ancestor, name));
  });
}

const isNamed = (subject: Subject, name: string): boolean =>
  [subject.name, ...subject.aliases].some((one) => normaliseSubjectName(one) === normaliseSubjectName(name));

const holdsIn = ({ fromYear, toYear }: Subject, year: number): boolean => (fromYear ?? year) <= year && year <= (toYear ?? year);

/**
 * The key of a subject without a code: its nearest coded ancestor (or, without one, the class name), a colon, and the names below it:
 * "20406:新设事项", "204:新设款/新设项", "新设类:新设款".
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
    .replaceAll(")", "）");
