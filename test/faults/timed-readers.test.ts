import { checkRelated } from "../../src/check/check-related";
import { checkDisclosure } from "../../src/check/check-disclosure";
import { extractText } from "../../src/extract/extract-text";
import { parseDisclosure } from "../../src/parse/parse-disclosure";
import { publishRevision } from "../../src/store/publish-revision";
import { saveDisclosure } from "../../src/store/save-disclosure";
import { serverEngines } from "../support/databases/test-engines";
import { disclosureText } from "../support/disclosure-text";
import type { ServedHub } from "../support/served-hub";
import { serveSampleHub } from "../support/served-hub";

const REVISIONS = 100;
const READS_PER_SECOND = 50;
/** Between two publications: what the readers' rate makes of it is a few answers at every version. */
const PAUSE_MILLISECONDS = 100;
/** Where an answer is late, those that are due go on being asked, and no more than so many wait at once. */
const UNDER_WAY = 50;
/** Of the rate, over the whole time: the clock of the last ones runs until they are answered. */
const LEAST_RATE = 0.9 * READS_PER_SECOND;
const UNIT = "壬市财政局";

/** 示例: what a revision says, number by number, so that two revisions in one answer do not fit. In 万元. */
const numbersOf = (revision: number) => ({ basic: 1000 + revision, project: 5000 + 7 * revision, total: 6000 + 8 * revision });
const printed = (amount: number): string => `${amount.toLocaleString("en-US")}.00`;

const QUESTION = `{
  hub { dataVersion }
  compare(where: { units: ["${UNIT}"], years: [2023] }, measures: [BASIC_EXPENDITURE, PROJECT_EXPENDITURE, EXPENDITURE_TOTAL]) {
    dataVersion
    rows { cells { value } }
  }
  disclosure(unit: "${UNIT}", year: 2023) {
    revision
    figures(measures: [BASIC_EXPENDITURE, PROJECT_EXPENDITURE, EXPENDITURE_TOTAL]) { value }
  }
}`;

interface Told {
  readonly data: {
    readonly hub: { readonly dataVersion: number };
    readonly compare: { readonly dataVersion: number; readonly rows: readonly { readonly cells: readonly { readonly value: number }[] }[] };
    readonly disclosure: { readonly revision: number; readonly figures: readonly { readonly value: number }[] };
  };
}

describe.each(serverEngines())("readers while a hundred revisions are published on %s", (engine) => {
  let hub: ServedHub;
  const drafts: number[] = [];

  beforeAll(async () => {
    hub = await serveSampleHub(engine, { samples: false });
    for (let revision = 1; revision <= REVISIONS; revision += 1) {
      const { basic, project, total } = numbersOf(revision);
      const bytes = disclosureText({
        unitName: `${UNIT}（本级）`,
        total: printed(total),
        basic: printed(basic),
        project: printed(project),
      });
      const extracted = extractText(bytes);
      const disclosure = parseDisclosure(extracted);
      const imported = { sha256: String(revision).padStart(64, "0"), fileName: "revision.txt", byteLength: bytes.byteLength, extracted };
      drafts.push((await saveDisclosure(hub.database, imported, disclosure, checkDisclosure(disclosure, extracted))).revisionId);
    }
    await publishRevision(hub.database, drafts[0]!, checkRelated);
  }, 120_000);

  afterAll(() => hub.close());

  it("tell each of the old or the new revision whole, and the data version never goes back", async () => {
    let committed = 1;
    const answers: { readonly told: Told; readonly least: number }[] = [];
    const underWay = new Set<Promise<void>>();
    const ask = async (): Promise<void> => {
      const least = committed;
      const response = await hub.post({ query: QUESTION });
      const body = await response.text();
      if (response.status !== 200 || body.includes('"errors"')) throw new Error(`A reader is told ${response.status}: ${body}`);
      const told = JSON.parse(body) as Told;
      answers.push({ told, least });
    };
    const refused: unknown[] = [];
    const started = performance.now();
    const seconds = (): number => (performance.now() - started) / 1000;
    let begun = 0;
    const readers = setInterval(() => {
      for (; begun < seconds() * READS_PER_SECOND && underWay.size < UNDER_WAY; begun += 1) {
        const reading: Promise<void> = ask()
          .catch((error: unknown) => void refused.push(error))
          .finally(() => underWay.delete(reading));
        underWay.add(reading);
      }
    }, 5);
    try {
      for (const draft of drafts.slice(1)) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
        ({ dataVersion: committed } = await publishRevision(hub.database, draft, checkRelated));
      }
    } finally {
      clearInterval(readers);
      await Promise.all(underWay);
    }
    const rate = answers.length / seconds();
    expect(refused).toEqual([]);
    expect(rate).toBeGreaterThanOrEqual(LEAST_RATE);
    expect(committed).toBe(REVISIONS);

    const seen = new Set<number>();
    for (const { told, least } of answers) {
      const { hub: state, compare, disclosure } = told.data;
      const { dataVersion } = state;
      const { basic, project, total } = numbersOf(dataVersion);
      const values = [basic, project, total];
      // The nth revision is published at data version n: everything in one answer is of that one.
      const compared = compare.rows[0]?.cells.map(({ value }) => Number(value));
      expect([compare.dataVersion, compared]).toEqual([dataVersion, values]);
      const figures = disclosure.figures.map(({ value }) => Number(value)).sort((one, other) => one - other);
      expect([disclosure.revision, figures]).toEqual([dataVersion, values]);
      // Who asks after a publication was told as done sees it.
      expect(dataVersion).toBeGreaterThanOrEqual(least);
      seen.add(dataVersion);
    }
    expect(answers.length).toBeGreaterThan(REVISIONS);
    expect(seen.size).toBeGreaterThan(REVISIONS / 2);
    expect(hub.errors).toEqual([]);
  }, 240_000);
});
