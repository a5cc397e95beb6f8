import { Command, InvalidArgumentError, Option } from "commander";
import { ROLE_CODES } from "../model/access";
import type { Role } from "../model/access";
import { UnknownKeyUnitError, createApiKey, findApiKeys, revokeApiKey } from "../store/api-keys";
import type { ApiKey } from "../store/api-keys";
import { COMMAND_LINE } from "../store/audit-trail";
import { ClearError } from "./clear-error";
import { withDatabase } from "./with-database";

interface CreateOptions {
  readonly role: Role;
  readonly name?: string;
  readonly unit?: readonly string[];
  readonly expires?: string;
}

const createCommand = new Command("create")
  .description("make a key and show it, once: the hub keeps only its hash")
  .addOption(new Option("--role <role>", "what it may do").choices(ROLE_CODES).makeOptionMandatory())
  .option("--name <name>", "who holds it, for the list and the audit trail", keyName)
  .option("--unit <unit...>", "codes or names of the units that it is bound to; without any it holds for every unit")
  .option("--expires <date>", "the day (YYYY-MM-DD, UTC) or instant (ISO 8601) from which it opens nothing", laterInstant)
  .action(async ({ role, name, unit, expires }: CreateOptions) => {
    await withDatabase(async (database) => {
      const wanted = { name: name ?? role.toLowerCase(), role, units: unit ?? null, expiresAt: expires ?? null };
      const { id, secret } = await createApiKey(database, wanted, COMMAND_LINE).catch(asClearError);
      // Beside the key and not before it, so that a script that reads standard output reads the key alone.
      console.error(`Key ${id} (${role}), shown once; send it as "Authorization: Bearer …":`);
      console.log(secret);
    });
  });

const listCommand = new Command("list")
  .description("list all keys, those that open nothing any more included")
  .option("--json", "print one JSON line per key")
  .action(async ({ json }: { json?: true }) => {
    await withDatabase(async (database) => {
      const keys = await findApiKeys(database);
      if (keys.length === 0 && !json) console.log("There are no keys; `hub key create` makes one");
      for (const key of keys) console.log(json ? JSON.stringify(key) : describeKey(key));
    });
  });

const revokeCommand = new Command("revoke")
  .description("make a key open nothing from now on")
  .argument("<id>", "its number, as the list shows it")
  .action(async (text: string) => {
    const id = /^\d{1,9}$/.test(text) ? Number(text) : undefined;
    await withDatabase(async (database) => {
      const outcome = id === undefined ? "UNKNOWN" : await revokeApiKey(database, id, COMMAND_LINE);
      if (outcome === "UNKNOWN") throw new ClearError(`There is no key ${text}; \`hub key list\` shows them`);
      console.log(outcome === "REVOKED" ? `Key ${id} is revoked` : `Key ${id} was revoked before`);
    });
  });

export const keyCommand = new Command("key")
  .description("API keys: who may import, publish, withdraw, and keep the register of units")
  .addCommand(createCommand)
  .addCommand(listCommand)
  .addCommand(revokeCommand);

function describeKey({ id, name, role, units, createdAt, expiresAt, revokedAt }: ApiKey): string {
  const state = revokedAt !== null ? `revoked ${revokedAt}` : expiresAt !== null ? `until ${expiresAt}` : "for good";
  const scope = units === null ? "every unit" : units.length === 0 ? "no unit" : units.join(", ");
  return [id, role, name, scope, `made ${createdAt}`, state].join("\t");
}

function keyName(text: string): string {
  const name = text.trim();
  if (name === "" || name.length > 100 || /\p{Cc}/u.test(name)) throw new InvalidArgumentError("say a name of 1 to 100 characters");
  return name;
}

function laterInstant(text: string): string {
  const instant = /^\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/.test(text) ? new Date(text) : undefined;
  if (instant === undefined || Number.isNaN(instant.getTime()))
    throw new InvalidArgumentError("say a day as 2027-01-31, or an ISO 8601 instant");
  if (instant.getTime() <= Date.now()) throw new InvalidArgumentError("that is over already");
  return instant.toISOString();
}

function asClearError(error: unknown): never {
  throw error instanceof UnknownKeyUnitError ? new ClearError(`${error.message}; import a document of it first, or enter it`) : error;
}
