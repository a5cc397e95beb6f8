/** The engines that a database test may run on. MySQL only through TEST_DATABASE_URL or where its server is the one installed. */
export const DATABASE_ENGINES = ["sqlite", "mariadb", "mysql"] as const;
export type DatabaseEngine = (typeof DATABASE_ENGINES)[number];
export type ServerEngine = Exclude<DatabaseEngine, "sqlite">;

/** The environment variable by which the run's set-up tells its workers of the server; empty when there is none. */
export const SERVER_URL_VARIABLE = "HUB_TEST_SERVER_URL";

/** The environment variable that names a folder which lives as long as the run: what is made once and copied lies there. */
export const RUN_FOLDER_VARIABLE = "HUB_TEST_RUN_FOLDER";

/** The engine that a database URL speaks of. */
export function engineOfUrl(url: string): ServerEngine {
  const scheme = /^(mysql|mariadb):\/\//.exec(url)?.[1];
  if (scheme === undefined) throw new Error("TEST_DATABASE_URL must begin with mysql:// or mariadb://");
  return scheme as ServerEngine;
}
