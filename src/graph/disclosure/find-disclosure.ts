import { DISCLOSURE_KINDS, SCOPES } from "../../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../../model/disclosure-kind";
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR, isFiscalYear } from "../../model/fiscal-year";
import type { GraphContext, PointInTime } from "../graph-context";
import { requestError } from "../request-error";
import { findNamedUnit } from "../unit/find-named-unit";
import { DisclosureType } from "./disclosure.type";

/** What names one disclosure. What is left open is settled by what the unit publishes. */
export interface DisclosureQuestion extends PointInTime {
  readonly unit: string;
  readonly year: number;
  readonly kind?: DisclosureKind | null;
  readonly scope?: Scope | null;
}

/**
 * The published revision that a question means: final accounts before the budget; the scope that the name says (本级), else the department
 * before the unit alone. Null where nothing of that kind is published.
 *
 * @throws YEAR_INVALID, UNIT_NOT_FOUND, AS_OF_INVALID
 */
export async function findDisclosure(context: GraphContext, question: DisclosureQuestion): Promise<DisclosureType | null> {
  const { year, kind, scope } = question;
  if (!isFiscalYear(year)) {
    throw requestError("YEAR_INVALID", `${year} is no fiscal year: ask for one from ${FIRST_FISCAL_YEAR} to ${LAST_FISCAL_YEAR}`);
  }
  const dataVersion = await context.dataVersionAt(question);
  const { unit, isOwnUnit } = await findNamedUnit(context, question.unit);
  const published = await context.loaders.revisionsOfUnit.load({ id: unit.id, dataVersion });
  const kinds = kind ? [kind] : (["FINAL_ACCOUNTS", "BUDGET"] as const);
  const scopes = scope ? [scope] : isOwnUnit ? (["UNIT"] as const) : (["DEPARTMENT", "UNIT"] as const);
  const [found] = kinds
    .flatMap((one) => scopes.map((other) => ({ kind: DISCLOSURE_KINDS[one].id, scope: SCOPES[other].id })))
    .flatMap((wanted) => published.filter((one) => one.fiscalYear === year && one.kind === wanted.kind && one.scope === wanted.scope));
  return found ? new DisclosureType(found, dataVersion) : null;
}
