import type { LogLevel } from "../config/read-config";
import type { Log } from "./log";

const RANKS: Readonly<Record<LogLevel, number>> = { silent: 0, error: 1, warn: 2, info: 3, debug: 4 };

const writeToErrorStream = (line: string): void => void process.stderr.write(line);

/** One JSON object a line, of what is at least as grave as the level. Standard output is left to what the command line tells a person. */
export const createLog =
  (level: LogLevel, write: (line: string) => void = writeToErrorStream): Log =>
  (own, message, fields = {}) => {
    if (RANKS[own] <= RANKS[level]) write(`${JSON.stringify({ time: new Date().toISOString(), level: own, message, ...fields })}\n`);
  };
