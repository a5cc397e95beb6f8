// Damages generated documents of every form and imports them: npm run fuzz (FUZZ_COUNT, 10000 if not set; FUZZ_SEED, another one each time).
import { spawnSync } from "node:child_process";
import path from "node:path";

const { FUZZ_COUNT = "10000", FUZZ_SEED = String(Math.floor(Date.now() / 1000) % 100_000) } = process.env;
console.log(`FUZZ_COUNT=${FUZZ_COUNT} FUZZ_SEED=${FUZZ_SEED}`);
const root = path.join(import.meta.dirname, "..");
const { status } = spawnSync(
  process.execPath,
  [path.join(root, "node_modules/jest/bin/jest.js"), "--runTestsByPath", "test/integration/import/damaged-documents.test.ts"],
  { cwd: root, stdio: "inherit", env: { ...process.env, FUZZ_COUNT, FUZZ_SEED } },
);
process.exitCode = status ?? 1;
