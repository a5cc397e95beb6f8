import { spawn } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const FOLDERS = [...(process.env["PATH"] ?? "").split(path.delimiter), "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"];

/** Where Redis is installed; undefined where it is not, which is an error in CI. */
export function findRedis(): string | undefined {
  const found = FOLDERS.map((folder) => path.join(folder, "redis-server")).find((file) => {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
  if (found === undefined && process.env["CI"] === "true") throw new Error("CI needs Redis (Debian: redis-server)");
  return found;
}

/** A Redis of its own, on a port that it keeps when it is stopped and started again. */
export interface PrivateRedis {
  readonly url: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

export async function createPrivateRedis(program: string): Promise<PrivateRedis> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "hub-redis-"));
  const listener = net.createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as net.AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  const settings = ["--port", String(port), "--bind", "127.0.0.1", "--dir", folder, "--save", "", "--appendonly", "no"];
  let stop = (): Promise<void> => Promise.resolve();
  return {
    url: `redis://127.0.0.1:${port}`,
    start: async () => {
      const server = spawn(program, settings, { stdio: "ignore" });
      stop = async () => {
        const ended = once(server, "exit");
        server.kill("SIGTERM");
        await ended;
      };
      while (!(await listens(port))) await wait(20);
    },
    stop: async () => {
      await stop();
      await rm(path.join(folder, "dump.rdb"), { force: true });
    },
  };
}

async function listens(port: number): Promise<boolean> {
  const socket = net.connect(port, "127.0.0.1");
  try {
    await once(socket, "connect");
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
