import { Field, Int, ObjectType } from "type-graphql";
import type { ClassType } from "type-graphql";

@ObjectType("PageInfo", { description: "分页信息", simpleResolvers: true })
export class PageInfo {
  @Field(() => Boolean, { description: "Whether more follow." })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: "Whether some lie before." })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: "Cursor of the first node." })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: "Cursor of the last node: give it as `after` for the next page." })
  endCursor!: string | null;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge<Node>[];
  /** Counted only where it is asked for. */
  readonly totalCount: () => Promise<number>;
  readonly pageInfo: PageInfo;
}

/** Makes the connection type of a list: nodes, edges, the length of the whole and where the page lies in it. */
export function createConnectionType<Node extends object>(
  name: string,
  nodeType: ClassType<Node>,
  chinese: string,
): ClassType<Connection<Node>> {
  @ObjectType(`${name}Edge`, { description: `${chinese}: one of a list, with its cursor.`, simpleResolvers: true })
  class EdgeType implements Edge<Node> {
    @Field(() => String, { description: "游标" })
    cursor!: string;

    @Field(() => nodeType, { description: chinese })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, {
    description: `${chinese}: a page of a list. All pages of one list are read at one data version.`,
    simpleResolvers: true,
  })
  class ConnectionType implements Connection<Node> {
    @Field(() => [nodeType], { description: chinese })
    nodes!: Node[];

    @Field(() => [EdgeType], { description: "The nodes with their cursors." })
    edges!: EdgeType[];

    @Field(() => Int, { description: "总数 of the whole list." })
    totalCount!: () => Promise<number>;

    @Field(() => PageInfo, { description: "分页信息" })
    pageInfo!: PageInfo;
  }
  return ConnectionType;
}
