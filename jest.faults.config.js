/** npm run test:faults: what is killed, cut off, overloaded or restored, on the databases of the other tests; `timed-*.test.ts` one at a time. */
const { projects, maxWorkers, testTimeout, workerGracefulExitTimeout } = require("./jest.config.js");
const databases = projects.find(({ displayName }) => displayName === "databases");

module.exports = {
  ...databases,
  displayName: "faults",
  testMatch: ["<rootDir>/test/faults/**/*.test.ts"],
  maxWorkers,
  testTimeout,
  workerGracefulExitTimeout,
};
