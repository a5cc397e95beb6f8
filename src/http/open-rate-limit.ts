import { createClient } from "@keyv/redis";
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from "rate-limiter-flexible";
import type { Log } from "./log";

export interface RateLimitOptions {
  /** What one caller may spend in a minute; 0 limits nobody. */
  readonly pointsPerMinute: number;
  readonly redisUrl: string | undefined;
}

export interface Spent {
  readonly isRefused: boolean;
  readonly remaining: number;
  /** Until everything is there again. */
  readonly seconds: number;
}

export interface RateLimit {
  spend(caller: string, points: number): Promise<Spent>;
  close(): void;
}

const MINUTE = 60;

/** A request costs a point, and one for every hundred objects that its answer may hold. */
export const pointsOf = (price: number): number => Math.floor(price / 100);

/** Points by caller, in memory, or in Redis where instances share them; while Redis is away each counts by itself. */
export function openRateLimit({ pointsPerMinute, redisUrl }: RateLimitOptions, log: Log): RateLimit | undefined {
  if (pointsPerMinute === 0) return undefined;
  const own = new RateLimiterMemory({ points: pointsPerMinute, duration: MINUTE });
  const redis =
    redisUrl === undefined
      ? undefined
      : createClient({ url: redisUrl, socket: { connectTimeout: 2_000, reconnectStrategy: 1_000 }, disableOfflineQueue: true });
  redis?.on("error", (error: unknown) => log("debug", "the shared rate limit does not answer", { error: String(error) }));
  void redis?.connect().catch(() => undefined);
  const limiter = redis
    ? new RateLimiterRedis({
        storeClient: redis,
        useRedisPackage: true,
        keyPrefix: "disclosure-hub-rate",
        points: pointsPerMinute,
        duration: MINUTE,
        insuranceLimiter: own,
      })
    : own;
  const told = (isRefused: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): Spent => ({
    isRefused,
    remaining: Math.max(0, remainingPoints),
    seconds: Math.max(1, Math.ceil(msBeforeNext / 1000)),
  });
  return {
    spend: (caller, points) =>
      // Who has spent nothing else may ask for the dearest; otherwise nobody ever could.
      limiter.consume(caller, Math.max(1, Math.min(points, pointsPerMinute - 1))).then(
        (left) => told(false, left),
        (left: unknown) => {
          if (left instanceof RateLimiterRes) return told(true, left);
          throw left;
        },
      ),
    close: () => redis?.destroy(),
  };
}
