import { Entity } from "typeorm";
import { Int, KeyInt, Text } from "../columns";

/** The text of an extraction: a paragraph, or one row of a table as JSON cells; long ones in parts. */
@Entity({ name: "document_block", withoutRowid: true })
export class DocumentBlockRow {
  @KeyInt()
  extractionId!: number;

  @KeyInt()
  blockIndex!: number;

  /** -1 for a paragraph. */
  @KeyInt()
  rowIndex!: number;

  @KeyInt()
  part!: number;

  @Int({ nullable: true })
  page!: number | null;

  @Text()
  text!: string;
}
