import { Entity } from "typeorm";
import { Amount, Int, KeyInt, SmallInt, Varchar } from "../columns";

/** A printed change, rate or share, exactly as published. */
@Entity({ name: "relation", withoutRowid: true })
export class RelationRow {
  @KeyInt()
  revisionId!: number;

  @KeyInt()
  seq!: number;

  @Varchar(16)
  form!: string;

  @SmallInt()
  measureId!: number;

  @Int()
  subjectId!: number;

  @SmallInt()
  stage!: number;

  /** Compared with this stage of the same measure, or with a whole. */
  @SmallInt({ nullable: true })
  baseStage!: number | null;

  @SmallInt({ nullable: true })
  baseMeasureId!: number | null;

  @Int({ nullable: true })
  baseSubjectId!: number | null;

  /** Base units; rates in millionths. */
  @Amount({ nullable: true })
  value!: number | null;

  /** As in reading. */
  @Amount()
  step!: number;

  @Varchar(120)
  printed!: string;

  @Varchar(1000)
  text!: string;

  @Varchar(8, { nullable: true })
  direction!: string | null;

  @Varchar(32)
  section!: string;

  @Varchar(200)
  sectionTitle!: string;

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
