import { assertRequiredEngines, requiredEngines } from "../../support/databases/required-engines";

describe("requiredEngines", () => {
  it.each([
    [{}, ["sqlite"]],
    [{ CI: "false" }, ["sqlite"]],
    [{ CI: "true" }, ["sqlite", "mariadb"]],
    [{ CI: "true", TEST_DATABASE_URL: "mysql://u@h" }, ["sqlite", "mysql"]],
    [{ CI: "true", REQUIRE_ENGINES: "sqlite, mysql" }, ["sqlite", "mysql"]],
    [{ REQUIRE_ENGINES: "mariadb" }, ["mariadb"]],
  ])("reads %j as %j", (environment, expected) => {
    expect(requiredEngines(environment)).toEqual(expected);
  });

  it("refuses an engine it does not know, and a URL of another database", () => {
    expect(() => requiredEngines({ REQUIRE_ENGINES: "sqlite,postgres" })).toThrow("unknown engines: postgres");
    expect(() => requiredEngines({ CI: "true", TEST_DATABASE_URL: "postgres://u@h" })).toThrow("must begin with mysql:// or mariadb://");
  });
});

describe("assertRequiredEngines", () => {
  it("fails a run that would pass over a required engine, and names it", () => {
    expect(() => assertRequiredEngines(["sqlite", "mariadb"], ["sqlite"])).toThrow("The run requires mariadb, and it is not there");
    expect(() => assertRequiredEngines(["sqlite"], ["sqlite", "mariadb"])).not.toThrow();
  });
});
