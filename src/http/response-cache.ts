import { createHash } from "node:crypto";
import { LRUCache } from "lru-cache";
import { clientSignal, workFor } from "../lib/client-signal";
import { shareFreshReads } from "../lib/share-fresh-reads";
import type { HubState } from "../store/find-data-version";
import type { Answer } from "./answer";
import { isNotModified } from "./is-not-modified";
import type { SharedCache } from "./shared-cache";

/** What was answered, and whether the same question would be answered the same under the same mark: a query that succeeded. */
export interface Executed {
  readonly answer: Answer;
  readonly isRepeatable: boolean;
}

/** A request that the cache may answer: of a public reader. Whoever sends a key is answered past it. */
export interface CacheableRequest {
  /** Everything but the data that the answer depends on: document, variables, operation name, and the type that is accepted. */
  readonly question: string;
  /** If-None-Match */
  readonly condition: string | undefined;
  /** Whether it certainly changes nothing, so that requests may share one execution. Asked only where nothing is kept. */
  isQuery(): boolean;
  /** @param state the state of the hub to answer at; undefined where that cannot be read. */
  execute(state: HubState | undefined): Promise<Executed>;
}

export interface ResponseCacheCounts {
  /** Answered from memory, or from the shared cache. */
  readonly hits: number;
  readonly sharedHits: number;
  readonly misses: number;
  /** Answered by 304. */
  readonly notModified: number;
  /** Waited for the same question that was being executed. */
  readonly joined: number;
  readonly entries: number;
  readonly bytes: number;
}

export interface ResponseCacheOptions {
  readonly maxBytes: number;
  /** Reads the present state of the hub. */
  readonly readState: () => Promise<HubState>;
  /** What else changes answers: another release gives its own. */
  readonly release: string;
  readonly shared?: SharedCache | undefined;
}

/** Proxies and browsers may keep an answer, and ask each time whether it still stands. */
const KEPT_HEADERS = { "cache-control": "public, no-cache", vary: "accept, authorization" } as const;

/**
 * Whole answers by what they depend on: the state of the data, the release and the question. The state is read for every request, after it
 * came in, so nothing that is kept is ever given under another state, whichever instance published; and an answer is kept only if the state
 * was the same before and after it was made.
 */
export class ResponseCache {
  readonly #kept: LRUCache<string, Answer>;
  readonly #underWay = new Map<string, { readonly answer: Promise<Answer>; readonly join: () => void }>();
  readonly #freshState: () => Promise<HubState>;
  #hits = 0;
  #sharedHits = 0;
  #misses = 0;
  #notModified = 0;
  #joined = 0;

  constructor(private readonly options: ResponseCacheOptions) {
    const { maxBytes, readState } = options;
    this.#freshState = shareFreshReads(readState);
    this.#kept = new LRUCache({
      maxSize: maxBytes,
      maxEntrySize: Math.ceil(maxBytes / 4),
      sizeCalculation: ({ body }, key) => body.length + key.length,
    });
  }

  get counts(): ResponseCacheCounts {
    return {
      hits: this.#hits,
      sharedHits: this.#sharedHits,
      misses: this.#misses,
      notModified: this.#notModified,
      joined: this.#joined,
      entries: this.#kept.size,
      bytes: this.#kept.calculatedSize,
    };
  }

  async answer(request: CacheableRequest): Promise<Answer> {
    const state = await this.#freshState().catch(() => undefined);
    // Without a database the request tells what it lacks.
    if (state === undefined) return (await request.execute(undefined)).answer;
    const key = this.#keyOf(state, request.question);
    const etag = `"${key.slice(0, 27)}"`;
    if (isNotModified(etag, request.condition)) {
      this.#notModified += 1;
      return { status: 304, headers: { ...KEPT_HEADERS, etag, "x-data-version": String(state.dataVersion) }, body: "" };
    }
    const kept = this.#kept.get(key);
    if (kept) {
      this.#hits += 1;
      return kept;
    }
    if (!request.isQuery()) return (await request.execute(state)).answer;
    const underWay = this.#underWay.get(key);
    if (underWay) {
      this.#joined += 1;
      underWay.join();
      return underWay.answer;
    }
    const audience = new Audience(() => this.#underWay.delete(key));
    audience.join();
    const made = workFor(audience.signal, () => this.#make(request, state, key, etag)).finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, { answer: made, join: () => audience.join() });
    return made;
  }

  async #make(request: CacheableRequest, state: HubState, key: string, etag: string): Promise<Answer> {
    const { shared } = this.options;
    const known = await shared?.get(key);
    if (known) {
      this.#sharedHits += 1;
      const answer = keptAnswer(known.headers, known.body, etag);
      this.#kept.set(key, answer);
      return answer;
    }
    this.#misses += 1;
    const { answer, isRepeatable } = await request.execute(state);
    if (!isRepeatable) return answer;
    const after = await this.#freshState().catch(() => undefined);
    if (after?.changeMark !== state.changeMark) return answer;
    const kept = keptAnswer(answer.headers, answer.body, etag);
    this.#kept.set(key, kept);
    shared?.set(key, { headers: answer.headers, body: String(answer.body) });
    return kept;
  }

  #keyOf({ changeMark, dataVersion }: HubState, question: string): string {
    return createHash("sha256").update(`${this.options.release}\n${changeMark}\n${dataVersion}\n${question}`).digest("base64url");
  }
}

/** Those who wait for one answer. It is given up when the last of them has left. */
class Audience {
  readonly #leaving = new AbortController();
  #size = 0;

  constructor(private readonly onEmpty: () => void) {}

  get signal(): AbortSignal {
    return this.#leaving.signal;
  }

  /** Whoever asks now waits too. */
  join(): void {
    this.#size += 1;
    clientSignal()?.addEventListener("abort", () => {
      this.#size -= 1;
      if (this.#size > 0) return;
      // Before anybody can join what is being given up.
      this.onEmpty();
      this.#leaving.abort();
    });
  }
}

const keptAnswer = (headers: Answer["headers"], body: string | Buffer, etag: string): Answer => ({
  status: 200,
  headers: { ...headers, ...KEPT_HEADERS, etag },
  body: Buffer.from(body),
});
