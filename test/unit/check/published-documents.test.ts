import { existsSync } from "node:fs";
import path from "node:path";
import { checkDisclosure } from "../../../src/check/check-disclosure";
import { tellFinding } from "../../../src/check/tell-finding";
import { extractInChild } from "../../../src/extract/extract-in-child";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import type { Finding } from "../../../src/model/finding";
import { parseDisclosure } from "../../../src/parse/parse-disclosure";

const folder = path.join(process.env["SHARED_DIR"] ?? path.join(PACKAGE_ROOT, "..", "shared"), "disclosures");

async function findingsOf(file: string): Promise<readonly Finding[]> {
  const document = await extractInChild({ path: path.join(folder, file) });
  return checkDisclosure(parseDisclosure(document), document).findings;
}

const counts = (findings: readonly Finding[]): Record<string, number> => {
  const counted: Record<string, number> = {};
  for (const { rule } of findings) counted[rule] = (counted[rule] ?? 0) + 1;
  return counted;
};

/** Every finding was judged by hand against the document: each is a contradiction that a reader can see there. */
(existsSync(folder) ? describe : describe.skip)("published documents", () => {
  it("final accounts as text: a class and an item left out, shares of another whole, budgets of another stage, marks for a missed target", async () => {
    const findings = await findingsOf("neimenggu-justice-2023.txt");
    expect(counts(findings)).toEqual({
      PROJECT_ECONOMIC_SUM: 1,
      N_ITEMS_SUM: 1,
      N_CHANGE_ITEMS_SUM: 2,
      N_ZERO_COMPONENT_NAMED: 1,
      RATE_ON_ZERO_BASE: 1,
      PROCUREMENT_SME_SHARE_BASE: 1,
      P_MISSED_FULL_MARKS: 1,
      P_SCORE_ABOVE_PROPORTION: 2,
      P_TARGET_CANNOT_FAIL: 5,
      P_OVERACHIEVED: 8,
      P_SUBJECT_INITIAL_MATCH: 3,
      P_CARRYOVER_VS_UNIT: 1,
      EVALUATED_PROJECTS_PRESENT: 1,
      PURPOSE_FITS_SUBJECT: 1,
      X_ADJUSTMENT_RATE: 1,
    });
    const of = (rule: string) => findings.filter((finding) => finding.rule === rule);
    expect(of("PROJECT_ECONOMIC_SUM")[0]).toMatchObject({ published: 5_759_430_000, recomputed: 5_698_680_000 });
    expect(of("PROCUREMENT_SME_SHARE_BASE")[0]?.detail).toMatchObject({ cause: "ANOTHER_WHOLE", causeMeasure: "PROCUREMENT_TOTAL" });
    expect(of("P_SUBJECT_INITIAL_MATCH").map(({ detail }) => detail["causeStage"])).toEqual(Array(3).fill("ADJUSTED_BUDGET"));
    expect(of("EVALUATED_PROJECTS_PRESENT")[0]).toMatchObject({ published: 14, recomputed: 5 });
  });

  it("final accounts in PDF: a total in the wrong unit, a share of nothing, an expense named that was not made", async () => {
    const findings = await findingsOf("putuo-finance-2024-final-accounts.pdf");
    expect(counts(findings)).toEqual({ SHARE_OF_TOTAL: 1, X_UNIT_SCALE: 1, N_ZERO_COMPONENT_NAMED: 1 });
    expect(findings.find(({ rule }) => rule === "X_UNIT_SCALE")).toMatchObject({ published: 300_000, recomputed: 2_961_680_000 });
  });

  it("a budget: a digit too many, a rate copied from the line above, an item that differs from its table, wrong years, an old name", async () => {
    const findings = await findingsOf("putuo-justice-2026-budget-department.pdf");
    expect(counts(findings)).toEqual({ N_GENERAL_ITEM_MATCH: 1, GROWTH_RATE: 2, YEAR_CONSISTENT: 2, SUBJECT_NAME_MATCH: 1 });
    const slip = findings.find(({ detail }) => detail["cause"] === "INPUT_SLIP");
    expect(slip === undefined ? "" : tellFinding(slip, "zh")).toContain("疑为3,269.30万元");
    const copied = findings.find(({ detail }) => detail["cause"] === "ROW_ABOVE");
    expect([copied?.published, copied?.recomputed]).toEqual([176_600, 179_254]);
  });

  it("a budget with many classes: one item under two names", async () => {
    expect(counts(await findingsOf("putuo-wanli-2025-budget.pdf"))).toEqual({ SUBJECT_NAME_MATCH: 1 });
  });
});
