import type { DataSource } from "typeorm";
import { DISCLOSURE_KINDS, SCOPES } from "../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../model/disclosure-kind";
import { normaliseUnitName, parseUnitName } from "../model/unit-name";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { UnitRow } from "./entities/unit.entity";

/** What names one disclosure to a person: a unit by code or name, its year and kind, and the scope where both are published. */
export interface RevisionAddress {
  readonly unit: string;
  readonly fiscalYear: number;
  readonly kind: DisclosureKind;
  readonly scope?: Scope;
}

/** The newest revision in a state of the disclosure that an address names. */
export async function findRevision(
  dataSource: DataSource,
  address: RevisionAddress,
  status: "DRAFT" | "PUBLISHED",
): Promise<DisclosureRevisionRow | null> {
  const { name, isOwnUnit } = parseUnitName(address.unit);
  const unit = await dataSource.manager.findOne(UnitRow, { where: [{ code: address.unit }, { nameKey: normaliseUnitName(name) }] });
  if (!unit) return null;
  const scope = address.scope ?? (isOwnUnit ? "UNIT" : undefined);
  return dataSource.manager.findOne(DisclosureRevisionRow, {
    where: {
      unitId: unit.id,
      fiscalYear: address.fiscalYear,
      kind: DISCLOSURE_KINDS[address.kind].id,
      ...(scope !== undefined && { scope: SCOPES[scope].id }),
      status,
    },
    order: { revision: "DESC" },
  });
}
