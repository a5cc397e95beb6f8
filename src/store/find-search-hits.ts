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
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}

/** Revisions looked into at a time, best first. */
const BATCH = 20;
/** Names of units or subjects that a search answers at most. */
const MOST_NAMES = 200;

/**
 * 全文检索 over units, subjects, projects, indicators and narrative: names that fit best first, then disclosures by how well their titles fit.
 * The index knows which revisions hold every two letters of the text; only those that the page needs are looked into. `totalCount` is exact
 * for two letters; for a longer text it may count disclosures that hold its letters apart.
 */
export async function findSearchHits(
  reader: RowReader,
  text: string,
  page: { first: number; offset: number },
  dataVersion: number,
): Promise<SearchPage> {
  const [names, candidates] = await Promise.all([findNames(reader, text), findCandidates(reader, text, dataVersion)]);
  const wanted = page.offset + page.first + 1;
  const hits = [...names];
  for (let from = 0; hits.length < wanted && from < candidates.length; from += BATCH) {
    hits.push(...(await lookInto(reader, candidates.slice(from, from + BATCH), text)));
  }
  return {
    rows: hits.slice(page.offset, page.offset + page.first),
    totalCount: names.length + candidates.reduce((sum, { count }) => sum + count, 0),
    hasNextPage: hits.length > page.offset + page.first,
  };
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

interface Candidate {
  readonly revisionId: number;
  readonly count: number;
}

async function findCandidates(reader: RowReader, text: string, dataVersion: number): Promise<Candidate[]> {
  const grams = [...searchGrams(text)];
  if (grams.length === 0) return [];
  const rows = await reader.rows<{ revisionId: number; count: number }>(
    `SELECT g.revision_id AS revisionId, MIN(g.projects) + MIN(g.indicators) + MIN(g.sections) AS count FROM search_gram g
     JOIN disclosure_revision d ON d.id = g.revision_id AND d.visible_from <= ? AND d.visible_to > ?
     WHERE g.gram IN (${marks(grams)}) GROUP BY g.revision_id HAVING COUNT(*) = ? ORDER BY MIN(g.fit) DESC, g.revision_id DESC`,
    [dataVersion, dataVersion, ...grams, grams.length],
  );
  return rows.map(({ revisionId, count }) => ({ revisionId: Number(revisionId), count: Number(count) }));
}

interface FoundText {
  readonly revisionId: number;
  readonly title: string;
  readonly body: string;
}

/** The projects, indicators and sections of some revisions that hold the text, in the order of the revisions. */
async function lookInto(reader: RowReader, candidates: readonly Candidate[], text: string): Promise<SearchHit[]> {
  const ids = candidates.map(({ revisionId }) => revisionId);
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
     JOIN document_block b ON b.document_id = d.document_id AND b.block_index >= s.from_block AND b.block_index < s.to_block AND b.row_index = -1
     WHERE s.revision_id IN (${list}) AND b.text LIKE ? ESCAPE '!' GROUP BY s.revision_id, s.seq, s.title ORDER BY s.revision_id, s.seq`,
    [...ids, pattern],
  );
  const found: readonly (readonly [SearchKind, FoundText[]])[] = [
    ["PROJECT", await find("project", projectTexts)],
    ["INDICATOR", await find("indicator", indicatorTexts)],
    ["SECTION", await sections],
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
