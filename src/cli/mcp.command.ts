import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { Command } from "commander";
import { readConfig } from "../config/read-config";
import { createGraphSources } from "../graph/graph-context";
import { createMcpServer } from "../http/mcp/create-mcp-server";
import { packageVersion } from "../lib/package-version";
import { createRowReader } from "../store/row-reader";
import { withDatabase } from "./with-database";

export const mcpCommand = new Command("mcp")
  .description("serve the graph's questions as tools over stdin and stdout (Model Context Protocol)")
  .action(async () => {
    const config = readConfig();
    await withDatabase(async (database) => {
      const reader = createRowReader(database);
      const sources = createGraphSources(database, reader);
      const server = createMcpServer(sources, config.publicUrl ?? `http://localhost:${config.port}`, packageVersion());
      const closed = new Promise<void>((resolve) => {
        server.server.onclose = resolve;
        process.stdin.once("end", resolve);
      });
      await server.connect(new StdioServerTransport());
      await closed;
      sources.comparisonStore.close();
      reader.close();
    });
  });
