import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** For each folder of src/, and for migrations: the folders it may import besides itself. */
export type Ladder = Readonly<Record<string, readonly string[]>>;

/**
 * The ladder between the folders of src/. Types count like values here: a folder that knows another's
 * shapes knows the folder. Siblings (extract, parse, check, store) do not know each other, and what they share is a shape of model.
 * Composition happens in cli, so only the edges that read settings themselves (http, ingest) know config; store and compare are handed values.
 */
export const LADDER: Ladder = {
  lib: [],
  model: ["lib"],
  config: ["lib", "model"],
  extract: ["lib", "model"],
  parse: ["lib", "model"],
  check: ["lib", "model"],
  store: ["lib", "model", "migrations"],
  ingest: ["lib", "model", "config", "extract", "parse", "check", "store"],
  compare: ["lib", "model", "extract", "parse", "check", "store"],
  graph: ["lib", "model", "extract", "parse", "check", "store", "compare"],
  http: ["lib", "model", "config", "extract", "parse", "check", "store", "compare", "graph", "ingest"],
  cli: ["lib", "model", "config", "extract", "parse", "check", "store", "ingest", "compare", "graph", "http"],
  // A migration says what the schema became on its day: it must not change with the entities of today.
  migrations: ["lib"],
};

/** Folders that know no package and nothing of Node: the vocabulary is the same wherever it is spoken. */
const PURE_FOLDERS = ["model"];

export type FenceRule = "LADDER" | "OUTSIDE" | "UNKNOWN_FOLDER" | "BARREL" | "CYCLE" | "PURE" | "UNRESOLVED";

export interface FenceViolation {
  readonly rule: FenceRule;
  /** The file at fault, from the project's root; for a cycle its files in import order, the first again at the end. */
  readonly file: string;
  readonly detail: string;
}

/** Path from the project's root, with slashes → text. */
export type SourceTree = ReadonlyMap<string, string>;

interface Import {
  readonly specifier: string;
  /** False for `import type`, which leaves nothing behind at run time. */
  readonly isValue: boolean;
  readonly isReExport: boolean;
}

/** The TypeScript files of src/ and migrations/. */
export function readSourceTree(root: string): SourceTree {
  const tree = new Map<string, string>();
  for (const folder of ["src", "migrations"]) {
    for (const name of readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })) {
      const file = path.posix.join(folder, name.split(path.sep).join("/"));
      if (/\.(ts|tsx|mts|cts)$/.test(file)) tree.set(file, readFileSync(path.join(root, file), "utf8"));
    }
  }
  return tree;
}

/** Holds a tree against the ladder; an empty list is a house in order. */
export function checkImportFences(tree: SourceTree, ladder: Ladder = LADDER): FenceViolation[] {
  const imports = new Map([...tree].map(([file, text]) => [file, readImports(file, text)]));
  const violations: FenceViolation[] = [];
  for (const [file, found] of imports) {
    violations.push(...checkPlace(ladder, file));
    if (/(^|\/)index\.[cm]?ts$/.test(file)) violations.push({ rule: "BARREL", file, detail: "is named index" });
    for (const one of found) violations.push(...checkImport(tree, ladder, file, one));
  }
  return [...violations, ...findCycles(tree, imports)];
}

function folderOf(file: string): string | undefined {
  if (file.startsWith("migrations/")) return "migrations";
  return /^src\/([^/]+)\//.exec(file)?.[1];
}

function checkPlace(ladder: Ladder, file: string): FenceViolation[] {
  const folder = folderOf(file);
  if (folder === undefined) return [{ rule: "UNKNOWN_FOLDER", file, detail: "lies in no folder of src/" }];
  if (!Object.hasOwn(ladder, folder)) return [{ rule: "UNKNOWN_FOLDER", file, detail: `${folder} has no place on the ladder` }];
  return [];
}

function checkImport(tree: SourceTree, ladder: Ladder, file: string, { specifier, isReExport }: Import): FenceViolation[] {
  const violations: FenceViolation[] = [];
  if (isReExport) violations.push({ rule: "BARREL", file, detail: `hands on ${specifier}` });
  const folder = folderOf(file) ?? "";
  if (!isRelative(specifier)) {
    if (PURE_FOLDERS.includes(folder)) violations.push({ rule: "PURE", file, detail: `${folder} imports ${specifier}` });
    return violations;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const targetFolder = folderOf(target);
  if (targetFolder === undefined) {
    // package.json and the like: a file of the project beside src/ that is not code.
    if (!/\.json$/.test(target)) violations.push({ rule: "OUTSIDE", file, detail: `imports ${specifier}` });
  } else if (targetFolder !== folder && !ladder[folder]?.includes(targetFolder)) {
    violations.push({ rule: "LADDER", file, detail: `${folder} imports ${targetFolder} (${specifier})` });
  }
  if (targetFolder !== undefined && resolve(tree, file, specifier) === undefined && !/\.(json|[cm]?js)$/.test(target)) {
    violations.push({ rule: "UNRESOLVED", file, detail: `imports ${specifier}` });
  }
  return violations;
}

function isRelative(specifier: string): boolean {
  return /^\.{1,2}(\/|$)/.test(specifier);
}

function resolve(tree: SourceTree, file: string, specifier: string): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  const stem = target.replace(/\.([cm]?)js$/, ".$1ts");
  return [target, stem, `${target}.ts`, `${target}/index.ts`].find((candidate) => tree.has(candidate));
}

function readImports(file: string, text: string): Import[] {
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ specifier: node.moduleSpecifier.text, isValue: isValueImport(node.importClause), isReExport: false });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ specifier: node.moduleSpecifier.text, isValue: !node.isTypeOnly, isReExport: true });
    } else if (ts.isImportEqualsDeclaration(node) && ts.isExternalModuleReference(node.moduleReference)) {
      const specifier = node.moduleReference.expression;
      if (ts.isStringLiteral(specifier)) found.push({ specifier: specifier.text, isValue: !node.isTypeOnly, isReExport: false });
    } else if (ts.isCallExpression(node) && isImportCall(node)) {
      const specifier = node.arguments[0];
      if (specifier && ts.isStringLiteralLike(specifier)) found.push({ specifier: specifier.text, isValue: true, isReExport: false });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ specifier: node.argument.literal.text, isValue: false, isReExport: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest));
  return found;
}

function isValueImport(clause: ts.ImportClause | undefined): boolean {
  if (clause === undefined) return true;
  if (clause.isTypeOnly) return false;
  const bindings = clause.namedBindings;
  if (clause.name !== undefined || bindings === undefined || ts.isNamespaceImport(bindings)) return true;
  return bindings.elements.some((element) => !element.isTypeOnly);
}

/** `import("…")` and `require("…")`. */
function isImportCall(node: ts.CallExpression): boolean {
  return node.expression.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(node.expression) && node.expression.text === "require");
}

/** Every file on a cycle of value imports is named once, in the first cycle found through it. */
function findCycles(tree: SourceTree, imports: ReadonlyMap<string, readonly Import[]>): FenceViolation[] {
  const cycles: FenceViolation[] = [];
  const done = new Set<string>();
  const trail: string[] = [];
  const walk = (file: string): void => {
    const start = trail.indexOf(file);
    if (start >= 0) {
      cycles.push({ rule: "CYCLE", file, detail: [...trail.slice(start), file].join(" → ") });
      return;
    }
    if (done.has(file)) return;
    trail.push(file);
    for (const { specifier, isValue } of imports.get(file) ?? []) {
      const target = isValue && isRelative(specifier) ? resolve(tree, file, specifier) : undefined;
      if (target !== undefined) walk(target);
    }
    trail.pop();
    done.add(file);
  };
  for (const file of imports.keys()) walk(file);
  return cycles;
}
