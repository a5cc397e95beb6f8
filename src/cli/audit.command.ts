import { Command, InvalidArgumentError } from "commander";
import { findAuditHead, findNewestAuditEvents, verifyAuditTrail } from "../store/audit-trail";
import type { AuditEvent, AuditVerdict } from "../store/audit-trail";
import { ClearError } from "./clear-error";
import { withDatabase } from "./with-database";

const verifyCommand = new Command("verify")
  .description("walk along the whole trail; fails at the first event that was changed, removed or put in")
  .option("--noted <hash>", "the hash that an earlier run told, noted elsewhere: fails unless the trail still holds it")
  .action(async ({ noted }: { noted?: string }) => {
    await withDatabase(async (database) => console.log(tellVerdict(await verifyAuditTrail(database, noted))));
  });

const headCommand = new Command("head")
  .description(
    "print the number and the hash of the newest event: noted elsewhere, the hash shows later, by verify --noted, a trail that was cut or rewritten",
  )
  .action(async () => {
    await withDatabase(async (database) => {
      const head = await findAuditHead(database);
      if (!head) throw new ClearError("The audit trail holds no event yet, or its head is gone: verify says which");
      console.log(`${head.sequence}\t${head.hash}`);
    });
  });

const listCommand = new Command("list")
  .description("print the newest events, oldest of them first")
  .option("--limit <n>", "how many", wholeNumber, 50)
  .option("--json", "print one JSON line per event")
  .action(async ({ limit, json }: { limit: number; json?: true }) => {
    await withDatabase(async (database) => {
      for (const event of await findNewestAuditEvents(database, limit)) console.log(json ? JSON.stringify(event) : describeEvent(event));
    });
  });

export const auditCommand = new Command("audit")
  .description("the audit trail: who imported, published, withdrew or changed what; each event is chained to the one before")
  .addCommand(verifyCommand)
  .addCommand(headCommand)
  .addCommand(listCommand);

/** @throws ClearError where something is wrong, so that the command fails. */
function tellVerdict({ events, head, broken, hasNoted }: AuditVerdict): string {
  const whole = `${events} events hold; the last one's hash is ${head}`;
  if (broken) throw new ClearError(`Event ${broken.sequence} is broken: ${broken.reason}. Before it, ${whole}`);
  if (!hasNoted) throw new ClearError(`The trail does not hold the hash that was noted: it is not the one of then. Its ${whole}`);
  return `The audit trail is whole: ${whole}`;
}

const describeEvent = ({ sequence, at, actor, action, subject, detail }: AuditEvent): string =>
  [sequence, at, actor, action, subject, detail].join("\t");

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > 100_000) throw new InvalidArgumentError("say a whole number from 1 to 100000");
  return value;
}
