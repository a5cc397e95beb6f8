import { type DatabaseEngine, engineOfUrl, SERVER_URL_VARIABLE } from "./database-engine";

/** The engines of this run, for `describe.each(testEngines())("… on %s", (engine) => …)`. */
export function testEngines(): DatabaseEngine[] {
  const url = serverUrlOfRun();
  return url === "" ? ["sqlite"] : ["sqlite", engineOfUrl(url)];
}

/** The server that the run's set-up found or started; empty when there is none. */
export function serverUrlOfRun(): string {
  const url = process.env[SERVER_URL_VARIABLE];
  if (url === undefined) throw new Error("Database tests live where jest.config.js sets the databases up, not in test/unit");
  return url;
}
