import type { Project } from "../../model/disclosure";
import { projectNameKey } from "./project-name";
import type { ReadNarrative } from "./read-narrative";

/**
 * Puts each narrative beside the table of the same project: by its name, or the table that follows it and is named alike or not at all. A narrative
 * without a table is a project that only the words tell; a table without a narrative stands alone.
 */
export function joinNarratives(tables: readonly Project[], narratives: readonly ReadNarrative[]): Project[] {
  const joined = [...tables];
  const taken = new Set<number>();
  const alone: { readonly project: Project; readonly block: number }[] = [];
  narratives.forEach((told, order) => {
    const next = narratives[order + 1]?.from ?? Number.POSITIVE_INFINITY;
    const at = findTable(joined, told, next, taken);
    const table = at === undefined ? undefined : joined[at];
    if (at === undefined || table === undefined) {
      alone.push({
        block: told.from,
        project: { name: told.name, funds: [], indicators: [], narrative: told.narrative, citations: [told.nameSpan] },
      });
      return;
    }
    taken.add(at);
    joined[at] = { ...table, narrative: { ...table.narrative, ...told.narrative }, citations: [...table.citations, told.nameSpan] };
  });
  const placed = joined.map((project) => ({ project, block: project.tableBlock ?? 0 }));
  return [...placed, ...alone].sort((a, b) => a.block - b.block).map(({ project }) => project);
}

function findTable(tables: readonly Project[], told: ReadNarrative, next: number, taken: ReadonlySet<number>): number | undefined {
  const key = projectNameKey(told.name);
  const free = tables.flatMap((project, at) => (taken.has(at) ? [] : [{ project, at }]));
  const follows = ({ tableBlock = -1 }: Project): boolean => tableBlock >= told.to && tableBlock < next;
  const sameName = free.filter(({ project }) => projectNameKey(project.name) === key);
  const match = sameName.find(({ project }) => follows(project)) ?? sameName[0];
  if (match) return match.at;
  return free.find(({ project }) => follows(project) && isShortened(projectNameKey(project.name), key))?.at;
}

/** The words leave out the end of a name ("普法" for "普法经费"), or all of it. */
const isShortened = (tableKey: string, toldKey: string): boolean => tableKey.startsWith(toldKey) || toldKey.startsWith(tableKey);
