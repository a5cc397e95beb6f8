import type { TraceSettings } from "../config/read-config";
import { packageVersion } from "../lib/package-version";

/** What is not sent by then is lost: a collector that is away keeps nobody from ending. */
const LAST_MILLISECONDS = 3_000;

/**
 * Makes traces and sends them to a collector, by OTLP over HTTP; headers, sampling and batches are as OpenTelemetry's own variables say. The
 * packages that do so are loaded here, where they are asked for.
 *
 * @param tell hears what becomes of traces that cannot be sent.
 * @returns what sends the last of them.
 */
export async function startTracing(traces: TraceSettings | undefined, tell: (words: string) => void): Promise<() => Promise<void>> {
  if (traces === undefined) return () => Promise.resolve();
  const { diag, DiagLogLevel } = await import("@opentelemetry/api");
  const { OTLPTraceExporter } = await import("@opentelemetry/exporter-trace-otlp-http");
  const { resourceFromAttributes } = await import("@opentelemetry/resources");
  const { BatchSpanProcessor, NodeTracerProvider } = await import("@opentelemetry/sdk-trace-node");
  const warn = (words: string): void => tell(`traces: ${words}`);
  diag.setLogger({ error: warn, warn, info: () => undefined, debug: () => undefined, verbose: () => undefined }, DiagLogLevel.WARN);
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ "service.name": traces.serviceName, "service.version": packageVersion() }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: `${traces.endpoint}/v1/traces` }))],
  });
  provider.register();
  return async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, LAST_MILLISECONDS)));
    await Promise.race([provider.shutdown().catch((error: unknown) => warn(String(error))), late]);
    clearTimeout(timer);
  };
}
