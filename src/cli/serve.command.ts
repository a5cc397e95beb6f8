import { Command } from "commander";
import { readConfig } from "../config/read-config";
import { createLog } from "../http/create-log";
import { startHttpServer } from "../http/start-http-server";
import { loadSamplePack } from "../ingest/load-sample-pack";
import { migrate } from "../store/migrate";
import { ClearError } from "./clear-error";
import { openConfiguredDatabase } from "./with-database";

export const serveCommand = new Command("serve")
  .description("migrate, fill an empty embedded hub with the sample pack (unless SAMPLE_DATA=false), and serve the graph")
  .action(async () => {
    const config = readConfig();
    console.error("Opening the database and bringing its schema up to date …");
    const database = await openConfiguredDatabase(config);
    await migrate(database);
    if (config.sampleData) {
      console.error("Looking whether the hub is empty; an empty one is filled with sample documents, which takes some seconds …");
      const loaded = await loadSamplePack(database);
      if (loaded > 0) console.log(`The hub was empty: loaded ${loaded} sample documents of invented departments（示例）`);
    }
    const server = await startHttpServer({ database, config, log: createLog(config.logLevel) }).catch(async (error: unknown) => {
      await database.destroy();
      throw isTaken(error) ? new ClearError(`Port ${config.port} is taken: end what listens there, or set PORT to another one`) : error;
    });
    console.log(`Graph:    http://localhost:${server.port}/graphql`);
    console.log(`Pages:    http://localhost:${server.port}/`);
    console.log(`Explorer: http://localhost:${server.port}/explorer`);
    const stop = async (): Promise<void> => {
      await server.stop();
      await database.destroy();
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
  });

const isTaken = (error: unknown): boolean => error instanceof Error && "code" in error && error.code === "EADDRINUSE";
