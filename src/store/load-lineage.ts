import type { CheckRelated } from "../model/related-disclosures";
import { changeRegister } from "./change-register";
import { ChangeRefusedError } from "./change-refused-error";
import { LineReader } from "./load-lines";
import type { Line, LoadedFile, LoadOutcome } from "./load-lines";
import type { Database } from "./open-database";
import { enterMerger } from "./record-merger";
import type { Merger } from "./record-merger";
import { recheckSuccessors } from "./recheck-related";

/** 沿革 as a line tells it: one predecessor; a merger of several takes as many lines. */
export interface LineageFact extends Omit<Merger, "predecessors" | "source"> {
  readonly predecessor: string;
  readonly source: string;
}

/**
 * 导入机构沿革: renames, mergers and splits, in one transaction and in the order of the lines. What is not named stays as it is.
 *
 * @throws LinesRefusedError
 */
export function loadLineage(
  database: Database,
  lines: readonly Line<LineageFact>[],
  checkRelated: CheckRelated,
  file: LoadedFile,
): Promise<LoadOutcome> {
  return changeRegister(database, file, async (manager) => {
    const reader = new LineReader(file);
    const successors = new Set<number>();
    let changed = 0;
    for (const line of lines) {
      await reader.read(line, async () => {
        const { predecessor, successor, year, form } = line;
        const source = line.source.trim();
        if (source === "") throw new ChangeRefusedError("INVALID", "Say where it was published, in 1 to 300 characters", ["source"]);
        const merger = { predecessors: [predecessor], successor, year, form, source };
        const { unitIds, detail } = await enterMerger(manager, merger, () => undefined);
        reader.refuseSecond(unitIds.join("|"), `${predecessor} → ${successor}`, line.line);
        if (!detail) return;
        changed += 1;
        for (const id of unitIds.slice(-1)) successors.add(id);
      });
    }
    reader.finish();
    const result = { changed, removed: 0 };
    if (changed === 0) return { result };
    const recheck = (dataVersion: number) => recheckSuccessors(manager, [...successors], dataVersion, checkRelated);
    return { result, entry: { action: "LOAD_LINEAGE", subject: file.name, detail: { sha256: file.sha256, ...result } }, recheck };
  });
}
