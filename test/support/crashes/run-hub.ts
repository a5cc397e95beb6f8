import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";

const ROOT = path.resolve(__dirname, "../../..");
const PRELOAD = path.join(__dirname, "crash-at-statement.cjs");
const MAIN = path.join(ROOT, "dist/src/cli/main.js");

/** Where a crash happens: at which statement of the command, counted from one, and on which side of it. */
export interface CrashPoint {
  readonly statement: number;
  /** SENT: the server has it, and nobody hears of the answer. */
  readonly when: "BEFORE" | "SENT" | "ANSWERED";
}

/** A moment: so many milliseconds after the command's look at the schema. */
export interface CrashMoment {
  readonly afterMilliseconds: number;
}

export interface HubRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: string;
}

export interface RunOptions {
  readonly crash?: CrashPoint | CrashMoment | undefined;
  /** The process that ends there; the command's own where it is not given. */
  readonly victim?: number | undefined;
  /** A file that takes the statements, a line each, behind the milliseconds since the look at the schema. */
  readonly record?: string;
}

/** Runs a command of the hub as it is built, on a database of its own, and crashes it or its server where asked. */
export async function runHub(url: string, command: readonly string[], { crash, victim, record }: RunOptions = {}): Promise<HubRun> {
  const child = spawn(process.execPath, ["--require", PRELOAD, MAIN, ...command], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: url,
      ...(crash &&
        ("when" in crash
          ? { CRASH_AT: String(crash.statement), CRASH_WHEN: crash.when }
          : { CRASH_AFTER: String(crash.afterMilliseconds) })),
      ...(victim !== undefined && { CRASH_PID: String(victim) }),
      ...(record !== undefined && { CRASH_RECORD: record }),
    },
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, output };
}
