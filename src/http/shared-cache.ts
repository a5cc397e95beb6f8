import KeyvRedis from "@keyv/redis";
import { Keyv } from "keyv";
import type { Answer } from "./answer";
import type { Log } from "./log";

export interface SharedAnswer {
  readonly headers: Answer["headers"];
  readonly body: string;
}

/** A cache that instances share. It never fails and never keeps anybody waiting: what it does not give in time is not there. */
export interface SharedCache {
  get(key: string): Promise<SharedAnswer | undefined>;
  set(key: string, answer: SharedAnswer): void;
  close(): Promise<void>;
}

/** An answer under a mark that has passed is never asked for again. */
const LIFE_MILLISECONDS = 24 * 60 * 60 * 1000;
const PATIENCE_MILLISECONDS = 100;
/** After a failure it is left alone for a while: waiting for it each time would be slower than answering. */
const REST_MILLISECONDS = 5_000;
/** Longer answers are made again sooner than they are carried over. */
const LONGEST_BODY = 4 * 1024 * 1024;

/** Redis, or what speaks its protocol. */
export function openSharedCache(url: string, log: Log): SharedCache {
  const redis = new KeyvRedis(
    { url, socket: { connectTimeout: 2_000, reconnectStrategy: 1_000 }, disableOfflineQueue: true },
    { throwOnConnectError: false },
  );
  const keyv = new Keyv<SharedAnswer>({ store: redis, namespace: "disclosure-hub", ttl: LIFE_MILLISECONDS, useKeyPrefix: false });
  let restingUntil = 0;
  const fail = (error: unknown): undefined => {
    if (Date.now() >= restingUntil) log("warn", "the shared cache does not answer", { error: String(error) });
    restingUntil = Date.now() + REST_MILLISECONDS;
    return undefined;
  };
  keyv.on("error", fail);
  return {
    get: async (key) => {
      if (Date.now() < restingUntil) return undefined;
      return inTime(keyv.get<SharedAnswer>(key)).catch(fail);
    },
    set: (key, answer) => {
      if (Date.now() < restingUntil || answer.body.length > LONGEST_BODY) return;
      keyv.set(key, answer).catch(fail);
    },
    // At once: what is under way there is wanted by nobody any more.
    close: () => redis.disconnect(true),
  };
}

function inTime<T>(work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing within ${PATIENCE_MILLISECONDS} ms`)), PATIENCE_MILLISECONDS);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
