import { context, SpanStatusCode, trace } from "@opentelemetry/api";
import type { Context, Span, SpanOptions } from "@opentelemetry/api";

/** Whose spans they are. Where nobody collects traces, a span costs next to nothing. */
const tracer = trace.getTracer("disclosure-hub");

/** Does work as one step of a trace: what is done within it, however deep, shows below it. */
export function inSpan<T>(
  name: string,
  options: SpanOptions,
  work: (span: Span) => Promise<T>,
  within: Context = context.active(),
): Promise<T> {
  return tracer.startActiveSpan(name, options, within, async (span) => {
    try {
      return await work(span);
    } catch (error) {
      failSpan(span, error);
      throw error;
    } finally {
      span.end();
    }
  });
}

/** By the kind of error alone: its words may repeat what somebody asked or stored, and traces go elsewhere. */
export function failSpan(span: Span, error: unknown): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "Error" });
}

/** A step that was taken elsewhere, or by what cannot be wrapped. In milliseconds since 1970. */
export interface TakenStep {
  readonly name: string;
  readonly begun: number;
  readonly ended: number;
}

/** Tells of a step after it was taken. */
export function tellStep({ name, begun, ended }: TakenStep, options: SpanOptions = {}, error?: unknown): void {
  const span = tracer.startSpan(name, { ...options, startTime: begun });
  if (error !== undefined) failSpan(span, error);
  span.end(ended);
}

/** Milliseconds since 1970, finer than Date.now(), the same in every process of a machine. */
export const preciseNow = (): number => performance.timeOrigin + performance.now();
