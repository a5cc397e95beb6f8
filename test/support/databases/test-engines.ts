import { type DatabaseEngine, engineOfUrl, SERVER_URL_VARIABLE, type ServerEngine } from "./database-engine";

/** The engines of this run, for `describe.each(testEngines())("… on %s", (engine) => …)`. */
export function testEngines(): DatabaseEngine[] {
  const url = serverUrlOfRun();
  return url === "" ? ["sqlite"] : ["sqlite", engineOfUrl(url)];
}

/** The servers of a run that means nothing without one: what is killed, cut off or restored. */
export function serverEngines(): ServerEngine[] {
  const url = serverUrlOfRun();
  if (url === "") throw new Error("These tests need MariaDB or MySQL: install one, or set TEST_DATABASE_URL");
  return [engineOfUrl(url)];
}

/** The server that the run's set-up found or started; empty when there is none. */
export function serverUrlOfRun(): string {
  const url = process.env[SERVER_URL_VARIABLE];
  if (url === undefined) throw new Error("Database tests live where jest.config.js sets the databases up, not in test/unit");
  return url;
}
