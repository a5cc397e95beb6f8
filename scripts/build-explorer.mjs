// Puts GraphiQL and the example queries into dist/explorer: the explorer is served from the package itself and works without internet.
import { createHash } from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const PAGE = `<!doctype html>
<html lang="zh-CN">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Disclosure Hub · 公开数据枢纽</title>
    <link rel="icon" href="data:," />
    <link rel="stylesheet" href="/explorer/explorer.css" />
  </head>
  <body>
    <main id="explorer"></main>
    <noscript>The explorer needs JavaScript; the graph itself answers at /graphql.</noscript>
    <script src="/explorer/operations.js"></script>
    <script src="/explorer/explorer.js"></script>
  </body>
</html>
`;

// The tabs are the example queries, once; after that a reader's own tabs are kept by GraphiQL itself. Its first tab gets no variables from
// `defaultTabs`: they are handed over beside it.
const START = `
// A page hands its query over in the address: it opens as a tab of its own.
const given = new URLSearchParams(location.search);
const isFirstVisit = localStorage.getItem("graphiql:tabState") === null;
ReactDOM.createRoot(document.getElementById("explorer")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: window.EXAMPLE_OPERATIONS,
    ...(given.has("query")
      ? { query: given.get("query"), variables: given.get("variables") ?? "{}" }
      : isFirstVisit ? { variables: window.EXAMPLE_OPERATIONS[0].variables } : {}),
    defaultEditorToolsVisibility: "variables",
    shouldPersistHeaders: false,
  }),
);
`;

const STYLE = "html, body, #explorer { height: 100%; margin: 0; }\n";

const SOURCES = ["react/umd/react.production.min.js", "react-dom/umd/react-dom.production.min.js", "graphiql/graphiql.min.js"];

/**
 * Builds the explorer when one of its inputs changed. The packages are known by the lockfile: their files carry no times of use, and reading them
 * would cost every command.
 *
 * @param writeWhole several commands may build at once: writes a file that appears whole or not at all.
 */
export function buildExplorer(root, writeWhole) {
  const target = path.join(root, "dist", "explorer");
  const operations = path.join(root, "schema", "operations");
  const modules = (name) => path.join(root, "node_modules", name);
  const examples = fs.readdirSync(operations).map((name) => path.join(operations, name));
  const inputs = [fileURLToPath(import.meta.url), path.join(root, "package-lock.json"), ...examples];
  const recipe = inputs.reduce((hash, file) => hash.update(`${file}\n`).update(fs.readFileSync(file)), createHash("sha256")).digest("hex");
  const recipeFile = path.join(target, ".recipe");
  if (fs.existsSync(recipeFile) && fs.readFileSync(recipeFile, "utf8") === recipe) return;
  const read = (name) => fs.readFileSync(modules(name), "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, "");
  writeWhole(path.join(target, "explorer.js"), [...SOURCES.map(read), START].join("\n;\n"));
  writeWhole(path.join(target, "explorer.css"), read("graphiql/graphiql.min.css") + STYLE);
  writeWhole(path.join(target, "operations.js"), `window.EXAMPLE_OPERATIONS = ${JSON.stringify(readOperations(operations))};\n`);
  writeWhole(path.join(target, "explorer.html"), PAGE);
  // Last: what was interrupted is built again.
  writeWhole(recipeFile, recipe);
}

function readOperations(folder) {
  const variables = JSON.parse(fs.readFileSync(path.join(folder, "variables.json"), "utf8"));
  return fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".graphql"))
    .sort()
    .map((name) => ({
      query: fs.readFileSync(path.join(folder, name), "utf8"),
      variables: JSON.stringify(variables[path.basename(name, ".graphql")] ?? {}, null, 2),
    }));
}
