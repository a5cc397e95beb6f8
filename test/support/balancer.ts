import { once } from "node:events";
import http from "node:http";
import type { AddressInfo } from "node:net";

/** How often it asks an instance whether it is ready. */
const LOOK_MILLISECONDS = 100;

interface Instance {
  readonly port: number;
  readonly agent: http.Agent;
  isReady: boolean;
}

/**
 * Hands requests on to instances that say that they are ready, in turn, over connections that it keeps. It tries nothing again: what an
 * instance fails to answer has failed.
 */
export class Balancer {
  /** Requests handed on, by the port of the instance. */
  readonly counts = new Map<number, number>();
  readonly #instances: readonly Instance[];
  #turn = 0;
  #looking: NodeJS.Timeout | undefined;
  readonly #server = http.createServer((request, response) => this.#handOn(request, response));

  constructor(ports: readonly number[]) {
    this.#instances = ports.map((port) => ({ port, agent: new http.Agent({ keepAlive: true }), isReady: false }));
  }

  async open(): Promise<number> {
    this.#server.listen(0, "127.0.0.1");
    await once(this.#server, "listening");
    this.#looking = setInterval(() => this.#instances.forEach((one) => void this.#look(one)), LOOK_MILLISECONDS);
    return (this.#server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    clearInterval(this.#looking);
    for (const { agent } of this.#instances) agent.destroy();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  sees(port: number): boolean {
    return this.#instances.find((one) => one.port === port)?.isReady ?? false;
  }

  async #look(instance: Instance): Promise<void> {
    const answered = await fetch(`http://127.0.0.1:${instance.port}/readyz`).catch(() => undefined);
    await answered?.arrayBuffer().catch(() => undefined);
    instance.isReady = answered?.ok ?? false;
  }

  #handOn(request: http.IncomingMessage, response: http.ServerResponse): void {
    const ready = this.#instances.filter(({ isReady }) => isReady);
    const instance = ready[(this.#turn += 1) % ready.length];
    const fail = (): void => void response.writeHead(502).end();
    if (!instance) return fail();
    this.counts.set(instance.port, (this.counts.get(instance.port) ?? 0) + 1);
    const { port, agent } = instance;
    const { method = "GET", url = "/", headers } = request;
    const { connection: _, ...handed } = headers;
    const onwards = http.request({ host: "127.0.0.1", port, agent, method, path: url, headers: handed }, (answered) => {
      const { connection: __, ...told } = answered.headers;
      response.writeHead(answered.statusCode ?? 502, told);
      answered.pipe(response);
    });
    onwards.on("error", () => (response.headersSent ? response.destroy() : fail()));
    request.pipe(onwards);
  }
}
