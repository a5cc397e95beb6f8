import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { buildSchema, parse, validate } from "graphql";
import { PACKAGE_ROOT } from "../../../src/lib/package-root";

const QUERIES = path.join(PACKAGE_ROOT, "web", "src", "queries");
const schema = buildSchema(readFileSync(path.join(PACKAGE_ROOT, "schema", "schema.graphql"), "utf8"));
const complaintsAbout = (query: string): string[] => validate(schema, parse(query)).map(({ message }) => message);

describe("the queries of the pages", () => {
  it.each(readdirSync(QUERIES))("%s asks for what the schema has", (name) => {
    expect(complaintsAbout(readFileSync(path.join(QUERIES, name), "utf8"))).toEqual([]);
  });

  it("would be found out otherwise", () => {
    expect(complaintsAbout("{ hub { dataVersion nothing } }")).toHaveLength(1);
  });
});
