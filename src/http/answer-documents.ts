import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import os from "node:os";
import path from "node:path";
import { ExtractionError } from "../extract/extraction-error";
import { IncomingFile } from "../extract/incoming-file";
import { LIMITS } from "../graph/limits";
import { auditNameOf, refusalOf } from "../model/access";
import type { Database } from "../store/open-database";
import type { RowReader } from "../store/row-reader";
import { CHUNK_BYTES, saveUploadedDocument } from "../store/uploaded-documents";
import { answerJson, refuse } from "./answer";
import type { Answer } from "./answer";
import { readKeyHolder } from "./read-actor";

/** Bodies that are a file wrapped into something else, or none. `curl --data-binary` says the second of its own accord. */
const WRAPPED = ["multipart/form-data", "application/x-www-form-urlencoded", "application/json"];
/** What is asked of a document while it comes in. */
class RefusedDocument extends Error {
  constructor(readonly answer: Answer) {
    super("The document is refused");
  }
}

/**
 * POST /documents: takes in a file as it is, for `importDisclosure`. It is known by the hash of its bytes: the same file again is answered 200
 * with the same id. Written to a temporary file first, so that a slow sender holds neither memory nor a transaction.
 */
export async function answerDocuments(
  { database, reader }: { readonly database: Database; readonly reader: RowReader },
  request: IncomingMessage,
  search: string,
): Promise<Answer> {
  const read = await readKeyHolder(reader, request.headers);
  if ("refused" in read) return closing(read.refused);
  if (refusalOf(read.holder, "UPLOAD_DOCUMENT")) return closing(refuse(403, "FORBIDDEN", "This key may not send documents"));
  const refused = refuseHeaders(request);
  if (refused) return closing(refused);
  const folder = await mkdtemp(path.join(os.tmpdir(), "hub-upload-"));
  try {
    const file = path.join(folder, "document");
    const fileName = fileNameOf(search);
    const document = { fileName, ...(await receive(request, file, fileName)) };
    const chunks = () => createReadStream(file, { highWaterMark: CHUNK_BYTES });
    const { outcome, ...saved } = await saveUploadedDocument(database, document, chunks, auditNameOf(read.holder));
    return answerJson(outcome === "SAVED" ? 201 : 200, { id: document.sha256, ...saved });
  } catch (error) {
    if (error instanceof RefusedDocument) return error.answer;
    // For the log: nobody hears it.
    if (request.errored) return closing(refuse(400, "BODY_INCOMPLETE", "The sender went away before the end of the file"));
    throw error;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The rest of the body is not waited for. */
const closing = (answer: Answer): Answer => ({ ...answer, headers: { ...answer.headers, connection: "close" } });

const tooLarge = (): Answer => closing(refuse(413, "DOCUMENT_TOO_LARGE", `A document has at most ${LIMITS.maxDocumentBytes} bytes`));

function refuseHeaders({ headers }: IncomingMessage): Answer | undefined {
  const type = (headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (WRAPPED.includes(type)) {
    const hint = "Send the file as the body itself, as Content-Type: application/octet-stream or its own type";
    return refuse(415, "UNSUPPORTED_MEDIA_TYPE", hint, { "accept-post": "application/octet-stream" });
  }
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") return refuse(415, "UNSUPPORTED_ENCODING", "Send the file uncompressed", { "accept-encoding": "identity" });
  return Number(headers["content-length"] ?? 0) > LIMITS.maxDocumentBytes ? tooLarge() : undefined;
}

/** Writes the body to a file, counting and hashing it. @throws RefusedDocument as soon as it is seen to be none that can be read. */
async function receive(request: IncomingMessage, file: string, fileName: string): Promise<{ sha256: string; byteLength: number }> {
  const hash = createHash("sha256");
  let byteLength = 0;
  const incoming = new IncomingFile(fileName);
  const written = await open(file, "wx");
  try {
    // A refusal must reach the sender, and it would not over a connection that is torn down with the rest of the body.
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      byteLength += chunk.length;
      if (byteLength > LIMITS.maxDocumentBytes) throw new RefusedDocument(tooLarge());
      refuseUnread(() => incoming.push(chunk));
      hash.update(chunk);
      await written.writeFile(chunk);
    }
  } finally {
    await written.close();
  }
  if (byteLength === 0) throw new RefusedDocument(refuse(400, "FILE_EMPTY", "The body is empty: send the file as the body"));
  refuseUnread(() => incoming.end());
  return { sha256: hash.digest("hex"), byteLength };
}

/** @throws RefusedDocument where the form is known to be none that is read. */
function refuseUnread(recognise: () => void): void {
  try {
    recognise();
  } catch (error) {
    if (!(error instanceof ExtractionError)) throw error;
    throw new RefusedDocument(closing(refuse(415, error.code, error.message.slice(0, 200))));
  }
}

/** The name that the sender gives in `?fileName=`, without folders and control characters. */
function fileNameOf(search: string): string {
  const given = new URLSearchParams(search).get("fileName") ?? "";
  const name = path.posix.basename(given.replaceAll("\\", "/").replace(/\p{Cc}/gu, ""));
  return name.slice(0, 255) || "document";
}
