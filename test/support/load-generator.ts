import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import readline from "node:readline";

/** What is asked of a hub for some seconds: so many requests a second whether or not answers come, or so many under way. */
export type LoadPhase = { readonly seconds: number } & ({ readonly perSecond: number } | { readonly atOnce: number });

export interface MeasuredAnswer {
  /** Milliseconds after the beginning of the phase. */
  readonly at: number;
  /** 0 where the connection broke. */
  readonly status: number;
  readonly milliseconds: number;
}

/** Asks from a process of its own. */
export interface LoadGenerator {
  run(phase: LoadPhase): Promise<readonly MeasuredAnswer[]>;
  stop(): Promise<void>;
}

/**
 * @param connections that are open before anything is asked, as a balancer holds them.
 * @param disclosures that each question is about.
 */
export async function startLoadGenerator(port: number, connections: number, disclosures = 10): Promise<LoadGenerator> {
  const child = spawn(process.execPath, [path.join(__dirname, "generate-load.mjs")], { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const tell = async (phase: object): Promise<readonly (readonly [number, number, number])[]> => {
    child.stdin.write(`${JSON.stringify({ port, ...phase })}\n`);
    const line = await lines.next();
    if (line.done) throw new Error("The load generator has ended");
    return JSON.parse(line.value) as [number, number, number][];
  };
  await tell({ open: connections, disclosures });
  return {
    run: async (phase) => (await tell(phase)).map(([at, status, milliseconds]) => ({ at, status, milliseconds })),
    stop: async () => {
      child.stdin.end();
      await ended;
    },
  };
}

/** The value that the given share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
