import { Field, Float, ID, Int, ObjectType } from "type-graphql";
import { disclosureKindById, scopeById } from "../../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../../model/disclosure-kind";
import type { RevisionRecord } from "../../store/find-revisions";
import { FiscalYearType } from "../fiscal-year/fiscal-year.type";
import { DisclosureKindEnum, RevisionStatusEnum, ScopeEnum } from "../vocabulary";

@ObjectType("Officers", { description: "责任人: who answers for the disclosure, as printed on its cover.", simpleResolvers: true })
export class OfficersType {
  @Field(() => String, { nullable: true, description: "单位负责人" })
  head!: string | null;

  @Field(() => String, { nullable: true, description: "财务负责人" })
  financeLead!: string | null;

  @Field(() => String, { nullable: true, description: "编制人" })
  preparer!: string | null;

  @Field(() => String, { nullable: true, description: "联系人" })
  contact!: string | null;

  @Field(() => String, { nullable: true, description: "联系电话" })
  phone!: string | null;
}

@ObjectType("CitationCoverage", {
  description: "引用覆盖率: how much of the numbers printed in the financial parts the hub's data cite.",
  simpleResolvers: true,
})
export class CitationCoverageType {
  @Field(() => Int, { description: "Numbers printed in the financial parts." })
  printed!: number;

  @Field(() => Int, { description: "Those that a figure, project, indicator or printed rate cites." })
  cited!: number;

  @Field(() => Float, { nullable: true, description: "Percent, two decimals rounded down; null where no number is printed." })
  get percent(): number | null {
    return this.printed === 0 ? null : Math.floor((this.cited * 10_000) / this.printed) / 100;
  }

  static of({ numbersPrinted, numbersCited }: RevisionRecord): CitationCoverageType {
    return Object.assign(new CitationCoverageType(), { printed: numbersPrinted, cited: numbersCited });
  }
}

@ObjectType("Disclosure", {
  description:
    "公开文件: what one unit publishes of one year, as budget or final accounts, in one scope. A correction is a new revision; old ones stay readable.",
  simpleResolvers: true,
})
export class DisclosureType {
  constructor(
    readonly record: RevisionRecord,
    /** The data version at which what stands beside this revision is read. */
    readonly dataVersion: number,
  ) {}

  static readonly of = (record: RevisionRecord, dataVersion: number): DisclosureType => new DisclosureType(record, dataVersion);

  @Field(() => ID, { description: "Identifies this revision." })
  get id(): string {
    return String(this.record.id);
  }

  @Field(() => FiscalYearType, { description: "年度" })
  get fiscalYear(): FiscalYearType {
    return { year: this.record.fiscalYear };
  }

  @Field(() => DisclosureKindEnum, { nullable: true, description: "公开类别" })
  get kind(): DisclosureKind | null {
    return disclosureKindById(this.record.kind) ?? null;
  }

  @Field(() => ScopeEnum, { nullable: true, description: "口径" })
  get scope(): Scope | null {
    return scopeById(this.record.scope) ?? null;
  }

  @Field(() => RevisionStatusEnum, { description: "修订状态" })
  get status(): string {
    return this.record.status;
  }

  @Field(() => Int, { description: "修订号, counted from 1." })
  get revision(): number {
    return this.record.revision;
  }

  @Field(() => String, { nullable: true, description: "报送日期: YYYY-MM-DD, or YYYY-MM where only the month is printed." })
  get reportedOn(): string | null {
    return this.record.reportedOn;
  }

  @Field(() => Date, { nullable: true, description: "发布时间 in this hub." })
  get publishedAt(): Date | null {
    return this.record.publishedAt === null ? null : new Date(this.record.publishedAt);
  }

  @Field(() => Date, { description: "导入时间" })
  get importedAt(): Date {
    return new Date(this.record.importedAt);
  }

  @Field(() => String, { nullable: true, description: "修订说明" })
  get note(): string | null {
    return this.record.note;
  }

  @Field(() => String, { description: "单位名称 as printed on the cover, （本级） included." })
  get unitNamePrinted(): string {
    return this.record.unitNamePrinted;
  }

  @Field(() => OfficersType, { description: "责任人" })
  get officers(): OfficersType {
    const { head, financeLead, preparer, contact, phone } = this.record;
    return { head, financeLead, preparer, contact, phone };
  }

  @Field(() => Int, { nullable: true, description: "内设机构数 as declared." })
  get officeCount(): number | null {
    return this.record.officeCount;
  }

  @Field(() => Int, { nullable: true, description: "纳入汇总范围的单位数 as declared." })
  get memberUnitCount(): number | null {
    return this.record.memberUnitCount;
  }

  @Field(() => CitationCoverageType, { description: "引用覆盖率" })
  get coverage(): CitationCoverageType {
    return CitationCoverageType.of(this.record);
  }
}
