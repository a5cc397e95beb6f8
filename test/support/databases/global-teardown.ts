import { running } from "./global-setup";

export default async function endDatabases(): Promise<void> {
  await running.server?.stop();
}
