import { Field, InterfaceType, ObjectType } from "type-graphql";
import { DisclosureType } from "../disclosure/disclosure.type";
import { UserErrorCodeEnum } from "../vocabulary";

type UserErrorCode = keyof typeof UserErrorCodeEnum;

@InterfaceType("UserError", {
  description:
    "操作错误: why a mutation changed nothing, for the user to mend. A missing or insufficient key is an error of the request instead: UNAUTHENTICATED, FORBIDDEN.",
  resolveType: (error: UserErrorType) => error.constructor as new () => UserErrorType,
})
export abstract class UserErrorType {
  @Field(() => UserErrorCodeEnum, { description: "错误代码" })
  readonly code!: UserErrorCode;

  @Field(() => String, { description: "What is wrong, and what to do." })
  readonly message: string;

  @Field(() => [String], { description: "The argument that it is about, and the field within it; empty where it is about none." })
  readonly path: readonly string[];

  constructor(message: string, path: readonly string[] = []) {
    this.message = message;
    this.path = path;
  }
}

@ObjectType("NotFoundError", { implements: UserErrorType, description: "未找到: the hub knows nothing of the kind." })
export class NotFoundErrorType extends UserErrorType {
  override readonly code = "NOT_FOUND";
}

@ObjectType("InvalidInputError", { implements: UserErrorType, description: "输入无效: it could not be right whatever the hub holds." })
export class InvalidInputErrorType extends UserErrorType {
  override readonly code = "INVALID";
}

@ObjectType("ConflictError", {
  implements: UserErrorType,
  description: "冲突: the hub is not in the state that this starts from; somebody else came first.",
})
export class ConflictErrorType extends UserErrorType {
  override readonly code = "CONFLICT";

  @Field(() => DisclosureType, {
    nullable: true,
    description: "What is published now; null where nothing is, or where it is about no 公开文件.",
  })
  readonly current: DisclosureType | null;

  constructor(message: string, path: readonly string[] = [], current: DisclosureType | null = null) {
    super(message, path);
    this.current = current;
  }
}

@ObjectType("UnreadableDocumentError", { implements: UserErrorType, description: "文件无法读取: nothing of it was kept." })
export class UnreadableDocumentErrorType extends UserErrorType {
  override readonly code = "UNREADABLE";

  @Field(() => String, { description: "提示代码, as `hub import --json` prints it: FILE_SCANNED, FILE_ENCRYPTED, LIMIT_EXCEEDED, …" })
  readonly reason: string;

  constructor(message: string, reason: string) {
    super(message, ["document"]);
    this.reason = reason;
  }
}

@ObjectType("BusyError", { implements: UserErrorType, description: "繁忙: as much of this goes on as may at once; try again soon." })
export class BusyErrorType extends UserErrorType {
  override readonly code = "BUSY";
}
