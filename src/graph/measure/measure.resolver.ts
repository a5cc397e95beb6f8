import { Query, Resolver } from "type-graphql";
import { MeasureType } from "./measure.type";

@Resolver()
export class MeasureResolver {
  @Query(() => [MeasureType], { description: "指标目录: every measure, in the order of the catalogue." })
  measures(): MeasureType[] {
    return MeasureType.all();
  }
}
