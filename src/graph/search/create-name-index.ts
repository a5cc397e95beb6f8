import { workForAll } from "../../lib/client-signal";
import { pinyinOf } from "../../lib/pinyin";
import { MEASURES } from "../../model/measures";
import { listNames } from "../../store/list-names";
import type { RowReader } from "../../store/row-reader";

export type SuggestionKind = "UNIT" | "REGION" | "SUBJECT" | "MEASURE";

export interface Suggestion {
  readonly kind: SuggestionKind;
  readonly code: string;
  readonly name: string;
  readonly within: string | null;
}

/** Finds names while they are typed. */
export interface NameIndex {
  suggest(text: string, first: number, kinds: readonly SuggestionKind[], dataVersion: number): Promise<Suggestion[]>;
}

interface Entry {
  readonly suggestion: Suggestion;
  readonly names: readonly string[];
  readonly initials: string;
  readonly whole: string;
}

const KIND_ORDER: Readonly<Record<SuggestionKind, number>> = { UNIT: 0, REGION: 1, MEASURE: 2, SUBJECT: 3 };
const fold = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** The names are read again when the data version has moved: units come with publications, and nothing else is kept. */
export function createNameIndex(reader: RowReader): NameIndex {
  let kept: { dataVersion: number; entries: Promise<Entry[]> } | undefined;
  const entriesAt = (dataVersion: number): Promise<Entry[]> => {
    if (kept?.dataVersion !== dataVersion) {
      const entries = workForAll(() => readEntries(reader));
      kept = { dataVersion, entries };
      // What failed is not kept: the next request tries again.
      entries.catch(() => (kept = undefined));
    }
    return kept.entries;
  };
  return {
    async suggest(text, first, kinds, dataVersion) {
      const asked = fold(text);
      if (asked === "") return [];
      const found = (await entriesAt(dataVersion)).flatMap((entry) => {
        const fit = kinds.includes(entry.suggestion.kind) ? fitOf(entry, asked) : undefined;
        return fit === undefined ? [] : [{ suggestion: entry.suggestion, fit }];
      });
      return found
        .sort(compareFound)
        .slice(0, first)
        .map(({ suggestion }) => suggestion);
    },
  };
}

async function readEntries(reader: RowReader): Promise<Entry[]> {
  const stored = (await listNames(reader)).map((suggestion) => entryOf(suggestion, [suggestion.name]));
  const measures = Object.entries(MEASURES).map(([code, { name, nameEn, aliases }]) =>
    entryOf({ kind: "MEASURE", code, name, within: nameEn }, [name, nameEn, ...aliases]),
  );
  return [...stored, ...measures];
}

const entryOf = (suggestion: Suggestion, names: readonly string[]): Entry => ({
  suggestion,
  names: names.map(fold),
  ...pinyinOf(suggestion.name),
});

/** How a text was found: the smaller the better. */
interface Fit {
  /** 0 by code, 1 by name, 2 by pinyin: the more certain first, and within it units before regions, measures and subjects. */
  readonly by: 0 | 1 | 2;
  readonly distance: number;
}

function fitOf({ suggestion, names, initials, whole }: Entry, asked: string): Fit | undefined {
  if (fold(suggestion.code).startsWith(asked)) return { by: 0, distance: suggestion.code.length };
  if (names.some((name) => name.startsWith(asked))) return { by: 1, distance: 0 };
  if (names.some((name) => name.includes(asked))) return { by: 1, distance: 1 };
  if (!/^[a-z0-9]{2,}$/.test(asked)) return undefined;
  if (initials.startsWith(asked)) return { by: 2, distance: 0 };
  if (initials.includes(asked)) return { by: 2, distance: 1 };
  if (whole.startsWith(asked)) return { by: 2, distance: 2 };
  return asked.length > 3 && whole.includes(asked) ? { by: 2, distance: 3 } : undefined;
}

interface Found {
  readonly suggestion: Suggestion;
  readonly fit: Fit;
}

const compareFound = (a: Found, b: Found): number =>
  a.fit.by - b.fit.by ||
  KIND_ORDER[a.suggestion.kind] - KIND_ORDER[b.suggestion.kind] ||
  a.fit.distance - b.fit.distance ||
  a.suggestion.name.length - b.suggestion.name.length ||
  (a.suggestion.code < b.suggestion.code ? -1 : 1);
