import type { EntityManager } from "typeorm";
import { recordAuditEvent } from "./audit-trail";
import type { AuditEntry } from "./audit-trail";
import { inTransaction } from "./in-transaction";
import type { Database } from "./open-database";
import { moveDataVersion, takeTurn } from "./published-data";

/** On whose behalf the register is changed. */
export interface RegisterChanger {
  /** For the audit trail. */
  readonly actor: string;
  /** Hears which units it is about, null for a new one, before anything is written; if it throws, nothing is changed. */
  readonly admit: (units: readonly (number | null)[]) => void;
}

/** What a change came to; `entry` is left out where nothing differed, and nothing is recorded then. */
interface RegisterChange<Result> {
  readonly result: Result;
  readonly entry?: Omit<AuditEntry, "actor">;
  /** Asks again what the change bears upon, at the data version that begins with it. */
  readonly recheck?: (dataVersion: number) => Promise<void>;
}

/**
 * Changes what is known of units (register, lineage, denominators) in one transaction, which takes its turn among the publishers, moves the data
 * version and writes the audit event.
 *
 * @throws ChangeRefusedError from within `work`
 */
export async function changeRegister<Result>(
  database: Database,
  { actor }: Pick<RegisterChanger, "actor">,
  work: (manager: EntityManager) => Promise<RegisterChange<Result>>,
): Promise<Result> {
  return inTransaction(database, async (manager) => {
    await takeTurn(manager);
    const { result, entry, recheck } = await work(manager);
    if (!entry) return result;
    const { dataVersion } = await moveDataVersion(manager, { event: "REFERENCE", note: `${entry.action} ${entry.subject}` });
    await recheck?.(dataVersion);
    await recordAuditEvent(manager, { ...entry, actor });
    return result;
  });
}
