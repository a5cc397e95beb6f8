import type { Answer } from "../../../src/http/answer";
import { ResponseCache } from "../../../src/http/response-cache";
import type { CacheableRequest, Executed } from "../../../src/http/response-cache";
import type { HubState } from "../../../src/store/find-data-version";

const stateOf = (dataVersion: number): HubState => ({
  dataVersion,
  updatedAt: "2024-01-01T00:00:00.000Z",
  changeMark: `mark ${dataVersion}`,
});

const answerOf = (body: string): Answer => ({ status: 200, headers: { "content-type": "application/json" }, body });

/** A hub whose answer is its data version, and a request for it. */
function cachedHub(maxBytes = 10_000) {
  const hub = { version: 1, executed: 0 };
  const cache = new ResponseCache({ maxBytes, release: "1", readState: async () => stateOf(hub.version) });
  const request = (question: string, changes: Partial<CacheableRequest> = {}): CacheableRequest => ({
    question,
    condition: undefined,
    isQuery: () => true,
    execute: async (state): Promise<Executed> => {
      hub.executed += 1;
      return { answer: answerOf(`${question} at ${state?.dataVersion}`), isRepeatable: true };
    },
    ...changes,
  });
  const ask = async (question: string, changes: Partial<CacheableRequest> = {}) => {
    const { status, headers, body } = await cache.answer(request(question, changes));
    return { status, etag: headers["etag"], body: String(body) };
  };
  return { hub, cache, ask };
}

describe("the response cache", () => {
  it("executes a question once while the data stand, and again after they moved", async () => {
    const { hub, cache, ask } = cachedHub();
    const first = await ask("a");
    expect(first).toMatchObject({ status: 200, body: "a at 1" });
    expect(await ask("a")).toEqual(first);
    expect((await ask("b")).body).toBe("b at 1");
    hub.version = 2;
    expect((await ask("a")).body).toBe("a at 2");
    expect(hub.executed).toBe(3);
    expect(cache.counts).toMatchObject({ hits: 1, misses: 3, entries: 3 });
    expect(cache.counts.bytes).toBeGreaterThan(18);
  });

  it("answers 304 to whoever has the answer already, without a second execution, and no longer once the data moved", async () => {
    const { hub, ask } = cachedHub();
    const { etag } = await ask("a");
    expect(await ask("a", { condition: `"other", W/${etag}` })).toEqual({ status: 304, etag, body: "" });
    expect((await ask("b", { condition: etag })).status).toBe(200);
    hub.version = 2;
    const moved = await ask("a", { condition: etag });
    expect(moved).toMatchObject({ status: 200, body: "a at 2" });
    expect(moved.etag).not.toBe(etag);
  });

  it("does not take `*` for an answer that somebody has", async () => {
    const { ask } = cachedHub();
    expect((await ask("a", { condition: "*" })).status).toBe(200);
  });

  it("keeps no answer with errors, and gives it no ETag", async () => {
    const { hub, ask } = cachedHub();
    const failing: Partial<CacheableRequest> = {
      execute: async () => {
        hub.executed += 1;
        return { answer: answerOf("failed"), isRepeatable: false };
      },
    };
    expect(await ask("a", failing)).toEqual({ status: 200, etag: undefined, body: "failed" });
    await ask("a", failing);
    expect(hub.executed).toBe(2);
  });

  it("executes what changes something every time, and never for two at once", async () => {
    const { hub, ask } = cachedHub();
    const changing: Partial<CacheableRequest> = { isQuery: () => false };
    await Promise.all([ask("a", changing), ask("a", changing)]);
    await ask("a", changing);
    expect(hub.executed).toBe(3);
  });

  it("lets requests for the same wait for one execution", async () => {
    const { hub, cache, ask } = cachedHub();
    const answers = await Promise.all(Array.from({ length: 20 }, () => ask("a")));
    expect(new Set(answers.map(({ body }) => body))).toEqual(new Set(["a at 1"]));
    expect(hub.executed).toBe(1);
    expect(cache.counts.joined + cache.counts.hits).toBe(19);
  });

  it("keeps nothing that was made while the data moved", async () => {
    const { hub, cache, ask } = cachedHub();
    await ask("a", {
      execute: async () => {
        hub.version = 2;
        return { answer: answerOf("half of it at 1"), isRepeatable: true };
      },
    });
    expect(cache.counts.entries).toBe(0);
    hub.version = 1;
    expect((await ask("a")).body).toBe("a at 1");
  });

  it("stays within its bytes, and forgets first what was asked for longest ago", async () => {
    const { hub, cache, ask } = cachedHub(1_000);
    for (let index = 0; index < 50; index += 1) await ask(`question ${index}`);
    expect(cache.counts.bytes).toBeLessThanOrEqual(1_000);
    const { executed } = hub;
    await ask("question 49");
    expect(hub.executed).toBe(executed);
    await ask("question 0");
    expect(hub.executed).toBe(executed + 1);
  });

  it("answers without the state of the hub as if it were not there", async () => {
    const cache = new ResponseCache({ maxBytes: 1_000, release: "1", readState: () => Promise.reject(new Error("no database")) });
    const answered = await cache.answer({
      question: "a",
      condition: undefined,
      isQuery: () => true,
      execute: async (state) => ({ answer: answerOf(`at ${state?.dataVersion}`), isRepeatable: true }),
    });
    expect(answered.body).toBe("at undefined");
    expect(cache.counts.entries).toBe(0);
  });
});
