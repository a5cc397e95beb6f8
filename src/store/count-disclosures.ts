import { DisclosureRow } from "./entities/disclosure.entity";
import type { Database } from "./open-database";

/** How many disclosures the hub holds, drafts included. */
export const countDisclosures = (database: Database): Promise<number> => database.manager.count(DisclosureRow);
