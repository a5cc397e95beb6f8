import { Entity } from "typeorm";
import { Amount, KeyInt, KeySmallInt, KeyVarchar, Varchar } from "../columns";

/** A denominator of a unit and year: STAFF (编制或在职人数), POPULATION (常住人口). */
@Entity({ name: "unit_factor", withoutRowid: true })
export class UnitFactorRow {
  @KeyInt()
  unitId!: number;

  @KeySmallInt()
  fiscalYear!: number;

  @KeyVarchar(12)
  factor!: string;

  @Amount()
  value!: number;

  @Varchar(300)
  source!: string;
}
