import { rm } from "node:fs/promises";
import { running } from "./global-setup";

export default async function endDatabases(): Promise<void> {
  await running.server?.stop();
  if (running.template) await rm(running.template, { recursive: true, force: true });
}
