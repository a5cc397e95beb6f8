import type { GraphContext } from "../graph-context";
import { ProjectType } from "./project.type";

/** The project with an id (revision.place), if its revision was ever published; null else. */
export async function findProjectById({ loaders }: Pick<GraphContext, "loaders">, id: string): Promise<ProjectType | null> {
  const [, revision, place] = /^(\d{1,9})\.(\d{1,6})$/.exec(id) ?? [];
  if (revision === undefined || place === undefined) return null;
  const record = await loaders.revision.load(Number(revision));
  if (!record || record.publishedAt === null) return null;
  const project = (await loaders.projects.load(record.id)).find(({ seq }) => seq === Number(place));
  return project ? new ProjectType(project) : null;
}
