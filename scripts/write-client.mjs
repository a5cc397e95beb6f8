// Writes clients/typescript/operations.ts from schema/schema.graphql and schema/operations; with --check says whether it is what would be written.
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { codegen } from "@graphql-codegen/core";
import * as typedDocuments from "@graphql-codegen/typed-document-node";
import * as operations from "@graphql-codegen/typescript-operations";
import { parse } from "graphql";
import { format, resolveConfig } from "prettier";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const folder = path.join(root, "schema", "operations");
const target = path.join(root, "clients", "typescript", "operations.ts");

const documents = fs
  .readdirSync(folder)
  .filter((name) => name.endsWith(".graphql"))
  .sort()
  .map((name) => ({ location: name, document: parse(fs.readFileSync(path.join(folder, name), "utf8")) }));
const written = await codegen({
  filename: target,
  schema: parse(fs.readFileSync(path.join(root, "schema", "schema.graphql"), "utf8")),
  documents,
  config: {
    useTypeImports: true,
    enumsAsTypes: true,
    enumType: "string-literal",
    onlyOperationTypes: true,
    skipTypename: true,
    scalars: { DateTime: "string" },
  },
  plugins: [{ operations: {} }, { typedDocuments: {} }],
  pluginMap: { operations, typedDocuments },
});
const head = "// Generated from schema/: npm run write-client.\n/* eslint-disable */\n";
const text = await format(head + written, { ...(await resolveConfig(target)), parser: "typescript" });

if (process.argv.includes("--check")) {
  if (!fs.existsSync(target) || fs.readFileSync(target, "utf8") !== text) {
    console.error("clients/typescript/operations.ts is not what the schema and its operations give: npm run write-client");
    process.exitCode = 1;
  }
} else fs.writeFileSync(target, text);
