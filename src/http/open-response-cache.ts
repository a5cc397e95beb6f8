import { createHash } from "node:crypto";
import type { Config } from "../config/read-config";
import { printGraphSchema } from "../graph/print-graph-schema";
import { packageVersion } from "../lib/package-version";
import { findHubState } from "../store/find-data-version";
import type { RowReader } from "../store/row-reader";
import type { Log } from "./log";
import { ResponseCache } from "./response-cache";
import { openSharedCache } from "./shared-cache";

export interface OpenedResponseCache {
  readonly cache: ResponseCache;
  close(): Promise<void>;
}

/** The cache of whole answers as configured; undefined where nothing is to be kept. */
export function openResponseCache(
  { maxBytes, redisUrl }: Config["responseCache"],
  reader: RowReader,
  log: Log,
): OpenedResponseCache | undefined {
  if (maxBytes === 0) return undefined;
  const shared = redisUrl === undefined ? undefined : openSharedCache(redisUrl, log);
  const cache = new ResponseCache({ maxBytes, readState: () => findHubState(reader), release: releaseMark(), shared });
  return {
    cache,
    close: async () => {
      await shared?.close();
    },
  };
}

/** Instances of another version, or with another schema, answer otherwise. */
function releaseMark(): string {
  return `${packageVersion()} ${createHash("sha256").update(printGraphSchema()).digest("base64url")}`;
}
