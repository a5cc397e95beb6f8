import { FieldResolver, Resolver, Root } from "type-graphql";
import { DisclosureType } from "../disclosure/disclosure.type";
import { FigureType } from "./figure.type";

@Resolver(() => FigureType)
export class FigureResolver {
  @FieldResolver(() => DisclosureType, { description: "公开文件 that tells it." })
  disclosure(@Root() { disclosure }: FigureType): DisclosureType {
    return disclosure;
  }
}
