import { refusalOf } from "../../model/access";
import { findProjectsOfDisclosure } from "../../store/find-projects";
import type { GraphContext, PointInTime } from "../graph-context";
import { ProjectType } from "./project.type";

type Context = Pick<GraphContext, "loaders" | "actor" | "reader" | "dataVersionAt">;

/**
 * The project with an id, as its disclosure is published now or was at an earlier point; null where it has none of that name then. An id of one revision
 * (revision.place), as drafts have it and every project had it once, means the same project; of a draft it means the draft's, for whom it may be shown.
 *
 * @throws AS_OF_INVALID
 */
export async function findProjectById(context: Context, id: string, when: PointInTime): Promise<ProjectType | null> {
  const [, revision, place] = /^(\d{1,9})\.(\d{1,6})$/.exec(id) ?? [];
  if (revision === undefined || place === undefined) return findPublished(context, id, when);
  const { loaders, actor } = context;
  const record = await loaders.revision.load(Number(revision));
  if (!record) return null;
  const found = (await loaders.projects.load(record.id)).find(({ seq }) => seq === Number(place));
  const project = found ? new ProjectType(found) : null;
  if (record.publishedAt !== null) return project && findPublished(context, project.id, when);
  return refusalOf(actor, "READ_DRAFTS", [record.unitId]) ? null : project;
}

async function findPublished({ reader, dataVersionAt }: Context, id: string, when: PointInTime): Promise<ProjectType | null> {
  const [, disclosure] = /^(\d{1,9})-/.exec(id) ?? [];
  if (disclosure === undefined) return null;
  const records = await findProjectsOfDisclosure(reader, Number(disclosure), await dataVersionAt(when));
  return records.map(ProjectType.of).find((project) => project.id === id) ?? null;
}
