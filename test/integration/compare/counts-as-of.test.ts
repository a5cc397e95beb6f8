import { testEngines } from "../../support/databases/test-engines";
import { disclosureText } from "../../support/disclosure-text";
import type { DisclosureText } from "../../support/disclosure-text";
import { openGraphSession } from "../../support/graph-session";
import type { GraphSession } from "../../support/graph-session";

const COUNTS = ["CHECKS_PASSED", "CHECKS_FAILED", "CHECKS_UNDECIDED", "FINDINGS_ERROR", "FINDINGS_WARNING", "FINDINGS_INFO"] as const;
type Counts = Readonly<Record<(typeof COUNTS)[number], number>>;

describe.each(testEngines())("what is counted of checks on %s", (engine) => {
  let session: GraphSession;
  beforeAll(async () => {
    session = await openGraphSession(engine);
  });
  afterAll(() => session.close());

  const publish = (text: DisclosureText) => session.publish("disclosure.txt", disclosureText(text));
  const NAME = "甲市司法局";
  /** 2024 tells 1,200 with an increase of 200: a prior year of 1,000. */
  const later: DisclosureText = { unitName: NAME, year: 2024, total: "1,200.00", priorChange: "200.00" };
  const earlier = (total: string): DisclosureText => ({
    unitName: NAME,
    year: 2023,
    total,
    basic: total,
    project: "0.00",
    priorChange: "0.00",
  });

  /** The counts of 2024 in every answer that tells them: `stood` says which the findings and checks themselves come to. */
  const QUERY = `query ($version: Int!, $units: [String!]) {
    compare(where: { units: $units, years: [2024] }, measures: [${COUNTS.join(", ")}], dataVersion: $version) { columns { measure { code } } rows { cells { value } } }
    disclosure(unit: "${NAME}", year: 2024, dataVersion: $version) {
      quality { passed failed undecided } findings { severity }
      named: figures(measures: [${COUNTS.join(", ")}]) { measure { code } final }
      figures { measure { code } final }
    }
  }`;
  async function countsAt(version: number, units: readonly string[] | null = [NAME]): Promise<Counts> {
    const { data, errors } = await session.ask(QUERY, { version, units });
    expect(errors).toEqual([]);
    const { quality, findings, named, figures } = data.disclosure;
    const found = (wanted: string): number => findings.filter(({ severity }: { severity: string }) => severity === wanted).length;
    const stood = {
      CHECKS_PASSED: quality.passed,
      CHECKS_FAILED: quality.failed,
      CHECKS_UNDECIDED: quality.undecided,
      FINDINGS_ERROR: found("ERROR"),
      FINDINGS_WARNING: found("WARNING"),
      FINDINGS_INFO: found("INFO"),
    };
    type Told = { measure: { code: string }; final?: number; value?: number };
    const told = (all: readonly Told[]) =>
      Object.fromEntries(
        all.filter(({ measure }) => measure.code in stood).map(({ measure, final, value }) => [measure.code, final ?? value]),
      );
    const cells = data.compare.rows[0].cells.map(({ value }: { value: number }, at: number) => ({ ...data.compare.columns[at], value }));
    expect(told(cells)).toEqual(stood);
    expect(told(named)).toEqual(stood);
    expect(told(figures)).toEqual(stood);
    return stood;
  }

  it("is counted as it stood at a data version, whatever was published since", async () => {
    await publish(later);
    await publish(earlier("900.00"));
    await publish(earlier("1,000.00"));
    const [alone, wrong, mended] = [await countsAt(1), await countsAt(2), await countsAt(3)];
    expect(wrong.FINDINGS_WARNING).toBe(alone.FINDINGS_WARNING + 1);
    expect(wrong.CHECKS_FAILED).toBe(alone.CHECKS_FAILED + 1);
    expect(mended.FINDINGS_WARNING).toBe(alone.FINDINGS_WARNING);
    expect(mended.CHECKS_PASSED).toBe(wrong.CHECKS_PASSED + 1);
    // Without named units the figures are read in another way.
    expect(await countsAt(2, null)).toEqual(wrong);
  });

  it("stays so of a revision that was superseded", async () => {
    const before = await countsAt(2);
    await publish({ ...later, basic: "600.00", project: "600.00" });
    await publish(earlier("900.00"));
    expect(await countsAt(2)).toEqual(before);
  });
});
