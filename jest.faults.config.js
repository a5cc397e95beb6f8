/** npm run test:faults: what is killed, cut off, overloaded or restored, one at a time, on the databases of the other tests. */
const { projects, testTimeout } = require("./jest.config.js");
const databases = projects.find(({ displayName }) => displayName === "databases");

module.exports = { ...databases, displayName: "faults", testMatch: ["<rootDir>/test/faults/**/*.test.ts"], maxWorkers: 1, testTimeout };
