import { Entity, Index } from "typeorm";
import { KeySmallInt, Varchar } from "../columns";

/** The catalogue of measures in code, copied so that the tables explain themselves. */
@Entity({ name: "measure", withoutRowid: true })
@Index("ux_measure_code", ["code"], { unique: true })
export class MeasureRow {
  @KeySmallInt()
  id!: number;

  @Varchar(60)
  code!: string;

  @Varchar(60)
  name!: string;

  @Varchar(100)
  nameEn!: string;

  @Varchar(8)
  kind!: string;
}
