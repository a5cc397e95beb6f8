import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, isSpecifiedScalarType, parse, validate } from "graphql";
import { buildGraphSchema } from "../../src/graph/build-graph-schema";
import { printGraphSchema } from "../../src/graph/print-graph-schema";

const ROOT = path.resolve(__dirname, "../..");
const OPERATIONS = path.join(ROOT, "schema/operations");
const SHARED = path.join(process.env["SHARED_DIR"] ?? path.resolve(ROOT, "../shared"), "queries");
const read = (file: string): string => readFileSync(file, "utf8");
const operations = readdirSync(OPERATIONS).filter((name) => name.endsWith(".graphql"));
const schema = buildGraphSchema();
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith("__") && !isSpecifiedScalarType(type));

describe("the schema", () => {
  it("is printed sorted, and committed as printed", () => {
    expect(read(path.join(ROOT, "schema/schema.graphql"))).toBe(printGraphSchema());
  });

  it("says of every type, field, argument and value what it is", () => {
    const silent = types.flatMap((type) => [
      ...(type.description ? [] : [type.name]),
      ...(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [])
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
      ...(isObjectType(type) ? Object.values(type.getFields()) : []).flatMap((field) =>
        field.args.filter(({ description }) => !description).map(({ name }) => `${type.name}.${field.name}(${name}:)`),
      ),
      ...(isEnumType(type) ? type.getValues().filter(({ description }) => !description) : []).map(({ name }) => `${type.name}.${name}`),
    ]);
    expect(silent).toEqual([]);
  });

  it("gives the official 中文 term with every object type of the field", () => {
    const internal = ["Query", "Hub"];
    const foreign = types.filter(
      (type) => isObjectType(type) && !internal.includes(type.name) && !/[\u4e00-\u9fff]/.test(type.description ?? ""),
    );
    expect(foreign.map(({ name }) => name)).toEqual([]);
  });
});

describe("the example operations", () => {
  it.each(operations)("%s is valid", (name) => {
    expect(validate(schema, parse(read(path.join(OPERATIONS, name)))).map(({ message }) => message)).toEqual([]);
  });

  it("have example variables each", () => {
    const variables = JSON.parse(read(path.join(OPERATIONS, "variables.json"))) as object;
    expect(Object.keys(variables).sort()).toEqual(operations.map((name) => path.basename(name, ".graphql")).sort());
  });

  const sharedIt = existsSync(SHARED) ? it : it.skip;
  sharedIt("are the questions that the hub was built to answer, as written", () => {
    const questions = readdirSync(SHARED).filter((name) => name.endsWith(".graphql"));
    expect(
      questions.filter((name) => !operations.includes(name) || read(path.join(SHARED, name)) !== read(path.join(OPERATIONS, name))),
    ).toEqual([]);
  });
});
