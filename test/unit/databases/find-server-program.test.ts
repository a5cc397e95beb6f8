import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { findServerProgram } from "../../support/databases/find-server-program";

const folder = mkdtempSync(path.join(os.tmpdir(), "hub-test-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** A folder with one program in it that says one line. */
function folderWithProgram(name: string, line: string): string {
  const bin = mkdtempSync(path.join(folder, "bin-"));
  const file = path.join(bin, name);
  writeFileSync(file, `#!/bin/sh\necho "${line}"\n`);
  chmodSync(file, 0o755);
  return bin;
}

describe("findServerProgram", () => {
  it("finds nothing on a machine without a server", () => {
    expect(findServerProgram("", [])).toBeUndefined();
  });

  it("takes a server that says it is no MariaDB for MySQL, which needs no installer", () => {
    const bin = folderWithProgram("mysqld", "mysqld  Ver 8.4.3 for Linux on x86_64 (MySQL Community Server - GPL)");
    expect(findServerProgram(bin, [])).toEqual({ engine: "mysql", server: path.join(bin, "mysqld"), installer: undefined });
  });

  it("takes MariaDB only together with the program that makes its data folder", () => {
    const sbin = folderWithProgram("mariadbd", "mariadbd  Ver 10.11.19-MariaDB-0+deb12u1 for debian-linux-gnu on x86_64 (Debian 12)");
    expect(findServerProgram("", [sbin])).toBeUndefined();
    const bin = folderWithProgram("mariadb-install-db", "");
    expect(findServerProgram(bin, [sbin])).toEqual({
      engine: "mariadb",
      server: path.join(sbin, "mariadbd"),
      installer: path.join(bin, "mariadb-install-db"),
    });
  });
});
