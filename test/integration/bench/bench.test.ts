import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";
import { findServerProgram } from "../../support/databases/find-server-program";

const run = promisify(execFile);
const BENCH = path.join(PACKAGE_ROOT, "scripts", "bench");

/** What `npm run bench -- --json` promises to tell. */
interface Measured {
  readonly compareVsHandwrittenSql: Readonly<Record<string, number>>;
  readonly naiveVsCompare: number;
  readonly cachedVsRawHttp: number;
  readonly sqlStatements: number;
  readonly rankAll: number;
  readonly growth: Readonly<Record<string, number>>;
  readonly peakRssMegabytes: number;
}

const hasMariadb = findServerProgram(process.env["PATH"] ?? "")?.engine === "mariadb";

(hasMariadb ? describe : describe.skip)("the measurement", () => {
  it("runs at its smallest size, where every answer is the hand-written statement's, and tells every ratio in its last line", async () => {
    const { stdout } = await run(process.execPath, [path.join(BENCH, "bench.mjs"), "--smallest", "--json"], { timeout: 90_000 });
    const told = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Measured;
    const ratios = [
      ...["10", "100", "1000"].map((size) => told.compareVsHandwrittenSql[size]),
      told.naiveVsCompare,
      told.cachedVsRawHttp,
      told.rankAll,
      ...["1x", "4x", "16x"].map((times) => told.growth[times]),
      told.peakRssMegabytes,
    ];
    for (const ratio of ratios) expect(ratio).toBeGreaterThan(0);
    expect(told.sqlStatements).toBeGreaterThan(0);
    expect(told.sqlStatements).toBeLessThanOrEqual(6);
  }, 100_000);
});

describe("the measurement's condition", () => {
  const row = (value: number) => ({ data: { compare: { rows: [{ year: 2023, cells: [{ value }] }] } } });

  const compare = (ours: unknown, theirs: unknown) =>
    run(process.execPath, [
      "--input-type=module",
      "--eval",
      `import { assertSameAnswer } from ${JSON.stringify(path.join(BENCH, "assert-same-answer.mjs"))};
       assertSameAnswer("N = 1", ${JSON.stringify(JSON.stringify(ours))}, ${JSON.stringify(JSON.stringify(theirs))});`,
    ]);

  it("lets nothing pass but the same answer", async () => {
    await expect(compare(row(1.5), row(1.5))).resolves.toBeDefined();
    await expect(compare(row(1.5), row(1.6))).rejects.toThrow("the answers differ in row 0");
    await expect(compare({ data: { compare: { rows: [] } } }, { data: { compare: { rows: [] } } })).rejects.toThrow("the answer is empty");
  });
});
