// Puts GraphiQL and the example queries into dist/explorer: the explorer is served from the package itself and works without internet.
import fs from "node:fs";
import path from "node:path";

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
const isFirstVisit = localStorage.getItem("graphiql:tabState") === null;
ReactDOM.createRoot(document.getElementById("explorer")).render(
  React.createElement(GraphiQL, {
    fetcher: GraphiQL.createFetcher({ url: "/graphql" }),
    defaultTabs: window.EXAMPLE_OPERATIONS,
    ...(isFirstVisit ? { variables: window.EXAMPLE_OPERATIONS[0].variables } : {}),
    defaultEditorToolsVisibility: "variables",
    shouldPersistHeaders: false,
  }),
);
`;

const STYLE = "html, body, #explorer { height: 100%; margin: 0; }\n";

const SOURCES = ["react/umd/react.production.min.js", "react-dom/umd/react-dom.production.min.js", "graphiql/graphiql.min.js"];

/** Builds the explorer when one of its inputs is newer than what stands in dist. */
export function buildExplorer(root) {
  const target = path.join(root, "dist", "explorer");
  const operations = path.join(root, "schema", "operations");
  const modules = (name) => path.join(root, "node_modules", name);
  const inputs = [import.meta.filename, ...SOURCES.map(modules), ...fs.readdirSync(operations).map((name) => path.join(operations, name))];
  const page = path.join(target, "explorer.html");
  if (fs.existsSync(page) && inputs.every((input) => fs.statSync(input).mtimeMs <= fs.statSync(page).mtimeMs)) return;
  fs.mkdirSync(target, { recursive: true });
  const read = (name) => fs.readFileSync(modules(name), "utf8").replace(/^\/\/# sourceMappingURL=.*$/m, "");
  fs.writeFileSync(path.join(target, "explorer.js"), [...SOURCES.map(read), START].join("\n;\n"));
  fs.writeFileSync(path.join(target, "explorer.css"), read("graphiql/graphiql.min.css") + STYLE);
  fs.writeFileSync(path.join(target, "operations.js"), `window.EXAMPLE_OPERATIONS = ${JSON.stringify(readOperations(operations))};\n`);
  fs.writeFileSync(page, PAGE);
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
