#!/usr/bin/env node
import "reflect-metadata";
import { Command } from "commander";
import { ConfigError } from "../config/read-config";
import { auditCommand } from "./audit.command";
import { checkCommand } from "./check.command";
import { ClearError } from "./clear-error";
import { importCommand } from "./import.command";
import { keyCommand } from "./key.command";
import { loadCommand } from "./load/load.command";
import { mcpCommand } from "./mcp.command";
import { migrateCommand } from "./migrate.command";
import { printSchemaCommand } from "./print-schema.command";
import { publishCommand } from "./publish.command";
import { removeSamplesCommand } from "./remove-samples.command";
import { serveCommand } from "./serve.command";
import { withdrawCommand } from "./withdraw.command";

const program = new Command("hub")
  .description("Disclosure Hub: reads 部门预算/决算公开 documents and serves them as a graph")
  .showHelpAfterError("(hub <command> --help tells more)");

const commands = [
  importCommand,
  checkCommand,
  publishCommand,
  withdrawCommand,
  removeSamplesCommand,
  loadCommand,
  keyCommand,
  auditCommand,
  migrateCommand,
  printSchemaCommand,
  mcpCommand,
  serveCommand,
];
for (const command of commands) program.addCommand(command);

program.parseAsync().catch((error: unknown) => {
  // What a person can mend is told as a sentence; what only we can mend keeps its stack.
  console.error(error instanceof ClearError || error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
});
