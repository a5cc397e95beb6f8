import type { LoopClock } from "../../../src/http/watch-load";
import { watchLoad } from "../../../src/http/watch-load";

/** A loop whose time goes on as the test says. */
class Loop implements LoopClock {
  #now = 0;
  #idle = 0;
  #turned: () => void = () => undefined;
  now = (): number => this.#now;
  idle = (): number => this.#idle;
  eachTurn = (turned: () => void): (() => void) => {
    this.#turned = turned;
    return () => undefined;
  };

  work(milliseconds: number): void {
    this.#now += milliseconds;
  }

  turn(pause = 0): void {
    this.#turned();
    this.#now += pause;
    this.#idle += pause;
  }
}

describe("watchLoad", () => {
  const setUp = () => {
    const loop = new Loop();
    const load = watchLoad(10, loop);
    const ask = (): boolean => {
      if (load.isOverloaded()) return false;
      load.begin();
      load.end();
      return true;
    };
    return { loop, load, ask };
  };
  /** Questions of 15 ms, five in each turn of the loop. */
  const saturate = ({ loop, ask }: ReturnType<typeof setUp>): void => {
    for (let turn = 0; turn < 5; turn += 1) {
      for (let question = 0; question < 5; question += 1) {
        ask();
        loop.work(15);
      }
      loop.turn();
    }
  };

  it("takes in what comes while the loop has pauses", () => {
    const { loop, ask } = setUp();
    for (let turn = 0; turn < 100; turn += 1) {
      expect([ask(), ask()]).toEqual([true, true]);
      loop.work(30);
      loop.turn(5);
    }
  });

  it("takes in what comes after long work that was no question's, and a page that asks fifteen at once", () => {
    const { loop, ask } = setUp();
    loop.work(2_000);
    for (let question = 0; question < 15; question += 1) {
      expect(ask()).toBe(true);
      loop.work(20);
    }
  });

  it("refuses what comes late into a turn once the loop has had no pause for long, and goes on with the first of each turn", () => {
    const state = setUp();
    saturate(state);
    expect(state.ask()).toBe(true);
    state.loop.work(15);
    expect(state.ask()).toBe(false);
    state.loop.turn();
    expect(state.ask()).toBe(true);
  });

  it("takes in what one asks after the other, though the loop has no pause", () => {
    const { loop, ask } = setUp();
    for (let question = 0; question < 100; question += 1) {
      loop.work(20);
      expect(ask()).toBe(true);
      loop.turn();
    }
  });

  it("takes all in again after a pause", () => {
    const state = setUp();
    saturate(state);
    expect(state.ask()).toBe(true);
    state.loop.work(15);
    expect(state.ask()).toBe(false);
    state.loop.turn(2);
    state.loop.work(15);
    expect(state.ask()).toBe(true);
  });

  it("has four at work for each connection, and no more", () => {
    const { load } = setUp();
    for (let question = 0; question < 40; question += 1) {
      expect(load.isOverloaded()).toBe(false);
      load.begin();
    }
    expect(load.isOverloaded()).toBe(true);
    load.end();
    expect(load.isOverloaded()).toBe(false);
  });
});
