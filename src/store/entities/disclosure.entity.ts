import { Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { Int, SmallInt } from "../columns";

/** What one unit discloses of one year, kind and scope; its revisions hold the content. */
@Entity({ name: "disclosure" })
@Index("ux_disclosure", ["unitId", "fiscalYear", "kind", "scope"], { unique: true })
export class DisclosureRow {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Int()
  unitId!: number;

  @SmallInt()
  fiscalYear!: number;

  @SmallInt()
  kind!: number;

  @SmallInt()
  scope!: number;

  /** The published revision; moved by compare-and-set. */
  @Int({ nullable: true })
  currentRevisionId!: number | null;
}
