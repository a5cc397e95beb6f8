import { refusalOf } from "../../model/access";
import type { GraphContext } from "../graph-context";
import { ProjectType } from "./project.type";

/** The project with an id (revision.place), if its revision was ever published or the key may read its draft; null else. */
export async function findProjectById(
  { loaders, actor }: Pick<GraphContext, "loaders" | "actor">,
  id: string,
): Promise<ProjectType | null> {
  const [, revision, place] = /^(\d{1,9})\.(\d{1,6})$/.exec(id) ?? [];
  if (revision === undefined || place === undefined) return null;
  const record = await loaders.revision.load(Number(revision));
  if (!record || (record.publishedAt === null && refusalOf(actor, "READ_DRAFTS", [record.unitId]))) return null;
  const project = (await loaders.projects.load(record.id)).find(({ seq }) => seq === Number(place));
  return project ? new ProjectType(project) : null;
}
