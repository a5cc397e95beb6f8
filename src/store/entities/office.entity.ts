import { Entity } from "typeorm";
import { KeyInt, Varchar } from "../columns";

/** 内设机构 */
@Entity({ name: "office", withoutRowid: true })
export class OfficeRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @Varchar(200)
  name!: string;
}
