import { Entity } from "typeorm";
import { Int, KeyInt, Varchar } from "../columns";

/** A section of a disclosure; its text stands in the blocks [from_block, to_block). */
@Entity({ name: "section", withoutRowid: true })
export class SectionRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @Varchar(32)
  kind!: string;

  @Varchar(200)
  title!: string;

  @Int()
  fromBlock!: number;

  @Int()
  toBlock!: number;
}
