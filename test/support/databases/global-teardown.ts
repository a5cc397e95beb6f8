import { rm } from "node:fs/promises";
import { dropOriginal } from "./create-sample-database";
import { running } from "./global-setup";

export default async function endDatabases(): Promise<void> {
  if (running.server) await running.server.stop();
  else await dropOriginal();
  if (running.folder) await rm(running.folder, { recursive: true, force: true });
}
