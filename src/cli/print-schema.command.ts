import { Command } from "commander";
import { printGraphSchema } from "../graph/print-graph-schema";

export const printSchemaCommand = new Command("print-schema").description("print the GraphQL schema that the code builds").action(() => {
  process.stdout.write(printGraphSchema());
});
