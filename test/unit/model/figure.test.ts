import type { Reading } from "../../../src/model/disclosure";
import { settleFigures } from "../../../src/model/figure";

const reading = (changes: Partial<Reading>): Reading => ({
  measure: "EXPENDITURE_TOTAL",
  stage: "FINAL",
  status: "REPORTED",
  value: 100,
  step: 1,
  printed: "1.00元",
  origin: "NARRATIVE",
  section: "TOTALS",
  citation: { block: 0, start: 0, end: 5 },
  ...changes,
});

const settledValues = (readings: Reading[]) => settleFigures(readings).map(({ reading: { value } }) => value);

describe("settleFigures", () => {
  it("keeps one figure for each measure, subject and stage", () => {
    const readings = [
      reading({ value: 1 }),
      reading({ stage: "PRIOR_FINAL", value: 2 }),
      reading({ subject: "204", value: 3 }),
      reading({ value: 1 }),
    ];
    expect(settledValues(readings)).toEqual([1, 2, 3]);
  });

  it("prefers a table to the narrative, whatever comes first", () => {
    expect(settledValues([reading({ value: 1 }), reading({ value: 2, origin: "TABLE" })])).toEqual([2]);
    expect(settledValues([reading({ value: 2, origin: "TABLE" }), reading({ value: 1 })])).toEqual([2]);
  });

  it("prefers a printed value to a derived one, even where the table is the derived one", () => {
    expect(settledValues([reading({ value: 1, origin: "TABLE", derivation: "CURRENT_MINUS_CHANGE" }), reading({ value: 2 })])).toEqual([2]);
  });

  it("prefers a number to the statement that there is none", () => {
    expect(settledValues([reading({ status: "NOT_APPLICABLE", value: null }), reading({ value: 5 })])).toEqual([5]);
  });

  it("takes the occurrence that gives the reason, and the first among equals", () => {
    const reason = { text: "示例", citation: { block: 1, start: 0, end: 2 } };
    expect(settledValues([reading({ value: 1 }), reading({ value: 1, reason })])).toEqual([1]);
    expect(settleFigures([reading({}), reading({ reason })])[0]?.readingIndex).toBe(1);
    expect(settleFigures([reading({}), reading({})])[0]?.readingIndex).toBe(0);
  });
});
