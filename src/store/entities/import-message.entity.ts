import { Entity } from "typeorm";
import { Int, KeyInt, Text, Varchar } from "../columns";

/** What reading the document had to say, with its place. */
@Entity({ name: "import_message", withoutRowid: true })
export class ImportMessageRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @Varchar(40)
  code!: string;

  @Text({ nullable: true })
  detail!: string | null;

  @Varchar(200, { nullable: true })
  place!: string | null;

  /** Citation: block of the document, row and cell of a table, and the characters in it. */
  @Int({ nullable: true })
  blockIndex!: number | null;

  @Int({ nullable: true })
  rowIndex!: number | null;

  @Int({ nullable: true })
  cellIndex!: number | null;

  @Int({ nullable: true })
  startOffset!: number | null;

  @Int({ nullable: true })
  endOffset!: number | null;
}
