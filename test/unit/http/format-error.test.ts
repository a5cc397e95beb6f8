import { GraphQLError } from "graphql";
import { formatErrorWith } from "../../../src/http/format-error";

describe("formatErrorWith", () => {
  it("masks what is our own mistake, and logs it under the id that the client gets", () => {
    const logged: unknown[] = [];
    const format = formatErrorWith((level, message, fields) => logged.push({ level, message, ...fields }));
    const error = new Error("SELECT secret FROM figure at /srv/hub/dist");
    const shown = format({ message: error.message, extensions: { code: "INTERNAL_SERVER_ERROR", stacktrace: ["at /srv"] } }, error);
    expect(JSON.stringify(shown)).not.toMatch(/SELECT|srv|stack/);
    expect(shown.extensions?.["code"]).toBe("INTERNAL_SERVER_ERROR");
    expect(JSON.stringify(logged)).toContain(String(shown.extensions?.["id"]));
    expect(JSON.stringify(logged)).toContain("SELECT secret");
  });

  it("lets through what the client can mend, without a stack and at bounded length", () => {
    const format = formatErrorWith(() => {
      throw new Error("nothing to log");
    });
    const shown = format(
      { message: "x".repeat(5_000), path: ["unit"], extensions: { code: "UNIT_NOT_FOUND", suggestions: ["甲"], stacktrace: ["at x"] } },
      new GraphQLError("x"),
    );
    expect(shown.message.length).toBeLessThanOrEqual(1_000);
    expect(shown.extensions).toEqual({ code: "UNIT_NOT_FOUND", suggestions: ["甲"] });
  });
});
