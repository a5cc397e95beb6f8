import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const ROOT = path.resolve(__dirname, "../..");

/** As compose.yaml runs the image: no user that exists, nothing writable but /data and /tmp. The project lies where it is, read-only. */
describe("the hub as user 65534 on a read-only root", () => {
  const isolated = (data: string, command: readonly string[]): string[] => [
    ...["--unshare-user", "--uid", "65534", "--gid", "65534", "--die-with-parent"],
    ...["--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp", "--bind", data, "/mnt"],
    ...["--setenv", "DATA_DIR", "/mnt/data", "--setenv", "HOME", "/nonexistent", "--chdir", ROOT],
    ...command,
  ];
  let data: string;
  beforeAll(async () => {
    data = await mkdtemp(path.join(os.tmpdir(), "hub-read-only-"));
  });
  afterAll(() => rm(data, { recursive: true, force: true }));

  it("cannot write where it stands", async () => {
    const attempt = spawn("bwrap", isolated(data, ["touch", path.join(ROOT, "written")]), { stdio: ["ignore", "ignore", "pipe"] });
    let told = "";
    attempt.stderr.setEncoding("utf8").on("data", (text: string) => (told += text));
    expect(await once(attempt, "exit")).toEqual([1, null]);
    expect(told).toContain("Read-only file system");
  });

  it("starts, loads the samples, serves, and ends when told to", async () => {
    const port = await findFreePort();
    const environment: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), HOST: "127.0.0.1", SAMPLE_DATA: "true" };
    delete environment["DATABASE_URL"];
    const hub = spawn("bwrap", isolated(data, [process.execPath, path.join(ROOT, "dist/src/cli/main.js"), "serve"]), {
      env: environment,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [hub.stdout, hub.stderr]) stream.setEncoding("utf8").on("data", (text: string) => (output += text));
    const ended = once(hub, "exit");
    try {
      const ready = async (): Promise<boolean> => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok ?? false;
      for (const deadline = Date.now() + 90_000; Date.now() < deadline && hub.exitCode === null && !(await ready());) await sleep(100);
      if (!(await ready())) throw new Error(`The hub did not become ready:\n${output}`);
      const answer = await fetch(`http://127.0.0.1:${port}/graphql?query=${encodeURIComponent("{ disclosures { totalCount } }")}`);
      expect(((await answer.json()) as { data: { disclosures: { totalCount: number } } }).data.disclosures.totalCount).toBeGreaterThan(20);
    } finally {
      hub.kill("SIGTERM");
      await ended;
    }
  }, 120_000);
});

async function findFreePort(): Promise<number> {
  const listener = createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}
