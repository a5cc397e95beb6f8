import { Entity } from "typeorm";
import { Amount, Int, KeyInt, SmallInt, Text, Varchar } from "../columns";

/** One printed occurrence of a quantity, with its citation. */
@Entity({ name: "reading", withoutRowid: true })
export class ReadingRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @SmallInt()
  measureId!: number;

  @Int()
  subjectId!: number;

  @SmallInt()
  stage!: number;

  @SmallInt()
  status!: number;

  @Amount({ nullable: true })
  value!: number | null;

  /** Weight of the last printed digit, in ten-thousandths of a base unit. */
  @Amount()
  step!: number;

  @Varchar(120)
  printed!: string;

  /** The sentence or row around it, as printed. */
  @Varchar(1000)
  text!: string;

  @Varchar(16)
  origin!: string;

  @Varchar(32)
  section!: string;

  @Varchar(200)
  sectionTitle!: string;

  @Varchar(32, { nullable: true })
  tableKind!: string | null;

  @Varchar(24, { nullable: true })
  derivation!: string | null;

  @Text({ nullable: true })
  reason!: string | null;

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
