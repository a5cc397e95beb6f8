import { checkRelated } from "../../../src/check/check-related";
import type { ReadDocument } from "../../../src/ingest/import-document";
import { readDocument } from "../../../src/ingest/import-document";
import type { Block } from "../../../src/model/extracted-document";
import { ExtractionRow } from "../../../src/store/entities/extraction.entity";
import { ReadingRow } from "../../../src/store/entities/reading.entity";
import { DocumentBlockRow } from "../../../src/store/entities/document-block.entity";
import { findBlocks, findDocumentPage } from "../../../src/store/find-document-parts";
import { findRevisionsById } from "../../../src/store/find-revisions";
import { findSchemaDrift, migrate, undoLastMigration } from "../../../src/store/migrate";
import type { Database } from "../../../src/store/open-database";
import { openDatabase } from "../../../src/store/open-database";
import { publishRevision } from "../../../src/store/publish-revision";
import { saveDisclosure } from "../../../src/store/save-disclosure";
import { createRowReader } from "../../../src/store/row-reader";
import { createTestDatabase } from "../../support/databases/create-test-database";
import type { TestDatabase } from "../../support/databases/create-test-database";
import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";

const WHOLE = { from: 0, to: Number.MAX_SAFE_INTEGER };
const MIGRATION = "Extraction1764800000000";

describe.each(testEngines())("what was extracted from a document on %s", (engine) => {
  let home: TestDatabase;
  let database: Database;
  let read: ReadDocument;

  beforeAll(async () => {
    home = await createTestDatabase(engine);
    database = await openDatabase(home);
    await migrate(database);
    read = await readDocument({ fileName: "disclosure.txt", bytes: disclosureText({ unitName: "甲市财政局（本级）" }) });
  });

  afterAll(async () => {
    await database.destroy();
    await home.drop();
  });

  /** The same bytes, as an extractor reads them that finds more before the text, and cites accordingly. */
  function readOtherwise(shift: number): ReadDocument {
    const before = Array.from({ length: shift }, (_, index): Block => ({ kind: "PARAGRAPH", text: `第${index + 1}行` }));
    const readings = read.disclosure.readings.map((reading) => ({
      ...reading,
      citation: { ...reading.citation, block: reading.citation.block + shift },
    }));
    return {
      ...read,
      extracted: { ...read.extracted, blocks: [...before, ...read.extracted.blocks] },
      disclosure: { ...read.disclosure, readings, sections: [] },
    };
  }

  const save = async ({ sha256, extracted, disclosure, checked }: ReadDocument) => {
    const document = { sha256, fileName: "disclosure.txt", byteLength: 1, extracted };
    return (await saveDisclosure(database, document, disclosure, checked)).revisionId;
  };

  const extractionOf = async (revisionId: number): Promise<number> =>
    (await findRevisionsById(createRowReader(database), [revisionId]))[0]?.extractionId ?? 0;

  /** Readings of a revision whose printed number does not stand where they cite it. */
  async function misquoted(revisionId: number): Promise<string[]> {
    const range = { extractionId: await extractionOf(revisionId), ...WHOLE };
    const [blocks = []] = await findBlocks(createRowReader(database), [range]);
    const readings = await database.manager.findBy(ReadingRow, { revisionId });
    expect(readings.length).toBeGreaterThan(5);
    const citedText = ({ blockIndex, rowIndex, cellIndex }: ReadingRow): string | undefined => {
      const block = blocks.find(({ index }) => index === blockIndex);
      return block?.text ?? block?.rows?.[rowIndex ?? -1]?.[cellIndex ?? -1]?.text;
    };
    return readings.filter((reading) => !citedText(reading)?.includes(reading.printed)).map(({ printed }) => printed);
  }

  it("stays as every revision cites it, however the same bytes are read later", async () => {
    const first = await save(read);
    await publishRevision(database, first, checkRelated);
    const second = await save(readOtherwise(3));
    expect(await extractionOf(second)).not.toBe(await extractionOf(first));
    expect(await misquoted(first)).toEqual([]);
    expect(await misquoted(second)).toEqual([]);
  });

  it("is told of a document as its newest published revision read it", async () => {
    const listed = async (dataVersion: number): Promise<number[]> => {
      const page = await findDocumentPage(
        createRowReader(database),
        {},
        { by: "SIZE", direction: "ASC" },
        { first: 5, after: null },
        dataVersion,
      );
      expect(await page.countAll()).toBe(page.rows.length);
      return page.rows.map(({ row }) => row.extractionId);
    };
    const [first, second] = (await database.manager.find(ExtractionRow, { order: { id: "ASC" } })).map(({ id }) => id);
    expect(await listed(1)).toEqual([first]);
    const { dataVersion } = await publishRevision(database, 2, checkRelated);
    expect(await listed(dataVersion)).toEqual([second]);
    expect(await listed(1)).toEqual([first]);
  });

  it("is kept once where it was read the same way", async () => {
    const again = readOtherwise(3);
    const third = await save({
      ...again,
      disclosure: { ...again.disclosure, header: { ...again.disclosure.header, phone: "010-00000000" } },
    });
    expect(await extractionOf(third)).toBe(await extractionOf(2));
    expect(await database.manager.count(ExtractionRow)).toBe(2);
  });

  it("is carried over from a hub that kept one reading of a document, and back", async () => {
    // Ids of documents and of extractions part: a document whose id is that of an extraction of another one.
    const other = await readDocument({ fileName: "other.txt", bytes: disclosureText({ unitName: "乙市财政局（本级）" }) });
    const otherRevision = await save(other);
    expect(await extractionOf(otherRevision)).toBe(3);
    const rows = (extractionId: number) =>
      database.manager.find(DocumentBlockRow, { where: { extractionId }, order: { blockIndex: "ASC" } });
    const texts = async (extractionId: number) => (await rows(extractionId)).map(({ text }) => text);
    const [newest, ofOther] = [await texts(2), await texts(3)];

    do await undoLastMigration(database);
    while ((await appliedMigrations()).includes(MIGRATION));
    const old: { documentId: number; text: string }[] = await database.query(
      "SELECT document_id AS documentId, text FROM document_block ORDER BY document_id, block_index, row_index, part",
    );
    const textsOf = (id: number) => old.filter(({ documentId }) => documentId === id).map(({ text }) => text);
    expect([textsOf(1).sort(), textsOf(2).sort(), old.length]).toEqual([
      [...newest].sort(),
      [...ofOther].sort(),
      newest.length + ofOther.length,
    ]);

    await migrate(database);
    expect(await findSchemaDrift(database)).toEqual([]);
    expect([await extractionOf(1), await extractionOf(2), await extractionOf(otherRevision)]).toEqual([1, 1, 2]);
    expect(await misquoted(2)).toEqual([]);
    expect(await misquoted(otherRevision)).toEqual([]);
    const reread = { ...other, disclosure: { ...other.disclosure, header: { ...other.disclosure.header, phone: "010-00000000" } } };
    expect(await extractionOf(await save(reread))).toBe(2);
    expect(await database.manager.count(ExtractionRow)).toBe(2);
  });

  const appliedMigrations = async (): Promise<string[]> =>
    (await database.query<{ name: string }[]>("SELECT name FROM schema_migration")).map(({ name }) => name);
});
