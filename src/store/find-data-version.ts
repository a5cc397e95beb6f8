import type { RowReader } from "./row-reader";

/** The state of the hub: the version of the published data, and when it last moved. */
export interface HubState {
  readonly dataVersion: number;
  readonly updatedAt: string;
  /** Whoever reads twice under one mark reads the same. */
  readonly changeMark: string;
}

export async function findHubState(reader: RowReader): Promise<HubState> {
  const [row] = await reader.rows<HubState>(
    "SELECT data_version AS dataVersion, updated_at AS updatedAt, change_mark AS changeMark FROM hub_state WHERE id = 1",
  );
  return {
    dataVersion: Number(row?.dataVersion ?? 0),
    updatedAt: row?.updatedAt ?? new Date(0).toISOString(),
    changeMark: row?.changeMark ?? "",
  };
}

/** The data version that was current at an instant (ISO 8601, UTC); 0 before the first. */
export async function findDataVersionAt(reader: RowReader, at: string): Promise<number> {
  const [row] = await reader.rows<{ version: number | null }>("SELECT MAX(version) AS version FROM data_version WHERE at <= ?", [at]);
  return Number(row?.version ?? 0);
}
