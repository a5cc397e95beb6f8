import { Entity } from "typeorm";
import { KeyInt } from "../columns";

/** A unit that a bound key holds for. */
@Entity({ name: "api_key_unit", withoutRowid: true })
export class ApiKeyUnitRow {
  @KeyInt()
  keyId!: number;

  @KeyInt()
  unitId!: number;
}
