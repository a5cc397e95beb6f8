/** Tests run the same transpiler as the build. */
const shared = {
  testEnvironment: "node",
  transform: { "^.+\\.ts$": ["@swc/jest"] },
  setupFiles: ["reflect-metadata"],
};

module.exports = {
  maxWorkers: 2,
  testTimeout: 30_000,
  // A worker that has loaded much takes its time to end, on a busy machine more than the half second after which Jest speaks of a leak.
  workerGracefulExitTimeout: 10_000,
  projects: [
    { ...shared, displayName: "unit", testMatch: ["<rootDir>/test/{unit,contract}/**/*.test.ts"] },
    {
      ...shared,
      displayName: "databases",
      testMatch: ["<rootDir>/test/{integration,stories}/**/*.test.ts"],
      // Started only when a test of this project is in the run.
      globalSetup: "<rootDir>/test/support/databases/global-setup.ts",
      globalTeardown: "<rootDir>/test/support/databases/global-teardown.ts",
    },
  ],
};
