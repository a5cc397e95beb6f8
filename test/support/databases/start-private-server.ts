import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { promisify } from "node:util";
import { createConnection } from "mysql2/promise";
import { RUN_FOLDER_VARIABLE } from "./database-engine";
import type { ServerProgram } from "./find-server-program";

const run = promisify(execFile);

export interface PrivateServer {
  /** A user who may do anything, on 127.0.0.1 and on this server alone; no database. */
  readonly url: string;
  /** The process of the server. Killed, it is another one a moment later, over the same data at the same place. */
  processId(): Promise<number>;
  /** Answers as soon as the server lets its user in. */
  untilReady(): Promise<void>;
  /** Ends the server and removes its folder. */
  stop(): Promise<void>;
}

async function findFreePort(): Promise<number> {
  const listener = net.createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address() as net.AddressInfo;
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

/** A server started as root wants to be told so. */
function userArguments(): string[] {
  return process.getuid?.() === 0 ? ["--user=root"] : [];
}

/** A run that starts servers installs one data folder and copies it, however many they are; one that was given a server has none to copy. */
async function makeDataFolder(program: ServerProgram, folder: string): Promise<void> {
  const installed = path.join(process.env[RUN_FOLDER_VARIABLE] ?? "", "data");
  if (process.env[RUN_FOLDER_VARIABLE] && existsSync(installed)) await cp(installed, path.join(folder, "data"), { recursive: true });
  else await installDataFolder(program, folder);
}

/** Makes the data folder of a new server below a folder. */
export async function installDataFolder(program: ServerProgram, folder: string): Promise<void> {
  const place = [`--datadir=${path.join(folder, "data")}`, `--tmpdir=${folder}`, ...userArguments()];
  if (program.installer === undefined) {
    await run(program.server, ["--no-defaults", "--initialize-insecure", "--disable-log-bin", ...place]);
    // By it servers tell each other apart: each gets its own when it starts.
    await rm(path.join(folder, "data", "auto.cnf"));
    return;
  }
  const normal = ["--auth-root-authentication-method=normal", "--skip-test-db", "--skip-name-resolve", "--innodb-log-file-size=8M"];
  await run(program.installer, ["--no-defaults", ...normal, ...place]);
}

/**
 * A small server, otherwise with the durability and the modes of a production one. Its clock is east of UTC like that of the servers the
 * hub is installed beside, so that a date that depends on the server's zone is seen.
 */
function serverArguments({ engine }: ServerProgram, folder: string, port: number, member: number | undefined): string[] {
  const own = engine === "mariadb" ? ["--innodb-log-file-size=64M"] : ["--innodb-redo-log-capacity=128M", "--mysqlx=OFF"];
  const replication = [
    ...["--log-bin=binlog", `--server-id=${member}`],
    ...(engine === "mariadb" ? [] : ["--gtid-mode=ON", "--enforce-gtid-consistency=ON"]),
  ];
  return [
    "--no-defaults",
    `--datadir=${path.join(folder, "data")}`,
    // Servers that share a folder for temporary tables clear each other's away when they start.
    `--tmpdir=${folder}`,
    `--socket=${path.join(folder, "s.sock")}`,
    `--pid-file=${path.join(folder, "server.pid")}`,
    `--log-error=${path.join(folder, "server.log")}`,
    `--init-file=${path.join(folder, "init.sql")}`,
    "--bind-address=127.0.0.1",
    `--port=${port}`,
    "--skip-name-resolve",
    "--performance-schema=OFF",
    "--innodb-buffer-pool-size=64M",
    "--default-time-zone=+08:00",
    ...own,
    ...(member === undefined ? (engine === "mariadb" ? [] : ["--disable-log-bin"]) : replication),
    ...userArguments(),
  ];
}

/** The init file makes the user last of all, so a server that lets the user in is ready. */
async function waitUntilReady(url: string, keeper: ChildProcess, logFile: string): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    if (keeper.exitCode !== null) break;
    try {
      await (await createConnection({ uri: url, connectTimeout: 1000 })).end();
      return;
    } catch {
      await wait(100);
    }
  }
  throw new Error(`The private database server did not start: ${await readFile(logFile, "utf8").catch(() => "it left no log")}`);
}

/**
 * Starts a throw-away server with a data folder of its own under the temporary folder, on a free port of 127.0.0.1.
 *
 * @param member its number among servers that follow each other.
 */
export async function startPrivateServer(program: ServerProgram, member?: number): Promise<PrivateServer> {
  const folder = await mkdtemp(path.join(os.tmpdir(), "hub-server-"));
  const password = randomBytes(12).toString("hex");
  try {
    await makeDataFolder(program, folder);
    await writeFile(
      path.join(folder, "init.sql"),
      `CREATE USER IF NOT EXISTS 'hub'@'127.0.0.1' IDENTIFIED BY '${password}';\nGRANT ALL PRIVILEGES ON *.* TO 'hub'@'127.0.0.1';\n`,
    );
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const port = await findFreePort();
  const keeper = spawn(
    process.execPath,
    [path.join(__dirname, "keep-server.mjs"), folder, program.server, ...serverArguments(program, folder, port, member)],
    {
      // A group of its own: the interrupt of a terminal reaches the run, and the run's end reaches the keeper.
      detached: true,
      stdio: ["pipe", "ignore", "ignore"],
    },
  );
  const url = `${program.engine}://hub:${password}@127.0.0.1:${port}`;
  const stop = async (): Promise<void> => {
    if (keeper.exitCode !== null) return;
    const ended = once(keeper, "exit");
    keeper.stdin?.end();
    await ended;
  };
  try {
    await waitUntilReady(url, keeper, path.join(folder, "server.log"));
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url,
    processId: async () => Number(await readFile(path.join(folder, "server.pid"), "utf8")),
    untilReady: () => waitUntilReady(url, keeper, path.join(folder, "server.log")),
    stop,
  };
}
