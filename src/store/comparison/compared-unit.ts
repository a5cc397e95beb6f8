import type { AdministrativeLevel } from "../../model/region-catalogue";
import type { UnitNature } from "../../model/unit-name";

/** A unit as a comparison knows it: the columns of its row, and the names of its region and parent. */
export interface ComparedUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly nameKey: string;
  readonly regionCode: string | null;
  readonly level: AdministrativeLevel | null;
  readonly nature: UnitNature | null;
  readonly natureText: string | null;
  readonly parentId: number | null;
  readonly activeFrom: number | null;
  readonly activeTo: number | null;
  readonly regionName: string | null;
  readonly parentCode: string | null;
  readonly parentName: string | null;
}
