import { execFile } from "node:child_process";

export interface ProgramRun {
  readonly status: number;
  readonly output: string;
}

/** Runs a program to its end and says what it printed. Not in place of the test's own loop: a server in it goes on answering. */
export const runProgram = (
  command: string,
  given: readonly string[],
  { cwd, env, seconds = 60 }: { readonly cwd?: string; readonly env?: Readonly<Record<string, string>>; readonly seconds?: number } = {},
): Promise<ProgramRun> =>
  new Promise((resolve) => {
    const options = { ...(cwd !== undefined && { cwd }), env: { ...process.env, ...env }, timeout: seconds * 1_000 };
    execFile(command, given, options, (error, stdout, stderr) => {
      const status = error ? (typeof error.code === "number" ? error.code : 1) : 0;
      resolve({ status, output: `${stdout}${stderr}` });
    });
  });
