import type { IncomingMessage } from "node:http";
import type { Answer } from "./answer";
import { refuse } from "./answer";

/** The parsed body, or why it is refused. */
export type JsonBody = { readonly value: unknown } | { readonly refused: Answer };

/** No variable of the graph nests nearly as deep. */
const DEEPEST = 64;

/** Reads the JSON body of a POST: UTF-8, uncompressed, within the limit. */
export async function readJsonBody(request: IncomingMessage, maxBytes: number): Promise<JsonBody> {
  const refusal = refuseHeaders(request, maxBytes);
  if (refusal) return { refused: refusal };
  const chunks: Buffer[] = [];
  let length = 0;
  // A refusal must reach the sender: over a connection that is torn down with the rest of the body it would not.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > maxBytes) return { refused: tooLarge(maxBytes) };
    chunks.push(chunk);
  }
  return parse(Buffer.concat(chunks));
}

const tooLarge = (maxBytes: number): Answer =>
  refuse(413, "BODY_TOO_LARGE", `A request body holds at most ${maxBytes} bytes`, { connection: "close" });

function refuseHeaders({ headers }: IncomingMessage, maxBytes: number): Answer | undefined {
  const [type = "", ...parameters] = (headers["content-type"] ?? "")
    .toLowerCase()
    .split(";")
    .map((part) => part.trim());
  const charset = parameters
    .find((parameter) => parameter.startsWith("charset="))
    ?.slice("charset=".length)
    .replaceAll('"', "");
  if (type !== "application/json")
    return refuse(415, "UNSUPPORTED_MEDIA_TYPE", "Send the query as application/json", { "accept-post": "application/json" });
  if (charset !== undefined && charset !== "utf-8" && charset !== "utf8")
    return refuse(415, "UNSUPPORTED_CHARSET", "Send the body in UTF-8");
  const encoding = headers["content-encoding"] ?? "identity";
  if (encoding !== "identity") return refuse(415, "UNSUPPORTED_ENCODING", "Send the body uncompressed", { "accept-encoding": "identity" });
  return Number(headers["content-length"] ?? 0) > maxBytes ? tooLarge(maxBytes) : undefined;
}

function parse(bytes: Buffer): JsonBody {
  try {
    const value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes)) as unknown;
    if (!nestsDeeper(value, DEEPEST)) return { value };
    return { refused: refuse(400, "BAD_REQUEST", `The JSON of a body nests at most ${DEEPEST} deep`) };
  } catch {
    return { refused: refuse(400, "BAD_REQUEST", "The body is not JSON in UTF-8") };
  }
}

/** A body of 64 kB nests deep enough to overflow the stack of whatever walks it by calling itself: this goes level by level. */
function nestsDeeper(value: unknown, most: number): boolean {
  let level = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > most) return true;
    level = level.flatMap((one): unknown[] => (typeof one === "object" && one !== null ? Object.values(one) : []));
  }
  return false;
}
