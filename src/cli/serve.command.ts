import { Command } from "commander";
import { readConfig } from "../config/read-config";
import { createLog } from "../http/create-log";
import { startHttpServer } from "../http/start-http-server";
import { loadSamplePack } from "../ingest/load-sample-pack";
import { inspectServer } from "../store/inspect-server";
import { migrate } from "../store/migrate";
import type { Database } from "../store/open-database";
import { ClearError } from "./clear-error";
import { startTracing } from "./start-tracing";
import { openConfiguredDatabase } from "./with-database";

export const serveCommand = new Command("serve")
  .description("migrate, fill an empty embedded hub with the sample pack (unless SAMPLE_DATA=false), and serve the graph")
  .action(async () => {
    const config = readConfig();
    const log = createLog(config.logLevel);
    const endTracing = await startTracing(config.traces, (words) => log("warn", words));
    console.error("Opening the database and bringing its schema up to date …");
    const database = await openConfiguredDatabase(config);
    await migrate(database);
    await reportSettings(database);
    if (config.sampleData) {
      console.error("Looking whether the hub is empty; an empty one is filled with sample documents, which takes some seconds …");
      const loaded = await loadSamplePack(database);
      if (loaded > 0) console.log(`The hub was empty: loaded ${loaded} sample documents of invented departments（示例）`);
    }
    const server = await startHttpServer({ database, config, log }).catch(async (error: unknown) => {
      await database.destroy();
      throw isTaken(error) ? new ClearError(`Port ${config.port} is taken: end what listens there, or set PORT to another one`) : error;
    });
    const stop = async (): Promise<void> => {
      await server.stop();
      await database.destroy();
      await endTracing();
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
    // Who reads that it serves may end it at once.
    console.log(`Graph:    http://localhost:${server.port}/graphql`);
    console.log(`Pages:    http://localhost:${server.port}/`);
    console.log(`Explorer: http://localhost:${server.port}/explorer`);
  });

/** All at once, before anything is served: an operator mends them in one go. */
async function reportSettings(database: Database): Promise<void> {
  const concerns = await inspectServer(database);
  if (concerns.length === 0) return;
  const isRefused = concerns.some(({ isGrave }) => isGrave);
  const lines = concerns.map(({ isGrave, words }) => `  ${isGrave ? "must be mended" : "warning"}: ${words}`);
  const report = [
    `The settings of the database server${isRefused ? " cannot be served from" : " are not those of production"}:`,
    ...lines,
  ].join("\n");
  if (!isRefused) return console.error(report);
  await database.destroy();
  throw new ClearError(report);
}

const isTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EADDRINUSE";
