import { auditNameOf } from "../../model/access";
import { invariant } from "../../lib/invariant";
import { demand } from "../access/demand";
import type { UploadImport } from "../access/editing";
import { BusyErrorType, NotFoundErrorType, UnreadableDocumentErrorType } from "../access/user-error.type";
import type { UserErrorType } from "../access/user-error.type";
import type { GraphContext } from "../graph-context";
import { findPublished } from "./change-disclosure";
import type { ImportDisclosurePayload } from "./disclosure-payloads.type";
import { DisclosureType } from "./disclosure.type";

/** 导入: reads an uploaded document into a draft of the unit that it names, if the key holds for that one. */
export async function importDisclosure(context: GraphContext, sha256: string): Promise<ImportDisclosurePayload> {
  const holder = demand(context.actor, "IMPORT_DISCLOSURE");
  const imported = await context.importUploaded(sha256, {
    actor: auditNameOf(holder),
    admit: (unitId) => demand(holder, "IMPORT_DISCLOSURE", [unitId]),
  });
  if (!("revisionId" in imported)) return { disclosure: null, outcome: null, replaces: null, errors: [errorOf(imported, sha256)] };
  // The unit may be a new one.
  context.renew();
  const record = await context.loaders.revision.load(imported.revisionId);
  invariant(record, "what was imported is stored");
  return {
    disclosure: new DisclosureType(record, (await context.hubState()).dataVersion),
    outcome: imported.outcome,
    replaces: await findPublished(context, record),
    errors: [],
  };
}

function errorOf(failure: Exclude<UploadImport, { readonly revisionId: number }>, sha256: string): UserErrorType {
  if (failure.outcome === "UNREADABLE") return new UnreadableDocumentErrorType(failure.text, failure.code);
  if (failure.outcome === "BUSY")
    return new BusyErrorType("As many documents are being read as may be at once; try again in a few seconds");
  return new NotFoundErrorType(`There is no document ${sha256.slice(0, 80)}; POST /documents takes it and answers its id`, ["document"]);
}
