import { ChangeRefusedError } from "./change-refused-error";
import type { RegisterChanger } from "./change-register";

/** One line of a table that is loaded, and where it stands. */
export type Line<Fact> = Fact & { readonly line: number };

/** What is loaded, and on whose behalf. */
export interface LoadedFile extends Pick<RegisterChanger, "actor"> {
  readonly name: string;
  readonly sha256: string;
  /** Lines that could not even be read: they are told together with those that cannot be stored. */
  readonly unreadable: readonly LineProblem[];
}

/** How many rows were stored anew or with another content, and how many are no longer there. */
export interface LoadOutcome {
  readonly changed: number;
  readonly removed: number;
}

export interface LineProblem {
  readonly line: number;
  readonly message: string;
}

/** Some lines cannot be loaded, and so none was: a half-loaded table would be a wrong one. */
export class LinesRefusedError extends Error {
  override readonly name = "LinesRefusedError";

  constructor(readonly problems: readonly LineProblem[]) {
    super(`${problems.length} lines cannot be loaded`);
  }
}

/** Goes through lines to the end and then refuses, so that all that is wrong is told at once. */
export class LineReader {
  readonly #problems: LineProblem[];
  readonly #places = new Map<string, number>();

  constructor({ unreadable }: Pick<LoadedFile, "unreadable">) {
    this.#problems = [...unreadable];
  }

  /** Does the work for a line; what it refuses is noted with the line. */
  async read({ line }: { readonly line: number }, work: () => Promise<void> | void): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ChangeRefusedError)) throw error;
      this.#problems.push({ line, message: error.message });
    }
  }

  /** @throws ChangeRefusedError where an earlier line told the same thing. */
  refuseSecond(key: string, what: string, line: number): void {
    const before = this.#places.get(key);
    if (before !== undefined) throw new ChangeRefusedError("CONFLICT", `${what} stands in line ${before} already`, []);
    this.#places.set(key, line);
  }

  /** @throws LinesRefusedError */
  finish(): void {
    if (this.#problems.length > 0) throw new LinesRefusedError(this.#problems.sort((a, b) => a.line - b.line));
  }
}
