import { Entity, Index, PrimaryGeneratedColumn } from "typeorm";
import { Amount, Instant, Int, SmallInt, Varchar } from "../columns";

/** 修订: one reading of one document. Never changed after it is saved, except for its status and visibility. */
@Entity({ name: "disclosure_revision" })
@Index("ux_disclosure_revision", ["disclosureId", "revision"], { unique: true })
@Index("ix_revision_unit_year", ["unitId", "fiscalYear"])
@Index("ix_revision_year", ["fiscalYear", "kind", "scope", "unitId"])
@Index("ix_revision_document", ["documentId"])
export class DisclosureRevisionRow {
  @PrimaryGeneratedColumn({ type: "integer" })
  id!: number;

  @Int()
  disclosureId!: number;

  @SmallInt()
  revision!: number;

  @Int()
  documentId!: number;

  /** Whose blocks its citations count: it stays, however the document is read later. */
  @Int({ default: 0 })
  extractionId!: number;

  @Int()
  unitId!: number;

  @SmallInt()
  fiscalYear!: number;

  @SmallInt()
  kind!: number;

  @SmallInt()
  scope!: number;

  /** DRAFT, PUBLISHED, SUPERSEDED, WITHDRAWN. */
  @Varchar(12)
  status!: string;

  /** Hash of everything parsed and checked: the same file read the same way makes no new revision. */
  @Varchar(64)
  fingerprint!: string;

  /** Data version from which this row is published; NEVER for a draft. */
  @Amount()
  visibleFrom!: number;

  /** Data version at which it stopped being so; NEVER while it is. */
  @Amount()
  visibleTo!: number;

  @Varchar(500, { nullable: true })
  note!: string | null;

  @Varchar(200)
  unitNamePrinted!: string;

  @Varchar(60, { nullable: true })
  head!: string | null;

  @Varchar(60, { nullable: true })
  financeLead!: string | null;

  @Varchar(60, { nullable: true })
  preparer!: string | null;

  /** YYYY-MM-DD, or YYYY-MM. */
  @Varchar(10, { nullable: true })
  reportedOn!: string | null;

  @Varchar(60, { nullable: true })
  contact!: string | null;

  @Varchar(60, { nullable: true })
  phone!: string | null;

  @Int({ nullable: true })
  officeCount!: number | null;

  @Int({ nullable: true })
  memberUnitCount!: number | null;

  /** Numbers printed in the financial parts, and how many of them are cited. */
  @Int()
  numbersPrinted!: number;

  @Int()
  numbersCited!: number;

  /** What the document says of its unit's nature, for the day of its publication. */
  @Varchar(200, { nullable: true })
  unitNature!: string | null;

  @Instant()
  importedAt!: string;

  @Instant({ nullable: true })
  publishedAt!: string | null;
}
