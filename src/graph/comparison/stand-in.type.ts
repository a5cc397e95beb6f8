import { Field, ObjectType } from "type-graphql";

@ObjectType("Unit", { simpleResolvers: true })
export class UnitType {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
}

@ObjectType("Measure", { simpleResolvers: true })
export class MeasureType {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
}

@ObjectType("BudgetSubject", { simpleResolvers: true })
export class BudgetSubjectType {
  @Field(() => String)
  code!: string;
  @Field(() => String)
  name!: string;
}

@ObjectType("Citation", { simpleResolvers: true })
export class CitationType {
  @Field(() => String)
  section!: string;
  @Field(() => String)
  text!: string;
}
