import type { Relation } from "../model/disclosure";
import type { Facts } from "./facts";
import { baseDetail } from "./judge-rate";
import { baseAddress, changesBeside, currentAddress, figureOf, isPrintedRelation, printingsNear } from "./relation-inputs";
import type { Answer } from "./rule";

/** A printed rate where the base is zero. 0 % beside 0 is how the template says that nothing changed. */
export function* findRatesOnZero(facts: Facts): Generator<Answer> {
  const told = new Set<string>();
  for (const relation of facts.disclosure.relations) {
    if (relation.form === "CHANGE_AMOUNT") continue;
    const current = printingsNear(facts, currentAddress(relation), relation)[0];
    const base = baseValueOf(facts, relation);
    if (base === undefined) continue;
    if (base.value !== 0) {
      yield "HOLDS";
      continue;
    }
    if (!isPrintedRelation(relation) || (relation.value === 0 && (current?.value ?? 0) === 0)) {
      yield "DOES_NOT_APPLY";
      continue;
    }
    const place = JSON.stringify(relation.citation);
    if (told.has(place)) continue;
    told.add(place);
    yield {
      valueKind: "RATE",
      published: relation.value,
      recomputed: null,
      tolerance: null,
      figures: [figureOf(relation)],
      detail: { ...baseDetail(relation), section: relation.section },
      citations: [relation.citation, ...base.citations],
    };
  }
}

function baseValueOf(
  facts: Facts,
  relation: Relation,
): { readonly value: number; readonly citations: readonly Relation["citation"][] } | undefined {
  const printed = printingsNear(facts, baseAddress(relation), relation)[0];
  if (printed !== undefined) return { value: printed.value, citations: [printed.citation] };
  if (relation.form !== "CHANGE_RATE") return undefined;
  const current = printingsNear(facts, currentAddress(relation), relation)[0];
  const change = changesBeside(facts, relation)[0];
  if (current === undefined || change === undefined) return undefined;
  return { value: current.value - change.value, citations: [current.citation, change.citation] };
}
