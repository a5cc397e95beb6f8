import { foldSearchText, searchGrams } from "./comparison/search-grams";
import { titleFit } from "./comparison/write-search-index";
import type { RowReader } from "./row-reader";
import { marks } from "./select-in";

export type SearchKind = "UNIT" | "SUBJECT" | "PROJECT" | "INDICATOR" | "SECTION";

/** One thing that a search found. */
export interface SearchHit {
  readonly kind: SearchKind;
  readonly title: string;
  /** The words around the first place where the text stands. */
  readonly snippet: string;
  /** The revision that it stands in; null for units and subjects. */
  readonly revisionId: number | null;
  /** Code of the unit or subject; null for what stands in a disclosure. */
  readonly code: string | null;
}

export interface SearchPage {
  readonly rows: readonly SearchHit[];
  readonly hasNextPage: boolean;
}

/** Revisions of the index that are looked at together, best first. */
const BATCH = 100;
/** Revisions whose texts are looked into together. */
const LOOKED_INTO = 20;
/** Names of units or subjects that a search answers at most. */
const MOST_NAMES = 200;

/**
 * 全文检索 over units, subjects, projects, indicators and narrative: names that fit best first, then disclosures by how well their titles fit.
 * The index knows which revisions hold every two letters of the text; only those that the page needs are looked into.
 */
export async function findSearchHits(
  reader: RowReader,
  text: string,
  page: { first: number; offset: number },
  dataVersion: number,
): Promise<SearchPage> {
  const wanted = page.offset + page.first + 1;
  const hits = await findNames(reader, text);
  const candidates = findCandidates(reader, text, dataVersion);
  while (hits.length < wanted) {
    const { value: revisionIds } = await candidates.next();
    if (!revisionIds) break;
    for (let from = 0; hits.length < wanted && from < revisionIds.length; from += LOOKED_INTO) {
      hits.push(...(await lookInto(reader, revisionIds.slice(from, from + LOOKED_INTO), text)));
    }
  }
  return { rows: hits.slice(page.offset, page.offset + page.first), hasNextPage: hits.length > page.offset + page.first };
}

/** How many hits there are: exact for two letters; of a longer text, disclosures that hold its letters apart are counted too. */
export async function countSearchHits(reader: RowReader, text: string, dataVersion: number): Promise<number> {
  const [names, inDisclosures] = await Promise.all([findNames(reader, text), countInDisclosures(reader, text, dataVersion)]);
  return names.length + inDisclosures;
}

const patternOf = (text: string): string => `%${text.trim().replace(/[!%_]/g, "!$&")}%`;

async function findNames(reader: RowReader, text: string): Promise<SearchHit[]> {
  const rows = await reader.rows<{ kind: SearchKind; code: string; name: string }>(
    `SELECT 'UNIT' AS kind, code, name FROM unit WHERE draft_only IS NULL AND name LIKE ? ESCAPE '!'
     UNION ALL SELECT 'SUBJECT', code, name FROM budget_subject WHERE draft_only IS NULL AND name LIKE ? ESCAPE '!' LIMIT ${MOST_NAMES}`,
    [patternOf(text), patternOf(text)],
  );
  const folded = foldSearchText(text);
  return rows
    .map(({ kind, code, name }) => ({
      kind,
      title: name,
      snippet: name,
      revisionId: null,
      code,
      fit: titleFit(foldSearchText(name), folded),
    }))
    .sort((a, b) => b.fit - a.fit || (a.kind === b.kind ? compare(a.code, b.code) : a.kind === "UNIT" ? -1 : 1))
    .map(({ fit: _, ...hit }) => hit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * Revisions that hold every two letters of the text, in parts, best first: those of the rarest letters are gone through in the order of the
 * index, and held against the others and the data version.
 */
async function* findCandidates(reader: RowReader, text: string, dataVersion: number): AsyncGenerator<number[], undefined> {
  const grams = [...searchGrams(text)];
  const read = async (gram: string, offset: number): Promise<number[]> =>
    (
      await reader.rows<{ id: number }>(
        `SELECT revision_id AS id FROM search_gram WHERE gram = ? ORDER BY fit DESC, revision_id DESC LIMIT ${BATCH} OFFSET ${offset}`,
        [gram],
      )
    ).map(({ id }) => Number(id));
  const heads = await Promise.all(grams.map(async (gram) => ({ gram, part: await read(gram, 0) })));
  const [rarest] = heads.sort((a, b) => a.part.length - b.part.length);
  if (!rarest) return undefined;
  const others = grams.filter((gram) => gram !== rarest.gram);
  let { part } = rarest;
  for (let offset = BATCH; part.length > 0; offset += BATCH) {
    const standing = await keepStanding(reader, part, others, dataVersion);
    yield part.filter((id) => standing.has(id));
    part = part.length < BATCH ? [] : await read(rarest.gram, offset);
  }
  return undefined;
}

/** Of some revisions those that are published at the data version and hold all of the letters. */
async function keepStanding(
  reader: RowReader,
  ids: readonly number[],
  grams: readonly string[],
  dataVersion: number,
): Promise<ReadonlySet<number>> {
  const visible = reader.rows<{ id: number }>(
    `SELECT id FROM disclosure_revision WHERE id IN (${marks(ids)}) AND visible_from <= ? AND visible_to > ?`,
    [...ids, dataVersion, dataVersion],
  );
  if (grams.length === 0) return idsOf(await visible);
  const holding = reader.rows<{ id: number }>(
    `SELECT revision_id AS id FROM search_gram WHERE gram IN (${marks(grams)}) AND revision_id IN (${marks(ids)})
     GROUP BY revision_id HAVING COUNT(*) = ${grams.length}`,
    [...grams, ...ids],
  );
  const seen = idsOf(await visible);
  return new Set([...idsOf(await holding)].filter((id) => seen.has(id)));
}

const idsOf = (rows: readonly { readonly id: number }[]): Set<number> => new Set(rows.map(({ id }) => Number(id)));

async function countInDisclosures(reader: RowReader, text: string, dataVersion: number): Promise<number> {
  const grams = [...searchGrams(text)];
  if (grams.length === 0) return 0;
  const [row] = await (grams.length === 1
    ? // The few revisions that are not seen now are taken off the sum over all: much less work than to ask of each whether it is.
      reader.rows<{ count: number | string | null }>(
        `SELECT COALESCE((SELECT SUM(g.projects + g.indicators + g.sections) FROM search_gram g WHERE g.gram = ?), 0) - COALESCE((
           SELECT SUM(g.projects + g.indicators + g.sections) FROM disclosure_revision d JOIN search_gram g ON g.revision_id = d.id AND g.gram = ?
           WHERE d.visible_from > ? OR d.visible_to <= ?), 0) AS count`,
        [...grams, ...grams, dataVersion, dataVersion],
      )
    : reader.rows<{ count: number | string | null }>(
        `SELECT SUM(held.count) AS count FROM (
           SELECT MIN(g.projects) + MIN(g.indicators) + MIN(g.sections) AS count FROM search_gram g
           JOIN disclosure_revision d ON d.id = g.revision_id AND d.visible_from <= ? AND d.visible_to > ?
           WHERE g.gram IN (${marks(grams)}) GROUP BY g.revision_id HAVING COUNT(*) = ${grams.length}) held`,
        [dataVersion, dataVersion, ...grams],
      ));
  return Number(row?.count ?? 0);
}

interface FoundText {
  readonly revisionId: number;
  readonly title: string;
  readonly body: string;
}

/** The projects, indicators and sections of some revisions that hold the text, in the order of the revisions. */
async function lookInto(reader: RowReader, ids: readonly number[], text: string): Promise<SearchHit[]> {
  const list = marks(ids);
  const pattern = patternOf(text);
  const holds = (columns: readonly string[]): string => columns.map((column) => `${column} LIKE ? ESCAPE '!'`).join(" OR ");
  const projectTexts = ["expected_goal", "actual_completion", "problems", "next_steps"];
  const indicatorTexts = ["target", "actual", "reason"];
  const bodyOf = (columns: readonly string[]): string =>
    `CASE ${columns.map((column) => `WHEN ${column} LIKE ? ESCAPE '!' THEN ${column}`).join(" ")} ELSE '' END`;
  const find = (table: string, texts: readonly string[]): Promise<FoundText[]> =>
    reader.rows(
      `SELECT revision_id AS revisionId, name AS title, ${bodyOf(texts)} AS body FROM ${table}
       WHERE revision_id IN (${list}) AND (${holds(["name", ...texts])}) ORDER BY revision_id`,
      [...texts.map(() => pattern), ...ids, pattern, ...texts.map(() => pattern)],
    );
  const sections = reader.rows<FoundText>(
    `SELECT s.revision_id AS revisionId, s.title, MIN(b.text) AS body FROM section s
     JOIN disclosure_revision d ON d.id = s.revision_id
     JOIN document_block b ON b.extraction_id = d.extraction_id AND b.block_index >= s.from_block AND b.block_index < s.to_block AND b.row_index = -1
     WHERE s.revision_id IN (${list}) AND b.text LIKE ? ESCAPE '!' GROUP BY s.revision_id, s.seq, s.title ORDER BY s.revision_id, s.seq`,
    [...ids, pattern],
  );
  const [projects, indicators, narrative] = await Promise.all([find("project", projectTexts), find("indicator", indicatorTexts), sections]);
  const found: readonly (readonly [SearchKind, FoundText[]])[] = [
    ["PROJECT", projects],
    ["INDICATOR", indicators],
    ["SECTION", narrative],
  ];
  return ids.flatMap((id) =>
    found.flatMap(([kind, rows]) =>
      rows
        .filter(({ revisionId }) => Number(revisionId) === id)
        .map(({ title, body }) => ({
          kind,
          title,
          snippet: snippetOf(body === "" ? title : body, text.trim()),
          revisionId: id,
          code: null,
        })),
    ),
  );
}

const AROUND = 40;

function snippetOf(body: string, text: string): string {
  const at = Math.max(0, body.indexOf(text));
  const from = Math.max(0, at - AROUND);
  const to = Math.min(body.length, at + text.length + AROUND);
  return `${from > 0 ? "…" : ""}${body.slice(from, to).replace(/\s+/g, " ")}${to < body.length ? "…" : ""}`;
}
