import { normaliseUnitName, parseUnitName } from "../model/unit-name";
import type { ComparedUnit } from "../store/comparison/compared-unit";
import type { ComparisonStore } from "../store/comparison/comparison-store";
import type { SelectedUnits, VersionWanted } from "../store/comparison/select-units";
import { ComparisonError } from "./comparison-error";
import type { ComparisonSelection } from "./comparison-question";

export interface UnitsOfComparison extends SelectedUnits {
  /** Units that were named with the suffix 本级: the unit alone is meant. */
  readonly ownUnits: ReadonlySet<number>;
}

/**
 * The units that a comparison is about, in the order in which they were named, else by code.
 *
 * @throws ComparisonError for a unit, parent or region that does not exist, or a name that several regions share.
 */
export async function selectComparedUnits(
  store: ComparisonStore,
  where: ComparisonSelection,
  wanted: VersionWanted,
  withNames: boolean,
): Promise<UnitsOfComparison> {
  const named = where.units?.map(readTerm);
  const parents = where.parents?.map(readTerm);
  const selected = await store.selectUnits(
    {
      withNames,
      withYears: where.years === undefined && (where.yearFrom === undefined || where.yearTo === undefined),
      ...(named && { unitTerms: spellingsOf(named) }),
      ...(where.regions && { regionTerms: trimmed(where.regions) }),
      ...(parents && { parentTerms: spellingsOf(parents) }),
      ...(where.natures && { natures: where.natures }),
      ...(where.levels && { levels: where.levels }),
      ...(where.text !== undefined && { text: normaliseUnitName(where.text) }),
    },
    wanted,
  );
  if (named) refuseUnknown("UNIT_NOT_FOUND", "unit", named, selected.knownUnits);
  if (parents) refuseUnknown("UNIT_NOT_FOUND", "unit", parents, selected.knownParents);
  if (where.regions) {
    const regions = where.regions.map((asked) => ({ asked, spellings: [asked.trim()] }));
    refuseUnknown("REGION_NOT_FOUND", "region", regions, selected.knownRegions);
    for (const { asked } of regions) {
      if ((selected.knownRegions.get(asked.trim()) ?? 0) > 1) {
        throw new ComparisonError("REGION_AMBIGUOUS", `Several regions are called “${asked}”: give the code of one`, [asked]);
      }
    }
  }
  return { ...selected, ...(named ? inNamedOrder(named, selected) : { units: byCode(selected.units), ownUnits: new Set<number>() }) };
}

/** A code or name as asked, and the spellings under which it may be stored. */
interface UnitTerm {
  readonly asked: string;
  readonly spellings: readonly string[];
  /** The spelling without 本级, where that suffix was given. */
  readonly own: string | undefined;
}

function readTerm(asked: string): UnitTerm {
  const key = normaliseUnitName(asked);
  const { name, isOwnUnit } = parseUnitName(asked);
  const own = isOwnUnit ? normaliseUnitName(name) : undefined;
  return { asked, own, spellings: [...new Set([asked.trim(), key, ...(own === undefined ? [] : [own])])] };
}

const spellingsOf = (terms: readonly UnitTerm[]): string[] => [...new Set(terms.flatMap(({ spellings }) => spellings))];
const trimmed = (texts: readonly string[]): string[] => texts.map((text) => text.trim());
const byCode = (units: readonly ComparedUnit[]): ComparedUnit[] =>
  [...units].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));

function inNamedOrder(
  terms: readonly UnitTerm[],
  { units, found }: SelectedUnits,
): { units: readonly ComparedUnit[]; ownUnits: ReadonlySet<number> } {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const order = new Map<number, ComparedUnit>();
  const ownUnits = new Set<number>();
  for (const { spellings, own } of terms) {
    const spelling = spellings.find((one) => found.has(one));
    for (const id of spelling === undefined ? [] : (found.get(spelling) ?? [])) {
      const unit = byId.get(id);
      if (unit) order.set(id, unit);
      if (spelling !== undefined && spelling === own) ownUnits.add(id);
    }
  }
  return { units: [...order.values()], ownUnits };
}

function refuseUnknown(
  code: "UNIT_NOT_FOUND" | "REGION_NOT_FOUND",
  what: string,
  terms: readonly Pick<UnitTerm, "asked" | "spellings">[],
  known: Pick<ReadonlySet<string>, "has">,
): void {
  const missing = terms.filter(({ spellings }) => !spellings.some((spelling) => known.has(spelling))).map(({ asked }) => asked);
  if (missing.length === 0) return;
  throw new ComparisonError(code, `The hub knows no ${what} ${missing.map((term) => `“${term}”`).join(", ")}`, missing);
}
