// Lint holds what STYLE asks of every file and a reader cannot check by eye. The import ladder between folders is test/support/import-fences.ts.
import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Packages that one folder alone may know, and the folders that know them. */
const PACKAGE_HOMES = [
  { packages: ["typeorm", "mysql2", "libsql"], homes: ["src/store"], why: "only src/store knows the database" },
  { packages: ["type-graphql", "dataloader"], homes: ["src/graph"], why: "only src/graph knows type-graphql and dataloader" },
  { packages: ["@apollo/server"], homes: ["src/http"], why: "only src/http knows Apollo Server" },
  { packages: ["commander"], homes: ["src/cli"], why: "only src/cli knows the command line" },
];

const packagePattern = ({ packages, why }) => ({
  regex: `^(${packages.join("|")})(/|$)`,
  message: `${why[0].toUpperCase()}${why.slice(1)}.`,
});

/** no-restricted-imports is not merged between blocks, so each folder gets the whole of its list. */
function packageFence(folder) {
  const fenced = PACKAGE_HOMES.filter(({ homes }) => !homes.includes(folder));
  return {
    files: [`${folder}/**/*.ts`],
    rules: { "no-restricted-imports": ["error", { paths: PROCESS_ENV_IMPORTS, patterns: fenced.map(packagePattern) }] },
  };
}

const PROCESS_ENV_IMPORTS = ["process", "node:process"].map((name) => ({
  name,
  importNames: ["env", "default"],
  message: "Only src/config reads the environment; use the checked value it gives.",
}));

const NO_DEFAULT_EXPORT = { selector: "ExportDefaultDeclaration", message: "Name the export: no default exports." };
const NO_RE_EXPORT = [
  { selector: "ExportAllDeclaration", message: "No barrels: import from the file that defines the name." },
  { selector: "ExportNamedDeclaration[source]", message: "No barrels: import from the file that defines the name." },
];
/** Money is integer 分: `amount * 0.01` is not. Fractions belong to the exact arithmetic of src/lib. */
const NO_FRACTION_ARITHMETIC = {
  selector: "BinaryExpression[operator=/^[-+*/]$/] > Literal[raw=/^\\d*\\.\\d|^\\d+e-/i]",
  message: "No arithmetic with fractions outside src/lib and src/extract: money is integer 分.",
};
const NO_FLOAT_COLUMN = {
  selector: "Property[key.name='type'] > Literal[value=/^(float|double|real|decimal|numeric|dec)\\b/i]",
  message: "No float or decimal columns: money is integer 分 in a BIGINT.",
};

const SOURCE_SYNTAX = [NO_DEFAULT_EXPORT, ...NO_RE_EXPORT, NO_FRACTION_ARITHMETIC, NO_FLOAT_COLUMN];
const FLOAT_READERS = "Floats do not come near money: use the exact arithmetic of src/lib.";
const NO_ENVIRONMENT = {
  object: "process",
  property: "env",
  message: "Only src/config reads the environment; use the checked value it gives.",
};
const NO_FLOATS = [
  { object: "Number", property: "parseFloat", message: FLOAT_READERS },
  { property: "toFixed", message: FLOAT_READERS },
  { property: "toPrecision", message: FLOAT_READERS },
];

export default defineConfig(
  { ignores: ["dist/", "coverage/", ".data/", "node_modules/", "samples/", "test/fixtures/", "clients/typescript/operations.ts"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.{js,mjs,ts,tsx}"],
    rules: {
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-var": "error",
      "prefer-const": "error",
      "object-shorthand": "error",
      "no-self-compare": "error",
      "no-throw-literal": "error",
      "no-template-curly-in-string": "error",
      "no-unreachable-loop": "error",
    },
  },
  {
    files: ["**/*.{ts,tsx}"],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-import-type-side-effects": "error",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_", ignoreRestSiblings: true }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/no-require-imports": ["error", { allowAsImport: true }],
      // These need types, and are worth it: a promise nobody waits for is a write that nobody saw fail.
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/return-await": ["error", "in-try-catch"],
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
      "@typescript-eslint/no-base-to-string": "error",
      "no-throw-literal": "off",
    },
  },
  {
    files: ["src/**/*.ts", "migrations/**/*.ts"],
    rules: {
      "no-console": "error",
      "no-restricted-syntax": ["error", ...SOURCE_SYNTAX],
      "no-restricted-globals": ["error", { name: "parseFloat", message: FLOAT_READERS }],
      "no-restricted-properties": ["error", NO_ENVIRONMENT, ...NO_FLOATS],
    },
  },
  {
    // The exact arithmetic itself.
    files: ["src/lib/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", NO_DEFAULT_EXPORT, ...NO_RE_EXPORT, NO_FLOAT_COLUMN],
      "no-restricted-globals": "off",
      "no-restricted-properties": ["error", NO_ENVIRONMENT],
    },
  },
  {
    // The geometry of a page is made of fractions, and what is read there is text still.
    files: ["src/extract/**/*.ts"],
    rules: { "no-restricted-syntax": ["error", NO_DEFAULT_EXPORT, ...NO_RE_EXPORT, NO_FLOAT_COLUMN] },
  },
  { files: ["src/config/**/*.ts"], rules: { "no-restricted-properties": ["error", ...NO_FLOATS] } },
  { files: ["src/cli/**/*.ts"], rules: { "no-console": "off" } },
  ...["lib", "model", "extract", "parse", "check", "store", "ingest", "compare", "graph", "http", "cli"].map((name) =>
    packageFence(`src/${name}`),
  ),
  {
    files: ["src/config/**/*.ts"],
    rules: { "no-restricted-imports": ["error", { patterns: PACKAGE_HOMES.map(packagePattern) }] },
  },
  {
    // The pages write what the graph answers, each unit exact: they add up no money. A query is imported as its text.
    files: ["web/src/**/*.{ts,tsx}"],
    ignores: ["web/src/raw-files.d.ts"],
    rules: { "no-console": "error", "no-restricted-syntax": ["error", NO_DEFAULT_EXPORT, ...NO_RE_EXPORT] },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      "no-restricted-syntax": ["error", NO_DEFAULT_EXPORT, ...NO_RE_EXPORT],
      "@typescript-eslint/no-non-null-assertion": "off",
      "no-template-curly-in-string": "off",
    },
  },
  {
    // Jest calls these by their default export.
    files: ["test/support/databases/global-*.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
  {
    files: ["**/index.{ts,js,mjs}"],
    rules: { "no-restricted-syntax": ["error", { selector: "Program", message: "No barrels: name the file for its one export." }] },
  },
);
