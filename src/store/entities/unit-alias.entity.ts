import { Entity, Index } from "typeorm";
import { Int, KeyVarchar, Varchar } from "../columns";

/** Another name by which a unit is found: a former name, a short form. */
@Entity({ name: "unit_alias", withoutRowid: true })
@Index("ix_unit_alias_unit", ["unitId"])
export class UnitAliasRow {
  @KeyVarchar(200)
  nameKey!: string;

  @Int()
  unitId!: number;

  @Varchar(200)
  name!: string;
}
