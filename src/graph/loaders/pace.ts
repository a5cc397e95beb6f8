import { takeTurns } from "../../lib/take-turns";

/** So many records are handed on before it is looked whether others should have their turn. */
const AT_ONCE = 64;
/** Within so many steps whoever waits for a value has gone on as far as that value reaches. */
const STEPS = 12;

interface Waiting {
  readonly weight: number;
  readonly goOn: () => void;
}

/**
 * The pace of one request. A read may answer thousands of keys at once, and all that hangs on them would follow in one go, while everybody
 * else waits: so it is handed on in pieces. What is asked for meanwhile is read together when all have been handed on, in as few statements
 * as otherwise.
 */
export class Pace {
  readonly #waiting: Waiting[] = [];
  readonly #postponed: (() => void)[] = [];
  #handedOn = 0;
  #isWalking = false;

  /** The value, now or when it is its turn. */
  pass<Value>(value: Value): Value | Promise<Value> {
    const weight = Array.isArray(value) ? value.length + 1 : 1;
    if (!this.#isWalking && this.#handedOn < AT_ONCE) {
      this.#handedOn += weight;
      return value;
    }
    return new Promise((resolve) => {
      this.#waiting.push({ weight, goOn: () => resolve(value) });
      if (!this.#isWalking) void this.#walk();
    });
  }

  /** Has a batch read when nothing more will be added to it. */
  schedule(dispatch: () => void): void {
    if (this.#isWalking) this.#postponed.push(dispatch);
    else {
      this.#handedOn = 0;
      void Promise.resolve().then(() => process.nextTick(dispatch));
    }
  }

  async #walk(): Promise<void> {
    this.#isWalking = true;
    const turns = takeTurns();
    while (this.#waiting.length > 0) {
      await turns.next();
      do await this.#handOn();
      while (this.#waiting.length > 0 && !turns.areOver);
    }
    this.#isWalking = false;
    for (const dispatch of this.#postponed.splice(0)) this.schedule(dispatch);
  }

  async #handOn(): Promise<void> {
    let count = 0;
    for (let weight = 0; count < this.#waiting.length && weight < AT_ONCE; count += 1) weight += this.#waiting[count]?.weight ?? 0;
    for (const { goOn } of this.#waiting.splice(0, count)) goOn();
    for (let step = 0; step < STEPS; step += 1) await Promise.resolve();
  }
}
