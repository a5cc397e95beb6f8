import { Arg, Ctx, ID, Mutation, Resolver } from "type-graphql";
import type { GraphContext } from "../graph-context";
import { publishDisclosure, withdrawDisclosure } from "./change-disclosure";
import { ImportDisclosurePayload, PublishDisclosurePayload, WithdrawDisclosurePayload } from "./disclosure-payloads.type";
import { importDisclosure } from "./import-disclosure";

const ID_OF_REVISION = "As `Disclosure.id` gives it.";

@Resolver()
export class DisclosureMutationResolver {
  @Mutation(() => ImportDisclosurePayload, {
    description:
      "导入: reads a document that POST /documents took into a draft, which readers do not see. EDITOR. Errors: NOT_FOUND, UNREADABLE, BUSY.",
  })
  importDisclosure(
    @Arg("document", () => ID, { description: "来源文件: the id that POST /documents answered." }) document: string,
    @Ctx() context: GraphContext,
  ): Promise<ImportDisclosurePayload> {
    return importDisclosure(context, document);
  }

  @Mutation(() => PublishDisclosurePayload, {
    description: "发布: makes a draft what readers see, and moves the 数据版本. PUBLISHER. Errors: NOT_FOUND, CONFLICT, INVALID.",
  })
  publishDisclosure(
    @Arg("id", () => ID, { description: ID_OF_REVISION }) id: string,
    @Arg("replaces", () => ID, {
      nullable: true,
      description: "The revision that is published now; left out where none is. CONFLICT where it is another: somebody else came first.",
    })
    replaces: string | null,
    @Arg("note", () => String, { nullable: true, description: "修订说明, at most 300 characters." }) note: string | null,
    @Ctx() context: GraphContext,
  ): Promise<PublishDisclosurePayload> {
    return publishDisclosure(context, { id, replaces, note });
  }

  @Mutation(() => WithdrawDisclosurePayload, {
    description:
      "撤回: hides what is published; nothing is deleted, and `asOf` still shows it. PUBLISHER. Errors: NOT_FOUND, CONFLICT, INVALID.",
  })
  withdrawDisclosure(
    @Arg("id", () => ID, { description: ID_OF_REVISION }) id: string,
    @Arg("note", () => String, { nullable: true, description: "撤回原因, at most 300 characters." }) note: string | null,
    @Ctx() context: GraphContext,
  ): Promise<WithdrawDisclosurePayload> {
    return withdrawDisclosure(context, { id, note });
  }
}
