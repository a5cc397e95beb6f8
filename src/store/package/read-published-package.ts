import { groupBy } from "../../lib/group-by";
import { findBlocks } from "../find-document-parts";
import { findHubState } from "../find-data-version";
import { findOutcomesByRevision } from "../find-findings";
import type { RowReader } from "../row-reader";
import { selectIn } from "../select-in";
import type { CarriedRow, PackageColumn } from "./package-column";
import type { ContentTable } from "./package-tables";
import {
  BLOCKS,
  DENOMINATORS,
  DISCLOSURES,
  FIGURES,
  FINDINGS,
  LINEAGE,
  OUTCOMES,
  PRICES,
  REGIONS,
  SUBJECTS,
  UNIT_NAMES,
  UNITS,
} from "./package-tables";

/** Everything of a package but what stands in the disclosures, as it is at one data version. */
export interface PublishedRegister {
  readonly dataVersion: number;
  readonly at: string;
  readonly units: readonly CarriedRow[];
  readonly unitNames: readonly CarriedRow[];
  readonly regions: readonly CarriedRow[];
  readonly lineage: readonly CarriedRow[];
  readonly denominators: readonly CarriedRow[];
  readonly prices: readonly CarriedRow[];
  /** Those that readers know, by their codes: many more than the disclosures speak of. */
  readonly subjects: ReadonlyMap<string, CarriedRow>;
  /** The published disclosures, in the order of their keys; with the ids of their revisions and documents. */
  readonly disclosures: readonly PublishedDisclosure[];
}

export type PublishedDisclosure = CarriedRow & { readonly revisionId: number; readonly extractionId: number };

const selectOf = (columns: readonly PackageColumn[]): string =>
  columns
    .flatMap(({ selects }) => Object.entries(selects))
    .map(([property, sql]) => `${sql} AS ${property}`)
    .join(", ");

const ATTEMPTS = 20;

/** The hub was changed again and again while its register was read. */
export class UnsettledHubError extends Error {
  override readonly name = "UnsettledHubError";
}

/**
 * Reads the register and the list of what is published, under one change mark: what lies in the disclosures is kept by data version and may be
 * read afterwards, and units, lineage and denominators are not.
 *
 * @throws UnsettledHubError
 */
export async function readPublishedRegister(reader: RowReader): Promise<PublishedRegister> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { dataVersion, updatedAt, changeMark } = await findHubState(reader);
    const register = await readRegister(reader, dataVersion);
    if ((await findHubState(reader)).changeMark === changeMark) return { dataVersion, at: updatedAt, ...register };
  }
  throw new UnsettledHubError(`The hub was changed ${ATTEMPTS} times while its register was read`);
}

const KNOWN_UNIT = "u.draft_only IS NULL";

async function readRegister(reader: RowReader, dataVersion: number): Promise<Omit<PublishedRegister, "dataVersion" | "at">> {
  const rows = (columns: readonly PackageColumn[], rest: string): Promise<CarriedRow[]> =>
    reader.rows<CarriedRow>(`SELECT ${selectOf(columns)} ${rest}`);
  // A unit above that only drafts know stays unknown.
  const units = await rows(
    UNITS.columns,
    "FROM unit t LEFT JOIN unit p ON p.id = t.parent_id AND p.draft_only IS NULL WHERE t.draft_only IS NULL",
  );
  const regions = new Map((await rows(REGIONS.columns, "FROM region t")).map((row) => [row["code"], row]));
  const subjects = await rows(
    SUBJECTS.columns,
    "FROM budget_subject t LEFT JOIN budget_subject p ON p.id = t.parent_id AND p.draft_only IS NULL WHERE t.draft_only IS NULL",
  );
  const disclosures = await reader.rows<PublishedDisclosure>(
    `SELECT t.id AS revisionId, t.extraction_id AS extractionId, ${selectOf(DISCLOSURES.columns)} FROM disclosure_revision t ` +
      "JOIN unit u ON u.id = t.unit_id JOIN source_document d ON d.id = t.document_id WHERE t.visible_from <= ? AND t.visible_to > ?",
    [dataVersion, dataVersion],
  );
  return {
    units: sortBy(units, "code"),
    unitNames: sortBy(
      await rows(UNIT_NAMES.columns, `FROM unit_alias t JOIN unit u ON u.id = t.unit_id WHERE ${KNOWN_UNIT}`),
      "unit",
      "name",
    ),
    regions: sortBy(withThoseAbove(units, "regionCode", regions, "parentCode"), "code"),
    lineage: sortBy(
      await rows(
        LINEAGE.columns,
        "FROM unit_lineage t JOIN unit b ON b.id = t.predecessor_id JOIN unit a ON a.id = t.successor_id " +
          "WHERE a.draft_only IS NULL AND b.draft_only IS NULL",
      ),
      "predecessor",
      "successor",
    ),
    denominators: sortBy(
      await rows(DENOMINATORS.columns, `FROM unit_factor t JOIN unit u ON u.id = t.unit_id WHERE ${KNOWN_UNIT}`),
      "unit",
      "fiscalYear",
      "factor",
    ),
    prices: sortBy(await rows(PRICES.columns, "FROM price_index t"), "fiscalYear"),
    subjects: new Map(subjects.map((row) => [String(row["code"]), row])),
    disclosures: sortBy(disclosures, "unit", "fiscalYear", "kind", "scope"),
  };
}

/** The rows that others name, and those above them. */
export function withThoseAbove(
  named: readonly CarriedRow[],
  property: string,
  known: ReadonlyMap<CarriedRow[string] | undefined, CarriedRow>,
  above: string,
): CarriedRow[] {
  const found = new Set<CarriedRow>();
  for (const row of named) {
    for (let one = known.get(row[property]); one && !found.has(one); one = known.get(one[above])) found.add(one);
  }
  return [...found];
}

/** By code units and numbers: the same on every engine, whatever its collation. */
function sortBy<Row extends CarriedRow>(rows: readonly Row[], ...properties: readonly string[]): Row[] {
  return [...rows].sort((a, b) => {
    for (const property of properties) {
      const order = compareValues(a[property], b[property]);
      if (order !== 0) return order;
    }
    return 0;
  });
}

export function compareValues(a: CarriedRow[string] | undefined, b: CarriedRow[string] | undefined): number {
  if (typeof a === "number" && typeof b === "number") return a - b;
  const [one, other] = [String(a ?? ""), String(b ?? "")];
  return one < other ? -1 : one > other ? 1 : 0;
}

/**
 * Rows of some revisions, in an order that is the same in every hub.
 *
 * @param isRelated of a rule that needs other documents: what it finds comes and goes with them, and so in an order that is of one hub alone.
 */
export async function readContent(
  reader: RowReader,
  table: ContentTable,
  disclosures: readonly PublishedDisclosure[],
  { dataVersion, isRelated }: { readonly dataVersion: number; readonly isRelated: (rule: string) => boolean },
): Promise<ReadonlyMap<number, readonly CarriedRow[]>> {
  if (table === BLOCKS) return readBlockRows(reader, disclosures);
  const revisionIds = disclosures.map(({ revisionId }) => revisionId);
  const bySpan = table === FINDINGS;
  const rows = await selectIn<CarriedRow & { revisionId: number }>(
    reader,
    revisionIds,
    (list) =>
      `SELECT t.revision_id AS revisionId, ${selectOf(table.columns)} FROM ${table.from} WHERE t.revision_id IN (${list})` +
      `${bySpan ? " AND t.visible_from <= ? AND t.visible_to > ?" : ""} ORDER BY t.revision_id, ${table.order}`,
    bySpan ? [dataVersion, dataVersion] : [],
  );
  const groups = groupBy(rows, ({ revisionId }) => revisionId);
  if (table === FIGURES) return inOrder(groups, (group) => sortBy(group, "measureId", "subject", "stage"));
  if (table === FINDINGS) return inOrder(groups, (group) => orderFindings(group, isRelated));
  if (table === OUTCOMES) return withStanding(groups, await findOutcomesByRevision(reader, revisionIds, dataVersion));
  return groups;
}

const inOrder = <Row extends CarriedRow>(groups: ReadonlyMap<number, Row[]>, order: (group: Row[]) => CarriedRow[]) =>
  new Map([...groups].map(([id, group]) => [id, order(group)]));

/** Those of the document alone as they were found, then the others by what they say. */
function orderFindings(findings: readonly CarriedRow[], isRelated: (rule: string) => boolean): CarriedRow[] {
  const [own, related] = [false, true].map((wanted) => findings.filter(({ rule }) => isRelated(String(rule)) === wanted));
  const said = ({ rule, published, recomputed, tolerance, figures, detail, citations }: CarriedRow): string =>
    JSON.stringify([rule, published, recomputed, tolerance, figures, detail, citations]);
  const sorted = (related ?? []).map((row) => ({ row, key: said(row) })).sort((a, b) => compareValues(a.key, b.key));
  return [...(own ?? []), ...sorted.map(({ row }) => row)].map((row, seq) => ({ ...row, seq }));
}

type Standing = Awaited<ReturnType<typeof findOutcomesByRevision>>;

function withStanding<Row extends CarriedRow>(groups: ReadonlyMap<number, Row[]>, outcomes: Standing): ReadonlyMap<number, CarriedRow[]> {
  const standing = new Map(outcomes.map((row) => [`${row.revisionId} ${row.rule}`, row]));
  return new Map(
    [...groups].map(([id, group]) => [
      id,
      sortBy(
        group.map((row) => {
          const { outcome, reason } = standing.get(`${id} ${row["rule"]}`) ?? { outcome: null, reason: null };
          return { ...row, standing: outcome, standingReason: reason };
        }),
        "rule",
      ),
    ]),
  );
}

async function readBlockRows(
  reader: RowReader,
  disclosures: readonly PublishedDisclosure[],
): Promise<ReadonlyMap<number, readonly CarriedRow[]>> {
  const documents = await findBlocks(
    reader,
    disclosures.map(({ extractionId }) => ({ extractionId, from: 0, to: Number.MAX_SAFE_INTEGER })),
  );
  return new Map(
    disclosures.map(({ revisionId }, index) => [
      revisionId,
      (documents[index] ?? []).flatMap(({ index: blockIndex, page, text, rows }): CarriedRow[] =>
        rows === null
          ? [{ blockIndex, rowIndex: null, page, text, cells: null }]
          : rows.map((cells, rowIndex) => ({ blockIndex, rowIndex, page, text: null, cells: JSON.stringify(cells) })),
      ),
    ]),
  );
}
