import { UNIT_NATURES } from "../model/unit-name";
import type { UnitNature } from "../model/unit-name";
import type { ComparedUnit } from "../store/comparison/compared-unit";
import type { ComparedSubject } from "../store/comparison/read-subjects";
import type { AddableUnits } from "./addable-units";
import type { ComparisonSource } from "./comparison";
import type { Grouping, PeerGroup } from "./comparison-question";
import type { FigureLayers } from "./figure-layers";

/** What a row is about: a unit, a group of units added up, or a subject over all units. */
export interface ComparedEntity {
  /** The unit's code, the region's code, the subject's code … */
  readonly key: string;
  readonly name: string;
  readonly unit: ComparedUnit | null;
  readonly subject: ComparedSubject | null;
  /** Indexes of the units added up; empty for a unit. */
  readonly members: Int32Array;
  /** Entities with the same mark are ranked together; null for one that nobody is ranked with. */
  readonly peerGroup: string | null;
  /** False for a peer from outside of the selection: it is ranked and never shown. */
  readonly isSelected: boolean;
}

const NO_MEMBERS = new Int32Array(0);

/** One for each unit index of the figures: the units selected come first. */
export function unitEntities({ question, units, peers, steps }: ComparisonSource, layers: FigureLayers): ComparedEntity[] {
  const group = question.peers ?? "SELECTION";
  // The usual case, and there may be very many: the units selected and nobody else.
  if (peers.length === 0 && steps.length === 0)
    return units.map((unit) => ({
      key: unit.code,
      name: unit.name,
      unit,
      subject: null,
      members: NO_MEMBERS,
      peerGroup: peerGroupOf(unit, group),
      isSelected: true,
    }));
  const selected = new Map(units.map((unit) => [unit.id, unit]));
  const outside = new Map(peers.map((unit) => [unit.id, unit]));
  const predecessors = new Set(steps.map(({ predecessorId }) => predecessorId));
  return layers.space.unitIds.map((id) => {
    const unit = selected.get(id) ?? outside.get(id) ?? null;
    return {
      key: unit?.code ?? "",
      name: unit?.name ?? "",
      unit,
      subject: null,
      members: NO_MEMBERS,
      // A predecessor's figures stand under its successor, and are not ranked twice.
      peerGroup: unit && !predecessors.has(id) ? peerGroupOf(unit, group) : null,
      isSelected: selected.has(id),
    };
  });
}

function peerGroupOf({ regionCode, level, parentId, nature }: ComparedUnit, group: PeerGroup): string | null {
  switch (group) {
    case "SELECTION":
      return "";
    case "REGION_AND_LEVEL":
      return regionCode === null || level === null ? null : `${regionCode}|${level}`;
    case "PARENT":
      return parentId === null ? null : String(parentId);
    case "NATURE":
      return nature;
  }
}

export interface GroupName {
  readonly key: string;
  readonly name: string;
}

const UNSTATED: GroupName = { key: "NONE", name: "（未注明）" };

/** Groups of units by what they have in common, in the order of their keys. */
export function groupEntities(
  grouping: Exclude<Grouping, "SUBJECT">,
  { units }: ComparisonSource,
  { indexes }: AddableUnits,
): ComparedEntity[] {
  const groups = new Map<string, { group: GroupName; members: number[] }>();
  for (const index of indexes) {
    const unit = units[index];
    if (!unit) continue;
    const group = groupOf(unit, grouping);
    const known = groups.get(group.key);
    if (known) known.members.push(index);
    else groups.set(group.key, { group, members: [index] });
  }
  return [...groups.values()]
    .sort((a, b) => (a.group.key < b.group.key ? -1 : 1))
    .map(({ group, members }) => ({ ...group, ...GROUP, members: Int32Array.from(members), peerGroup: "" }));
}

const GROUP = { unit: null, subject: null, isSelected: true } as const;

export const regionGroupOf = ({ regionCode, regionName }: ComparedUnit): GroupName =>
  regionCode === null ? UNSTATED : { key: regionCode, name: regionName ?? regionCode };

function groupOf(unit: ComparedUnit, grouping: Exclude<Grouping, "SUBJECT">): GroupName {
  switch (grouping) {
    case "YEAR":
      return { key: "", name: "" };
    case "REGION":
      return regionGroupOf(unit);
    case "PARENT_UNIT":
      // A unit without a parent heads a group of its own, in which its members are.
      return unit.parentCode === null
        ? { key: unit.code, name: unit.name }
        : { key: unit.parentCode, name: unit.parentName ?? unit.parentCode };
    case "UNIT_NATURE":
      return unit.nature === null ? UNSTATED : { key: unit.nature, name: UNIT_NATURES[unit.nature as UnitNature] ?? unit.nature };
  }
}

/** Subjects, each over all units. Ranked within their level: a class and its own items are no rivals. */
export function subjectEntities({ subjects }: ComparisonSource, { indexes: members }: AddableUnits): ComparedEntity[] {
  return subjects.map((subject) => ({
    key: subject.code,
    name: subject.name,
    unit: null,
    subject,
    members,
    peerGroup: subject.level,
    isSelected: true,
  }));
}
