import { disclosureKindById, scopeById } from "../model/disclosure-kind";
import type { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import type { UnitRow } from "./entities/unit.entity";

type Named = Pick<DisclosureRevisionRow, "fiscalYear" | "kind" | "scope" | "revision" | "id">;

/** How the audit trail names a revision: 330100-ABCDEFGH 2024 FINAL_ACCOUNTS DEPARTMENT revision 2 (id 17). */
export const auditSubjectOf = ({ code }: Pick<UnitRow, "code">, { fiscalYear, kind, scope, revision, id }: Named): string =>
  `${code} ${fiscalYear} ${disclosureKindById(kind)} ${scopeById(scope)} revision ${revision} (id ${id})`;
