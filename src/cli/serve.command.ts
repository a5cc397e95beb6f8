import { Command } from "commander";
import { readConfig } from "../config/read-config";
import { createLog } from "../http/create-log";
import { startHttpServer } from "../http/start-http-server";
import { loadSamplePack } from "../ingest/load-sample-pack";
import { migrate } from "../store/migrate";
import { openConfiguredDatabase } from "./with-database";

export const serveCommand = new Command("serve")
  .description("migrate, fill an empty embedded hub with the sample pack (unless SAMPLE_DATA=false), and serve the graph")
  .action(async () => {
    const config = readConfig();
    const database = await openConfiguredDatabase(config);
    await migrate(database);
    if (config.sampleData) {
      const loaded = await loadSamplePack(database);
      if (loaded > 0) console.log(`The hub was empty: loaded ${loaded} sample documents of invented departments（示例）`);
    }
    const server = await startHttpServer({ database, config, log: createLog(config.logLevel) });
    console.log(`Graph:    http://localhost:${server.port}/graphql`);
    console.log(`Pages:    http://localhost:${server.port}/`);
    console.log(`Explorer: http://localhost:${server.port}/explorer`);
    const stop = async (): Promise<void> => {
      await server.stop();
      await database.destroy();
    };
    for (const signal of ["SIGTERM", "SIGINT"] as const) process.once(signal, () => void stop().then(() => process.exit(0)));
  });
