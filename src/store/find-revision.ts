import type { DataSource } from "typeorm";
import { DISCLOSURE_KIND_CODES, DISCLOSURE_KINDS, SCOPE_CODES, SCOPES } from "../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../model/disclosure-kind";
import { parseUnitName } from "../model/unit-name";
import { DisclosureRevisionRow } from "./entities/disclosure-revision.entity";
import { UnitRow } from "./entities/unit.entity";
import { findUnitByReference } from "./find-unit-by-reference";

/** A revision, and what tells it from the unit's others. */
export interface KnownRevision {
  readonly id: number;
  readonly revision: number;
  readonly fiscalYear: number;
  readonly kind: DisclosureKind;
  readonly scope: Scope;
  readonly status: string;
}

/** All revisions of a unit, by its code, its printed name or an alias, newest first; undefined where the hub does not know the unit. */
export async function findRevisionsOfUnit(
  dataSource: DataSource,
  nameOrCode: string,
): Promise<{ readonly isOwnUnit: boolean; readonly revisions: readonly KnownRevision[] } | undefined> {
  const { isOwnUnit } = parseUnitName(nameOrCode);
  const unit = await findUnitByReference(dataSource.manager, nameOrCode);
  if (!unit) return undefined;
  const rows = await dataSource.manager.find(DisclosureRevisionRow, {
    where: { unitId: unit.id },
    order: { fiscalYear: "DESC", kind: "DESC", scope: "DESC", revision: "DESC" },
  });
  const revisions = rows.flatMap(({ id, revision, fiscalYear, kind, scope, status }): KnownRevision[] => {
    const kindCode = DISCLOSURE_KIND_CODES.find((code) => DISCLOSURE_KINDS[code].id === kind);
    const scopeCode = SCOPE_CODES.find((code) => SCOPES[code].id === scope);
    return kindCode && scopeCode ? [{ id, revision, fiscalYear, kind: kindCode, scope: scopeCode, status }] : [];
  });
  return { isOwnUnit, revisions };
}

export async function findUnitNames(dataSource: DataSource): Promise<string[]> {
  const units = await dataSource.manager.find(UnitRow, { select: { id: true, name: true } });
  return units.map(({ name }) => name);
}
