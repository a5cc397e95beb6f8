import { checkRelated } from "../check/check-related";
import { inSpan } from "../lib/in-span";
import { findReplacement } from "../store/find-replacement";
import type { ReplacementDoubt } from "../store/find-replacement";
import type { Database } from "../store/open-database";
import { PublishConflictError, publishRevision } from "../store/publish-revision";
import type { PublishOptions } from "../store/publish-revision";
import type { SavedRevision } from "../store/save-revision";

export interface PublicationOptions extends Pick<PublishOptions, "note" | "publishedAt" | "actor"> {
  readonly publish: boolean;
  /** Publishes even what has far fewer figures than the published revision that it takes the place of, or hardly one of its figures. */
  readonly acceptLoss?: boolean;
}

export interface SavedPublication {
  readonly published: boolean;
  /** Why it was not published though that was asked. It stays a draft. */
  readonly doubt?: ReplacementDoubt;
}

/** What was looked at may be replaced by another publisher before it is replaced here: then it is looked at again. */
const TRIES = 5;

/** Publishes what an import saved, where that is asked. */
export async function publishSaved(database: Database, saved: SavedRevision, options: PublicationOptions): Promise<SavedPublication> {
  const isPublished = saved.status === "PUBLISHED";
  if (isPublished || !options.publish) return { published: isPublished };
  for (let tries = 1; ; tries += 1) {
    const { replaces: expected, doubt } = await findReplacement(database, saved.revisionId);
    if (doubt !== undefined && options.acceptLoss !== true) return { published: false, doubt };
    try {
      await inSpan("publish", {}, () => publishRevision(database, saved.revisionId, checkRelated, { ...options, expected }));
      return { published: true };
    } catch (error) {
      if (!(error instanceof PublishConflictError) || tries === TRIES) throw error;
    }
  }
}
