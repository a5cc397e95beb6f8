import { ArgsType, Field, Int } from "type-graphql";
import type { PointInTime } from "../graph-context";

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: "每页条数: at most 100." })
  first!: number;

  @Field(() => String, { nullable: true, description: "Cursor to go on after." })
  after?: string | null;
}

/** A page of what is published: now, or as it was. */
@ArgsType()
export class VersionedPageArgs extends PageArgs {
  @Field(() => Date, { nullable: true, description: "时点: as published at an instant." })
  asOf?: Date | null;

  @Field(() => Int, { nullable: true, description: "数据版本: as published at a data version. Not both this and `asOf`." })
  dataVersion?: number | null;
}

/** What is published: now, or as it was. */
@ArgsType()
export class PointInTimeArgs implements PointInTime {
  @Field(() => Date, { nullable: true, description: "时点: as published at an instant; without it, now." })
  asOf?: Date | null;

  @Field(() => Int, { nullable: true, description: "数据版本: as published at a data version. Not both this and `asOf`." })
  dataVersion?: number | null;
}
