import type { Project } from "../model/disclosure";
import { projectNameKey } from "./self-evaluation/project-name";

/**
 * One project for each name: what a list names, a table evaluates and a description tells belongs together. Evaluated projects come first, in
 * the order of their tables; then those that are only named.
 */
export function mergeProjects(projects: readonly Project[]): Project[] {
  const merged = new Map<string, Project>();
  const inOrder = [...projects].sort((a, b) => rank(a) - rank(b));
  for (const project of inOrder) {
    const key = projectNameKey(project.name);
    const before = merged.get(key);
    // Two tables of one name stay two projects: nothing says which of them is meant.
    if (before?.tableBlock !== undefined && project.tableBlock !== undefined) merged.set(`${key}|${project.tableBlock}`, project);
    else merged.set(key, before === undefined ? project : joinProject(before, project));
  }
  return [...merged.values()];
}

const rank = ({ tableBlock }: Project): number => tableBlock ?? Number.MAX_SAFE_INTEGER;

function joinProject(first: Project, second: Project): Project {
  const narrative = { ...second.narrative, ...first.narrative };
  return {
    ...second,
    ...first,
    funds: first.funds.length > 0 ? first.funds : second.funds,
    indicators: first.indicators.length > 0 ? first.indicators : second.indicators,
    ...(Object.keys(narrative).length === 0 ? {} : { narrative }),
    citations: [...first.citations, ...second.citations],
  };
}
