import { Field, InputType, registerEnumType } from "type-graphql";
import type { ClassType } from "type-graphql";
import { SortDirectionEnum } from "../vocabulary";

export interface OrderBy<Fields> {
  readonly field: keyof Fields & string;
  readonly direction: "ASC" | "DESC";
}

/** Makes the input that orders a list by one of its fields. What the fields mean in SQL stays in the store. */
export function createOrderInput<Fields extends Readonly<Record<string, object>>>(
  name: string,
  fields: Fields,
  meanings: Readonly<Record<keyof Fields & string, string>>,
): ClassType<OrderBy<Fields>> {
  const values = Object.fromEntries(Object.keys(fields).map((field) => [field, field]));
  const valuesConfig = Object.fromEntries(Object.entries<string>(meanings).map(([field, description]) => [field, { description }]));
  registerEnumType(values, { name: `${name}OrderField`, description: "排序字段: what a list is ordered by.", valuesConfig });

  @InputType(`${name}Order`, { description: "排序" })
  class OrderInput implements OrderBy<Fields> {
    @Field(() => values as object, { description: "排序字段" })
    field!: keyof Fields & string;

    @Field(() => SortDirectionEnum, { defaultValue: "ASC", description: "排序方向" })
    direction!: "ASC" | "DESC";
  }
  return OrderInput;
}
