import { Option } from "commander";
import type { Command } from "commander";
import { DISCLOSURE_KIND_CODES, SCOPE_CODES } from "../model/disclosure-kind";
import type { DisclosureKind, Scope } from "../model/disclosure-kind";
import { isFiscalYear } from "../model/fiscal-year";
import type { RevisionAddress } from "../store/find-revision";
import { ClearError } from "./clear-error";

export interface RevisionOptions {
  readonly kind: DisclosureKind;
  readonly scope?: Scope;
  readonly note?: string;
}

/** Adds the arguments that name one disclosure. */
export function revisionArguments(command: Command): Command {
  return command
    .argument("<unit>", "code or name of the unit")
    .argument("<year>", "fiscal year")
    .addOption(new Option("--kind <kind>", "what it discloses").choices(DISCLOSURE_KIND_CODES).default("FINAL_ACCOUNTS"))
    .addOption(new Option("--scope <scope>", "the unit alone, or its whole department").choices(SCOPE_CODES))
    .option("--note <text>", "why, for the record");
}

export function addressOf(unit: string, year: string, { kind, scope }: RevisionOptions): RevisionAddress {
  const fiscalYear = Number(year);
  if (!isFiscalYear(fiscalYear)) throw new ClearError(`${year} is no fiscal year`);
  return { unit, fiscalYear, kind, ...(scope !== undefined && { scope }) };
}
