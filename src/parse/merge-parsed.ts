import type { ObservedSubject } from "../model/disclosure";
import type { Parsed } from "./handler";
import { mergeProjects } from "./merge-projects";

/** Joins what the handlers found, in their order; a subject observed twice is one, a project named again too. */
export function mergeParsed(parts: readonly Parsed[]): Required<Parsed> {
  const observed = new Map<string, ObservedSubject>();
  for (const subject of parts.flatMap((part) => part.observedSubjects ?? [])) {
    const key = `${subject.kind}|${subject.key}`;
    if (!observed.has(key)) observed.set(key, subject);
  }
  return {
    readings: parts.flatMap((part) => part.readings ?? []),
    relations: parts.flatMap((part) => part.relations ?? []),
    projects: mergeProjects(parts.flatMap((part) => part.projects ?? [])),
    observedSubjects: [...observed.values()],
    messages: parts.flatMap((part) => part.messages ?? []),
    understood: parts.flatMap((part) => part.understood ?? []),
  };
}
