import { auditNameOf } from "../../model/access";
import type { Action, KeyHolder } from "../../model/access";
import { checkRelated } from "../../check/check-related";
import { invariant } from "../../lib/invariant";
import { PublishConflictError, publishRevision, withdrawRevision } from "../../store/publish-revision";
import type { Published } from "../../store/publish-revision";
import type { RevisionRecord } from "../../store/find-revisions";
import { demand } from "../access/demand";
import { ConflictErrorType, InvalidInputErrorType, NotFoundErrorType } from "../access/user-error.type";
import type { UserErrorType } from "../access/user-error.type";
import type { GraphContext } from "../graph-context";
import type { PublishDisclosurePayload, WithdrawDisclosurePayload } from "./disclosure-payloads.type";
import { DisclosureType } from "./disclosure.type";

/** Longest note: it stands in the record of the data version too. */
const LONGEST_NOTE = 300;

/** 发布. The revision that it replaces is named, so that nobody publishes over what they have not seen. */
export async function publishDisclosure(
  context: GraphContext,
  { id, replaces, note }: { readonly id: string; readonly replaces?: string | null; readonly note?: string | null },
): Promise<PublishDisclosurePayload> {
  return changeDisclosure(context, "PUBLISH_DISCLOSURE", id, note, async (revision, holder) => {
    const expected = replaces ? ((await findRevision(context, replaces))?.id ?? undefined) : null;
    if (expected === undefined) return new NotFoundErrorType(`There is no disclosure ${replaces?.slice(0, 60)}`, ["replaces"]);
    return publishRevision(context.database, revision.id, checkRelated, { expected, actor: auditNameOf(holder), ...(note && { note }) });
  });
}

/** 撤回 */
export async function withdrawDisclosure(
  context: GraphContext,
  { id, note }: { readonly id: string; readonly note?: string | null },
): Promise<WithdrawDisclosurePayload> {
  return changeDisclosure(context, "WITHDRAW_DISCLOSURE", id, note, (revision, holder) =>
    withdrawRevision(context.database, revision.id, checkRelated, { actor: auditNameOf(holder), ...(note && { note }) }),
  );
}

async function changeDisclosure(
  context: GraphContext,
  action: Action,
  id: string,
  note: string | null | undefined,
  change: (revision: RevisionRecord, holder: KeyHolder) => Promise<Published | UserErrorType>,
): Promise<PublishDisclosurePayload> {
  demand(context.actor, action);
  const revision = await findRevision(context, id);
  if (!revision) return failed(new NotFoundErrorType(`There is no disclosure ${id.slice(0, 60)}`, ["id"]));
  const holder = demand(context.actor, action, [revision.unitId]);
  if (note && note.length > LONGEST_NOTE)
    return failed(new InvalidInputErrorType(`A note has at most ${LONGEST_NOTE} characters`, ["note"]));
  const changed = await change(revision, holder).catch((error: unknown) => {
    if (error instanceof PublishConflictError) return error;
    throw error;
  });
  // What was read for the request so far is of the time before.
  context.renew();
  if (changed instanceof PublishConflictError) {
    return failed(new ConflictErrorType(changed.message, ["id"], await findPublished(context, revision)));
  }
  if (!("dataVersion" in changed)) return failed(changed);
  const record = await context.loaders.revision.load(revision.id);
  invariant(record, "a revision is never deleted");
  return { disclosure: new DisclosureType(record, changed.dataVersion), dataVersion: changed.dataVersion, errors: [] };
}

const failed = (error: UserErrorType): PublishDisclosurePayload => ({ disclosure: null, dataVersion: null, errors: [error] });

async function findRevision({ loaders }: Pick<GraphContext, "loaders">, id: string): Promise<RevisionRecord | null> {
  return /^\d{1,9}$/.test(id) ? loaders.revision.load(Number(id)) : null;
}

/** What is published now of the disclosure that a revision belongs to. */
export async function findPublished(
  { loaders, hubState }: Pick<GraphContext, "loaders" | "hubState">,
  { unitId, disclosureId }: RevisionRecord,
): Promise<DisclosureType | null> {
  const { dataVersion } = await hubState();
  const published = await loaders.revisionsOfUnit.load({ id: unitId, dataVersion });
  const record = published.find((one) => one.disclosureId === disclosureId);
  return record ? new DisclosureType(record, dataVersion) : null;
}
