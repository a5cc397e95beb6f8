import { In } from "typeorm";
import type { EntityManager } from "typeorm";
import { isFiscalYear } from "../model/fiscal-year";
import { ChangeRefusedError } from "./change-refused-error";
import type { CheckRelated } from "../model/related-disclosures";
import { changeRegister } from "./change-register";
import type { RegisterChanger } from "./change-register";
import { UnitLineageRow } from "./entities/unit-lineage.entity";
import { UnitRow } from "./entities/unit.entity";
import { findUnitOrRefuse } from "./find-unit-by-reference";
import type { Database } from "./open-database";
import { recheckSuccessors } from "./recheck-related";

/** 机构沿革: units that a unit took over from. */
export interface Merger {
  /** Codes or names. */
  readonly predecessors: readonly string[];
  readonly successor: string;
  /** First fiscal year of the successor. */
  readonly year: number;
  readonly form: "RENAME" | "MERGER" | "SPLIT";
  readonly source: string | null;
}

const MOST_PREDECESSORS = 50;

/**
 * 记录机构合并: from the year on the successor stands for the predecessors. But for a split, after which a predecessor may go on, they disclose
 * up to the year before, where their last year was not known. Recorded again with another year, form or source, that is what holds. What the
 * successors published is held against what the predecessors did.
 *
 * @returns the ids of the units, those of the predecessors first.
 * @throws ChangeRefusedError
 */
export function recordMerger(database: Database, merger: Merger, checkRelated: CheckRelated, changer: RegisterChanger): Promise<number[]> {
  checkMerger(merger);
  return changeRegister(database, changer, async (manager) => {
    const { unitIds: result, subject, detail } = await enterMerger(manager, merger, changer.admit);
    if (!detail) return { result };
    const recheck = (dataVersion: number) => recheckSuccessors(manager, result.slice(-1), dataVersion, checkRelated);
    return { result, entry: { action: "RECORD_MERGER", subject, detail }, recheck };
  });
}

interface EnteredMerger {
  /** Those of the predecessors first. */
  readonly unitIds: number[];
  readonly subject: string;
  /** Left out where nothing differed from what was known. */
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** The same within a change of the register that is under way. @throws ChangeRefusedError */
export async function enterMerger(manager: EntityManager, merger: Merger, admit: RegisterChanger["admit"]): Promise<EnteredMerger> {
  checkMerger(merger);
  const successor = await findUnitOrRefuse(manager, merger.successor, ["successor"]);
  const predecessors: UnitRow[] = [];
  for (const text of merger.predecessors) predecessors.push(await findUnitOrRefuse(manager, text, ["predecessors"]));
  const unitIds = [...new Set(predecessors.map(({ id }) => id)), successor.id];
  const subject = `${successor.code} ${successor.name}`;
  admit(unitIds);
  await refuseCircle(manager, predecessors, successor);
  const { year: fiscalYear, form, source } = merger;
  const steps = await manager.findBy(UnitLineageRow, { successorId: successor.id, predecessorId: In(predecessors.map(({ id }) => id)) });
  const known = new Map(steps.map((step) => [step.predecessorId, step]));
  const isNews = ({ id }: UnitRow): boolean => {
    const step = known.get(id);
    return step?.fiscalYear !== fiscalYear || step.form !== form || step.source !== source;
  };
  if (!predecessors.some(isNews)) return { unitIds, subject };
  for (const { id: predecessorId, activeTo } of predecessors) {
    await manager.upsert(UnitLineageRow, { predecessorId, successorId: successor.id, fiscalYear, form, source }, [
      "predecessorId",
      "successorId",
    ]);
    const before = known.get(predecessorId);
    // A last year that the record of another year has set goes with it.
    const isOpen = activeTo === null || (before !== undefined && before.form !== "SPLIT" && activeTo === before.fiscalYear - 1);
    if (form !== "SPLIT" && isOpen) await manager.update(UnitRow, { id: predecessorId }, { activeTo: fiscalYear - 1 });
  }
  return { unitIds, subject, detail: { predecessors: predecessors.map(({ code }) => code), year: fiscalYear, form, source } };
}

function checkMerger({ predecessors, year, form, source }: Merger): void {
  const refuse = (path: string, message: string): never => {
    throw new ChangeRefusedError("INVALID", message, [path]);
  };
  if (!isFiscalYear(year)) refuse("year", `${year} is no fiscal year`);
  if (predecessors.length === 0 || predecessors.length > MOST_PREDECESSORS)
    refuse("predecessors", `Name 1 to ${MOST_PREDECESSORS} predecessors`);
  if (form === "RENAME" && predecessors.length > 1) refuse("predecessors", "One unit is renamed; several are a merger");
  if ((source?.length ?? 0) > 300) refuse("source", "A source has at most 300 characters");
}

/** Whoever follows somebody does not come before them, over however many steps. */
async function refuseCircle(manager: EntityManager, predecessors: readonly UnitRow[], successor: UnitRow): Promise<void> {
  const seen = new Set<number>();
  for (let later = [successor.id]; later.length > 0;) {
    const met = predecessors.find(({ id }) => later.includes(id));
    if (met) throw new ChangeRefusedError("INVALID", `${met.name} comes after ${successor.name}, or is the same`, ["predecessors"]);
    for (const id of later) seen.add(id);
    const steps = await manager.findBy(UnitLineageRow, { predecessorId: In(later) });
    later = [...new Set(steps.map(({ successorId }) => successorId))].filter((id) => !seen.has(id));
  }
}
