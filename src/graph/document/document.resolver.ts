import { Arg, Args, Ctx, Field, ID, InputType, Query, Resolver } from "type-graphql";
import type { DocumentFormat } from "../../model/extracted-document";
import { DOCUMENT_ORDER, findDocumentPage } from "../../store/find-document-parts";
import type { PageRequest } from "../../store/read-page";
import type { GraphContext } from "../graph-context";
import { connect } from "../paging/connect";
import { createConnectionType } from "../paging/connection.type";
import type { Connection } from "../paging/connection.type";
import { createOrderInput } from "../paging/create-order-input";
import type { OrderBy } from "../paging/create-order-input";
import { VersionedPageArgs } from "../paging/page-args";
import { DocumentFormatEnum } from "../vocabulary";
import { SourceDocumentType } from "./source-document.type";

const DocumentConnection = createConnectionType("SourceDocument", SourceDocumentType, "来源文件");
const DocumentOrder = createOrderInput("SourceDocument", DOCUMENT_ORDER, {
  IMPORTED_AT: "导入时间",
  FILE_NAME: "文件名",
  SIZE: "文件大小",
});

@InputType("SourceDocumentFilter", { description: "来源文件筛选" })
export class SourceDocumentFilterInput {
  @Field(() => ID, { nullable: true, description: "SHA-256 of the file's bytes." })
  sha256?: string | null;

  @Field(() => String, { nullable: true, description: "Part of the file name." })
  text?: string | null;

  @Field(() => DocumentFormatEnum, { nullable: true, description: "文件格式" })
  format?: DocumentFormat | null;
}

@Resolver(() => SourceDocumentType)
export class DocumentResolver {
  @Query(() => DocumentConnection, {
    description: "来源文件 of what is published, the newest import first. Errors: AS_OF_INVALID, BAD_CURSOR.",
  })
  documents(
    @Args(() => VersionedPageArgs) page: VersionedPageArgs,
    @Arg("where", () => SourceDocumentFilterInput, { nullable: true, description: "筛选" }) where: SourceDocumentFilterInput | null,
    @Arg("orderBy", () => DocumentOrder, { nullable: true, description: "排序" }) orderBy: OrderBy<typeof DOCUMENT_ORDER> | null,
    @Ctx() context: GraphContext,
  ): Promise<Connection<SourceDocumentType>> {
    const order = { by: orderBy?.field ?? "IMPORTED_AT", direction: orderBy?.direction ?? "DESC" };
    const read = (request: PageRequest, version: number) => findDocumentPage(context.reader, where ?? {}, order, request, version);
    return connect(context, page, ["documents", where, order], read, (row) => new SourceDocumentType(row, row.extractionId));
  }
}
