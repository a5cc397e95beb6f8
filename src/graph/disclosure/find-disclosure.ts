import { DISCLOSURE_KINDS, SCOPES } from "../../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../../model/disclosure-kind";
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR, isFiscalYear } from "../../model/fiscal-year";
import { findRevisionsOfYear } from "../../store/find-revisions";
import type { RevisionRecord } from "../../store/find-revisions";
import type { GraphContext } from "../graph-context";
import { requestError } from "../request-error";
import { findNamedUnit } from "../unit/find-named-unit";

/** What names one disclosure. What is left open is settled by what the unit publishes. */
export interface DisclosureQuestion {
  readonly unit: string;
  readonly year: number;
  readonly kind: DisclosureKind | null;
  readonly scope: Scope | null;
  readonly asOf: Date | null;
}

/**
 * The published revision that a question means: final accounts before the budget; the scope that the name says (本级), else the department
 * before the unit alone. Null where nothing of that kind is published.
 */
export async function findDisclosure(context: GraphContext, question: DisclosureQuestion): Promise<RevisionRecord | null> {
  if (!isFiscalYear(question.year)) {
    throw requestError("YEAR_INVALID", `${question.year} is no fiscal year: ask for one from ${FIRST_FISCAL_YEAR} to ${LAST_FISCAL_YEAR}`);
  }
  const { unit, isOwnUnit } = await findNamedUnit(context, question.unit);
  const dataVersion = await context.dataVersionAt(question.asOf);
  const published = await findRevisionsOfYear(context.reader, unit.id, question.year, dataVersion);
  const kinds = question.kind ? [question.kind] : (["FINAL_ACCOUNTS", "BUDGET"] as const);
  const scopes = question.scope ? [question.scope] : isOwnUnit ? (["UNIT"] as const) : (["DEPARTMENT", "UNIT"] as const);
  for (const kind of kinds) {
    for (const scope of scopes) {
      const found = published.find((one) => one.kind === DISCLOSURE_KINDS[kind].id && one.scope === SCOPES[scope].id);
      if (found) return found;
    }
  }
  return null;
}
