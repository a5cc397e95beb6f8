/** Who goes first among those that wait: what came anew, before what has had a turn and was not done. */
export type Rank = "NEW" | "AGAIN";

/** Does so many pieces of work at once; the others wait, and nothing of theirs is begun. */
export class Turns {
  private free: number;
  private readonly waiting: Readonly<Record<Rank, (() => void)[]>> = { NEW: [], AGAIN: [] };

  constructor(atOnce: number) {
    this.free = atOnce;
  }

  async take<T>(rank: Rank, work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>((resolve) => this.waiting[rank].push(resolve));
    try {
      return await work();
    } finally {
      this.pass();
    }
  }

  private pass(): void {
    const next = this.waiting.NEW.shift() ?? this.waiting.AGAIN.shift();
    if (next) next();
    else this.free += 1;
  }
}
