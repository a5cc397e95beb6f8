import { Field, Int, ObjectType } from "type-graphql";
import { UserErrorType } from "../access/user-error.type";
import { ImportOutcomeEnum } from "../vocabulary";
import { DisclosureType } from "./disclosure.type";

const ERRORS = "Why nothing was changed; empty where it was.";

@ObjectType("ImportDisclosurePayload", { description: "导入结果" })
export class ImportDisclosurePayload {
  @Field(() => DisclosureType, { nullable: true, description: "公开文件 as a draft; what was imported before where it is UNCHANGED." })
  disclosure!: DisclosureType | null;

  @Field(() => ImportOutcomeEnum, { nullable: true, description: "Whether anything new was kept; null where the import failed." })
  outcome!: "SAVED" | "UNCHANGED" | null;

  @Field(() => DisclosureType, {
    nullable: true,
    description: "What is published now, for `publishDisclosure(replaces:)`; null where nothing is.",
  })
  replaces!: DisclosureType | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType("PublishDisclosurePayload", { description: "发布结果" })
export class PublishDisclosurePayload {
  @Field(() => DisclosureType, { nullable: true, description: "公开文件 as readers see it now." })
  disclosure!: DisclosureType | null;

  @Field(() => Int, { nullable: true, description: "数据版本 from which readers see it." })
  dataVersion!: number | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}

@ObjectType("WithdrawDisclosurePayload", { description: "撤回结果" })
export class WithdrawDisclosurePayload {
  @Field(() => DisclosureType, { nullable: true, description: "公开文件 that readers no longer see; `asOf` still shows it." })
  disclosure!: DisclosureType | null;

  @Field(() => Int, { nullable: true, description: "数据版本 from which readers do not see it." })
  dataVersion!: number | null;

  @Field(() => [UserErrorType], { description: ERRORS })
  errors!: UserErrorType[];
}
