#!/usr/bin/env node
import "reflect-metadata";
import { Command } from "commander";
import { ConfigError } from "../config/read-config";
import { ClearError } from "./clear-error";

/** Loaded as they are asked for: the graph, which most of them do without, takes a second to load. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["import", async () => (await import("./import.command.js")).importCommand],
  ["check", async () => (await import("./check.command.js")).checkCommand],
  ["export", async () => (await import("./export.command.js")).exportCommand],
  ["publish", async () => (await import("./publish.command.js")).publishCommand],
  ["withdraw", async () => (await import("./withdraw.command.js")).withdrawCommand],
  ["remove-samples", async () => (await import("./remove-samples.command.js")).removeSamplesCommand],
  ["load", async () => (await import("./load/load.command.js")).loadCommand],
  ["key", async () => (await import("./key.command.js")).keyCommand],
  ["audit", async () => (await import("./audit.command.js")).auditCommand],
  ["migrate", async () => (await import("./migrate.command.js")).migrateCommand],
  ["print-schema", async () => (await import("./print-schema.command.js")).printSchemaCommand],
  ["mcp", async () => (await import("./mcp.command.js")).mcpCommand],
  ["serve", async () => (await import("./serve.command.js")).serveCommand],
]);

async function run(): Promise<void> {
  const program = new Command("hub")
    .description("Disclosure Hub: reads 部门预算/决算公开 documents and serves them as a graph")
    .showHelpAfterError("(hub <command> --help tells more)");
  const asked = COMMANDS.get(process.argv[2] ?? "");
  for (const load of asked ? [asked] : COMMANDS.values()) program.addCommand(await load());
  await program.parseAsync();
}

run().catch((error: unknown) => {
  // What a person can mend is told as a sentence; what only we can mend keeps its stack.
  console.error(error instanceof ClearError || error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
