import type { Equation } from "./equation";
import { evaluateEquations } from "./equation";
import type { Facts } from "./facts";
import type { Answer, Rule } from "./rule";
import { BOTH_KINDS } from "./rule";
import type { SubjectTreeCheck } from "./subject-tree";
import { evaluateSubjectTree } from "./subject-tree";
import type { TwinCheck } from "./twins";
import { evaluateTwins } from "./twins";

type Named = Pick<Rule, "code" | "category" | "title" | "titleZh" | "identity"> & Partial<Pick<Rule, "severity" | "kinds" | "sentence">>;

const SUM_SENTENCE: Rule["sentence"] = {
  en: "{whole} is {published} {place}, but {parts} {make} {recomputed}; the difference is {difference}{beyond}{cause}",
  zh: "{place}{whole}为{published}，而{parts}{make}{recomputed}，相差{difference}{beyond}{cause}",
};

const AT_MOST_SENTENCE: Rule["sentence"] = {
  en: "{whole} is {published} {place}, which is {difference} more than {parts} with {recomputed}",
  zh: "{place}{whole}为{published}，大于{parts}的{recomputed}，超出{difference}",
};

const TWIN_SENTENCE: Rule["sentence"] = {
  en: "{figure} is {published} {place}, but {recomputed} {otherPlace}; the difference is {difference}{cause}",
  zh: "{figure}在{place}为{published}，在{otherPlace}为{recomputed}，相差{difference}{cause}",
};

const MIXED_SENTENCE: Rule["sentence"] = {
  en: "{figure} is {published} {place}, but the other table makes it {recomputed}; the difference is {difference}{cause}",
  zh: "{place}{figure}为{published}，而另一表为{recomputed}，相差{difference}{cause}",
};

const defaults = { severity: "ERROR", kinds: BOTH_KINDS, tolerance: "PRINTED" } as const;

/** A rule that is sums declared as data. */
export function equationRule({ equations, ...named }: Named & { readonly equations: readonly Equation[] }): Rule {
  const atMost = equations.every(({ relation }) => relation === "AT_MOST");
  return {
    ...defaults,
    sentence: atMost ? AT_MOST_SENTENCE : SUM_SENTENCE,
    ...named,
    equations,
    evaluate: (facts) => evaluateEquations(facts, equations),
  };
}

/** A rule on the tree of budget subjects in the columns of tables. */
export function treeRule({ trees, ...named }: Named & { readonly trees: readonly SubjectTreeCheck[] }): Rule {
  return { ...defaults, sentence: SUM_SENTENCE, ...named, trees, evaluate: (facts) => evaluateEach(facts, trees, evaluateSubjectTree) };
}

/** A rule on facts that are told more than once. */
export function twinRule({ twins, ...named }: Named & { readonly twins: readonly TwinCheck[] }): Rule {
  return { ...defaults, sentence: TWIN_SENTENCE, ...named, twins, evaluate: (facts) => evaluateEach(facts, twins, evaluateTwins) };
}

/** A rule on facts told more than once that some tables print only within a sum. */
export function mixedRule({
  twins,
  equations,
  ...named
}: Named & { readonly twins: readonly TwinCheck[]; readonly equations: readonly Equation[] }): Rule {
  return {
    ...defaults,
    sentence: MIXED_SENTENCE,
    ...named,
    twins,
    equations,
    *evaluate(facts) {
      yield* evaluateEach(facts, twins, evaluateTwins);
      yield* evaluateEquations(facts, equations);
    },
  };
}

function* evaluateEach<Check>(
  facts: Facts,
  checks: readonly Check[],
  evaluate: (facts: Facts, check: Check) => Iterable<Answer>,
): Generator<Answer> {
  for (const check of checks) yield* evaluate(facts, check);
}

/** A rule with a function of its own. */
export function ownRule(
  rule: Named &
    Pick<Rule, "sentence" | "tolerance" | "evaluate"> &
    Partial<Pick<Rule, "severity" | "kinds" | "needsRelated" | "otherSentences">>,
): Rule {
  return { severity: defaults.severity, kinds: defaults.kinds, ...rule };
}
