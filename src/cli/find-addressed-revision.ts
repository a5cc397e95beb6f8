import { findRevisionsOfUnit, findUnitNames } from "../store/find-revision";
import type { KnownRevision } from "../store/find-revision";
import type { Database } from "../store/open-database";
import { ClearError } from "./clear-error";
import type { RevisionOptions } from "./revision-arguments";
import { yearOf } from "./revision-arguments";

const WORDS = { DRAFT: "draft", PUBLISHED: "published disclosure" } as const;

/**
 * The newest revision in a state that a unit, a year and perhaps a kind, a scope and its number name; the kind need not be said where the year has
 * only one. A draft that is older than what is published must be named by its number.
 *
 * @throws ClearError that says what there is instead
 */
export async function findAddressedRevision(
  database: Database,
  unit: string,
  year: string,
  { kind, scope }: RevisionOptions,
  status: keyof typeof WORDS,
  number?: string,
): Promise<KnownRevision> {
  const fiscalYear = yearOf(year);
  const known = await findRevisionsOfUnit(database, unit);
  if (known === undefined) throw new ClearError(`There is no unit ${unit} in the hub${await tellSimilar(database, unit)}`);
  const all = known.revisions.filter((revision) => revision.status === status);
  const fitting = all.filter(
    (revision) =>
      revision.fiscalYear === fiscalYear &&
      (kind ?? revision.kind) === revision.kind &&
      (scope ?? (known.isOwnUnit ? "UNIT" : revision.scope)) === revision.scope &&
      (number === undefined || String(revision.revision) === number),
  );
  const [newest] = fitting;
  const asked = [unit, year, kind, scope, number && `revision ${number}`].filter((part) => part !== undefined).join(" ");
  if (newest === undefined) {
    const others = [...new Set(all.map((revision) => `${revision.fiscalYear} ${nameOf(revision)}`))];
    const there = others.length === 0 ? "" : `; there is ${others.join(", ")}`;
    throw new ClearError(`${asked} has no ${WORDS[status]}${there}${status === "DRAFT" ? "; import its document first" : ""}`);
  }
  const different = [...new Set(fitting.map(nameOf))];
  if (different.length > 1) throw new ClearError(`${asked} has more than one ${WORDS[status]}: say which (${different.join(", ")})`);
  const later = known.revisions.find((revision) => isOfSame(revision, newest) && revision.status === "PUBLISHED");
  if (status === "DRAFT" && number === undefined && later !== undefined && later.revision > newest.revision) {
    throw new ClearError(
      `The newest draft of ${asked} is revision ${newest.revision}, and readers see revision ${later.revision}, which came after it. ` +
        `If the older one is meant, say --revision ${newest.revision}`,
    );
  }
  return newest;
}

const isOfSame = (one: KnownRevision, other: KnownRevision): boolean =>
  one.fiscalYear === other.fiscalYear && one.kind === other.kind && one.scope === other.scope;

const nameOf = ({ kind, scope }: KnownRevision): string => `--kind ${kind} --scope ${scope}`;

const SIMILAR_TOLD = 5;

async function tellSimilar(database: Database, unit: string): Promise<string> {
  const names = (await findUnitNames(database))
    .map((name) => ({ name, alike: sharedPairs(name, unit) }))
    .filter(({ alike }) => alike >= 2)
    .sort((one, other) => other.alike - one.alike || one.name.localeCompare(other.name))
    .slice(0, SIMILAR_TOLD)
    .map(({ name }) => name);
  return names.length === 0 ? "; give its code or its name as the cover prints it" : `; did you mean ${names.join(", ")}?`;
}

function sharedPairs(one: string, other: string): number {
  const pairs = (text: string): string[] => [...text].slice(1).map((letter, at) => `${text[at] ?? ""}${letter}`);
  const own = new Set(pairs(one));
  return pairs(other).filter((pair) => own.has(pair)).length;
}
