import { DISCLOSURE_KINDS, SCOPES } from "../../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../../model/disclosure-kind";
import { FIRST_FISCAL_YEAR, LAST_FISCAL_YEAR, isFiscalYear } from "../../model/fiscal-year";
import type { RevisionRecord } from "../../store/find-revisions";
import { demand } from "../access/demand";
import type { GraphContext, PointInTime } from "../graph-context";
import { requestError } from "../request-error";
import { findNamedUnit } from "../unit/find-named-unit";
import type { ReadableStatusEnum } from "../vocabulary";
import { DisclosureType } from "./disclosure.type";

export type ReadableStatus = keyof typeof ReadableStatusEnum;

/** What names one disclosure. What is left open is settled by what the unit publishes. */
export interface DisclosureQuestion extends PointInTime {
  readonly unit: string;
  readonly year: number;
  readonly kind?: DisclosureKind | null;
  readonly scope?: Scope | null;
  readonly status?: ReadableStatus | null;
}

/**
 * The published revision, or the newest draft, that a question means: final accounts before the budget; the scope that the name says (本级), else the department
 * before the unit alone. Null where nothing of that kind is published.
 *
 * @throws YEAR_INVALID, UNIT_NOT_FOUND, AS_OF_INVALID; of drafts UNAUTHENTICATED, FORBIDDEN
 */
export async function findDisclosure(context: GraphContext, question: DisclosureQuestion): Promise<DisclosureType | null> {
  const { year, kind, scope } = question;
  if (!isFiscalYear(year)) {
    throw requestError("YEAR_INVALID", `${year} is no fiscal year: ask for one from ${FIRST_FISCAL_YEAR} to ${LAST_FISCAL_YEAR}`);
  }
  const dataVersion = await context.dataVersionAt(question);
  const { unit, isOwnUnit } = await findNamedUnit(context, question.unit);
  const revisions =
    question.status === "DRAFT"
      ? await loadDrafts(context, unit.id, question)
      : await context.loaders.revisionsOfUnit.load({ id: unit.id, dataVersion });
  const kinds = kind ? [kind] : (["FINAL_ACCOUNTS", "BUDGET"] as const);
  const scopes = scope ? [scope] : isOwnUnit ? (["UNIT"] as const) : (["DEPARTMENT", "UNIT"] as const);
  const [found] = kinds
    .flatMap((one) => scopes.map((other) => ({ kind: DISCLOSURE_KINDS[one].id, scope: SCOPES[other].id })))
    .flatMap((wanted) => revisions.filter((one) => one.fiscalYear === year && one.kind === wanted.kind && one.scope === wanted.scope));
  return found ? new DisclosureType(found, dataVersion) : null;
}

/** @throws UNAUTHENTICATED, FORBIDDEN, AS_OF_INVALID */
async function loadDrafts({ actor, loaders }: GraphContext, unitId: number, when: PointInTime): Promise<readonly RevisionRecord[]> {
  demand(actor, "READ_DRAFTS", [unitId]);
  checkNow(when);
  return loaders.draftsOfUnit.load(unitId);
}

/** A draft is no state of what is published. @throws AS_OF_INVALID */
export function checkNow({ asOf, dataVersion }: PointInTime): void {
  if (asOf || typeof dataVersion === "number")
    throw requestError("AS_OF_INVALID", "Drafts are read as of now: leave out `asOf` and `dataVersion`");
}
