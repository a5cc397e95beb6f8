import type { SubjectDimension } from "../../model/measures";
import {
  classificationOf,
  findSubjectByPath,
  levelOfCode,
  parentCodeOf,
  subjectByCode,
  subjectKeyForPath,
  type Subject,
  type SubjectLevel,
  type SubjectPath,
} from "../../model/subject-catalogue";
import type { RowLabel } from "./subject-label";
import type { TableFindings } from "./table-findings";
import { spanOf, type GridCell } from "./table-grid";

/** The subjects that stand above a row, from 类 down: what a name without a code is a name under. */
export interface SubjectTrail {
  steps: readonly TrailStep[];
}

interface TrailStep {
  readonly key: string;
  readonly name: string;
  readonly level: SubjectLevel;
  readonly depth?: number;
}

export interface RowSubject {
  readonly key: string;
  readonly kind: SubjectDimension;
}

const LEVELS: readonly SubjectLevel[] = ["CLASS", "SECTION", "ITEM"];
const PATH_SLOTS = { CLASS: "className", SECTION: "section", ITEM: "item" } as const satisfies Record<SubjectLevel, keyof SubjectPath>;

export const startTrail = (): SubjectTrail => ({ steps: [] });

/**
 * The subject of a row: by its code, or by its name under the names above it. What the catalogue lacks is kept as observed, and said.
 *
 * @param names whether the table goes by names alone; where other rows have codes, a name without one must be in the catalogue
 * @returns undefined for a row that is no subject
 */
export function resolveRowSubject(
  label: RowLabel,
  dimension: SubjectDimension,
  trail: SubjectTrail,
  findings: TableFindings,
  { namesOnly, hasValues }: { readonly namesOnly: boolean; readonly hasValues: boolean },
): RowSubject | undefined {
  const cell = label.cells.find((one) => one.label !== "");
  if (label.code !== undefined) return resolveCode(label.code, label, trail, findings, cell);
  const { name, level: marked } = markedLevel(label.name);
  if (!/\p{Script=Han}{2}/u.test(name)) return undefined;
  const found = findUnderTrail(name, marked, label.depth, dimension, trail, findings.facts.year);
  if (found !== undefined) {
    enter(trail, { key: found.code, name, level: found.level, ...(label.depth === undefined ? {} : { depth: label.depth }) });
    return { key: found.code, kind: dimension };
  }
  return namesOnly && hasValues ? observeName(name, marked, label.depth, dimension, trail, findings, cell) : undefined;
}

function resolveCode(
  code: string,
  label: RowLabel,
  trail: SubjectTrail,
  findings: TableFindings,
  cell: GridCell | undefined,
): RowSubject | undefined {
  const kind = classificationOf(code);
  const level = levelOfCode(code);
  if (kind === undefined || level === undefined) return undefined;
  enter(trail, { key: code, name: label.name, level, ...(label.depth === undefined ? {} : { depth: label.depth }) });
  if (subjectByCode(code) === undefined && cell !== undefined) {
    const name = label.name === code ? "" : label.name;
    const parentKey = knownParent(code, findings);
    const first = findings.observe({
      key: code,
      code,
      name,
      ...(parentKey === undefined ? {} : { parentKey }),
      kind,
      level,
      citation: spanOf(cell),
    });
    if (first) findings.say("SUBJECT_OBSERVED", `${code} ${name}`.trim(), spanOf(cell));
  }
  return { key: code, kind };
}

/** The nearest code above that the catalogue or the table itself knows. */
function knownParent(code: string, findings: TableFindings): string | undefined {
  for (let parent = parentCodeOf(code); parent !== null; parent = parentCodeOf(parent)) {
    if (subjectByCode(parent) !== undefined || findings.hasObserved(parent)) return parent;
  }
  return undefined;
}

/** 司法（款） says its level itself. */
function markedLevel(name: string): { name: string; level?: SubjectLevel } {
  const mark = /（([类款项])）$/.exec(name)?.[1];
  const level = mark === "类" ? "CLASS" : mark === "款" ? "SECTION" : mark === "项" ? "ITEM" : undefined;
  return level === undefined ? { name } : { name: name.slice(0, -3), level };
}

/** Tries the name at each level under the rows above it, the deepest first; an indent tells how many of them still stand above. */
function findUnderTrail(
  name: string,
  marked: SubjectLevel | undefined,
  depth: number | undefined,
  kind: SubjectDimension,
  trail: SubjectTrail,
  year: number,
): Subject | undefined {
  const above = stepsAbove(trail, depth);
  const levels = kind === "FUNCTIONAL" ? LEVELS : LEVELS.slice(0, 2);
  for (const level of [...levels].reverse()) {
    if (marked !== undefined && marked !== level) continue;
    const path = pathTo(level, name, above);
    const found = path === undefined ? undefined : findSubjectByPath(kind, path, year);
    if (found !== undefined) return found;
  }
  return undefined;
}

function stepsAbove(trail: SubjectTrail, depth: number | undefined): readonly TrailStep[] {
  return depth === undefined ? trail.steps : trail.steps.filter((step) => step.depth === undefined || step.depth < depth);
}

/** The names from the class down to the level; undefined where a level above is not known. */
function pathTo(level: SubjectLevel, name: string, above: readonly TrailStep[]): SubjectPath | undefined {
  const path: Partial<Record<keyof SubjectPath, string>> = { [PATH_SLOTS[level]]: name };
  for (const upper of LEVELS.slice(0, LEVELS.indexOf(level))) {
    const step = above.find((one) => one.level === upper);
    if (step === undefined) return undefined;
    path[PATH_SLOTS[upper]] = subjectByCode(step.key)?.name ?? step.name;
  }
  return path;
}

function observeName(
  name: string,
  marked: SubjectLevel | undefined,
  depth: number | undefined,
  kind: SubjectDimension,
  trail: SubjectTrail,
  findings: TableFindings,
  cell: GridCell | undefined,
): RowSubject | undefined {
  const above = stepsAbove(trail, depth);
  const deepest = kind === "FUNCTIONAL" ? 2 : 1;
  const level = marked ?? LEVELS[Math.min(deepest, above.length)] ?? "CLASS";
  const path = pathTo(level, name, above) ?? { className: name };
  const key = subjectKeyForPath(kind, path, findings.facts.year);
  const parentKey = above.at(-1)?.key;
  enter(trail, { key, name, level, ...(depth === undefined ? {} : { depth }) });
  if (cell !== undefined) {
    const first = findings.observe({ key, name, ...(parentKey === undefined ? {} : { parentKey }), kind, level, citation: spanOf(cell) });
    if (first) findings.say("SUBJECT_UNCODED", key, spanOf(cell));
  }
  return { key, kind };
}

/** Puts a row on the trail: it ends what stood at its level or below. */
function enter(trail: SubjectTrail, step: TrailStep): void {
  const rank = LEVELS.indexOf(step.level);
  trail.steps = [...trail.steps.filter((above) => LEVELS.indexOf(above.level) < rank), step];
}

/** The key of a functional class that is printed by its name alone: 一般公共服务支出 → 201. */
export function resolveClassName(name: string, findings: TableFindings, cell: GridCell | undefined): string | undefined {
  const plain = markedLevel(name).name;
  const found = findSubjectByPath("FUNCTIONAL", { className: plain }, findings.facts.year);
  if (found !== undefined) return found.code;
  if (!/支出$/.test(plain) || cell === undefined) return undefined;
  const key = subjectKeyForPath("FUNCTIONAL", { className: plain }, findings.facts.year);
  if (findings.observe({ key, name: plain, kind: "FUNCTIONAL", level: "CLASS", citation: spanOf(cell) }))
    findings.say("SUBJECT_UNCODED", plain, spanOf(cell));
  return key;
}
