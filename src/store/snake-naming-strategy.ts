import { DefaultNamingStrategy } from "typeorm";
import { snakeCase } from "./snake-case";

/** Columns are written in snake_case, so that SQL by hand needs no quotes. */
export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined): string {
    return customName ?? snakeCase(propertyName);
  }
}
