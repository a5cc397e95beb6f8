// A private MariaDB of the measurement's own: its data lies in a new folder under the temporary folder and is gone afterwards.
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import net from "node:net";
import os from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import mysql from "mysql2/promise";

const run = promisify(execFile);
const KEEPER = fileURLToPath(new URL("../../test/support/databases/keep-server.mjs", import.meta.url));
const FOLDERS = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/opt/homebrew/bin"];

function findProgram(...names) {
  const found = names.flatMap((name) => FOLDERS.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
  if (found === undefined) throw new Error(`The measurement needs MariaDB, and ${names[0]} is not installed (Debian: mariadb-server-core)`);
  return found;
}

async function findFreePort() {
  const listener = net.createServer().listen(0, "127.0.0.1");
  await once(listener, "listening");
  const { port } = listener.address();
  await new Promise((resolve) => listener.close(resolve));
  return port;
}

/** @returns {Promise<{url: string, stop: () => Promise<void>}>} a server with room for the whole data set in memory. */
export async function startServer({ bufferPool }) {
  const server = findProgram("mariadbd");
  const installer = findProgram("mariadb-install-db", "mysql_install_db");
  const folder = await mkdtemp(path.join(os.tmpdir(), "hub-bench-"));
  const data = path.join(folder, "data");
  const user = process.getuid?.() === 0 ? ["--user=root"] : [];
  const password = randomBytes(12).toString("hex");
  try {
    await run(installer, ["--no-defaults", `--datadir=${data}`, "--auth-root-authentication-method=normal", "--skip-test-db", ...user]);
    await writeFile(
      path.join(folder, "init.sql"),
      `CREATE USER 'hub'@'127.0.0.1' IDENTIFIED BY '${password}';\nGRANT ALL PRIVILEGES ON *.* TO 'hub'@'127.0.0.1';\n`,
    );
  } catch (error) {
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
  const port = await findFreePort();
  const log = path.join(folder, "server.log");
  const settings = [
    "--no-defaults",
    `--datadir=${data}`,
    // Servers that share a folder for temporary tables clear each other's away when they start.
    `--tmpdir=${folder}`,
    `--socket=${path.join(folder, "s.sock")}`,
    `--pid-file=${path.join(folder, "server.pid")}`,
    `--log-error=${log}`,
    `--init-file=${path.join(folder, "init.sql")}`,
    "--bind-address=127.0.0.1",
    `--port=${port}`,
    "--skip-name-resolve",
    "--performance-schema=OFF",
    "--local-infile=1",
    `--innodb-buffer-pool-size=${bufferPool}`,
    "--innodb-log-file-size=512M",
    // Loading is not what is measured.
    "--innodb-flush-log-at-trx-commit=0",
    "--innodb-doublewrite=OFF",
    "--max-allowed-packet=64M",
    ...user,
  ];
  const keeper = spawn(process.execPath, [KEEPER, folder, server, ...settings], { detached: true, stdio: ["pipe", "ignore", "ignore"] });
  const stop = async () => {
    if (keeper.exitCode !== null) return;
    const ended = once(keeper, "exit");
    keeper.stdin.end();
    await ended;
  };
  const url = `mariadb://hub:${password}@127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 300 && keeper.exitCode === null; attempt++) {
    try {
      await (await mysql.createConnection({ uri: url, connectTimeout: 1000 })).end();
      return { url, stop };
    } catch {
      await wait(100);
    }
  }
  const words = await readFile(log, "utf8").catch(() => "it left no log");
  await stop();
  throw new Error(`The private MariaDB did not start: ${words}`);
}
