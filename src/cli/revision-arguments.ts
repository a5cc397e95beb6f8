import { Option } from "commander";
import type { Command } from "commander";
import { DISCLOSURE_KIND_CODES, SCOPE_CODES } from "../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../model/disclosure-kind";
import { isFiscalYear } from "../model/fiscal-year";
import { ClearError } from "./clear-error";

export interface RevisionOptions {
  readonly kind?: DisclosureKind;
  readonly scope?: Scope;
  readonly note?: string;
}

/** Adds the arguments that name one disclosure. */
export function revisionArguments(command: Command): Command {
  return command
    .argument("<unit>", "code or name of the unit")
    .argument("<year>", "fiscal year")
    .addOption(
      new Option("--kind <kind>", "what it discloses; need not be said where the year has one kind").choices(DISCLOSURE_KIND_CODES),
    )
    .addOption(new Option("--scope <scope>", "the unit alone, or its whole department").choices(SCOPE_CODES))
    .option("--note <text>", "why, for the record");
}

export function yearOf(text: string): number {
  const year = Number(text);
  if (!isFiscalYear(year)) throw new ClearError(`${text} is no fiscal year: say a year such as 2023`);
  return year;
}
