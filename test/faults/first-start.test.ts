import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { PACKAGE_ROOT } from "../../src/lib/package-root";
import { startHub } from "../support/start-hub";

const IMPORTED = [
  ["samples/2022/yunxi-culture-final-accounts.txt", "samples/2023/yunxi-culture-final-accounts.txt"],
  ["samples/2022/yunxi-finance-final-accounts.txt", "samples/2023/yunxi-finance-final-accounts.txt"],
];

describe("the first start of an embedded hub", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), "hub-first-start-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("goes through while others import into it, and so do they", async () => {
    const { DATABASE_URL: _, ...environment } = process.env;
    const main = path.join(PACKAGE_ROOT, "dist/src/cli/main.js");
    const importing = IMPORTED.map((files) =>
      promisify(execFile)(process.execPath, [main, "import", "--publish", "--json", ...files], {
        cwd: PACKAGE_ROOT,
        env: { ...environment, DATA_DIR: folder },
      }),
    );
    const hub = await startHub({ DATABASE_URL: "", DATA_DIR: folder, SAMPLE_DATA: "true" });
    try {
      for (const { stdout } of await Promise.all(importing)) {
        const reports = stdout.trimEnd().split("\n");
        expect(reports.map((line) => (JSON.parse(line) as { published?: boolean }).published)).toEqual([true, true]);
      }
      const answered = await fetch(`http://127.0.0.1:${hub.port}/graphql?query=${encodeURIComponent("{ disclosures { totalCount } }")}`);
      const { data } = (await answered.json()) as { data: { disclosures: { totalCount: number } } };
      expect(data.disclosures.totalCount).toBeGreaterThanOrEqual(4);
      expect(hub.output()).not.toMatch(/locked|SQLITE_BUSY/);
    } finally {
      expect((await hub.stop()).code).toBe(0);
    }
  }, 180_000);
});
