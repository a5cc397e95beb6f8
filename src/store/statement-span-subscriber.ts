import { EventSubscriber } from "typeorm";
import type { AfterQueryEvent, BeforeQueryEvent, EntitySubscriberInterface, QueryRunner } from "typeorm";
import { preciseNow, tellStep } from "../lib/in-span";
import { statementSpan } from "./statement-span";

/** When the statement that a query runner is at began. */
const begun = new WeakMap<QueryRunner, number>();

/** Tells the trace of every statement that goes through TypeORM: all that is written, and what is read for it. */
@EventSubscriber()
export class StatementSpanSubscriber implements EntitySubscriberInterface {
  beforeQuery({ queryRunner }: BeforeQueryEvent): void {
    begun.set(queryRunner, preciseNow());
  }

  afterQuery({ queryRunner, dataSource, query, success, error }: AfterQueryEvent): void {
    const ended = preciseNow();
    const { name, options } = statementSpan(dataSource, query);
    tellStep({ name, begun: begun.get(queryRunner) ?? ended, ended }, options, success ? undefined : error);
  }
}
