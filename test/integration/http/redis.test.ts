import { setTimeout as wait } from "node:timers/promises";
import { openRateLimit } from "../../../src/http/open-rate-limit";
import type { RateLimit } from "../../../src/http/open-rate-limit";
import { openSharedCache } from "../../../src/http/shared-cache";
import type { SharedAnswer, SharedCache } from "../../../src/http/shared-cache";
import { createPrivateRedis, findRedis } from "../../support/start-redis";
import type { PrivateRedis } from "../../support/start-redis";

const program = findRedis();
const ANSWER: SharedAnswer = { headers: { "content-type": "application/json" }, body: '{"data":{"name":"云溪市司法局（示例）"}}' };
const BUDGET = 10;

(program === undefined ? describe.skip : describe)("instances that share a Redis", () => {
  let redis: PrivateRedis;
  let caches: readonly [SharedCache, SharedCache];
  let limits: readonly [RateLimit, RateLimit];
  const complaints: string[] = [];

  const openLimit = (): RateLimit => {
    const limit = openRateLimit({ pointsPerMinute: BUDGET, redisUrl: redis.url }, () => undefined);
    if (!limit) throw new Error("A budget was set");
    return limit;
  };
  const openCache = (): SharedCache => openSharedCache(redis.url, (_, message) => complaints.push(message));

  beforeAll(async () => {
    redis = await createPrivateRedis(program ?? "");
    await redis.start();
    caches = [openCache(), openCache()];
    limits = [openLimit(), openLimit()];
  });
  afterAll(async () => {
    for (const limit of limits) limit.close();
    await Promise.all(caches.map((cache) => cache.close()));
    await redis.stop();
  });

  /** Both clients connect by themselves, and come back by themselves. */
  const eventually = async <T>(look: () => Promise<T>, isSo: (found: T) => boolean): Promise<T> => {
    const until = performance.now() + 20_000;
    for (;;) {
      const found = await look();
      if (isSo(found)) return found;
      if (performance.now() > until) throw new Error(`It did not come to that within 20 s: ${JSON.stringify(found)}`);
      await wait(100);
    }
  };
  const shared = (key: string): Promise<SharedAnswer | undefined> =>
    eventually(
      async () => {
        caches[0].set(key, ANSWER);
        await wait(20);
        return caches[1].get(key);
      },
      (found) => found !== undefined,
    );
  /** What is left when each of two instances has taken a point of a caller that nobody knew. */
  const leftAfterTwo = async (caller: string): Promise<number> => {
    await limits[0].spend(caller, 1);
    return (await limits[1].spend(caller, 1)).remaining;
  };
  const areShared = async (): Promise<void> => {
    let callers = 0;
    await eventually(
      () => leftAfterTwo(`caller ${performance.now()} ${(callers += 1)}`),
      (left) => left === BUDGET - 2,
    );
  };

  it("give each other's answers", async () => {
    expect(await shared("a")).toEqual(ANSWER);
    expect(await caches[1].get("nothing")).toBeUndefined();
  });

  it("count what a caller spends together, and refuse it together", async () => {
    await areShared();
    for (let spent = 0; spent < BUDGET; spent += 1) expect((await limits[spent % 2 ? 1 : 0].spend("dear", 1)).isRefused).toBe(false);
    const [here, there] = [await limits[0].spend("dear", 1), await limits[1].spend("dear", 1)];
    expect([here.isRefused, there.isRefused, there.remaining]).toEqual([true, true, 0]);
    expect(there.seconds).toBeGreaterThan(0);
    expect((await limits[0].spend("another", 1)).isRefused).toBe(false);
  });

  it("go on without it, each by itself, and together again when it is back", async () => {
    await redis.stop();
    const begun = performance.now();
    expect(await caches[1].get("a")).toBeUndefined();
    caches[0].set("b", ANSWER);
    // Each counts for itself now: the other's point is not seen.
    expect(await leftAfterTwo("on its own")).toBe(BUDGET - 1);
    expect(performance.now() - begun).toBeLessThan(2_000);
    for (let spent = 1; spent < BUDGET; spent += 1) await limits[0].spend("on its own", 1);
    expect((await limits[0].spend("on its own", 1)).isRefused).toBe(true);
    expect(complaints.length).toBeGreaterThan(0);
    await redis.start();
    await areShared();
    expect(await shared("c")).toEqual(ANSWER);
  }, 60_000);
});
