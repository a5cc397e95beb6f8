import { checkRelated } from "../check/check-related";
import { inSpan } from "../lib/in-span";
import { findPublicationLoss } from "../store/find-publication-loss";
import type { PublicationLoss } from "../store/find-publication-loss";
import type { Database } from "../store/open-database";
import { publishRevision } from "../store/publish-revision";
import type { PublishOptions } from "../store/publish-revision";
import type { SavedRevision } from "../store/save-revision";

export interface PublicationOptions extends Pick<PublishOptions, "note" | "publishedAt" | "actor"> {
  readonly publish: boolean;
  /** Publishes even what has far fewer figures than the published revision that it takes the place of. */
  readonly acceptLoss?: boolean;
}

export interface SavedPublication {
  readonly published: boolean;
  /** Why it was not published though that was asked: readers would lose much. It stays a draft. */
  readonly loss?: PublicationLoss;
}

/** Publishes what an import saved, where that is asked. */
export async function publishSaved(database: Database, saved: SavedRevision, options: PublicationOptions): Promise<SavedPublication> {
  const isPublished = saved.status === "PUBLISHED";
  if (isPublished || !options.publish) return { published: isPublished };
  const loss = options.acceptLoss === true ? undefined : await findPublicationLoss(database, saved.revisionId);
  if (loss !== undefined) return { published: false, loss };
  await inSpan("publish", {}, () => publishRevision(database, saved.revisionId, checkRelated, options));
  return { published: true };
}
