import type { Equation, Term } from "../../../src/check/equation";
import type { Place } from "../../../src/check/facts";
import type { Rule } from "../../../src/check/rule";
import { RULES } from "../../../src/check/rule-list";
import type { SubjectTreeCheck } from "../../../src/check/subject-tree";
import type { TwinCheck } from "../../../src/check/twins";
import type { Reading } from "../../../src/model/disclosure";
import type { MeasureCode } from "../../../src/model/measures";
import { measureOf } from "../../../src/model/measures";
import type { StatutoryTableKind } from "../../../src/model/statutory-table-kind";
import { checkRule, reading, type Where } from "../../support/check-fixtures";

// The three tests of every rule that is declared as data come from the declaration itself: it holds, it fails, it cannot be told.

const kindOf = (rule: Rule) => rule.kinds.at(-1) ?? "FINAL_ACCOUNTS";
const stageOf = (rule: Rule): Where => ({ stage: kindOf(rule) === "BUDGET" ? "INITIAL_BUDGET" : "FINAL" });
const placeOf = (place: Place): Where => (typeof place === "object" ? { table: place.table } : {});

interface Named {
  readonly measure: MeasureCode;
  readonly subject?: string;
  readonly place?: Place;
}

const named = (term: Term): Named => (typeof term === "string" ? { measure: term } : "measure" in term ? term : named(term.first));

const equations = RULES.flatMap((rule) =>
  (rule.equations ?? []).flatMap((equation, at) =>
    equation.places.map((place): [string, Rule, Equation, Place] => [`${rule.code} ${at} ${JSON.stringify(place)}`, rule, equation, place]),
  ),
);

describe.each(equations)("%s", (_name, rule, equation, place) => {
  const subject = equation.of === "SUBJECTS" ? "2040601" : undefined;
  const at = (term: Term, amount: number): Reading => {
    const { measure, subject: own = subject, place: other = place } = named(term);
    return reading(measure, amount, { ...stageOf(rule), ...placeOf(other), ...(own === undefined ? {} : { subject: own }) });
  };
  const parts = equation.parts.map((term, index) => at(term, 1000 * (index + 1)));
  const minus = (equation.minus ?? []).map((term) => at(term, 300));
  const total = equation.parts.reduce((sum, _term, index) => sum + 1000 * (index + 1), 0) - minus.length * 300;
  const [first, ...others] = equation.whole;
  const rest = others.map((term) => at(term, 100));
  const whole = (amount: number): Reading => at(first!, amount - 100 * rest.length);
  const run = (...readings: Reading[]) => checkRule(rule.code, { kind: kindOf(rule), readings });

  it("holds", () => {
    expect(run(whole(total), ...rest, ...parts, ...minus)).toEqual({ outcome: "PASS", findings: [] });
  });

  it("fails", () => {
    const { outcome, findings } = run(whole(total + 250), ...rest, ...parts, ...minus);
    expect(outcome).toBe("FAIL");
    expect(findings).toHaveLength(1);
    const [finding] = findings;
    expect((finding?.published ?? 0) - (finding?.recomputed ?? 0)).toBe(
      250 * (measureOf(named(first!).measure).kind === "COUNT" ? 1 : 10_000),
    );
    expect(finding?.citations.length).toBe(1 + rest.length + parts.length + minus.length);
  });

  it("cannot be told without the whole", () => {
    expect(run(...rest, ...parts, ...minus).outcome).not.toBe("PASS");
    expect(run(...rest, ...parts, ...minus).findings).toEqual([]);
  });

  it("cannot be told without a part", () => {
    expect(run(whole(total), ...rest)).toEqual({ outcome: "NOT_CHECKABLE", findings: [] });
  });
});

const trees = RULES.flatMap((rule) =>
  (rule.trees ?? []).map((tree): [string, Rule, SubjectTreeCheck] => [
    `${rule.code} ${JSON.stringify(tree.place)} ${tree.measures?.[0] ?? ""}`,
    rule,
    tree,
  ]),
);

const COLUMN_OF: Partial<Record<StatutoryTableKind, MeasureCode>> = {
  REVENUE: "CURRENT_YEAR_REVENUE",
  EXPENDITURE: "CURRENT_YEAR_EXPENDITURE",
};

describe.each(trees)("%s", (_name, rule, tree) => {
  const measure =
    tree.measures?.[0] ?? COLUMN_OF[typeof tree.place === "object" ? tree.place.table : "TOTALS"] ?? "GENERAL_PUBLIC_EXPENDITURE";
  const at = (subject: string | undefined, amount: number): Reading =>
    reading(measure, amount, {
      ...(tree.stages === "BUDGETS" ? { stage: "INITIAL_BUDGET" as const } : stageOf(rule)),
      ...placeOf(tree.place),
      ...(subject === undefined ? {} : { subject }),
    });
  // In words the lines of a numbered list: each in a paragraph of its own.
  const blocks = ["合计", "1．", "2．", "3．", "4．"].map((text) => ({ kind: "PARAGRAPH", text }) as const);
  const lines = (readings: Reading[]): Reading[] =>
    tree.place === "NARRATIVE" ? readings.map((one, block) => ({ ...one, citation: { ...one.citation, block } })) : readings;
  const run = (...readings: Reading[]) => checkRule(rule.code, { kind: kindOf(rule), readings: lines(readings), blocks });
  const totals = tree.levels !== "SUBJECTS";

  it("holds", () => {
    expect(run(at(undefined, 700), at("301", 500), at("30101", 500), at("302", 200))).toEqual({ outcome: "PASS", findings: [] });
  });

  it("fails", () => {
    const { outcome, findings } = run(at(undefined, totals ? 900 : 700), at("301", 500), at("30101", totals ? 500 : 300), at("302", 200));
    expect(outcome).toBe("FAIL");
    expect(findings.map(({ published, recomputed }) => (published ?? 0) - (recomputed ?? 0))).toEqual([200 * 10_000]);
  });

  it("cannot be told without a parent", () => {
    expect(run(at("30101", 500), at("30201", 200)).outcome).toBe("NOT_CHECKABLE");
  });

  it("cannot be told where a number was not read", () => {
    const readings = [at(undefined, 900), at("301", 500), at("30101", 300), at("302", 200)];
    const uncited = [{ block: 0, start: 3, end: 4 }];
    const sections = [{ kind: "NARRATIVE", title: "", from: 0, to: 1 }] as const;
    expect(checkRule(rule.code, { kind: kindOf(rule), readings, uncited, sections })).toEqual({ outcome: "NOT_CHECKABLE", findings: [] });
  });
});

const twins = RULES.flatMap((rule) =>
  (rule.twins ?? []).flatMap((twin) =>
    twin.measures.map((measure): [string, Rule, TwinCheck, MeasureCode] => [`${rule.code} ${twin.of} ${measure}`, rule, twin, measure]),
  ),
);

describe.each(twins)("%s", (_name, rule, twin, measure) => {
  const subject = { TOTAL: undefined, ALL: undefined, CLASSES: "204", BELOW_CLASSES: "2040601" }[twin.of];
  const at = (amount: number, where: Where): Reading =>
    reading(measure, amount, { ...stageOf(rule), ...where, ...(subject === undefined ? {} : { subject }) });
  const places: readonly [Where, Where] = {
    TABLES: [{ table: "TOTALS" }, { table: "EXPENDITURE" }],
    WORDS_AND_TABLES: [{}, { table: "TOTALS" }],
    WORDS: [{ section: "TOTALS" }, { section: "REVENUE", block: 1 }],
  }[twin.between] as [Where, Where];
  const run = (...readings: Reading[]) => checkRule(rule.code, { kind: kindOf(rule), readings });

  it("holds", () => {
    expect(run(at(500, places[0]), at(500, places[1]))).toEqual({ outcome: "PASS", findings: [] });
  });

  it("fails", () => {
    const { outcome, findings } = run(at(700, places[0]), at(500, places[1]));
    expect([outcome, findings.length]).toEqual(["FAIL", 1]);
  });

  it("cannot be told from one place", () => {
    expect(run(at(500, places[0]))).toEqual({ outcome: "NOT_CHECKABLE", findings: [] });
  });
});
