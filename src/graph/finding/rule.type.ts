import { Field, ID, ObjectType } from "type-graphql";
import type { Rule } from "../../check/rule";
import { RULES, ruleByCode } from "../../check/rule-list";
import { RULE_CATEGORIES, TOLERANCES } from "../../model/rule";
import { SeverityEnum } from "../vocabulary";

@ObjectType("Rule", { description: "勾稽关系: a rule that every disclosure is checked by.", simpleResolvers: true })
export class RuleType {
  constructor(private readonly rule: Pick<Rule, "code" | "title" | "titleZh" | "category" | "severity" | "identity" | "tolerance">) {}

  /** The rule of a finding; one that a later release dropped is still named by its code. */
  static of(code: string): RuleType {
    return new RuleType(ruleByCode(code) ?? { ...UNKNOWN_RULE, code });
  }

  static all(): RuleType[] {
    return RULES.map((rule) => new RuleType(rule));
  }

  @Field(() => ID, { description: "规则代码" })
  get code(): string {
    return this.rule.code;
  }

  @Field(() => String, { description: "English title." })
  get title(): string {
    return this.rule.title;
  }

  @Field(() => String, { description: "规则名称" })
  get titleZh(): string {
    return this.rule.titleZh;
  }

  @Field(() => String, { description: "规则类别" })
  get category(): string {
    return RULE_CATEGORIES[this.rule.category].name;
  }

  @Field(() => SeverityEnum, { description: "严重程度" })
  get severity(): string {
    return this.rule.severity;
  }

  @Field(() => String, { description: "关系式: what must hold, in the terms of the documents." })
  get identity(): string {
    return this.rule.identity;
  }

  @Field(() => String, { description: "允许误差" })
  get tolerance(): string {
    return TOLERANCES[this.rule.tolerance].name;
  }
}

const UNKNOWN_RULE = {
  title: "A rule that this release no longer has",
  titleZh: "本版本已不再包含的规则",
  category: "COMPLETENESS",
  severity: "INFO",
  identity: "",
  tolerance: "NONE",
} as const;
