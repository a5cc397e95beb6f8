import { execFileSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import type { ServerEngine } from "./database-engine";

/** Where servers are installed besides PATH; sbin is not on a normal user's PATH on Debian. */
const USUAL_FOLDERS = ["/usr/sbin", "/usr/local/sbin", "/usr/libexec", "/usr/local/mysql/bin", "/opt/homebrew/bin"];

export interface ServerProgram {
  readonly engine: ServerEngine;
  readonly server: string;
  /** MariaDB makes a data directory with a program of its own, MySQL with the server itself. */
  readonly installer: string | undefined;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The first folder that has one of them decides: whoever puts another server before PATH means that one. */
function findProgram(names: readonly string[], folders: readonly string[]): string | undefined {
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find(isExecutable);
}

/** Finds an installed MariaDB or MySQL server that can be started as a private process. */
export function findServerProgram(searchPath: string, usualFolders: readonly string[] = USUAL_FOLDERS): ServerProgram | undefined {
  const folders = [...searchPath.split(path.delimiter).filter((folder) => folder !== ""), ...usualFolders];
  const server = findProgram(["mariadbd", "mysqld"], folders);
  if (server === undefined) return undefined;
  const version = execFileSync(server, ["--no-defaults", "--version"], { encoding: "utf8" });
  if (!/mariadb/i.test(version)) return { engine: "mysql", server, installer: undefined };
  const installer = findProgram(["mariadb-install-db", "mysql_install_db"], folders);
  return installer === undefined ? undefined : { engine: "mariadb", server, installer };
}
