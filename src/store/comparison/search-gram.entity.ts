import { Entity, Index } from "typeorm";
import { KeyInt, KeyVarchar, SmallInt } from "../columns";

/** 检索索引: which revision holds two letters beside each other, and in how many of its projects, indicators and sections. */
@Entity({ name: "search_gram", withoutRowid: true })
@Index("ix_search_gram_fit", ["gram", "fit", "revisionId"])
export class SearchGramRow {
  @KeyVarchar(2)
  gram!: string;

  @KeyInt()
  revisionId!: number;

  @SmallInt()
  projects!: number;

  @SmallInt()
  indicators!: number;

  @SmallInt()
  sections!: number;

  /** How well the best title fits, 0 to 100: at its head and most of it. */
  @SmallInt()
  fit!: number;
}
