import { spawn } from "node:child_process";
import { once } from "node:events";
import net from "node:net";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { PACKAGE_ROOT } from "../../src/lib/package-root";

/** The hub as it is built, in a process of its own. */
export interface HubProcess {
  readonly port: number;
  readonly pid: number;
  /** What it has printed. */
  output(): string;
  /** Tells it to stop; answers when it has ended, with its code and how long it took. */
  stop(): Promise<{ readonly code: number | null; readonly seconds: number }>;
}

export async function findFreePort(): Promise<number> {
  const listener = net.createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as net.AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

/** Starts it; answers when it is ready. */
export async function startHub(settings: Readonly<Record<string, string>>, port?: number): Promise<HubProcess> {
  const at = port ?? (await findFreePort());
  const hub = spawn(process.execPath, [path.join(PACKAGE_ROOT, "dist/src/cli/main.js"), "serve"], {
    env: {
      ...process.env,
      NODE_ENV: "production",
      HOST: "127.0.0.1",
      PORT: String(at),
      LOG_LEVEL: "warn",
      SAMPLE_DATA: "false",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [hub.stdout, hub.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
  const ended = once(hub, "exit") as Promise<[number | null]>;
  const stop = async (): Promise<{ readonly code: number | null; readonly seconds: number }> => {
    const begun = performance.now();
    hub.kill("SIGTERM");
    const [code] = await ended;
    return { code, seconds: (performance.now() - begun) / 1000 };
  };
  const isReady = async (): Promise<boolean> => (await fetch(`http://127.0.0.1:${at}/readyz`).catch(() => undefined))?.ok ?? false;
  for (const deadline = performance.now() + 90_000; !(await isReady()); await wait(50)) {
    if (hub.exitCode === null && performance.now() < deadline) continue;
    hub.kill("SIGKILL");
    throw new Error(`The hub did not become ready:\n${output}`);
  }
  return { port: at, pid: hub.pid ?? 0, output: () => output, stop };
}
