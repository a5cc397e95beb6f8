import { trace } from "@opentelemetry/api";
import { destination, pino } from "pino";
import type { LogLevel } from "../config/read-config";
import type { Log } from "./log";

/** One JSON object a line, of what is at least as grave as the level. Standard output is left to what the command line tells a person. */
export function createLog(level: LogLevel, write?: (line: string) => void): Log {
  const logger = pino(
    {
      level,
      messageKey: "message",
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      // By it a line and the trace of the same request are found from each other.
      mixin: () => {
        const traceId = trace.getActiveSpan()?.spanContext().traceId;
        return traceId === undefined ? {} : { traceId };
      },
    },
    write ? { write } : destination({ fd: 2, sync: true }),
  );
  return (own, message, fields = {}) => logger[own](fields, message);
}
