import { once } from "node:events";
import net from "node:net";

/** A way to a server that can be slow, silent, broken off or closed. */
export class FaultyNetwork {
  /** Milliseconds that every packet takes longer. */
  delay = 0;
  /** Nothing passes, and nobody is told: as behind a firewall that drops everything. */
  isSilent = false;
  readonly #sockets = new Set<net.Socket>();
  readonly #listener: net.Server;
  #port = 0;

  /** @param target what the server is reached by: any URL with host and port. */
  constructor(private readonly target: URL) {
    this.#listener = net.createServer((client) => {
      const server = net.connect(Number(target.port), target.hostname);
      this.#pass(client, server);
      this.#pass(server, client);
    });
  }

  /** The server's own address by this way. */
  get url(): string {
    const url = new URL(this.target);
    url.port = String(this.#port);
    return url.href;
  }

  /** How many connections go this way. */
  get connections(): number {
    return this.#sockets.size / 2;
  }

  /** Lets connections through, each time at the same place. */
  async open(): Promise<this> {
    this.#listener.listen(this.#port, "127.0.0.1");
    await once(this.#listener, "listening");
    this.#port = (this.#listener.address() as net.AddressInfo).port;
    return this;
  }

  /** Breaks off all connections; new ones may come. */
  reset(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }

  /** Breaks off all connections, and takes no new ones. */
  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#listener.close(resolve));
    this.reset();
    await closed;
  }

  #pass(from: net.Socket, to: net.Socket): void {
    this.#sockets.add(from);
    from.on("error", () => to.destroy());
    from.on("close", () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    from.on("data", (bytes) => {
      if (this.isSilent) return;
      if (this.delay === 0) to.write(bytes);
      else setTimeout(() => to.writable && to.write(bytes), this.delay);
    });
  }
}
