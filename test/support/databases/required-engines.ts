import { DATABASE_ENGINES, type DatabaseEngine, engineOfUrl } from "./database-engine";

/**
 * The engines that this run must not do without: REQUIRE_ENGINES (names with commas between), else under CI the embedded one and a server
 * (the one that TEST_DATABASE_URL names, or MariaDB), else the embedded one alone.
 */
export function requiredEngines(environment: NodeJS.ProcessEnv): DatabaseEngine[] {
  const stated = environment["REQUIRE_ENGINES"];
  if (stated) {
    const names = stated.split(",").map((name) => name.trim());
    const unknown = names.filter((name) => !DATABASE_ENGINES.includes(name as DatabaseEngine));
    if (unknown.length > 0) throw new Error(`REQUIRE_ENGINES names unknown engines: ${unknown.join(", ")}`);
    return names as DatabaseEngine[];
  }
  if (!environment["CI"] || environment["CI"] === "false") return ["sqlite"];
  const url = environment["TEST_DATABASE_URL"];
  return ["sqlite", url ? engineOfUrl(url) : "mariadb"];
}

/** Fails the run when an engine that it must not do without is absent: skipping it would look like passing. */
export function assertRequiredEngines(required: readonly DatabaseEngine[], available: readonly DatabaseEngine[]): void {
  const missing = required.filter((engine) => !available.includes(engine));
  if (missing.length === 0) return;
  throw new Error(
    `The run requires ${missing.join(" and ")}, and it is not there (available: ${available.join(", ")}). ` +
      "Install the server (Debian: mariadb-server-core and mariadb-client-core) or give TEST_DATABASE_URL.",
  );
}
